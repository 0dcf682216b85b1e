package org.epsilonet.api.family;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.epsilonet.api.encodability.Growth;
import org.epsilonet.api.function.Cube;
import org.epsilonet.api.function.Formula;
import org.epsilonet.api.function.LpNorm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BinaryLogarithmTest {
    /** Cut off; the quotient of the two logarithms in doubles is less. */
    private static final BigDecimal LOG2_OF_5 = new BigDecimal("2.3219280948873623478703");

    private static void assertAtLeast(BigDecimal exact, double log2) {
        assertTrue(new BigDecimal(log2).compareTo(exact) >= 0, log2 + " < " + exact);
        assertEquals(exact.doubleValue(), log2, 1e-12 * log2);
    }

    /** Powers of two exactly; one more is more, though no double tells by how much; one less is not above. */
    @ParameterizedTest
    @ValueSource(ints = {2, 10, 53, 62, 63, 1000, 4096})
    void aCountIsNeverUnderstated(int k) {
        BigInteger power = BigInteger.TWO.pow(k);
        assertEquals(k, BinaryLogarithm.of(power));
        assertTrue(BinaryLogarithm.of(power.add(BigInteger.ONE)) > k);
        assertTrue(BinaryLogarithm.of(power.subtract(BigInteger.ONE)) <= k);
        assertAtLeast(LOG2_OF_5.add(BigDecimal.valueOf(k)), BinaryLogarithm.of(power.multiply(BigInteger.valueOf(5))));
    }

    /** 2^k + 2^(k+2) is 5 times 2^k. */
    @Test
    void sumsAreNeverUnderstated() {
        assertAtLeast(LOG2_OF_5, BinaryLogarithm.ofSum(0, 0, 0, 0, 0));
        for (int k = 0; k < 60; k++) {
            assertAtLeast(LOG2_OF_5.add(BigDecimal.valueOf(k)), BinaryLogarithm.ofSum(k, k + 2));
            assertEquals(k + 3, BinaryLogarithm.ofSum(k, k, k, k, k, k, k, k));
        }
        assertEquals(Double.POSITIVE_INFINITY, BinaryLogarithm.ofSum(3, Double.POSITIVE_INFINITY));
    }

    @Test
    void finiteFamiliesAndUnionsCountUpward() {
        FiniteFamily five = FiniteFamily.of(
                "test.five",
                "five constants",
                1,
                Growth.ZERO,
                m -> IntStream.range(0, 5)
                        .mapToObj(k -> Formula.of("constant " + k, x -> k))
                        .toList());
        assertAtLeast(LOG2_OF_5, five.parametrization(Cube.INTERVAL, 1).log2Structures());
        assertAtLeast(LOG2_OF_5, five.codebook(Cube.INTERVAL, 1, LpNorm.SUP, 1).log2Cardinality());
        FiniteFamily zero =
                FiniteFamily.of("test.zero", "zero", 1, Growth.ZERO, m -> List.of(Formula.of("zero", x -> 0)));
        UnionFamily zeros = UnionFamily.of("test.zeros", "five times zero", Collections.nCopies(5, zero));
        assertAtLeast(
                LOG2_OF_5,
                ((ParametrizedFamily) zeros).parametrization(Cube.INTERVAL, 1).log2Structures());
    }
}
