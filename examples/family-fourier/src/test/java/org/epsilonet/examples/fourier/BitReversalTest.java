package org.epsilonet.examples.fourier;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BitReversalTest {
    /** Lengths of one loop, of squares with an even and an odd number of middle digits, and of several threads. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 5, 12, 13, 14, 15, 16, 17})
    void everyEntryStandsAtTheReversedIndex(int digits) {
        double[] x = new double[1 << digits];
        Arrays.setAll(x, i -> i);

        BitReversal.apply(x);

        for (int i = 0; i < x.length; i++) {
            assertEquals(digits == 0 ? 0 : Integer.reverse(i) >>> Integer.SIZE - digits, x[i]);
        }
    }
}
