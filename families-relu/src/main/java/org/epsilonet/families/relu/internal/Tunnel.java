package org.epsilonet.families.relu.internal;

import java.util.Arrays;

/**
 * Finds continuous piecewise linear paths through the tunnel \([y_j-\varepsilon, y_j+\varepsilon]\) around a curve, with knots at
 * its points and hardly more pieces than any such path needs.
 *
 * <p>A piece goes as far as any line can that starts in the values reachable at its first knot. The last such line \(\ell\)
 * touches both walls, the second at a point \(q\), and ends at a point \(e\) where the tunnel turns away; the next piece may
 * start anywhere on it between \(q\) and \(e\), the window of Imai and Iri, and starts where one that goes farthest crosses
 * \(\ell\), or at the next point. From there all reachable values count, not \(\ell\) alone. Which are taken is decided
 * backwards, from the last knot. A few visits for each point: \(O(N)\).
 *
 * <p>Not thread-safe: working memory is kept from one width to the next.
 *
 * @see <a href="https://doi.org/10.1016/S0734-189X(86)80027-5">Imai, Iri, Computational-geometric methods for polygonal
 *     approximations of a curve, Computer Vision, Graphics, and Image Processing 1986</a>
 */
final class Tunnel {
    private final Curve curve;
    private final int last;
    private final LineStabbing window;
    private double epsilon;

    /** The piece that is left, and two candidates for the next one. */
    private Piece piece;

    private Piece candidate;
    private Piece other;

    /** Knots, and the values that can be reached at each. */
    private int[] knots = new int[16];

    private double[] lowest = new double[16];
    private double[] highest = new double[16];
    private int count;

    Tunnel(Curve curve) {
        this.curve = curve;
        this.last = curve.size() - 1;
        this.window = new LineStabbing(curve.size());
        this.piece = new Piece();
        this.candidate = new Piece();
        this.other = new Piece();
    }

    /**
     * A path; every point of the curve is within {@code epsilon} of it, up to rounding.
     *
     * @param width the half-width \(\varepsilon\) of the tunnel
     */
    FreeKnotFit path(double width) {
        epsilon = width;
        count = 0;
        piece.from(0, lower(0), upper(0));
        add(0, lower(0), upper(0));
        while (piece.end < last) {
            int crossing = crossing();
            candidate.from(crossing, piece.low[crossing], piece.high[crossing]);
            if (crossing < piece.end) {
                other.from(crossing + 1, piece.low[crossing + 1], piece.high[crossing + 1]);
                if (other.end > candidate.end) {
                    swapCandidates();
                }
            }
            add(candidate.start, piece.low[candidate.start], piece.high[candidate.start]);
            Piece left = piece;
            piece = candidate;
            candidate = left;
        }
        add(last, piece.low[last], piece.high[last]);
        return new FreeKnotFit(Arrays.copyOf(knots, count), chosen());
    }

    private void swapCandidates() {
        Piece first = candidate;
        candidate = other;
        other = first;
    }

    /** The point at which, or right after which, a line that goes farthest crosses the last line of this piece. */
    private int crossing() {
        LineStabbing.Line line = piece.lastLine();
        int touches = piece.start + line.touches();
        int end = piece.end;
        boolean up = piece.turnsUp();
        LineStabbing.Line next = farthest(line, touches, end, up);
        double atEnd = next.at(x(end)) - line.at(x(end));
        double back = atEnd / (next.slope() - line.slope());
        double place = back > 0 ? x(end) - back : x(end);
        int found = Arrays.binarySearch(curve.x(), touches, end + 1, place);
        return Math.max(touches, found >= 0 ? found : -found - 2);
    }

    /**
     * Of the lines that cross the given one between two of its points, towards the side where the tunnel turns, one that goes
     * farthest. Before they cross, the other wall is none of their concern; after that, the line keeps it away.
     */
    private LineStabbing.Line farthest(LineStabbing.Line line, int touches, int end, boolean up) {
        double there = line.at(x(touches));
        double low = touches == end || !up ? there : Double.NEGATIVE_INFINITY;
        double high = touches == end || up ? there : Double.POSITIVE_INFINITY;
        window.start(x(touches), low, high);
        for (int j = touches + 1; j < end; j++) {
            window.extend(x(j), up ? Double.NEGATIVE_INFINITY : lower(j), up ? upper(j) : Double.POSITIVE_INFINITY);
        }
        if (touches < end) {
            double at = line.at(x(end));
            window.extend(x(end), up ? at : lower(end), up ? upper(end) : at);
        }
        int next = end + 1;
        while (next <= last && window.extend(x(next), lower(next), upper(next))) {
            next++;
        }
        boolean highestIsLast = next <= last ? lower(next) > window.highestAt(x(next)) : !up;
        return highestIsLast ? window.steepest() : window.flattest();
    }

    /**
     * Backwards, the middle of the values from which a line leads to the value chosen last. Near the end of a piece, rounding
     * there is much at its start: what contradicts the points before is left out, and little is missed.
     */
    private double[] chosen() {
        double[] values = new double[count];
        values[count - 1] = 0.5 * lowest[count - 1] + 0.5 * highest[count - 1];
        for (int k = count - 2; k >= 0; k--) {
            double end = x(knots[k + 1]);
            double length = end - x(knots[k]);
            double next = values[k + 1];
            double low = lowest[k];
            double high = highest[k];
            for (int j = knots[k] + 1; j < knots[k + 1]; j++) {
                double stretch = length / (end - x(j));
                low = Math.min(high, Math.max(low, next + stretch * (lower(j) - next)));
                high = Math.max(low, Math.min(high, next + stretch * (upper(j) - next)));
            }
            values[k] = 0.5 * low + 0.5 * high;
        }
        return values;
    }

    private double x(int j) {
        return curve.x()[j];
    }

    private double lower(int j) {
        return curve.y()[j] - epsilon;
    }

    private double upper(int j) {
        return curve.y()[j] + epsilon;
    }

    private void add(int knot, double low, double high) {
        if (count == knots.length) {
            knots = Arrays.copyOf(knots, 2 * count);
            lowest = Arrays.copyOf(lowest, 2 * count);
            highest = Arrays.copyOf(highest, 2 * count);
        }
        knots[count] = knot;
        lowest[count] = low;
        highest[count++] = high;
    }

    /** The lines that start at a knot: how far they go, and which values they reach at each point up to there. */
    private final class Piece {
        private final LineStabbing lines = new LineStabbing(curve.size());
        private final double[] low = new double[curve.size()];
        private final double[] high = new double[curve.size()];
        private int start;
        private int end;

        /** The lines that start between two values at a point. */
        void from(int point, double lowestThere, double highestThere) {
            start = point;
            end = point;
            lines.start(x(point), lowestThere, highestThere);
            while (end < last && lines.extend(x(end + 1), lower(end + 1), upper(end + 1))) {
                end++;
                low[end] = Math.max(lower(end), lines.lowestAt(x(end)));
                high[end] = Math.min(upper(end), lines.highestAt(x(end)));
            }
        }

        boolean turnsUp() {
            return lower(end + 1) > lines.highestAt(x(end + 1));
        }

        LineStabbing.Line lastLine() {
            return turnsUp() ? lines.steepest() : lines.flattest();
        }
    }
}
