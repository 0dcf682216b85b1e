package org.epsilonet.families.splines.wedgelet;

import java.util.Arrays;
import org.epsilonet.families.splines.internal.GaussRule;
import org.jspecify.annotations.Nullable;

/**
 * Parallel lines through a cell, \(s\) fixed and \(t\) in [0, 1], with the jumps on them. Quadrature runs along the lines
 * with panels that end at the jumps and at a chord, so that the sliver between the two is integrated as what it is.
 */
final class ScanLines {
    private static final int PANELS = 12;
    private static final GaussRule ACROSS = GaussRule.of(4);
    private static final GaussRule ALONG = GaussRule.of(3);
    private static final double SHORTEST = 1e-9;
    private static final double STEPS = 1L << WedgePartition.LEVEL;
    private static final Outline OUTLINE = new Outline(1L << WedgePartition.LEVEL, 1L << WedgePartition.LEVEL);

    private final FormulaCell cell;
    private final boolean alongColumns;
    private final double[] lines;
    private final double[] widths;
    private final double[][] jumps;

    /**
     * @param cell the cell
     * @param search finds jumps
     * @param alongColumns whether \(s\) is the second coordinate
     * @param ends panels of \(s\), increasing from 0 to 1: four lines at Gauss nodes in each
     */
    ScanLines(FormulaCell cell, JumpSearch search, boolean alongColumns, double[] ends) {
        this.cell = cell;
        this.alongColumns = alongColumns;
        int n = ACROSS.size();
        double[] at = new double[n * (ends.length - 1)];
        double[] width = new double[at.length];
        this.jumps = new double[at.length][];
        int count = 0;
        for (int panel = 0; panel + 1 < ends.length; panel++) {
            double length = ends[panel + 1] - ends[panel];
            for (int i = 0; i < n && length > SHORTEST; i++) {
                double s = ends[panel] + 0.5 * length * (1 + ACROSS.node(i));
                at[count] = s;
                width[count] = length * ACROSS.weight(i);
                jumps[count++] = search.find(t -> alongColumns ? cell.at(t, s) : cell.at(s, t), PANELS);
            }
        }
        this.lines = Arrays.copyOf(at, count);
        this.widths = width;
    }

    int count() {
        return lines.length;
    }

    /** Where a line is. */
    double position(int line) {
        return lines[line];
    }

    /** The share of the cell that it stands for. */
    double width(int line) {
        return widths[line];
    }

    /** The jump on a line that is nearest to a place; NaN if there is none. */
    double jump(int line, double expected) {
        double nearest = Double.NaN;
        for (double t : jumps[line]) {
            nearest = Double.isNaN(nearest) || Math.abs(t - expected) < Math.abs(nearest - expected) ? t : nearest;
        }
        return nearest;
    }

    /** Adds nodes whose panels end at the jumps and at the chord, with a share of their weight. */
    void addTo(Nodes nodes, @Nullable Chord chord, double share) {
        for (int line = 0; line < lines.length; line++) {
            int n = jumps[line].length;
            double[] ends = Arrays.copyOf(jumps[line], n + 3);
            ends[n + 1] = 1;
            ends[n + 2] = chord == null ? 1 : onChord(chord, lines[line]);
            Arrays.sort(ends);
            for (int k = 0; k + 1 < ends.length; k++) {
                double length = ends[k + 1] - ends[k];
                for (int j = 0; j < ALONG.size() && length > 0; j++) {
                    double t = ends[k] + 0.5 * length * (1 + ALONG.node(j));
                    double weight = share * widths[line] * length * ALONG.weight(j);
                    nodes.add(cell, alongColumns ? t : lines[line], alongColumns ? lines[line] : t, weight);
                }
            }
        }
    }

    /** Where a chord meets a line, within [0, 1]; 0 where it does not. */
    private double onChord(Chord chord, double line) {
        double r0 = OUTLINE.row(chord.from()) / STEPS;
        double c0 = OUTLINE.column(chord.from()) / STEPS;
        double r1 = OUTLINE.row(chord.to()) / STEPS;
        double c1 = OUTLINE.column(chord.to()) / STEPS;
        double share = alongColumns ? (line - c0) / (c1 - c0) : (line - r0) / (r1 - r0);
        double t = alongColumns ? r0 + share * (r1 - r0) : c0 + share * (c1 - c0);
        return t >= 0 && t <= 1 ? t : t > 1 ? 1 : 0;
    }
}
