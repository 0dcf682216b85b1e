package org.epsilonet.families.wavelets.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.function.IntFunction;
import org.epsilonet.api.family.Approximation;
import org.epsilonet.api.function.Formula;
import org.epsilonet.api.function.Grid;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.Samples;
import org.junit.jupiter.api.Test;

/**
 * Measured speeds. The hard element of \(B^s_{p,\infty}\) has at level \(j\) one coefficient \(2^{-j(s+1/2-1/p)}\) and
 * \(2^j - 1\) coefficients \(2^{-j(s+1/2)}\). It is synthesized by the transform itself on 2^18 samples; what lies beyond
 * is a geometric series, and a best approximation takes the large coefficients there if they are worth it.
 */
class SpeedTest {
    private static final int LOG_SIZE = 18;
    private static final int LAST_LEVEL = 60;
    private static final int[] BUDGETS = {1024, 2048, 4096, 8192};

    /** Slopes over the last four dyadic budgets; the correction is geometric. */
    @Test
    void besovElementOfSmoothnessOneInLOne() {
        assertEquals(-0.5, slope(1, 1, false), 0.02);
        assertEquals(-1.0, slope(1, 1, true), 0.04);
    }

    @Test
    void besovElementOfSmoothnessTwoInLOne() {
        assertEquals(-1.5, slope(2, 1, false), 0.05);
        assertEquals(-2.0, slope(2, 1, true), 0.05);
    }

    @Test
    void besovElementOfSmoothnessOneInLTwo() {
        assertEquals(-1.0, slope(1, 2, false), 0.02);
        assertEquals(-1.0, slope(1, 2, true), 0.02);
    }

    private static double large(double s, double p, int level) {
        return Math.pow(2, -level * (s + 0.5 - 1 / p));
    }

    private static double small(double s, int level) {
        return Math.pow(2, -level * (s + 0.5));
    }

    private static double slope(double s, double p, boolean best) {
        WaveletSystem system = OrthonormalSystem.daubechies(4);
        Pyramid pyramid = Pyramid.of(system, Grid.of(1 << LOG_SIZE));
        double[] c = new double[1 << LOG_SIZE];
        c[0] = 1;
        for (int level = 0; level < LOG_SIZE; level++) {
            for (int k = 0; k < 1 << level; k++) {
                c[(1 << level) + k] = k == (1 << level) / 3 ? large(s, p, level) : small(s, level);
            }
        }
        IntFunction<Approximation> byBudget = new WaveletFamily(system, best ? Selection.BEST : Selection.FIRST)
                .approximations(Samples.of("Besov element", pyramid.synthesize(c)), LpNorm.L2);
        double[] errors = new double[BUDGETS.length];
        for (int i = 0; i < BUDGETS.length; i++) {
            errors[i] = Double.POSITIVE_INFINITY;
            for (int beyond = 0; beyond <= (best ? 24 : 0); beyond += 4) {
                double onGrid = byBudget.apply(BUDGETS[i] - beyond).distance().value();
                errors[i] = Math.min(errors[i], Math.sqrt(onGrid * onGrid + tail(s, p, beyond)));
            }
        }
        return fit(errors);
    }

    /** Energy beyond the grid without the largest coefficients there. */
    private static double tail(double s, double p, int taken) {
        double energy = 0;
        for (int level = LOG_SIZE; level <= LAST_LEVEL; level++) {
            double a = large(s, p, level);
            double b = small(s, level);
            energy += (level < LOG_SIZE + taken ? 0 : a * a) + (Math.pow(2, level) - 1) * b * b;
        }
        return energy;
    }

    private static double fit(double[] errors) {
        int n = errors.length;
        double sum = 0;
        double weight = 0;
        for (int i = 0; i < n; i++) {
            double x = i - (n - 1) / 2.0;
            sum += x * Math.log(errors[i]) / Math.log(2);
            weight += x * x;
        }
        return sum / weight;
    }

    /** A jump at 1/3: error of order M^(-1/2) linearly, 2^(-M/2) with chosen terms. */
    @Test
    void haarOnAJump() {
        Formula jump = Formula.of("1{x >= 1/3}", x -> x >= 1.0 / 3 ? 1 : 0, 1.0 / 3);
        IntFunction<Approximation> first =
                new WaveletFamily(new HaarSystem(), Selection.FIRST).approximations(jump, LpNorm.L2);
        double[] linear = new double[6];
        for (int i = 0; i < linear.length; i++) {
            linear[i] = first.apply(8 << i).distance().value();
            // The projection's error is sqrt(u (1-u) / M) with the jump at u = 1/3 or 2/3 of its cell.
            assertEquals(Math.sqrt(2.0 / 9 / (8 << i)), linear[i], 1e-3 * linear[i]);
        }
        assertEquals(-0.5, fit(linear), 0.01);
        IntFunction<Approximation> best =
                new WaveletFamily(new HaarSystem(), Selection.BEST).approximations(jump, LpNorm.L2);
        double[] chosen = new double[7];
        for (int i = 0; i < chosen.length; i++) {
            chosen[i] = best.apply(4 + i).distance().value();
        }
        assertEquals(-0.5, fit(chosen), 0.01);
    }

    /** The indicator of a disc, by Haar wavelets: M^(-1/2) with chosen terms, M^(-1/4) with the coarsest. */
    @Test
    void haarOnADisc() {
        Formula disc = Formula.of("disc", 2, x -> Math.hypot(x[0] - 0.5, x[1] - 0.5) < 0.4 ? 1 : 0);
        double[] best = new double[4];
        double[] first = new double[4];
        IntFunction<Approximation> chosen =
                new WaveletFamily(new HaarSystem(), Selection.BEST).approximations(disc, LpNorm.L2);
        IntFunction<Approximation> coarsest =
                new WaveletFamily(new HaarSystem(), Selection.FIRST).approximations(disc, LpNorm.L2);
        for (int i = 0; i < 4; i++) {
            best[i] = chosen.apply(128 << i).distance().value();
            first[i] = coarsest.apply(16 << 2 * i).distance().value();
        }
        assertEquals(-0.5, fit(best), 0.06);
        assertEquals(-0.25, fit(first) / 2, 0.03);
    }
}
