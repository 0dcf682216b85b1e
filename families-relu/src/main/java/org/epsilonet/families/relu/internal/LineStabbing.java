package org.epsilonet.families.relu.internal;

/**
 * The lines that meet all of a sequence of vertical intervals, given from left to right. Of these the steepest touches the
 * lower end of an interval and the upper end of a later one, the flattest an upper end and a later lower one: tangents to
 * the convex hulls of the ends, which move to the right only, so that an interval costs \(O(1)\) on average.
 *
 * @see <a href="https://doi.org/10.1145/358746.358758">O'Rourke, An on-line algorithm for fitting straight lines between
 *     data ranges, Communications of the ACM 1981</a>
 */
final class LineStabbing {
    private final Hull lowerEnds;
    private final Hull upperEnds;
    private double steepest;
    private double flattest;
    private int steepestTouches;
    private int flattestTouches;
    private int intervals;

    /**
     * A line.
     *
     * @param x a point of it
     * @param y the value there
     * @param slope its slope
     * @param touches the number of the last interval whose end it touches, from 0
     */
    record Line(double x, double y, double slope, int touches) {
        double at(double place) {
            return y + slope * (place - x);
        }
    }

    /**
     * @param most how many intervals there may be at a time
     */
    LineStabbing(int most) {
        this.lowerEnds = new Hull(most, 1);
        this.upperEnds = new Hull(most, -1);
    }

    /** Forgets all and begins with an interval, which may be infinite on one side. */
    void start(double x, double low, double high) {
        lowerEnds.clear();
        upperEnds.clear();
        lowerEnds.add(x, low);
        upperEnds.add(x, high);
        steepest = Double.POSITIVE_INFINITY;
        flattest = Double.NEGATIVE_INFINITY;
        intervals = 1;
    }

    /**
     * Adds an interval, which may be infinite on one side, unless no line that meets all others meets it.
     *
     * @return whether it was added
     */
    boolean extend(double x, double low, double high) {
        double highest = highestAt(x);
        double lowest = lowestAt(x);
        if (low > highest || high < lowest) {
            return false;
        }
        if (high < highest && !lowerEnds.isEmpty()) {
            steepest = lowerEnds.tangent(x, high);
            steepestTouches = intervals;
        }
        if (low > lowest && !upperEnds.isEmpty()) {
            flattest = upperEnds.tangent(x, low);
            flattestTouches = intervals;
        }
        lowerEnds.add(x, low);
        upperEnds.add(x, high);
        intervals++;
        return true;
    }

    /** The highest value, at or right of the last interval, of a line that meets all. */
    double highestAt(double x) {
        return lowerEnds.isEmpty() ? Double.POSITIVE_INFINITY : lowerEnds.on(steepest, x);
    }

    /** The lowest value, at or right of the last interval, of a line that meets all. */
    double lowestAt(double x) {
        return upperEnds.isEmpty() ? Double.NEGATIVE_INFINITY : upperEnds.on(flattest, x);
    }

    /** The steepest line that meets all intervals; there must be at least two, finite where it touches. */
    Line steepest() {
        return lowerEnds.line(steepest, steepestTouches);
    }

    /** The flattest line that meets all intervals; there must be at least two, finite where it touches. */
    Line flattest() {
        return upperEnds.line(flattest, flattestTouches);
    }

    /** A convex hull, seen from above or from below, of which only the part right of the last tangent is kept. */
    private static final class Hull {
        private final double[] x;
        private final double[] y;
        private final double side;
        private int first;
        private int end;

        /**
         * @param most how many points there may be
         * @param side 1 from above, -1 from below
         */
        Hull(int most, double side) {
            this.x = new double[most];
            this.y = new double[most];
            this.side = side;
        }

        void clear() {
            first = 0;
            end = 0;
        }

        boolean isEmpty() {
            return end == 0;
        }

        /** Adds a point; one at infinity is none. */
        void add(double px, double py) {
            if (Double.isInfinite(py)) {
                return;
            }
            while (end - first >= 2 && side * (slope(end - 2, px, py) - slope(end - 2, x[end - 1], y[end - 1])) >= 0) {
                end--;
            }
            x[end] = px;
            y[end++] = py;
        }

        /** The slope of the line through a point to the right that touches the hull and has it on the other side. */
        double tangent(double px, double py) {
            double slope = slope(first, px, py);
            while (first + 1 < end) {
                double next = slope(first + 1, px, py);
                if (side * (next - slope) > 0) {
                    break;
                }
                slope = next;
                first++;
            }
            return slope;
        }

        /** The value of the last tangent, with its slope. */
        double on(double slope, double px) {
            return y[first] + slope * (px - x[first]);
        }

        Line line(double slope, int touches) {
            return new Line(x[first], y[first], slope, touches);
        }

        private double slope(int from, double px, double py) {
            return (py - y[from]) / (px - x[from]);
        }
    }
}
