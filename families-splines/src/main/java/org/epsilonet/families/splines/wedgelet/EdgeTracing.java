package org.epsilonet.families.splines.wedgelet;

import org.jspecify.annotations.Nullable;

/**
 * The edge of a formula through one cell, where it crosses the boundary exactly twice. Between the two crossings the jump
 * is found on scan lines at Gauss nodes, and the chord is the line of least squares through these points: for a small
 * cell the edge is a parabola over it, and the area between the two is 1.03 times the least possible (0.513 to 0.5).
 */
final class EdgeTracing {
    private static final double DEGENERATE = 1e-9;

    /** The ends of the chord are as exact as this share of the deviation of the edge from a line. */
    private static final double EXACTNESS = 0.125;

    private final ScanLines lines;
    private final boolean alongColumns;
    private final double low;
    private final double high;
    private final double slope;
    private final double intercept;

    /**
     * @param cell the cell
     * @param jumps finds jumps
     * @param crossings two points of the boundary: row, column, row, column, in local coordinates
     */
    EdgeTracing(FormulaCell cell, JumpSearch jumps, double... crossings) {
        this.alongColumns = Math.abs(crossings[3] - crossings[1]) >= Math.abs(crossings[2] - crossings[0]);
        int s = alongColumns ? 1 : 0;
        this.low = Math.min(crossings[s], crossings[2 + s]);
        this.high = Math.max(crossings[s], crossings[2 + s]);
        this.slope = (crossings[3 - s] - crossings[1 - s]) / (crossings[2 + s] - crossings[s]);
        this.intercept = crossings[1 - s] - slope * crossings[s];
        this.lines = new ScanLines(cell, jumps, alongColumns, new double[] {0, low, high, 1});
    }

    /** The chord; null where there is none. */
    @Nullable
    Chord chord() {
        double weight = 0;
        double s = 0;
        double t = 0;
        double ss = 0;
        double st = 0;
        for (int i = 0; i < lines.count(); i++) {
            double edge = edge(i);
            if (!Double.isNaN(edge)) {
                double w = lines.width(i);
                weight += w;
                s += w * lines.position(i);
                t += w * edge;
                ss += w * lines.position(i) * lines.position(i);
                st += w * lines.position(i) * edge;
            }
        }
        double variance = weight > 0 ? ss - s * s / weight : 0;
        boolean determined = variance > DEGENERATE * weight * (high - low) * (high - low);
        double b = determined ? (st - s * t / weight) / variance : slope;
        double a = determined ? (t - b * s) / weight : intercept;
        return clipped(a, b, deviation(a, b));
    }

    /** The edge on a scan line between the crossings: the jump next to the straight line; NaN elsewhere. */
    private double edge(int line) {
        double s = lines.position(line);
        return s > low && s < high ? lines.jump(line, intercept + slope * s) : Double.NaN;
    }

    private double deviation(double a, double b) {
        double largest = 0;
        for (int i = 0; i < lines.count(); i++) {
            double edge = edge(i);
            largest = Double.isNaN(edge) ? largest : Math.max(largest, Math.abs(edge - a - b * lines.position(i)));
        }
        return largest;
    }

    /** The line t = a + bs where it is in the cell, with its ends on the coarsest lattice that is exact enough. */
    private @Nullable Chord clipped(double a, double b, double deviation) {
        double from = b == 0 ? 0 : Math.max(0, Math.min(-a / b, (1 - a) / b));
        double to = b == 0 ? 1 : Math.min(1, Math.max(-a / b, (1 - a) / b));
        if (!(from < to)) {
            return null;
        }
        double tolerance = EXACTNESS * deviation;
        int level = tolerance > 0
                ? Math.max(1, Math.min(WedgePartition.LEVEL, -Math.getExponent(tolerance)))
                : WedgePartition.LEVEL;
        Outline outline = new Outline(1L << level, 1L << level);
        long first = point(outline, from, a + b * from, from == 0);
        long second = point(outline, to, a + b * to, to == 1);
        return outline.isCutBy(first, second)
                ? outline.chord(first, second).refined(WedgePartition.LEVEL - level)
                : null;
    }

    /** The lattice point next to (s, t): on an end of the scan lines' range, else where t is 0 or 1. */
    private long point(Outline outline, double s, double t, boolean onEnd) {
        double steps = outline.rows();
        long along = Math.round(s * steps);
        long across = Math.round((onEnd ? Math.max(0, Math.min(1, t)) : t < 0.5 ? 0 : 1) * steps);
        return alongColumns ? outline.point(across, along) : outline.point(along, across);
    }

    /** Nodes whose panels end at the jumps and at a chord. */
    Nodes nodes(@Nullable Chord chord) {
        Nodes nodes = new Nodes();
        lines.addTo(nodes, chord, 1);
        return nodes;
    }
}
