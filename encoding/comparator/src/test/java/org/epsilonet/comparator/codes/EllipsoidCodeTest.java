package org.epsilonet.comparator.codes;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.function.LongToDoubleFunction;
import org.epsilonet.codec.CorruptFileException;
import org.epsilonet.comparator.entropy.EllipsoidEntropy;
import org.epsilonet.comparator.entropy.TorusAxes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EllipsoidCodeTest {
    private static final long SEED = 20261129;

    /** Gaussian on the axes longer than the accuracy, then scaled onto the surface of the ellipsoid. */
    private static double[] hard(LongToDoubleFunction axes, double epsilon, Random random) {
        int m = 0;
        while (axes.applyAsDouble(m + 1) > epsilon) {
            m++;
        }
        return element(axes, m, 1, random);
    }

    /** A random element with so many coefficients on the surface of the ellipsoid shrunk to a radius. */
    private static double[] element(LongToDoubleFunction axes, int m, double radius, Random random) {
        double[] x = new double[m];
        double norm = 0;
        for (int k = 0; k < m; k++) {
            double g = random.nextGaussian();
            x[k] = axes.applyAsDouble(k + 1) * g;
            norm += g * g;
        }
        for (int k = 0; k < m; k++) {
            x[k] *= radius / Math.sqrt(norm);
        }
        return x;
    }

    private static double distance(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < Math.max(x.length, y.length); i++) {
            double d = (i < x.length ? x[i] : 0) - (i < y.length ? y[i] : 0);
            sum += d * d;
        }
        return Math.sqrt(sum);
    }

    /** Bits over S(eps) on hard elements of Sobolev balls of the circle: 1 + 0.177/s and the head, 1.3 at most. */
    @ParameterizedTest
    @CsvSource({"1, 1e-3", "1, 1e-4", "1, 1e-5", "2, 1e-5", "2, 1e-6", "3, 1e-8"})
    void sobolevBallsTakeThreeTenthsMoreThanTheLimitAtMost(double s, double epsilon) throws CorruptFileException {
        LongToDoubleFunction axes = TorusAxes.shortened(1, s);
        double limit = EllipsoidEntropy.lower(axes, epsilon);
        EllipsoidCode code = new EllipsoidCode(axes, epsilon);
        Random random = new Random(SEED);
        for (int trial = 0; trial < 10; trial++) {
            double[] x = hard(axes, epsilon, random);
            byte[] stream = code.encode(x);
            assertTrue(distance(x, code.decode(stream)) <= epsilon);
            double ratio = 8 * stream.length / limit;
            // No element by itself obeys the limit; typical ones of the hardest distribution nearly do.
            assertTrue(
                    ratio > 0.95 && ratio <= 1.3, "seed " + SEED + ", trial " + trial + ": " + ratio + " of " + limit);
        }
    }

    @Test
    void theAccuracyIsKeptOnTheWholeEllipsoid() throws CorruptFileException {
        Random random = new Random(SEED);
        for (int trial = 0; trial < 200; trial++) {
            double s = 0.75 + 2 * random.nextDouble();
            LongToDoubleFunction axes = k -> StrictMath.pow(k, -s);
            double[] x = element(axes, random.nextInt(3000), Math.pow(random.nextDouble(), 8), random);
            double epsilon = Math.pow(10, -1 - 3 * random.nextDouble());
            EllipsoidCode code = new EllipsoidCode(axes, epsilon);
            assertTrue(distance(x, code.decode(code.encode(x))) <= epsilon, "seed " + SEED + ", trial " + trial);
        }
    }

    /** The extreme element: all of it on the first axis that is dropped, or on the shortest one kept. */
    @Test
    void elementsOnOneAxisAreCoded() throws CorruptFileException {
        LongToDoubleFunction axes = k -> 1.0 / k;
        EllipsoidCode code = new EllipsoidCode(axes, 0.011);
        for (int k = 1; k <= 200; k++) {
            double[] x = new double[k];
            x[k - 1] = axes.applyAsDouble(k);
            assertTrue(distance(x, code.decode(code.encode(x))) <= 0.011, "axis " + k);
        }
    }

    /** Squares of such numbers are no doubles: multiplied by a power of two, all is as before. */
    @Test
    void unitsDoNotMatter() throws CorruptFileException {
        double unit = 0x1p-550;
        EllipsoidCode code = new EllipsoidCode(k -> 1.0 / k, 0.011);
        EllipsoidCode small = new EllipsoidCode(k -> unit / k, unit * 0.011);
        Random random = new Random(SEED);
        for (int trial = 0; trial < 20; trial++) {
            double[] x = element(k -> 1.0 / k, 500, 1, random);
            double[] scaled = Arrays.stream(x).map(c -> unit * c).toArray();

            byte[] stream = small.encode(scaled);

            assertArrayEquals(code.encode(x), stream);
            double[] back =
                    Arrays.stream(small.decode(stream)).map(c -> c / unit).toArray();
            assertTrue(distance(x, back) <= 0.011, "trial " + trial);
        }
    }

    /** Coefficients just too small to round up, on as many axes as the ellipsoid allows, and many more axes than the limit's. */
    @Test
    void everyElementHasACode() throws CorruptFileException {
        LongToDoubleFunction axes = k -> 1 / Math.sqrt(k);
        EllipsoidCode code = new EllipsoidCode(axes, 0.1);
        for (int m = 1; m <= 4000; m = 3 * m / 2 + 1) {
            double[] x = new double[m];
            // The sum of k up to m, by which the ellipsoid weighs equal squares.
            Arrays.fill(x, 1 / Math.sqrt(m * (m + 1.0) / 2));
            assertTrue(distance(x, code.decode(code.encode(x))) <= 0.1, m + " equal coefficients");
        }
    }

    /** A head of three bytes may ask for 2^15 times as many axes as are longer than the accuracy. */
    @Test
    void headsThatAskForTooManyAxesAreDamaged() {
        EllipsoidCode code = new EllipsoidCode(k -> 1 / Math.sqrt(k), 0.01);
        byte[] longest = {(byte) 0xff, (byte) 0xff, 0};
        assertThrows(CorruptFileException.class, () -> code.decode(longest));
    }

    @Test
    void badInputIsRefused() {
        LongToDoubleFunction axes = k -> 1.0 / k;
        assertThrows(IllegalArgumentException.class, () -> new EllipsoidCode(axes, 0));
        assertThrows(IllegalArgumentException.class, () -> new EllipsoidCode(axes, Double.NaN));
        EllipsoidCode code = new EllipsoidCode(axes, 0.1);
        assertThrows(IllegalArgumentException.class, () -> code.encode(new double[] {1, 0.1}));
        assertThrows(IllegalArgumentException.class, () -> code.encode(new double[] {Double.NaN}));
        assertThrows(CorruptFileException.class, () -> code.decode(new byte[100]));
        assertThrows(IllegalArgumentException.class, () -> new EllipsoidCode(k -> 1, 0.1).encode(new double[0]));
        EllipsoidCode fine = new EllipsoidCode(k -> StrictMath.pow(2, -k), 1e-18);
        assertTrue(assertThrows(IllegalArgumentException.class, () -> fine.encode(new double[] {0.1}))
                .getMessage()
                .contains("below 2^40 times the accuracy"));
    }

    /** Streams of strangers are refused or mean something, at once. */
    @Test
    void damagedStreamsAreRefusedOrMeanOtherCoefficients() {
        EllipsoidCode code = new EllipsoidCode(k -> 1.0 / k, 0.01);
        Random random = new Random(SEED);
        int refused = 0;
        for (int trial = 0; trial < 500; trial++) {
            byte[] stream = new byte[random.nextInt(60)];
            random.nextBytes(stream);
            try {
                // 100 axes are longer than the accuracy, and 2^(15/2) times as many than the shortest of the list.
                assertTrue(code.decode(stream).length < 100 * 182);
            } catch (CorruptFileException e) {
                refused++;
            }
        }
        // Random bytes seldom end where the integers do.
        assertTrue(refused > 400, refused + " of 500 refused");
    }
}
