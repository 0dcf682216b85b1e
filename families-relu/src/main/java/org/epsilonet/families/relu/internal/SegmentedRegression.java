package org.epsilonet.families.relu.internal;

import java.util.Arrays;

/**
 * Chooses knots for least squares: from left to right, every segment is the longest whose best line leaves a residual sum
 * of squares of at most \(\tau\). (That sum never decreases when a point is added, so the greedy partition has the fewest
 * segments among all whose residuals are at most \(\tau\), and equidistributes the error.)
 *
 * <p>Neighbouring lines are joined by one knot near their intersection, or by two knots at neighbouring points, whichever
 * is cheaper: forcing two least squares lines to meet at \(x_0\) where they differ by \(\delta\) raises the residual by
 * \(\delta^2/(V_1+V_2)\), \(V = 1/W + (x_0-\bar x)^2/C_{xx}\), and a knot more is worth about \(\tau\).
 *
 * <p>The regression is updated point by point in centred form, without cancellation; \(O(N)\).
 */
final class SegmentedRegression {
    private final Curve curve;
    private int[] knots = new int[16];
    private int count;

    /** The regression line of the points {@code first..last}. */
    private record Line(int first, int last, double weight, double meanX, double meanY, double cxx, double slope) {
        double at(double x) {
            return meanY + slope * (x - meanX);
        }

        double varianceAt(double x) {
            return 1 / weight + (x - meanX) * (x - meanX) / cxx;
        }
    }

    private SegmentedRegression(Curve curve) {
        this.curve = curve;
    }

    /** The knots for a tolerance, as indices of points, the first and the last among them. */
    static int[] knots(Curve curve, double tau) {
        return new SegmentedRegression(curve).run(tau);
    }

    private int[] run(double tau) {
        int n = curve.size();
        add(0);
        Line before = longest(0, tau);
        while (before.last < n - 1) {
            Line line = longest(before.last + 1, tau);
            join(before, line, tau);
            before = line;
        }
        add(n - 1);
        return Arrays.copyOf(knots, count);
    }

    private Line longest(int first, double tau) {
        double[] xs = curve.x();
        double[] ys = curve.y();
        double[] ws = curve.weights();
        double weight = ws[first];
        double meanX = xs[first];
        double meanY = ys[first];
        double cxx = 0;
        double slope = 0;
        double cxy = 0;
        double residual = 0;
        int j = first + 1;
        for (; j < xs.length; j++) {
            double w = ws[j];
            double dx = xs[j] - meanX;
            double dy = ys[j] - meanY;
            if (cxx > 0) {
                double miss = dy - slope * dx;
                // w e^2 / (1 + w (1/W + dx^2/Cxx)), with one division.
                residual += w * miss * miss * weight * cxx / (weight * cxx + w * (cxx + weight * dx * dx));
                if (residual > tau) {
                    break;
                }
            }
            double share = w / (weight + w);
            cxx += share * weight * dx * dx;
            cxy += share * weight * dx * dy;
            slope = cxy / cxx;
            meanX += share * dx;
            meanY += share * dy;
            weight += w;
        }
        return new Line(first, j - 1, weight, meanX, meanY, cxx, slope);
    }

    private void join(Line a, Line b, double tau) {
        double middle = 0.5 * (curve.x()[a.last] + curve.x()[b.first]);
        double gap = a.at(middle) - b.at(middle);
        boolean free = a.cxx == 0 || b.cxx == 0;
        if (!free && gap * gap > tau * (a.varianceAt(middle) + b.varianceAt(middle))) {
            add(a.last);
            add(b.first);
            return;
        }
        double meeting = a.slope == b.slope ? middle : middle - gap / (a.slope - b.slope);
        int low = (a.first + a.last + 1) / 2;
        int high = (b.first + b.last) / 2;
        add(meeting > curve.x()[low] ? (meeting < curve.x()[high] ? nearest(meeting, low, high) : high) : low);
    }

    private int nearest(double x, int low, int high) {
        int i = Arrays.binarySearch(curve.x(), low, high + 1, x);
        if (i >= 0) {
            return i;
        }
        int right = -i - 1;
        return x - curve.x()[right - 1] <= curve.x()[right] - x ? right - 1 : right;
    }

    private void add(int knot) {
        if (count > 0 && knot <= knots[count - 1]) {
            return;
        }
        knots = count == knots.length ? Arrays.copyOf(knots, 2 * count) : knots;
        knots[count++] = knot;
    }
}
