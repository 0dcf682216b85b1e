package org.epsilonet.comparator.internal;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.FDistribution;

/**
 * Where a curve becomes asymptotic: leading points are dropped while a later part predicts them badly (Chow's test of
 * predictive failure). The curve \(1, \ln M, \ln\ln M, M^{-1}\) is fitted to all points and to every part that begins later,
 * to four or five last points a straight line; a point goes if for some part the squares that the earlier points add are
 * beyond chance (F test at level {@value #LEVEL}).
 *
 * @see <a href="https://doi.org/10.2307/1910133">Chow: Tests of equality between sets of coefficients in two linear
 *     regressions, Econometrica 28, 1960</a>
 */
public final class AsymptoticRange {
    /** One chance in a thousand for each test: there are up to 50. */
    private static final double LEVEL = 1e-3;

    /** No ratio below is beyond the quantile for fewer than a hundred points: spares the distribution. */
    private static final double SMALLEST_QUANTILE = 2;

    /** Curves that fit this well, relative to the error, are asymptotic whatever a finer test says. */
    private static final double GOOD_FIT = 1e-3;

    /** The fewest points on which a curve of four parameters can be tested. */
    private static final int FEWEST_CURVED = 6;

    private static final int FEWEST = 4;

    private AsymptoticRange() {}

    /** The index of the first asymptotic point. */
    public static int first(Curve curve) {
        int first = 0;
        while (curve.points() - first > FEWEST && isDisturbed(curve.from(first))) {
            first++;
        }
        return first;
    }

    private static boolean isDisturbed(Curve c) {
        int n = c.points();
        double all = squares(c);
        if (Math.sqrt(all / n) < GOOD_FIT) {
            return false;
        }
        for (int dropped = 1; n - dropped >= FEWEST; dropped++) {
            Curve rest = c.from(dropped);
            int freedom = rest.points() - parameters(rest.points());
            int more = Math.max(1, n - parameters(n) - freedom);
            double tail = squares(rest);
            double ratio = (all - tail) / more / (tail / freedom);
            if (ratio > SMALLEST_QUANTILE && FDistribution.of(more, freedom).survivalProbability(ratio) < LEVEL) {
                return true;
            }
        }
        return false;
    }

    private static int parameters(int points) {
        return points < FEWEST_CURVED ? 2 : 4;
    }

    /** The sum of squares that the curve leaves. */
    private static double squares(Curve c) {
        int n = c.points();
        double[][] basis = new double[parameters(n)][n];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            double x = Math.log(c.size(i));
            double[] terms = {1, x, logLog(c.size(i)), c.size(0) / c.size(i)};
            for (int k = 0; k < basis.length; k++) {
                basis[k][i] = terms[k];
            }
            y[i] = Math.log(c.error(i));
        }
        for (int k = 0; k < basis.length; k++) {
            for (int j = 0; j < k; j++) {
                remove(basis[j], basis[k]);
            }
            double length = Math.sqrt(WhitenedLine.dot(basis[k], basis[k]));
            double[] unit = basis[k];
            Arrays.setAll(unit, i -> unit[i] / length);
            remove(unit, y);
        }
        return WhitenedLine.dot(y, y);
    }

    /** \(\ln\ln M\), that of 2 below it. */
    static double logLog(double size) {
        return Math.log(Math.log(Math.max(2, size)));
    }

    private static void remove(double[] unit, double[] y) {
        double along = WhitenedLine.dot(unit, y);
        for (int i = 0; i < y.length; i++) {
            y[i] -= along * unit[i];
        }
    }
}
