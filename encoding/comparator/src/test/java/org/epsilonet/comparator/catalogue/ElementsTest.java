package org.epsilonet.comparator.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.epsilonet.api.function.Formula;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The functions that elements are made of have the smoothness, the values and the coefficients they are chosen for. */
class ElementsTest {
    private static final long SEED = 20221;

    /**
     * With bumps of height 1 and width 1/16 the constant is \(2^{4\alpha}\) times that of two neighbours of width 1: 2 for
     * tents (slope 2; from peak to peak 2 over a distance 1), the largest derivative 8.74 for bumps.
     */
    @ParameterizedTest
    @CsvSource({"0.5, TENT, 2", "1, TENT, 2", "1, BUMP, 8.74"})
    void interleavedBumpsAreHoelder(double alpha, Profile profile, double constant) {
        Interleaved f = new Interleaved(alpha, profile, SEED);
        Random random = new Random(SEED);
        double steepest = 0;
        for (int i = 0; i < 200_000; i++) {
            double x = random.nextDouble();
            double y = Math.min(1, x + Math.pow(2, -24 * random.nextDouble()));
            steepest = Math.max(steepest, Math.abs(f.applyAsDouble(x) - f.applyAsDouble(y)) / Math.pow(y - x, alpha));
        }
        double height = Math.pow(2, 4 * alpha);
        assertTrue(steepest <= 1.001 * constant * height, "constant " + steepest / height);
        assertTrue(steepest >= 0.9 * constant * height, "constant " + steepest / height);
    }

    /** Every level from 2^-4 to 2^-19 has one cell. */
    @Test
    void interleavedBumpsHaveAllScales() {
        Interleaved f = new Interleaved(1, Profile.STEP, SEED);
        Set<Double> heights = new HashSet<>();
        for (int c = 0; c < Interleaved.CELLS; c++) {
            heights.add(Math.abs(f.applyAsDouble((c + 0.5) / Interleaved.CELLS)));
        }
        for (int k = 0; k < Interleaved.CELLS; k++) {
            assertTrue(heights.contains(Math.pow(2, -k)), "height 2^-" + k);
        }
    }

    /** 16 cells, each with 2^k steps of height 2^-k: variation at most 2 each, and 2 at most between cells. */
    @Test
    void theRandomStaircaseHasBoundedVariation() {
        Interleaved f = new Interleaved(1, Profile.STEP, SEED);
        double variation = 0;
        int n = 1 << (Interleaved.FINEST + 1);
        for (int i = 1; i < n; i++) {
            variation += Math.abs(f.applyAsDouble((i + 0.5) / n) - f.applyAsDouble((i - 0.5) / n));
        }
        assertTrue(variation < 48, "variation " + variation);
        assertTrue(variation > 8, "variation " + variation);
    }

    @Test
    void theBumpHasMeanZeroAndMeetsZeroSmoothly() {
        int n = 10_000;
        double moment = 0;
        double first = 0;
        for (int i = 0; i < n; i++) {
            double t = (i + 0.5) / n;
            moment += Profile.BUMP.at(t) / n;
            first += t * Profile.BUMP.at(t) / n;
        }
        // The midpoint rule errs by the fourth order here, the profile being flat at both ends.
        assertEquals(0, moment, 1e-9);
        assertEquals(0, first, 1e-9);
        assertEquals(1, Profile.BUMP.at(0.5));
        // v^3 (9v - 8) with v = 4e-4.
        assertEquals(-5.12e-10, Profile.BUMP.at(1e-4), 1e-12);
    }

    @Test
    void takagiHasItsKnownValues() {
        Formula takagi = (Formula) Elements.takagi().get(0).target();
        assertEquals(2.0 / 3, takagi.at(1.0 / 3), 1e-12);
        assertEquals(0.5, takagi.at(0.5), 1e-12);
        assertEquals(0.5, takagi.at(0.25), 1e-12);
        assertEquals(0, takagi.at(1), 1e-12);
    }

    /** Values 1 + 2 zeta(3/2) and 1 - 2 (1 - 2^-1/2) zeta(3/2) from scipy; the coefficients by a sum over cells, whose aliases are below 1e-6. */
    @Test
    void thePeriodicCuspHasItsCoefficients() {
        PeriodicCusp cusp = new PeriodicCusp();
        assertEquals(6.224750697370977, cusp.applyAsDouble(0), 1e-13);
        assertEquals(-0.5302940492508155, cusp.applyAsDouble(0.5), 1e-13);
        assertEquals(cusp.applyAsDouble(0.3), cusp.applyAsDouble(-1.7), 1e-13);
        int n = 1 << 17;
        for (int k : new int[] {0, 1, 2, 7, 50}) {
            double sum = 0;
            for (int i = 0; i < n; i++) {
                sum += cusp.applyAsDouble((i + 0.5) / n) * Math.cos(2 * Math.PI * k * (i + 0.5) / n) / n;
            }
            assertEquals(Math.pow(Math.max(1, k), -1.5), sum, 1e-6, "k = " + k);
        }
    }

    /** Haar functions of one level, orthonormal: the sum of the coefficients, their decay, and how deep they are. */
    @Test
    void spikesAreInTheCriticalBallAndDecayLikeTheInverse() {
        double[] ends = Spikes.breakpoints();
        Spikes f = new Spikes(SEED);
        int count = (ends.length - 1) / 2;
        double[] coefficients = new double[count];
        for (int k = 0; k < count; k++) {
            double left = f.applyAsDouble(ends[2 * k]);
            assertEquals(left, f.applyAsDouble(Math.nextDown(ends[2 * k + 1])));
            assertEquals(-left, f.applyAsDouble(ends[2 * k + 1]));
            assertEquals(-left, f.applyAsDouble(Math.nextDown(ends[2 * k + 2])));
            // Within a cell of length 2^-50, the finest that any search depth reaches in doubles, there are only
            // spikes.
            assertEquals(Math.scalb(1.0, -60), ends[2 * k + 2] - ends[2 * k]);
            coefficients[k] = Math.abs(left) * Math.pow(2, -60.0 / 2);
        }
        assertEquals(0, f.applyAsDouble(Math.nextDown(ends[0])));
        assertEquals(0, f.applyAsDouble(ends[2 * count]));
        assertEquals(1, Arrays.stream(coefficients).sum(), 1e-12);
        Arrays.sort(coefficients);
        double left = 0;
        for (int m = count - 1; m >= 16; m--) {
            left += coefficients[count - 1 - m] * coefficients[count - 1 - m];
            if (m <= 1 << 12) {
                double expected = coefficients[count - 1] / Math.sqrt(m);
                // The sum over n > m of 1/n^2 is 1/m up to a relative 1/(2m).
                assertEquals(1, Math.sqrt(left) / expected, 0.02, "m = " + m);
            }
        }
    }
}
