package org.epsilonet.quantization;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BinaryLogarithmTest {
    /** Powers of two exactly; one more is more, though no double tells by how much; one less is not above. */
    @ParameterizedTest
    @ValueSource(ints = {2, 10, 53, 62, 63, 1000, 4096})
    void aCountIsNeverUnderstated(int k) {
        BigInteger power = BigInteger.TWO.pow(k);
        assertEquals(k, BinaryLogarithm.of(power));
        assertTrue(BinaryLogarithm.of(power.add(BigInteger.ONE)) > k);
        assertTrue(BinaryLogarithm.of(power.subtract(BigInteger.ONE)) <= k);
        // log2 3 = 1.58496250072115618145..., cut off.
        assertTrue(BinaryLogarithm.of(power.multiply(BigInteger.valueOf(3))) > k + 1.5849625007211561814);
    }
}
