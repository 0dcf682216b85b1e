package org.epsilonet.cli.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Numbers as the report shows them. */
class NumbersTest {
    @Test
    void zeroHasNoSign() {
        assertEquals("0.00", Numbers.exponent(-0.0));
        assertEquals("0.00", Numbers.exponent(-0.004));
        assertEquals("0.01", Numbers.exponent(0.006));
        assertEquals(
                Numbers.exponent(0.006).length() + 1, Numbers.exponent(-0.006).length());
    }
}
