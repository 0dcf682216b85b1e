package org.epsilonet.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.epsilonet.api.family.Approximant;
import org.epsilonet.api.family.Structure;
import org.epsilonet.api.function.Distance;
import org.epsilonet.api.function.Grid;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.SampleType;
import org.epsilonet.api.function.Samples;
import org.epsilonet.codec.Decoded;
import org.epsilonet.codec.FileHeader;
import org.junit.jupiter.api.Test;

class ElsewhereTest {
    /** A spline may overshoot data that end at the largest float; the decoder itself saturates there. */
    @Test
    void floatsSaturate() {
        Grid grid = Grid.of(2);
        FileHeader header = new FileHeader(
                1,
                "overshooting",
                grid,
                new double[] {0.25},
                new double[] {0.5},
                SampleType.F4,
                LpNorm.SUP,
                0,
                Distance.measured(0, LpNorm.SUP),
                0,
                128,
                1,
                1,
                1,
                0,
                0,
                0);
        Samples ends = Samples.of("ends", grid, new double[] {-Float.MAX_VALUE, Float.MAX_VALUE});
        Decoded decoded = new Decoded(header, ends, new Overshooting());
        assertArrayEquals(
                new double[] {-Float.MAX_VALUE, 0, Float.MAX_VALUE},
                Elsewhere.onGrid(decoded, 3).values());
    }

    /** Three steps: -3/2, 0, 3/2. */
    private static final class Overshooting implements Approximant {
        @Override
        public Structure structure() {
            throw new UnsupportedOperationException("not asked for here");
        }

        @Override
        public double[] parameters() {
            return new double[0];
        }

        @Override
        public int dimension() {
            return 1;
        }

        @Override
        public double at(double... x) {
            return x[0] < 0.4 ? -1.5 : x[0] > 0.6 ? 1.5 : 0;
        }
    }
}
