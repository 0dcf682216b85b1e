package org.epsilonet.quantization;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.epsilonet.api.family.Parametrization;
import org.epsilonet.api.family.Structure;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.symbol.SymbolSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HoelderGridTest {
    private static final long SEED = 20221105;

    /** One number in [-1, 1], of which the function is Hölder: a jump moved by d costs d^(1/p) in Lp. */
    private record Jump(double hoelder) implements Parametrization {
        @Override
        public double log2Structures() {
            return 0;
        }

        @Override
        public int size() {
            return 1;
        }

        @Override
        public double radius() {
            return 1;
        }

        @Override
        public double lipschitz(LpNorm norm) {
            return 1;
        }

        @Override
        public double hoelder(LpNorm norm) {
            return hoelder;
        }

        @Override
        public Structure read(SymbolSource source) {
            throw new UnsupportedOperationException("there is one structure");
        }
    }

    /** Rounding costs at most the radius, and the bits are 1 / beta times those of a Lipschitz constant. */
    @ParameterizedTest
    @ValueSource(doubles = {1, 2.0 / 3, 0.5, 0.25})
    void hoelderExponentsTakeMoreBits(double beta) {
        SplittableRandom random = new SplittableRandom(SEED);
        Jump jump = new Jump(beta);
        for (int trial = 0; trial < 1000; trial++) {
            double rho = Math.exp(-random.nextDouble(0, 6));
            ParameterGrid grid = ParameterGrid.of(jump, LpNorm.L2, rho);
            assertTrue(grid.coveringRadius(1, beta) <= rho, grid.toString());
            double theta = random.nextDouble(-1, 1);
            double moved = Math.abs(theta - grid.value(grid.index(theta)));
            assertTrue(Math.pow(moved, beta) <= rho, "seed " + SEED + ", " + grid + ", " + theta);
            double bits = EncodingTheorem.bitsPerParameter(jump, LpNorm.L2, rho);
            // The unit is rounded down: to 2^-50 L, which is at most one level more while there are few.
            double levels = Math.ceil(Math.pow(rho, -1 / beta));
            double most = levels * (1 + levels * 0x1p-49) + 1;
            double found = Math.pow(2, bits);
            assertTrue(found >= levels * (1 - 1e-12) && found <= most * (1 + 1e-12), levels + " levels, " + found);
            assertTrue(bits >= -Math.log(rho) / Math.log(2) / beta);
        }
        // Where no grid can be built: a sum of logarithms.
        assertEquals(60 / beta, EncodingTheorem.bitsPerParameter(jump, LpNorm.L2, 0x1p-60), 1e-9);
    }
}
