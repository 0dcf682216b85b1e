package org.epsilonet.families.relu.internal;

import java.util.stream.IntStream;

/**
 * A near-best continuous piecewise linear fit with at most {@code pieces} pieces whose knots are points of the curve: the
 * smallest tolerance that so many pieces meet, found by bisection of its logarithm.
 *
 * @param knots indices of points
 * @param values the values there
 */
record FreeKnotFit(int[] knots, double[] values) {
    private static final int PASSES = 14;

    /** Tolerances below this fraction of the coarsest are rounding. */
    private static final double SMALLEST = 0x1p-100;

    /** Least squares over the weighted points. */
    static FreeKnotFit leastSquares(Curve curve, int pieces) {
        int[] knots = pieces >= curve.size() - 1 ? all(curve) : regressionKnots(curve, pieces);
        return new FreeKnotFit(knots, HatLeastSquares.values(curve, knots));
    }

    private static int[] regressionKnots(Curve curve, int pieces) {
        int[] best = {0, curve.size() - 1};
        double high = Math.log(coarsest(curve, HatLeastSquares.values(curve, best)));
        double low = high + Math.log(SMALLEST);
        for (int pass = 0; pass < PASSES && !closeEnough(best, pieces); pass++) {
            double middle = 0.5 * (low + high);
            int[] knots = SegmentedRegression.knots(curve, Math.exp(middle));
            if (knots.length - 1 <= pieces) {
                best = knots;
                high = middle;
            } else {
                low = middle;
            }
        }
        return best;
    }

    /** The residual sum of squares of one line. */
    private static double coarsest(Curve curve, double[] ends) {
        double start = curve.x()[0];
        double slope = (ends[1] - ends[0]) / (curve.x()[curve.size() - 1] - start);
        double sum = Double.MIN_NORMAL;
        for (int j = 0; j < curve.size(); j++) {
            double miss = curve.y()[j] - ends[0] - slope * (curve.x()[j] - start);
            sum += curve.weights()[j] * miss * miss;
        }
        return sum;
    }

    /** Uniform approximation on the points. */
    static FreeKnotFit uniform(Curve curve, int pieces) {
        if (pieces >= curve.size() - 1) {
            return new FreeKnotFit(all(curve), curve.y().clone());
        }
        double range = Double.MIN_NORMAL;
        for (double y : curve.y()) {
            range = Math.max(range, Math.abs(y - curve.y()[0]));
        }
        if (range == Double.POSITIVE_INFINITY) {
            // No path is worth looking for where none can be measured.
            int last = curve.size() - 1;
            return new FreeKnotFit(new int[] {0, last}, new double[] {curve.y()[0], curve.y()[last]});
        }
        double high = Math.log(range);
        double low = high + 0.5 * Math.log(SMALLEST);
        // Within the range of the values a horizontal line stays: one piece.
        Tunnel tunnel = new Tunnel(curve);
        FreeKnotFit best = tunnel.path(range);
        for (int pass = 0; pass < PASSES && !closeEnough(best.knots, pieces); pass++) {
            double middle = 0.5 * (low + high);
            FreeKnotFit path = tunnel.path(Math.exp(middle));
            if (path.knots.length - 1 <= pieces) {
                best = path;
                high = middle;
            } else {
                low = middle;
            }
        }
        return best;
    }

    /** Within two percent of many pieces; few pieces deserve the smallest tolerance. */
    private static boolean closeEnough(int[] knots, int pieces) {
        return pieces >= 64 && knots.length - 1 >= pieces - pieces / 64;
    }

    private static int[] all(Curve curve) {
        return IntStream.range(0, curve.size()).toArray();
    }
}
