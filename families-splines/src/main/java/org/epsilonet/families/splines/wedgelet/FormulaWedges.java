package org.epsilonet.families.splines.wedgelet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.PriorityQueue;
import org.epsilonet.api.function.Formula;
import org.epsilonet.families.splines.internal.GaussRule;
import org.epsilonet.families.splines.internal.Lattice;
import org.jspecify.annotations.Nullable;

/**
 * Wedgelets for a formula: the first cells are halved whatever they show, since a coarse one may overlook what is small; then
 * those where the smaller of their two errors is largest, so smooth parts stay coarse and cells along edges get deep. One sequence of splits serves all budgets; a budget of \(M\) sees its first \(2M\) and
 * {@value #FIRST_SPLITS}.
 *
 * <p>A cell whose boundary is crossed twice by jumps is traced ({@link EdgeTracing}); one with more edges in it is sampled
 * and searched like data ({@link ChordSearch}); a smooth one is integrated by a Gauss rule. Crossings of the boundary are
 * looked for more densely than the cell's size asks for: a corner that is cut off unseen would cost \(M^{-1/2}\) again.
 */
final class FormulaWedges implements Decomposition {
    private static final int FIRST_SPLITS = 128;
    private static final int BLOCK_LEVEL = 5;
    private static final int LOOKOUT = 33;
    private static final double SMALLEST_JUMP = 1e-3;
    private static final int PANELS_PER_UNIT = 1024;
    private static final int LEAST_PANELS = 12;
    private static final double ROUNDING = 1e-15;
    private static final GaussRule SMOOTH = GaussRule.of(5);

    private final Formula formula;
    private final int degree;
    private final boolean sup;
    private final Lattice lattice = Lattice.dyadic(2, Lattice.FINEST_LEVEL);
    private final CandidateTree tree;
    private final List<long[]> cells = new ArrayList<>();
    private final List<double[]> coefficients = new ArrayList<>();
    private final PriorityQueue<Integer> waiting = new PriorityQueue<>(this::compare);
    private final double range;
    private final double magnitude;
    private final JumpSearch jumps;

    FormulaWedges(Formula formula, int degree, boolean sup) {
        this.formula = formula;
        this.degree = degree;
        this.sup = sup;
        this.tree = CandidateTree.estimated(lattice, sup);
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double v : formula.sampledOn(LOOKOUT, LOOKOUT).values()) {
            low = Math.min(low, v);
            high = Math.max(high, v);
        }
        this.range = high - low;
        this.magnitude = Math.max(Math.abs(low), Math.abs(high));
        this.jumps = new JumpSearch(SMALLEST_JUMP * range);
        look(0, lattice.resolution(0), 0, lattice.resolution(1));
    }

    /** First the coarse cells, then the larger error; the older cell among equals. */
    private int compare(int a, int b) {
        int byError = Double.compare(priority(b), priority(a));
        return byError != 0 ? byError : Integer.compare(a, b);
    }

    private double priority(int node) {
        return node < FIRST_SPLITS ? Double.POSITIVE_INFINITY : tree.error(node);
    }

    private void refine(int splits) {
        while (tree.splits() < splits && !waiting.isEmpty()) {
            int node = waiting.poll();
            long[] cell = cells.get(node);
            tree.split(node);
            if (cell[3] - cell[2] > cell[1] - cell[0]) {
                long middle = cell[2] + (cell[3] - cell[2]) / 2;
                look(cell[0], cell[1], cell[2], middle);
                look(cell[0], cell[1], middle, cell[3]);
            } else {
                long middle = cell[0] + (cell[1] - cell[0]) / 2;
                look(cell[0], middle, cell[2], cell[3]);
                look(middle, cell[1], cell[2], cell[3]);
            }
        }
    }

    /** Adds a cell with its fits. */
    private void look(long top, long bottom, long left, long right) {
        FormulaCell cell = new FormulaCell(
                formula,
                lattice.position(0, top),
                lattice.position(1, left),
                lattice.position(0, bottom - top),
                lattice.position(1, right - left));
        double[] c = new double[9];
        int node = fitted(cell, c);
        cells.add(new long[] {top, bottom, left, right});
        coefficients.add(c);
        boolean mayErr = node < FIRST_SPLITS || tree.error(node) > 0;
        if (mayErr && bottom - top > 1 && right - left > 1) {
            waiting.add(node);
        }
    }

    private int fitted(FormulaCell cell, double[] c) {
        double[] crossings = crossings(cell);
        if (crossings.length == 0) {
            Nodes smooth = smooth(cell);
            double error = whole(smooth, cell, c);
            // An edge that closes inside the cell shows in the residual.
            if (!(error > (sup ? 1 : SMALLEST_JUMP * range * cell.measure()) * SMALLEST_JUMP * range)) {
                return tree.add(error, Double.POSITIVE_INFINITY, null);
            }
        }
        if (crossings.length == 4) {
            EdgeTracing edge = new EdgeTracing(cell, jumps, crossings);
            Chord chord = edge.chord();
            return add(edge.nodes(null), edge.nodes(chord), chord, cell, c);
        }
        return sampled(cell, crossings, c);
    }

    /** Pairs (row, column) of local coordinates where the boundary is crossed by jumps. */
    private double[] crossings(FormulaCell cell) {
        double[] found = new double[0];
        for (int side = 0; side < Outline.SIDES; side++) {
            int s = side;
            double length = side % 2 == 0 ? cell.width() : cell.height();
            int panels = Math.max(LEAST_PANELS, (int) (PANELS_PER_UNIT * length));
            double[] onSide = jumps.find(t -> cell.onSide(s, t), panels);
            int n = found.length;
            found = Arrays.copyOf(found, n + 2 * onSide.length);
            for (double t : onSide) {
                found[n++] = FormulaCell.row(side, t);
                found[n++] = FormulaCell.column(side, t);
            }
        }
        return found;
    }

    private static Nodes smooth(FormulaCell cell) {
        Nodes nodes = new Nodes();
        for (int i = 0; i < SMOOTH.size(); i++) {
            for (int j = 0; j < SMOOTH.size(); j++) {
                double u = 0.5 * (1 + SMOOTH.node(i));
                double v = 0.5 * (1 + SMOOTH.node(j));
                nodes.add(cell, u, v, SMOOTH.weight(i) * SMOOTH.weight(j));
            }
        }
        return nodes;
    }

    /** More than one edge: a chord as for data, judged by scan lines in both directions. */
    private int sampled(FormulaCell cell, double[] crossings, double[] c) {
        int side = 1 << BLOCK_LEVEL;
        double[] values = new double[side * side];
        for (int i = 0; i < values.length; i++) {
            values[i] = cell.at((i / side + 0.5) / side, (i % side + 0.5) / side);
        }
        Chord coarse = new ChordSearch(new RowSums(values, side, side, false), degree).best(0, 0, side, side);
        Chord chord = coarse == null ? null : coarse.refined(WedgePartition.LEVEL - BLOCK_LEVEL);
        ScanLines rows = new ScanLines(cell, jumps, false, panels(crossings, 0));
        ScanLines columns = new ScanLines(cell, jumps, true, panels(crossings, 1));
        return add(both(rows, columns, null), both(rows, columns, chord), chord, cell, c);
    }

    /** [0, 1] in thirds and at the crossings. */
    private static double[] panels(double[] crossings, int axis) {
        double[] ends = new double[4 + crossings.length / 2];
        ends[0] = 1;
        ends[1] = 1.0 / 3;
        ends[2] = 2.0 / 3;
        for (int i = 0; 2 * i < crossings.length; i++) {
            ends[4 + i] = crossings[2 * i + axis];
        }
        Arrays.sort(ends);
        return ends;
    }

    private static Nodes both(ScanLines rows, ScanLines columns, @Nullable Chord chord) {
        Nodes nodes = new Nodes();
        rows.addTo(nodes, chord, 0.5);
        columns.addTo(nodes, chord, 0.5);
        return nodes;
    }

    private double whole(Nodes nodes, FormulaCell cell, double[] c) {
        return inDomain(nodes.fit(region(null, 0), null, 0, degree, sup, c, 0), cell);
    }

    private int add(Nodes ofWhole, Nodes ofCut, @Nullable Chord chord, FormulaCell cell, double[] c) {
        double whole = whole(ofWhole, cell, c);
        if (chord == null) {
            return tree.add(whole, Double.POSITIVE_INFINITY, null);
        }
        Cut cut = new Cut(WedgePartition.outline(lattice, 1, 1), chord);
        if (!ofCut.see(cut, 0) || !ofCut.see(cut, 1)) {
            return tree.add(whole, Double.POSITIVE_INFINITY, null);
        }
        double first = ofCut.fit(region(cut, 0), cut, 0, degree, sup, c, 3);
        double second = ofCut.fit(region(cut, 1), cut, 1, degree, sup, c, 6);
        return tree.add(whole, inDomain(sup ? Math.max(first, second) : first + second, cell), chord);
    }

    private Region region(@Nullable Cut cut, int piece) {
        return Region.of(Region.extremes(WedgePartition.outline(lattice, 1, 1), cut, piece, false), false);
    }

    /** Below rounding it is 0. */
    private double inDomain(double error, FormulaCell cell) {
        double rounding = ROUNDING * magnitude;
        return error <= (sup ? rounding : rounding * rounding) ? 0 : sup ? error : error * cell.measure();
    }

    @Override
    public synchronized Fitted fitted(int pieces, WedgeCode code) {
        int splits = FIRST_SPLITS + 2 * pieces;
        refine(splits);
        CandidateTree.Pruned pruned = tree.pruned(pieces, splits);
        WedgeStructure structure = new WedgeStructure(pruned.partition(), degree, code);
        double[] parameters = new double[structure.size()];
        int piece = 0;
        for (int node : pruned.leaves()) {
            for (int k = pruned.isCut(node) ? 1 : 0; k <= (pruned.isCut(node) ? 2 : 0); k++) {
                int size = structure.offset(piece + 1) - structure.offset(piece);
                System.arraycopy(coefficients.get(node), 3 * k, parameters, structure.offset(piece++), size);
            }
        }
        return new Fitted(structure, parameters);
    }
}
