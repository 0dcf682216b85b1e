package org.epsilonet.quantization;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.epsilonet.api.family.Parametrization;
import org.epsilonet.api.family.Structure;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.symbol.SymbolSource;
import org.junit.jupiter.api.Test;

class EncodingTheoremTest {
    private record Numbers(double log2Structures, int size, double radius, double lipschitz)
            implements Parametrization {
        @Override
        public double lipschitz(LpNorm norm) {
            return lipschitz;
        }

        @Override
        public Structure read(SymbolSource source) {
            throw new UnsupportedOperationException("not asked for by the theorem");
        }
    }

    @Test
    void midpointsOfCells() {
        Numbers p = new Numbers(10, 3, 1, 4);
        // r Lip / rho = 8: eight cells of side 1/4 in [-1, 1], midpoints at most 1/8 away, 4/8 = rho.
        assertEquals(3, EncodingTheorem.bitsPerParameter(p, LpNorm.L2, 0.5));
        assertRoundedUp(19, EncodingTheorem.log2Cardinality(p, LpNorm.L2, 0.5));
        // 4/0.9 = 4.44 is rounded up to 5 cells.
        assertEquals(Math.log(5) / Math.log(2), EncodingTheorem.bitsPerParameter(p, LpNorm.L2, 0.9), 1e-15);
        assertEquals(0, EncodingTheorem.bitsPerParameter(p, LpNorm.L2, 4));
        assertRoundedUp(10, EncodingTheorem.log2Cardinality(p, LpNorm.L2, 100));
    }

    private static void assertRoundedUp(double exact, double bound) {
        assertTrue(bound > exact && bound <= exact * (1 + 0x1p-37), bound + " for " + exact);
    }

    @Test
    void logarithmsDoNotOverflow() {
        Numbers huge = new Numbers(0, 2, 0x1p1000, 0x1p900);
        assertEquals(2000, EncodingTheorem.bitsPerParameter(huge, LpNorm.L2, 0x1p-100), 1e-9);
        Numbers none = new Numbers(7, 2, 1, Double.POSITIVE_INFINITY);
        assertEquals(Double.POSITIVE_INFINITY, EncodingTheorem.log2Cardinality(none, LpNorm.SUP, 1));
        Numbers empty = new Numbers(7, 0, 1, Double.POSITIVE_INFINITY);
        assertRoundedUp(7, EncodingTheorem.log2Cardinality(empty, LpNorm.SUP, 1));
        assertThrows(IllegalArgumentException.class, () -> EncodingTheorem.bitsPerParameter(huge, LpNorm.L2, 0));
    }
}
