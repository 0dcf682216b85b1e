package org.epsilonet.examples.fourier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import org.epsilonet.api.classes.Smoothness;
import org.epsilonet.api.family.Approximation;
import org.epsilonet.api.function.Formula;
import org.epsilonet.api.function.Grid;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Measured slopes against the literature. */
class SeriesSpeedTest {
    private static double error(Basis basis, Selection selection, Formula f, int m) {
        return new SeriesFamily(basis, selection)
                .approximate(f, m, LpNorm.L2)
                .distance()
                .value();
    }

    private static double slope(Basis basis, Selection selection, Formula f, int from, int to) {
        IntFunction<Approximation> a = new SeriesFamily(basis, selection).approximations(f, LpNorm.L2);
        return Math.log(a.apply(to).distance().value()
                        / a.apply(from).distance().value())
                / Math.log((double) to / from);
    }

    /** E16: the Poisson kernel with ratio 1/2, error 2^-K for frequencies up to K. */
    @Test
    void analyticPeriodicFunctionsConvergeExponentially() {
        Formula poisson = Formula.of("Poisson", x -> 0.75 / (1.25 - Math.cos(2 * Math.PI * x)));
        for (int k = 4; k <= 36; k += 4) {
            // The tail of coefficients 2^-|k| has the energy 2 * 4^-K / 3.
            double expected = Math.sqrt(2.0 / 3) * Math.pow(2, -k);
            assertEquals(1, error(Basis.FOURIER, Selection.FIRST, poisson, 2 * k + 1) / expected, 1e-4);
        }
    }

    /** A smooth function that is not periodic: jumps and kinks at the ends, or none seen by Chebyshev's angle. */
    @Test
    void theBoundaryDecides() {
        Formula f = Formula.of("1/(2+x)", x -> 1 / (2 + x));
        assertEquals(-0.5, slope(Basis.FOURIER, Selection.FIRST, f, 65, 1025), 0.01);
        assertEquals(-0.5, slope(Basis.FOURIER, Selection.BEST, f, 33, 511), 0.02);
        assertEquals(-1.5, slope(Basis.COSINE, Selection.FIRST, f, 64, 1024), 0.02);
        assertEquals(-1.5, slope(Basis.COSINE, Selection.BEST, f, 32, 512), 0.03);
        // The pole at -2 is on the ellipse of parameter 5 + sqrt(24).
        double ratio = error(Basis.CHEBYSHEV, Selection.FIRST, f, 9) / error(Basis.CHEBYSHEV, Selection.FIRST, f, 8);
        assertEquals(1, ratio * (5 + Math.sqrt(24)), 0.05);
    }

    /** |x - 1/3|^a in L2 has the speed a + 1/2 for polynomials, also from samples. */
    @Test
    void chebyshevSeriesDoNotSaturate() {
        for (double a : new double[] {0.5, 1.5, 2.5}) {
            Formula f = Formula.of("kink", x -> Math.pow(Math.abs(x - 1.0 / 3), a), 1.0 / 3);
            assertEquals(-a - 0.5, slope(Basis.CHEBYSHEV, Selection.FIRST, f, 64, 1024), 0.1);
        }
        Samples samples =
                Formula.of("kink", x -> Math.pow(Math.abs(x - 1.0 / 3), 1.5)).sampledOn(1 << 16);
        IntFunction<Approximation> a =
                new SeriesFamily(Basis.CHEBYSHEV, Selection.FIRST).approximations(samples, LpNorm.L2);
        assertEquals(
                -2,
                Math.log(a.apply(384).distance().value()
                                / a.apply(48).distance().value())
                        / Math.log(8),
                0.1);
    }

    /** E14a: coefficients prod max(1,|k_i|)^-3/2 in two variables; E / ((ln M / M) sqrt(ln M)) is nearly constant. */
    @Test
    void hyperbolicCrossOnMixedSmoothness() {
        int n = 1 << 10;
        IntToDoubleFunction wave = index -> Math.pow(Math.max(1, (index + 1) / 2), -1.5);
        IntFunction<Approximation> cross =
                new SeriesFamily(Basis.FOURIER, Selection.HYPERBOLIC_CROSS).approximations(cosines(n, wave), LpNorm.L2);
        IntFunction<Approximation> first =
                new SeriesFamily(Basis.FOURIER, Selection.FIRST).approximations(cosines(n, wave), LpNorm.L2);
        // Energies of one line: 1 + 2 (zeta(3) - 1)... with all k, and as far as the grid goes.
        double zeta3 = 1.2020569031595942;
        double whole = Math.pow(1 + 2 * zeta3, 2);
        double smallest = Double.POSITIVE_INFINITY;
        double largest = 0;
        for (int m = 256; m <= 4096; m *= 2) {
            double ratio = tailed(cross.apply(m), n, whole) / (Math.pow(Math.log(m), 1.5) / m);
            smallest = Math.min(smallest, ratio);
            largest = Math.max(largest, ratio);
        }
        // 3.98 at M = 265, 4.40 at 1.5e6; between full crosses it is less regular.
        assertTrue(smallest > 3.98 * 0.9 && largest < 4.4 * 1.1, smallest + " to " + largest);
        double slope =
                Math.log(tailed(first.apply(8192), n, whole) / tailed(first.apply(512), n, whole)) / Math.log(16);
        assertEquals(-0.5, slope, 0.05, "a disc of frequencies sees half");
    }

    /** Cosines alone, sqrt(2) per wave: the complex coefficients c_k of both signs. */
    private static Samples cosines(int n, IntToDoubleFunction coefficient) {
        double[] line = new double[n];
        for (int index = 0; index < n - 1; index++) {
            line[index] = index == 0 ? 1 : index % 2 == 1 ? Math.sqrt(2) * coefficient.applyAsDouble(index) : 0;
        }
        new FourierLine(n).synthesize(line);
        double[] values = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                values[i * n + j] = line[i] * line[j];
            }
        }
        return Samples.of("series", Grid.of(n, n), values);
    }

    /** The measured error and the energy beyond the grid, which has frequencies below n/2. */
    private static double tailed(Approximation a, int n, double whole) {
        double line = 1;
        for (int k = 1; k < n / 2; k++) {
            line += 2 * Math.pow(k, -3);
        }
        double measured = a.distance().value();
        return Math.sqrt(measured * measured + whole - line * line);
    }

    /** D12: the indicator of a disc. */
    @Test
    void edgesInThePlane() {
        Formula disc = Formula.of("disc", 2, x -> Math.hypot(x[0] - 0.5, x[1] - 0.5) < 0.4 ? 1 : 0);
        assertEquals(-0.25, slope(Basis.FOURIER, Selection.FIRST, disc, 128, 4096), 0.03);
        assertEquals(-0.25, slope(Basis.FOURIER, Selection.BEST, disc, 16, 128), 0.05);
    }

    @ParameterizedTest
    @CsvSource({
        "FOURIER, FIRST, 0.5, 0.25, 0.25, Infinity",
        "FOURIER, BEST, 0.5, 0.5, 0.5, Infinity",
        "FOURIER, HYPERBOLIC_CROSS, NaN, 0.5, 0.5, Infinity",
        "COSINE, FIRST, 1.5, 0.5, 0.75, 1.5",
        "COSINE, HYPERBOLIC_CROSS, NaN, 1, 1.5, 1.5",
        "CHEBYSHEV, FIRST, Infinity, NaN, NaN, Infinity"
    })
    void citedSpeeds(
            Basis basis, Selection selection, double analytic1, double mixed2, double analytic2, double periodic) {
        assertEquals(analytic1, speed(basis, selection, new Smoothness.Analytic(1, 2)));
        assertEquals(mixed2, speed(basis, selection, new Smoothness.Mixed(2, 1)));
        assertEquals(analytic2, speed(basis, selection, new Smoothness.Analytic(2, 2)));
        int d = basis.dimensions(selection).contains(1) ? 1 : 2;
        double found = speed(basis, selection, new Smoothness.Periodic(new Smoothness.Analytic(d, 2)));
        assertEquals(periodic, found);
    }

    private static double speed(Basis basis, Selection selection, Smoothness smoothness) {
        return SeriesSpeeds.of(basis, selection, smoothness, LpNorm.L2)
                .map(c -> c.speed())
                .orElse(Double.NaN);
    }

    /** The wave of the next frequency attains Jackson's bound on the circle; others stay within it. */
    @Test
    void theNextWaveAttainsTheBoundOnTheCircle() {
        Smoothness circle = new Smoothness.Periodic(new Smoothness.Besov(1, 1, 2, 2));
        SeriesFamily family = new SeriesFamily(Basis.FOURIER, Selection.FIRST);
        for (int frequency : new int[] {3, 8, 20}) {
            Formula wave = Formula.of(
                    "wave",
                    x -> Math.sqrt(2) * Math.cos(2 * Math.PI * frequency * x + 0.3) / (2 * Math.PI * frequency));
            double bound = family.jackson(circle, LpNorm.L2, 15).orElseThrow().error();
            assertEquals(1 / (16 * Math.PI), bound, 1e-15);
            double error = family.approximate(wave, 15, LpNorm.L2).distance().value();
            assertTrue(error <= bound * (1 + 1e-9), frequency + ": " + error);
            assertTrue(frequency != 8 || error >= bound * (1 - 1e-6), "attained by 8: " + error);
        }
        assertTrue(family.jackson(circle, LpNorm.SUP, 15).isEmpty());
    }
}
