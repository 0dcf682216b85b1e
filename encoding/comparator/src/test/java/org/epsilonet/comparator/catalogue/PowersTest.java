package org.epsilonet.comparator.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.epsilonet.api.classes.FunctionClass;
import org.epsilonet.api.classes.FunctionClasses;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Definitions are written as mathematicians write them. */
class PowersTest {
    @ParameterizedTest
    @CsvSource({
        "0, 1, sum of |c|",
        "0, 2, sum of |c|^2",
        "0.5, 1, sum of 2^(0.5 j) |c|",
        "1, 2, sum of (2^j |c|)^2",
        "2, 2, sum of (2^(2 j) |c|)^2",
    })
    void weightedSums(double a, double exponent, String expected) {
        assertEquals(expected, Powers.weightedSum(a, "|c|", exponent));
    }

    @Test
    void noDefinitionHasExponentsThatSayNothing() {
        for (FunctionClass c : FunctionClasses.installed().all()) {
            assertFalse(c.definition().matches(".*(\\^1\\.0|\\(0\\.0|[0-9]\\.0\\b).*"), c.definition());
        }
    }
}
