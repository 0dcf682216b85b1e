package org.epsilonet.families.wavelets.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import org.epsilonet.api.classes.CitedSpeed;
import org.epsilonet.api.classes.Smoothness;
import org.epsilonet.api.family.Approximation;
import org.epsilonet.api.function.Formula;
import org.epsilonet.api.function.Grid;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.Samples;
import org.epsilonet.api.symbol.CorruptCodeException;
import org.junit.jupiter.api.Test;

/** Tensor wavelets with a scale for each axis: an orthogonal transform, hyperbolic crosses, mixed smoothness. */
class HyperbolicTest {
    private static final long SEED = 23;

    @Test
    void transformIsInvertedOnEveryGrid() {
        Random random = new Random(SEED);
        for (WaveletSystem system : List.of(new HaarSystem(), OrthonormalSystem.daubechies(3), LiftingSystem.cdf97())) {
            for (Grid grid : List.of(Grid.of(1, 1), Grid.of(1, 40), Grid.of(33, 1), Grid.of(17, 50), Grid.of(64, 64))) {
                TensorTransform transform = TensorTransform.of(system, grid);
                ThreeDimensionsTest.assertInverted(transform, random);
            }
        }
    }

    /** On \(2^n \times 2^n\) samples the Haar bands with \(j_1 + j_2 = l\) hold \(2^l\) atoms each; 0 is twice on an axis. */
    @Test
    void firstTermsAreAHyperbolicCross() {
        TensorTransform transform = TensorTransform.of(new HaarSystem(), Grid.of(16, 16));
        int offset = 0;
        int before = 0;
        for (Band band : transform.bands()) {
            int parts = band.level() == 0 ? 0 : transform.depth() - band.level() + 1;
            assertTrue(parts >= before && band.offset() == offset);
            int free = (band.high()[0] ? 1 : 0) + (band.high()[1] ? 1 : 0);
            assertEquals(1 << parts - free, band.size());
            offset += band.size();
            before = parts;
        }
        assertEquals(256, offset);
    }

    /**
     * In the manner of E14a: coefficients \(2^{-(j_1+j_2)(r+1/2)}\), \(r = 1\), so that every band has norm
     * \(2^{-(j_1+j_2)}\). With logarithms no slope is asserted but the quotient by \((\ln M/M)^r (\ln M)^{1/2}\).
     */
    @Test
    void mixedSmoothnessOnData() {
        int n = 9;
        TensorTransform transform = TensorTransform.of(new HaarSystem(), Grid.of(1 << n, 1 << n));
        double[] c = new double[1 << 2 * n];
        double tail = 0;
        for (Band band : transform.bands()) {
            int j = Math.max(0, 31 - Integer.numberOfLeadingZeros(Math.max(1, band.first()[0])))
                    + Math.max(0, 31 - Integer.numberOfLeadingZeros(Math.max(1, band.first()[1])));
            for (int i = 0; i < band.size(); i++) {
                c[band.offset() + i] = Math.pow(2, -1.5 * j);
            }
        }
        for (int a = 0; a < 60; a++) {
            for (int b = 0; b < 60; b++) {
                double bands = (a == 0 ? 2 : 1) * (b == 0 ? 2 : 1);
                tail += a < n && b < n ? 0 : bands * Math.pow(2, -2 * (a + b));
            }
        }
        Samples data = Samples.of("mixed", Grid.of(1 << n, 1 << n), transform.synthesize(c));
        double[] first = new double[5];
        double[] best = new double[5];
        for (int i = 0; i < 5; i++) {
            int m = 256 << i;
            double normal = Math.log(m) / m * Math.sqrt(Math.log(m));
            first[i] = error(Selection.FIRST, data, m, tail) / normal;
            best[i] = error(Selection.BEST, data, m, tail) / normal;
            assertTrue(best[i] <= first[i] * (1 + 1e-9));
            if (i > 0) {
                // A cross is full at some M only: the quotient wavers by a sixth.
                assertEquals(1, first[i] / first[0], 0.17, "M = " + m);
                assertEquals(1, best[i] / best[0], 0.17, "M = " + m);
            }
        }
    }

    private static double error(Selection selection, Samples data, int budget, double tail) {
        double error = WaveletFamily.hyperbolic(new HaarSystem(), selection)
                .approximate(data, budget, LpNorm.L2)
                .distance()
                .value();
        return Math.sqrt(error * error + tail);
    }

    /** A product of kinks: with one scale for both axes half the speed. */
    @Test
    void mixedSmoothnessOfAFormula() {
        Formula kinks = Formula.of("kinks", 2, x -> Math.abs(x[0] - 0.3) * Math.abs(x[1] - 0.6));
        double cross = slope(WaveletFamily.hyperbolic(OrthonormalSystem.daubechies(2), Selection.FIRST), kinks);
        double square = slope(new WaveletFamily(OrthonormalSystem.daubechies(2), Selection.FIRST), kinks);
        // Kinks have order 3/2: (log M / M)^(3/2) has a slope of about 1.2 here, M^(-3/4) has 0.75.
        assertTrue(cross > 1.05 && cross < 1.6, "" + cross);
        assertEquals(0.75, square, 0.15);
    }

    private static double slope(WaveletFamily family, Formula f) {
        IntFunction<Approximation> byBudget = family.approximations(f, LpNorm.L2);
        double early = byBudget.apply(64).distance().value();
        double late = byBudget.apply(1024).distance().value();
        return Math.log(early / late) / Math.log(16);
    }

    @Test
    void choicesAreReadBack() throws CorruptCodeException {
        TensorTransform transform = TensorTransform.of(new HaarSystem(), Grid.of(20, 31));
        int[] chosen =
                new Random(SEED).ints(0, 620).limit(90).sorted().distinct().toArray();
        SignificanceTreeTest.Recorder recorder = new SignificanceTreeTest.Recorder();
        transform.write(chosen, recorder);
        assertArrayEquals(chosen, transform.read(chosen.length, recorder));
        assertEquals(0, recorder.symbols.size());
    }

    @Test
    void citedSpeeds() {
        WaveletFamily cross = WaveletFamily.hyperbolic(OrthonormalSystem.daubechies(4), Selection.FIRST);
        CitedSpeed mixed =
                cross.theoreticalSpeed(new Smoothness.Mixed(2, 1), LpNorm.L2).orElseThrow();
        assertEquals(1, mixed.speed());
        assertEquals(1, mixed.logPower());
        assertEquals(
                4.5,
                cross.theoreticalSpeed(new Smoothness.Mixed(2, 7), LpNorm.L2)
                        .orElseThrow()
                        .logPower());
        assertEquals(
                1,
                cross.theoreticalSpeed(new Smoothness.Hoelder(2, 2), LpNorm.L2)
                        .orElseThrow()
                        .speed());
    }
}
