package org.epsilonet.families.relu.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.epsilonet.api.function.Samples;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TunnelTest {
    /** Slopes are quotients of rounded differences, and pieces pass them on: a few hundred roundings of values of order 1. */
    private static final double ROUNDING = 1e-12;

    @ParameterizedTest
    @ValueSource(doubles = {1e-3, 0.01, 0.1, 0.3, 2})
    void everyPointIsWithinTheTunnel(double epsilon) {
        SplittableRandom random = new SplittableRandom(11);
        for (int trial = 0; trial < 200; trial++) {
            Curve curve = walk(random, 2 + random.nextInt(300), random.nextDouble());

            FreeKnotFit path = new Tunnel(curve).path(epsilon);

            assertEquals(0, path.knots()[0]);
            assertEquals(curve.size() - 1, path.knots()[path.knots().length - 1]);
            assertTrue(largestMiss(curve, path) <= epsilon + ROUNDING, "trial " + trial);
        }
    }

    /** A line through the tunnel exists or not, whatever the algorithm: here by trying the ends of all intervals. */
    @ParameterizedTest
    @ValueSource(doubles = {0.02, 0.1, 0.4})
    void thePathHasOnePieceExactlyIfALineFits(double epsilon) {
        SplittableRandom random = new SplittableRandom(12);
        int one = 0;
        for (int trial = 0; trial < 2000; trial++) {
            Curve curve = walk(random, 3 + random.nextInt(6), 2 * epsilon);
            boolean fits = lineFits(curve, epsilon);
            one += fits ? 1 : 0;

            assertEquals(fits, new Tunnel(curve).path(epsilon).knots().length == 2, "trial " + trial);
        }
        assertTrue(one > 200 && one < 1800, one + " of 2000 by one line");
    }

    /** Lines are within h^2/8 of the square on pieces of length h, and where these meet they are as far above it. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 16, 100})
    void parabolasTakeEqualPieces(int pieces) {
        Curve curve = sampled(20_001, x -> x * x);
        double best = 1.0 / (8.0 * pieces * pieces);

        assertTrue(new Tunnel(curve).path(1.002 * best).knots().length - 1 <= pieces);
        // On a grid of 200 points a piece, its error is less by a fraction of 1 / 200^2.
        assertTrue(new Tunnel(curve).path(0.999 * best).knots().length - 1 > pieces);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 20, 151})
    void linearPiecesAreFound(int pieces) {
        SplittableRandom random = new SplittableRandom(pieces);
        double[] heights = random.doubles(pieces + 1).toArray();
        Curve curve = sampled(40 * pieces + 1, x -> {
            int cell = Math.min(pieces - 1, (int) (x * pieces));
            double share = x * pieces - cell;
            return (1 - share) * heights[cell] + share * heights[cell + 1];
        });

        assertEquals(pieces + 1, new Tunnel(curve).path(1e-9).knots().length);
    }

    /** Tents of width 2h and height 1 within 3/4 need no more than one piece a flank. */
    @ParameterizedTest
    @ValueSource(ints = {4, 9, 33})
    void tentsWithinATunnelWiderThanHalfTheirHeightAreOneLine(int tents) {
        Curve curve = sampled(200 * tents + 1, x -> 1 - Math.abs(2 * (x * tents - Math.floor(x * tents)) - 1));

        assertEquals(2, new Tunnel(curve).path(0.5).knots().length);
        assertTrue(new Tunnel(curve).path(0.49).knots().length <= 2 * tents + 2);
    }

    /** Pieces that need not meet are joined by one more between each two of them; and paths cannot do with less than these. */
    @ParameterizedTest
    @ValueSource(doubles = {0.05, 0.2, 0.5, 1})
    void pathsNeedAtMostTwiceThePiecesThatNeedNotMeet(double epsilon) {
        SplittableRandom random = new SplittableRandom(13);
        for (int trial = 0; trial < 200; trial++) {
            Curve curve = walk(random, 400, 0.3);
            int apart = piecesApart(curve, epsilon);

            int pieces = new Tunnel(curve).path(epsilon).knots().length - 1;

            assertTrue(apart <= pieces && pieces <= 2 * apart - 1, pieces + " pieces, " + apart + " apart");
        }
    }

    private static int piecesApart(Curve curve, double epsilon) {
        LineStabbing lines = new LineStabbing(curve.size());
        int pieces = 0;
        for (int j = 0; j < curve.size(); j++) {
            double x = curve.x()[j];
            double low = curve.y()[j] - epsilon;
            double high = curve.y()[j] + epsilon;
            if (pieces == 0 || !lines.extend(x, low, high)) {
                lines.start(x, low, high);
                pieces++;
            }
        }
        return pieces;
    }

    private static boolean lineFits(Curve curve, double epsilon) {
        return IntStream.range(0, curve.size())
                .anyMatch(p -> IntStream.range(p + 1, curve.size())
                        .anyMatch(q -> fits(curve, epsilon, p, -epsilon, q, epsilon)
                                || fits(curve, epsilon, p, epsilon, q, -epsilon)));
    }

    private static boolean fits(Curve curve, double epsilon, int p, double offsetP, int q, double offsetQ) {
        double atP = curve.y()[p] + offsetP;
        double slope = (curve.y()[q] + offsetQ - atP) / (curve.x()[q] - curve.x()[p]);
        return IntStream.range(0, curve.size())
                .allMatch(j ->
                        Math.abs(atP + slope * (curve.x()[j] - curve.x()[p]) - curve.y()[j]) <= epsilon + ROUNDING);
    }

    private static double largestMiss(Curve curve, FreeKnotFit path) {
        double largest = 0;
        for (int k = 0; k + 1 < path.knots().length; k++) {
            int from = path.knots()[k];
            int to = path.knots()[k + 1];
            for (int j = from; j <= to; j++) {
                double share = (curve.x()[j] - curve.x()[from]) / (curve.x()[to] - curve.x()[from]);
                double value = (1 - share) * path.values()[k] + share * path.values()[k + 1];
                largest = Math.max(largest, Math.abs(value - curve.y()[j]));
            }
        }
        return largest;
    }

    private static Curve walk(SplittableRandom random, int n, double step) {
        double[] values = new double[n];
        for (int j = 1; j < n; j++) {
            values[j] = values[j - 1] + step * (2 * random.nextDouble() - 1);
        }
        return Curve.of(Samples.of("walk", values));
    }

    private static Curve sampled(int n, DoubleUnaryOperator f) {
        double[] values = new double[n];
        Arrays.setAll(values, j -> f.applyAsDouble((double) j / (n - 1)));
        return Curve.of(Samples.of("curve", values));
    }
}
