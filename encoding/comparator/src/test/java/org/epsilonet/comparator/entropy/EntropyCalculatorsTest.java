package org.epsilonet.comparator.entropy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.Random;
import java.util.function.LongToDoubleFunction;
import org.epsilonet.api.function.LpNorm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntropyCalculatorsTest {
    private static final double LOG2E = 1 / Math.log(2);
    private static final long SEED = 5;

    /** H^s on the torus of length 1, zero mean: axes (2πk)^-s, each twice. */
    private static LongToDoubleFunction torus(int s) {
        return k -> Math.pow(2 * Math.PI * ((k + 1) / 2), -s);
    }

    /** S(ε) over (s log2 e/π) ε^(-1/s), as computed independently to four digits. */
    @ParameterizedTest
    @CsvSource({
        "1, 1e-2, .8552",
        "1, 1e-3, .9783",
        "1, 1e-4, .9971",
        "1, 1e-6, .99996",
        "2, 1e-4, .8552",
        "2, 1e-6, .9783",
    })
    void ellipsoidsFromBelow(int s, double epsilon, double ratio) {
        double asymptotic = s * LOG2E / Math.PI * Math.pow(epsilon, -1.0 / s);
        // Blocks of axes lose at most 2^-14 s log2 e for each of them.
        assertEquals(ratio, EllipsoidEntropy.lower(torus(s), epsilon) / asymptotic, 1e-4);
    }

    /** A lattice covering was 3.26, 3.06 and 2.96 times S(ε) for s = 1, and 1.81 and 1.91 for s = 2. */
    @ParameterizedTest
    @CsvSource({"1, 1e-1, 5.5", "1, 1e-2, 3.06", "1, 1e-3, 2.96", "2, 1e-2, 2.5", "2, 1e-3, 1.91", "2, 1e-5, 1.91"})
    void ellipsoidsFromAbove(int s, double epsilon, double most) {
        double lower = EllipsoidEntropy.lower(k -> Math.pow(k, -s), epsilon);
        double upper = EllipsoidEntropy.upper(k -> Math.pow(k, -s), epsilon);
        assertTrue(upper >= lower && upper <= most * lower, lower + ".." + upper + " ratio " + upper / lower);
    }

    /** Axes ρ^-k, k >= 0. */
    @ParameterizedTest
    @CsvSource({"2, 814.5", "4, 417.3"})
    void exponentialAxes(double rho, double bits) {
        assertEquals(bits, EllipsoidEntropy.lower(k -> Math.pow(rho, 1 - k), 1e-12), 0.06);
    }

    /** In the plane the bounds must surround what a hexagonal lattice needs, within a few bits. */
    @Test
    void anInterval() {
        LongToDoubleFunction one = k -> k == 1 ? 1 : 0;
        double truth = Math.log(1000) * LOG2E;
        assertEquals(truth, EllipsoidEntropy.lower(one, 1e-3), 1e-6);
        double upper = EllipsoidEntropy.upper(one, 1e-3);
        assertTrue(upper >= truth && upper < truth + 2, "" + upper);
        assertEquals(0, EllipsoidEntropy.upper(one, 1.001));
    }

    @ParameterizedTest
    @CsvSource({"64, 16.33", "256, 53.47", "1024, 199.38"})
    void gilbert(int m, double bits) {
        assertEquals(bits, BumpPacking.gilbert(m, m / 4), 0.006);
    }

    /** Against the sum in big integers. */
    @Test
    void gilbertIsABound() {
        for (int m : new int[] {1, 2, 7, 50, 333, 2000}) {
            for (int d = 1; d <= m / 2; d += Math.max(1, m / 17)) {
                BigInteger sum = BigInteger.ZERO;
                BigInteger term = BigInteger.ONE;
                for (int i = 0; i < d; i++) {
                    sum = sum.add(term);
                    term = term.multiply(BigInteger.valueOf(m - i)).divide(BigInteger.valueOf(i + 1));
                }
                double exact = m - log2(sum);
                double bound = BumpPacking.gilbert(m, d);
                assertTrue(bound <= exact && bound > exact - 1e-9 * m, m + ", " + d + ": " + bound + " " + exact);
            }
        }
        assertThrows(IllegalArgumentException.class, () -> BumpPacking.gilbert(4, 5));
    }

    @Test
    void vectorsAreCountedByBruteForce() {
        for (int m = 0; m <= 4; m++) {
            for (int t = 0; t <= 6; t++) {
                int count = 0;
                int side = 2 * t + 1;
                for (int code = 0; code < Math.pow(side, m); code++) {
                    int rest = code;
                    int sum = 0;
                    for (int i = 0; i < m; i++) {
                        sum += Math.abs(rest % side - t);
                        rest /= side;
                    }
                    count += sum <= t ? 1 : 0;
                }
                double bits = LatticePaths.vectors(m, t);
                assertTrue(
                        bits >= Math.log(count) * LOG2E - 1e-15 && bits < Math.log(count) * LOG2E + 4e-11, m + "," + t);
            }
        }
        // The bound by the generating function, just above the change of method, is larger by half a logarithm at most.
        double change = LatticePaths.vectors(1.05e6, 1.05e6) - LatticePaths.vectors(1.04e6, 1.04e6);
        assertEquals(2e4 * Math.log(1 + Math.sqrt(2)) * LOG2E, change, 15);
        // Delannoy's numbers grow by (1+sqrt 2)^2.
        assertEquals(2 * Math.log(1 + Math.sqrt(2)) * LOG2E, LatticePaths.vectors(1e6, 1e6) / 1e6, 1e-4);
    }

    /** Monotone functions, coded as paths through the cells of the grid. */
    @Test
    void monotonePathsAreCloseInTheMean() {
        Random random = new Random(SEED);
        double worst = 0;
        for (int trial = 0; trial < 3000; trial++) {
            int n = 1 + random.nextInt(12);
            int jumps = 1 + random.nextInt(30);
            double[] places = random.doubles(jumps).sorted().toArray();
            double[] values = random.doubles(jumps + 1).sorted().toArray();
            double error = 0;
            int fine = 240;
            for (int column = 0; column < n; column++) {
                double low = at(places, values, (double) column / n);
                double high = at(places, values, (column + 1.0) / n);
                int first = Math.min(n - 1, (int) (low * n));
                int last = Math.min(n - 1, (int) (high * n));
                double middle = 0.5 * (first + last + 1) / n;
                for (int i = 0; i < fine; i++) {
                    error += Math.abs(at(places, values, (column + (i + 0.5) / fine) / n) - middle) / (fine * n);
                }
            }
            worst = Math.max(worst, error * n / ((2 * n - 1.0) / (2 * n)));
        }
        // The midpoint rule misses each of the jumps by half a point.
        assertTrue(worst <= 1.02 && worst > 0.5, "error / bound " + worst + ", seed " + SEED);
        assertEquals(Math.log(70) * LOG2E, MonotonePath.bits(5), 1e-9);
    }

    /** Computed with 90 digits: a binomial is a difference of factorials, whose rounding the bound has to outweigh. */
    @ParameterizedTest
    @CsvSource({
        "2, 1",
        "4, 4.321928094887362348",
        "5, 6.129283016944966455",
        "666122389577, 1332244779131.535753776",
        "59967305550468, 119934611100910.2896",
        "85748087171047, 171496174342068.0317"
    })
    void pathsAreCountedFromAbove(double n, double bits) {
        double bound = MonotonePath.bits(n);
        assertTrue(bound >= bits && bound <= bits * (1 + 1e-11), bound + " for " + bits);
    }

    /** Wherever the ball around 0 is the whole class, no bit is needed. */
    @Test
    void largeAccuraciesNeedNothing() {
        assertEquals(0, AnalyticEntropy.exponentialType(32, 1));
        assertEquals(0, SumBallEntropy.onCubesUpper(2, 1, 1));
        assertTrue(SumBallEntropy.onCubesUpper(2, 1, 0.99) > 0);
    }

    @Test
    void monotoneBounds() {
        for (double epsilon = 0.3; epsilon > 1e-5; epsilon /= 3) {
            double lower = MonotonePath.lower(epsilon);
            double upper = MonotonePath.upper(epsilon);
            assertTrue(lower <= upper && upper <= 2 / epsilon, epsilon + ": " + lower + ".." + upper);
            assertTrue(epsilon > 0.05 || lower >= 0.1887 * Math.floor(1 / (8 * epsilon)), epsilon + ": " + lower);
        }
    }

    /** The code of functions of bounded variation, carried out: the error, and the vectors it needs. */
    @Test
    void functionsOfBoundedVariationAreFollowed() {
        Random random = new Random(SEED);
        for (int trial = 0; trial < 2000; trial++) {
            int n = 2 + random.nextInt(40);
            int steps = 1 + random.nextInt(20);
            double[] v = new double[n];
            double variation = 0;
            for (int i = 0; i < n; i++) {
                v[i] = random.nextGaussian();
                variation += i == 0 ? 0 : Math.abs(v[i] - v[i - 1]);
            }
            int w = 0;
            int moved = 0;
            for (int i = 0; i < n; i++) {
                double scaled = v[i] / variation * steps;
                int before = w;
                if (i == 0) {
                    w = (int) Math.rint(scaled);
                } else if (Math.abs(scaled - w) >= 1) {
                    w = (int) (scaled > w ? Math.floor(scaled) : Math.ceil(scaled));
                }
                moved += i == 0 ? 0 : Math.abs(w - before);
                assertTrue(Math.abs(scaled - w) < 1);
            }
            assertTrue(moved <= steps, moved + " of " + steps + ", seed " + SEED);
        }
    }

    @Test
    void analyticFunctionsNeedSquaresOfLogarithms() {
        for (double rho : new double[] {1.5, 2, 4}) {
            for (double epsilon = 0.1; epsilon > 1e-14; epsilon /= 10) {
                double lower = AnalyticEntropy.lower(rho, epsilon);
                double upper = AnalyticEntropy.upper(rho, epsilon);
                double l = Math.log(1 / epsilon) * LOG2E;
                double leading = 0.5 * l * l / (Math.log(rho) * LOG2E);
                assertTrue(lower <= upper, rho + ", " + epsilon + ": " + lower + ".." + upper);
                assertTrue(upper > leading, rho + ", " + epsilon + ": " + upper);
                assertTrue(epsilon > 1e-9 || lower > 0.85 * leading, rho + ", " + epsilon + ": " + lower);
                assertTrue(epsilon > 1e-9 || upper < 1.6 * leading, rho + ", " + epsilon + ": " + upper);
            }
        }
    }

    @Test
    void everyPairOfBoundsIsInOrderAndOfTheRightSpeed() {
        for (double epsilon = 0.9; epsilon > 1e-4; epsilon /= 2.5) {
            inOrder(
                    "variation, l1",
                    epsilon,
                    VariationEntropy.lower(epsilon, LpNorm.L1),
                    VariationEntropy.upper(epsilon, LpNorm.L1));
            inOrder(
                    "variation, l2",
                    epsilon,
                    VariationEntropy.lower(epsilon, LpNorm.L2),
                    VariationEntropy.upper(epsilon, LpNorm.L2));
            inOrder(
                    "piecewise",
                    epsilon,
                    PiecewiseSmoothEntropy.lower(epsilon, LpNorm.L2),
                    PiecewiseSmoothEntropy.upper(3, epsilon, LpNorm.L2));
            inOrder("sums, 1/2", epsilon, SumBallEntropy.lower(0.5, epsilon), SumBallEntropy.upper(0.5, epsilon));
            inOrder("sums, 3/2", epsilon, SumBallEntropy.lower(1.5, epsilon), SumBallEntropy.upper(1.5, epsilon));
            inOrder("cartoon", epsilon, CartoonEntropy.lower(epsilon, LpNorm.L2), Double.POSITIVE_INFINITY);
        }
        // H ~ ε^(-1/γ): γ = 1 for sums with a = 1/2, variation and cartoons; 2 for pieces and a = 3/2.
        assertEquals(100, SumBallEntropy.lower(0.5, 1e-4) / SumBallEntropy.lower(0.5, 1e-2), 6);
        assertEquals(100, SumBallEntropy.upper(0.5, 1e-4) / SumBallEntropy.upper(0.5, 1e-2), 12);
        assertEquals(10, SumBallEntropy.upper(1.5, 1e-6) / SumBallEntropy.upper(1.5, 1e-4), 2);
        assertEquals(100, VariationEntropy.upper(1e-4, LpNorm.L1) / VariationEntropy.upper(1e-2, LpNorm.L1), 5);
        assertEquals(100, CartoonEntropy.lower(1e-5, LpNorm.L2) / CartoonEntropy.lower(1e-3, LpNorm.L2), 5);
        assertEquals(100, VariationEntropy.lower(1e-5, LpNorm.L2) / VariationEntropy.lower(1e-3, LpNorm.L2), 5);
        assertEquals(
                10,
                PiecewiseSmoothEntropy.upper(3, 1e-10, LpNorm.L2) / PiecewiseSmoothEntropy.upper(3, 1e-8, LpNorm.L2),
                1);
    }

    private static void inOrder(String what, double epsilon, double lower, double upper) {
        assertTrue(lower >= 0 && lower <= upper, what + " at " + epsilon + ": " + lower + ".." + upper);
    }

    private static double at(double[] places, double[] values, double x) {
        int i = 0;
        while (i < places.length && places[i] <= x) {
            i++;
        }
        return values[i];
    }

    private static double log2(BigInteger x) {
        int shift = Math.max(0, x.bitLength() - 60);
        return Math.log(x.shiftRight(shift).doubleValue()) * LOG2E + shift;
    }
}
