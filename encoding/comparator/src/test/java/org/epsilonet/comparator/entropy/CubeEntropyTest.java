package org.epsilonet.comparator.entropy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.function.LongToDoubleFunction;
import org.epsilonet.api.function.LpNorm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Entropies in more than one dimension, of finitely many parameters, and the lengths of codes. */
class CubeEntropyTest {
    private static final double LOG2E = 1 / Math.log(2);
    private static final long SEED = 11;

    /**
     * On the torus of two dimensions, zero mean, s = 1: the sum by itself, and its limit log2(e)/2 * pi / (2 pi)^2 / eps^2
     * (574.03 and 57403.0). With the mean log2(1/eps) is added.
     */
    @ParameterizedTest
    @CsvSource({"1e-2, 568.18, 574.03", "1e-3, 57393.8, 57403.0"})
    void theSobolevBallOfTheTorus(double epsilon, double sum, double limit) {
        double bits = EllipsoidEntropy.lower(TorusAxes.shortened(2, 1), epsilon);
        double withoutMean = bits - Math.log(1 / epsilon) * LOG2E;
        // Blocks of axes lose at most 2^-14 log2 e for each of them beyond 2^14; the digits given are rounded.
        double lost = epsilon < 5e-3 ? 57403 * 2 * 0x1p-14 : 0;
        assertTrue(withoutMean <= sum + 0.05 && withoutMean >= sum - 0.05 - lost, "S = " + withoutMean);
        double asymptotic = 0.5 * LOG2E * Math.PI / (4 * Math.PI * Math.PI) / (epsilon * epsilon);
        assertEquals(limit, asymptotic, limit * 1e-5);
    }

    /** Zero mean on the circle: (S - limit) / log2(1/eps) = -1.0000 where the cut-off is close to an integer. */
    @ParameterizedTest
    @ValueSource(ints = {160, 1600, 16000})
    void theSecondOrderOnTheCircle(int frequencies) {
        double epsilon = 1 / (2 * Math.PI * frequencies) * (1 + 1e-12);
        double bits = EllipsoidEntropy.lower(k -> 1 / (2 * Math.PI * ((k + 1) / 2)), epsilon);
        double asymptotic = LOG2E / Math.PI / epsilon;
        double logarithm = Math.log(1 / epsilon) * LOG2E;
        // Stirling: 2 log2(n^n/n!) = 2 n log2 e - log2(2 pi n) - O(1/n); blocks lose a little beyond 2^14.
        double lost = frequencies > 8000 ? 2 * frequencies * 0x1p-14 * LOG2E : 0;
        assertEquals(-1, (bits - asymptotic) / logarithm, 5e-5 + 0.25 / frequencies / logarithm + lost / logarithm);
    }

    /** Against all frequencies of a box, sorted. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void axesOfTheTorus(int d) {
        int side = 2 * 9 + 1;
        double[] lengths = new double[(int) Math.pow(side, d)];
        for (int code = 0; code < lengths.length; code++) {
            int rest = code;
            double square = 0;
            for (int i = 0; i < d; i++) {
                int k = rest % side - 9;
                rest /= side;
                square += k * k;
            }
            lengths[code] = Math.sqrt(square);
        }
        Arrays.sort(lengths);
        LongToDoubleFunction axes = TorusAxes.shortened(d, 2);
        for (int n = 2; n <= lengths.length && lengths[n - 1] <= 9; n++) {
            assertEquals(Math.pow(2 * Math.PI * lengths[n - 1], -2), axes.applyAsDouble(n), 1e-15, "n = " + n);
        }
        assertEquals(1, axes.applyAsDouble(1));
        double before = 1;
        for (long n = 1; n < 1L << 45; n += 1 + n / 5) {
            double lower = axes.applyAsDouble(n);
            double upper = TorusAxes.lengthened(d, 2).applyAsDouble(n);
            assertTrue(lower <= upper && upper <= before * (1 + 1e-15), d + ", n = " + n + ": " + lower + ", " + upper);
            before = upper;
        }
        assertThrows(IllegalArgumentException.class, () -> TorusAxes.shortened(4, 1));
    }

    @Test
    void axesOfTheCrossInSpace() {
        int[] upTo = new int[11];
        for (int code = 0; code < 21 * 21 * 21; code++) {
            int product = 1;
            for (int rest = code, i = 0; i < 3; i++, rest /= 21) {
                product *= Math.max(1, Math.abs(rest % 21 - 10));
            }
            for (int p = product; p <= 10; p++) {
                upTo[p]++;
            }
        }
        LongToDoubleFunction axes = CrossAxes.shortened(3, 1);
        for (int p = 1; p < 10; p++) {
            assertEquals(1.0 / p, axes.applyAsDouble(upTo[p]), 1e-15);
            assertEquals(1.0 / (p + 1), axes.applyAsDouble(upTo[p] + 1L), 1e-15);
        }
        assertThrows(IllegalArgumentException.class, () -> CrossAxes.shortened(4, 1));
    }

    /** In one dimension the bounds on the cube are those on the interval. */
    @Test
    void theIntervalIsACube() {
        for (double epsilon : new double[] {0.3, 0.02, 1e-3}) {
            assertEquals(SumBallEntropy.lower(0.5, epsilon), SumBallEntropy.onCubesLower(1, 0.5, epsilon), 1e-6);
            // The weights are taken at powers of two, and the ball twice as large, to the power a.
            assertEquals(
                    SumBallEntropy.upper(0.5, epsilon / Math.sqrt(2)),
                    SumBallEntropy.onCubesUpper(1, 0.5, epsilon),
                    1e-6);
        }
    }

    /** The bumps on cubes, on random points: Hölder with constant 1 and as far apart in the mean as stated. */
    @ParameterizedTest
    @CsvSource({"2, 1", "2, 0.5", "3, 1"})
    void bumpsOnCubesAreHoelder(int d, double alpha) {
        int m = 3;
        Random random = new Random(SEED);
        double steepest = 0;
        double square = 0;
        int n = 200_000;
        long signs = random.nextLong();
        for (int i = 0; i < n; i++) {
            double[] x = random.doubles(d).toArray();
            double[] y = x.clone();
            double distance = 0;
            for (int k = 0; k < d; k++) {
                y[k] = Math.min(1, Math.max(0, x[k] + 0.3 * random.nextGaussian() * random.nextDouble()));
                distance += (x[k] - y[k]) * (x[k] - y[k]);
            }
            double u = bump(x, m, alpha, signs);
            double v = bump(y, m, alpha, signs);
            steepest = Math.max(steepest, Math.abs(u - v) / Math.pow(Math.max(1e-9, Math.sqrt(distance)), alpha));
            square += 4 * u * u / n;
        }
        assertTrue(steepest <= 1 + 1e-6, "constant " + steepest);
        double mean = 1;
        for (int i = 1; i <= d; i++) {
            mean *= i / (2 * alpha + i);
        }
        // All signs differ: the root mean square distance. Five standard deviations of the sample are below one per
        // cent.
        assertEquals(Math.sqrt(mean) * Math.pow(m, -alpha), Math.sqrt(square), 0.01 * Math.sqrt(square));
    }

    private static double bump(double[] x, int m, double alpha, long signs) {
        double distance = Double.POSITIVE_INFINITY;
        int cell = 0;
        for (double t : x) {
            int k = Math.min(m - 1, (int) (t * m));
            cell = cell * m + k;
            distance = Math.min(distance, Math.min(t - (double) k / m, (k + 1.0) / m - t));
        }
        double height = Math.pow(2, alpha - 1) * Math.pow(Math.max(0, distance), alpha);
        return (signs >> cell & 1) == 0 ? height : -height;
    }

    /** Lipschitz tents give 1/(2 eps), within a factor of 2 of what is exact. */
    @Test
    void tentsAreWithinAFactorOfTwo() {
        for (double epsilon : new double[] {0.1, 0.013, 1e-4}) {
            double tents = BumpPacking.lower(epsilon, LpNorm.SUP, m -> 1.0 / m);
            assertEquals(Math.ceil(1 / (2 * epsilon)) - 1, tents);
            double exact = LipschitzEntropy.anchored(1, epsilon);
            assertTrue(exact >= 2 * tents && exact <= 2 * tents + 2, epsilon + ": " + tents + ", " + exact);
        }
    }

    /** Gilbert's bound at a quarter is (1 - H(1/4)) m in the limit, 0.1887 m, above Varshamov's m / 8. */
    @Test
    void gilbertInTheLimit() {
        assertEquals(0.1887, BumpPacking.gilbert(1e9, 2.5e8) / 1e9, 5e-5);
        for (int m = 8; m < 5000; m *= 2) {
            assertTrue(BumpPacking.gilbert(m, m / 4) >= m / 8.0);
            assertTrue(MonotonePath.lower(1.0 / (8 * m) * (1 - 1e-9)) >= 0.1887 * m);
        }
    }

    /** H = (2 + p) log2(1/eps) + O(1): 4 in the root mean square. */
    @ParameterizedTest
    @ValueSource(doubles = {1, 2, 4})
    void oneJumpIsFourLogarithms(double p) {
        LpNorm norm = new LpNorm(p);
        for (double epsilon = 1e-2; epsilon > 1e-9; epsilon /= 10) {
            double logarithms = (2 + p) * Math.log(1 / epsilon) * LOG2E;
            double lower = StepEntropy.lower(epsilon, norm);
            double upper = StepEntropy.upper(epsilon, norm);
            assertTrue(
                    lower <= upper && lower > logarithms - 14 && upper < logarithms + 9,
                    epsilon + ": " + lower + ".." + upper);
            assertTrue(StepEntropy.polynomials(0, 1, epsilon, norm) >= lower);
        }
        assertEquals(0, StepEntropy.upper(1, norm));
    }

    /** The code of one jump, carried out on random functions. */
    @Test
    void oneJumpIsCoded() {
        Random random = new Random(SEED);
        double worst = 0;
        for (int trial = 0; trial < 2000; trial++) {
            int levels = 1 + random.nextInt(20);
            int grid = 1 + random.nextInt(50);
            double a = 2 * random.nextDouble() - 1;
            double b = 2 * random.nextDouble() - 1;
            double t = random.nextDouble();
            double[] sent = {middle(a, levels), middle(b, levels)};
            double place = ((int) (t * grid) + 0.5) / grid;
            double first = Math.abs(a - sent[0]);
            double second = Math.abs(b - sent[1]);
            double between = t < place ? Math.abs(b - sent[0]) : Math.abs(a - sent[1]);
            double square = Math.min(t, place) * first * first
                    + (1 - Math.max(t, place)) * second * second
                    + Math.abs(t - place) * between * between;
            worst = Math.max(worst, Math.sqrt(square) / (1.0 / levels + 2 * Math.sqrt(0.5 / grid)));
        }
        assertTrue(worst <= 1 && worst > 0.6, "error / bound " + worst + ", seed " + SEED);
    }

    private static double middle(double value, int levels) {
        int cell = Math.min(levels - 1, (int) ((value + 1) / 2 * levels));
        return (cell + 0.5) * 2 / levels - 1;
    }

    /** The paraboloid and its bumps are convex, bounded and Lipschitz; heights are those of the bound. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void bumpsOfBoundedCurvature(int d) {
        Random random = new Random(SEED);
        int m = 2;
        long signs = random.nextLong();
        for (int i = 0; i < 20_000; i++) {
            double[] x = random.doubles(d).toArray();
            double[] y = random.doubles(d).toArray();
            double[] middle = new double[d];
            double distance = 0;
            for (int k = 0; k < d; k++) {
                y[k] = x[k] + 0.2 * (y[k] - x[k]);
                middle[k] = 0.5 * (x[k] + y[k]);
                distance += (x[k] - y[k]) * (x[k] - y[k]);
            }
            double u = convex(x, m, signs);
            double v = convex(y, m, signs);
            assertTrue(convex(middle, m, signs) <= 0.5 * (u + v) + 1e-15, "seed " + SEED);
            assertTrue(Math.abs(u) <= 1 && Math.abs(u - v) <= Math.sqrt(distance), "seed " + SEED);
        }
        double[] centre = new double[d];
        Arrays.fill(centre, 0.25);
        assertEquals(
                1.0 / (16 * m * m), Math.abs(convex(centre, m, 0) - convex(centre, m, -1)), 1e-15, "twice the height");
        assertTrue(CurvatureEntropy.convex(d, 1e-4, LpNorm.L2) <= CurvatureEntropy.convex(d, 1e-4, LpNorm.SUP));
    }

    private static double convex(double[] x, int m, long signs) {
        double paraboloid = 0;
        double square = 0;
        int cell = 0;
        for (double t : x) {
            int k = Math.min(m - 1, (int) (t * m));
            cell = cell * m + k;
            double off = t - (k + 0.5) / m;
            square += off * off;
            paraboloid += 0.25 * (t - 0.5) * (t - 0.5);
        }
        double radius = 0.5 / m;
        double r = Math.sqrt(square);
        double bump = r <= 0.5 * radius
                ? 0.25 * radius * radius - 0.5 * square
                : r < radius ? 0.5 * (radius - r) * (radius - r) : 0;
        return paraboloid + ((signs >> cell & 1) == 0 ? 0.5 : -0.5) * bump;
    }

    /** The distance of horizons is that of the functions in the mean: 2 in the plane at p = 1, half of it at p = 2. */
    @Test
    void horizonsInThePlane() {
        for (double epsilon = 0.2; epsilon > 1e-6; epsilon /= 7) {
            double lower = CurvatureEntropy.horizons(2, epsilon, LpNorm.L2);
            double upper = CurvatureEntropy.planarHorizons(epsilon, LpNorm.L2);
            assertTrue(lower <= upper, epsilon + ": " + lower + ".." + upper);
        }
        assertEquals(
                100,
                CurvatureEntropy.planarHorizons(1e-5, LpNorm.L2) / CurvatureEntropy.planarHorizons(1e-3, LpNorm.L2),
                5);
        assertEquals(
                10,
                CurvatureEntropy.planarHorizons(1e-8, LpNorm.L1) / CurvatureEntropy.planarHorizons(1e-6, LpNorm.L1),
                1);
    }

    @Test
    void entireFunctionsNeedLessThanAnalyticOnes() {
        double before = 0;
        for (double epsilon = 0.1; epsilon > 1e-14; epsilon /= 10) {
            double bits = AnalyticEntropy.exponentialType(32, epsilon);
            assertTrue(bits > before, epsilon + ": " + bits);
            before = bits;
        }
        assertTrue(before < 4 * AnalyticEntropy.exponentialType(32, 1e-7), "slower than the square of the logarithm");
        assertTrue(before < AnalyticEntropy.exponentialType(64, 1e-14));
    }

    @Test
    void lengthsOfCodes() {
        assertEquals(Math.log(120) * LOG2E + 24, CodeLengths.bestTerms(10, 3, 8), 1e-9);
        assertEquals(0, CodeLengths.bestTerms(10, 0, 8), 1e-9);
        assertEquals(80, CodeLengths.network(10, 10, 8), 1e-9);
        // log2 of 2^20 choose 2^10, from scipy.special.gammaln.
        assertEquals(11710.27298, CodeLengths.bestTerms(1 << 20, 1 << 10, 0), 1e-4);
        assertThrows(IllegalArgumentException.class, () -> CodeLengths.bestTerms(10, 11, 1));
        assertThrows(IllegalArgumentException.class, () -> CodeLengths.network(0, 0, 1));
    }

    /** Of 2^b codewords that are to be told apart, R bits tell 2^R. */
    @Test
    void theStrongConverseIsSharperThanFano() {
        assertEquals(0.25, Converse.success(8, 10), 1e-15);
        assertEquals(1, Converse.success(12, 10));
        assertEquals(0.5, Converse.failureByFano(4, 10), 1e-15);
        assertEquals(0, Converse.failureByFano(10, 10));
        for (double bits = 0; bits < 199; bits += 7) {
            assertTrue(1 - Converse.success(bits, 199.38) >= Converse.failureByFano(bits, 199.38) - 1e-12);
        }
        assertThrows(IllegalArgumentException.class, () -> Converse.success(-1, 10));
    }
}
