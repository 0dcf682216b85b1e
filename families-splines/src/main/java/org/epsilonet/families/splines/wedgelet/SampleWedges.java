package org.epsilonet.families.splines.wedgelet;

import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.Samples;
import org.epsilonet.families.splines.internal.Lattice;
import org.jspecify.annotations.Nullable;

/** Wedgelets for samples of size one: every dyadic cell, down to single samples, with its polynomial and its near-best wedge. */
final class SampleWedges implements Decomposition {
    /** Errors below this, relative to the largest value, are rounding: such cells are not split. */
    private static final double ROUNDING = 1e-15;

    /** Beyond so many cells the smallest have more than one sample. */
    private static final int MOST_CELLS = 1 << 21;

    private final double[] values;
    private final int columns;
    private final int degree;
    private final boolean sup;
    private final boolean transposed;
    private final long smallest;
    private final ChordSearch search;
    private final CandidateTree tree;
    private final double rounding;
    private final double[] p = new double[3];
    private final double[] c = new double[3];

    SampleWedges(Samples samples, int degree, boolean sup) {
        this.values = samples.values();
        int rows = samples.grid().length(0);
        this.columns = samples.grid().length(1);
        this.degree = degree;
        this.sup = sup;
        this.transposed = rows > columns;
        this.smallest = Math.max(1, values.length / MOST_CELLS);
        this.rounding = ROUNDING * LpNorm.SUP.of(values);
        this.search = new ChordSearch(new RowSums(values, rows, columns, transposed), degree);
        this.tree = CandidateTree.exact(Lattice.of(samples.grid()), sup);
        decompose(look(0, rows, 0, columns), 0, rows, 0, columns);
    }

    /** Depth first; as deep as the tree, at most 31 levels per axis. */
    private void decompose(int node, int top, int bottom, int left, int right) {
        int rows = bottom - top;
        int cols = right - left;
        if (tree.isExact(node) || (long) rows * cols <= smallest) {
            return;
        }
        tree.split(node);
        if (cols > rows) {
            int middle = left + cols / 2;
            int first = look(top, bottom, left, middle);
            int second = look(top, bottom, middle, right);
            decompose(first, top, bottom, left, middle);
            decompose(second, top, bottom, middle, right);
        } else {
            int middle = top + rows / 2;
            int first = look(top, middle, left, right);
            int second = look(middle, bottom, left, right);
            decompose(first, top, middle, left, right);
            decompose(second, middle, bottom, left, right);
        }
    }

    /** Adds a cell with its errors. */
    private int look(int top, int bottom, int left, int right) {
        Outline outline = new Outline(bottom - top, right - left);
        double whole = error(outline, null, top, left);
        Chord chord = whole > 0 && outline.rows() * outline.columns() > 2 ? chord(top, bottom, left, right) : null;
        double cut = chord == null ? Double.POSITIVE_INFINITY : error(outline, new Cut(outline, chord), top, left);
        return tree.add(whole, cut, chord);
    }

    private @Nullable Chord chord(int top, int bottom, int left, int right) {
        if (!transposed) {
            return search.best(top, left, bottom - top, right - left);
        }
        Chord chord = search.best(left, top, right - left, bottom - top);
        return chord == null ? null : new Outline(bottom - top, right - left).transposed(chord);
    }

    private double error(Outline outline, @Nullable Cut cut, int top, int left) {
        double first = fit(outline, cut, 0, top, left);
        double second = cut == null ? 0 : fit(outline, cut, 1, top, left);
        return sup ? Math.max(first, second) : first + second;
    }

    /**
     * Fits one piece, about its first value, so that constants are exact; its sum of squares, or largest residual. Below
     * rounding it is 0.
     */
    private double fit(Outline outline, @Nullable Cut cut, int piece, int top, int left) {
        double[] runs = Region.extremes(outline, cut, piece, true);
        Region region = Region.of(runs, true);
        int size = region.size(degree);
        double reference = size == 0 ? 0 : values[(top + (int) runs[0]) * columns + left + (int) runs[1]];
        project(region, size, runs, top, left, reference);
        double squares = 0;
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < runs.length; i += 4) {
            int start = (top + (int) runs[i]) * columns + left;
            for (int j = (int) runs[i + 1]; j <= (int) runs[i + 3]; j++) {
                region.evaluate(degree, runs[i], j + 0.5, p);
                double residual = values[start + j] - reference;
                for (int k = 0; k < size; k++) {
                    residual -= c[k] * p[k];
                }
                squares += residual * residual;
                lowest = Math.min(lowest, residual);
                highest = Math.max(highest, residual);
            }
        }
        c[0] += reference;
        if (!sup) {
            return squares <= rounding * rounding * region.mass() ? 0 : squares;
        }
        if (size > 0) {
            c[0] += 0.5 * highest + 0.5 * lowest;
        }
        double error = size == 0 ? 0 : 0.5 * highest - 0.5 * lowest;
        return error <= rounding ? 0 : error;
    }

    private void project(Region region, int size, double[] runs, int top, int left, double reference) {
        c[0] = 0;
        c[1] = 0;
        c[2] = 0;
        for (int i = 0; i < runs.length; i += 4) {
            int start = (top + (int) runs[i]) * columns + left;
            for (int j = (int) runs[i + 1]; j <= (int) runs[i + 3]; j++) {
                region.evaluate(degree, runs[i], j + 0.5, p);
                for (int k = 0; k < size; k++) {
                    c[k] += (values[start + j] - reference) * p[k];
                }
            }
        }
        for (int k = 0; k < size; k++) {
            c[k] /= region.mass();
        }
    }

    @Override
    public synchronized Fitted fitted(int pieces, WedgeCode code) {
        WedgePartition partition = tree.pruned(pieces, tree.splits()).partition();
        WedgeStructure structure = new WedgeStructure(partition, degree, code);
        double[] parameters = new double[structure.size()];
        for (int leaf = 0; leaf < partition.leaves(); leaf++) {
            int top = (int) partition.tree().from(leaf, 0);
            int left = (int) partition.tree().from(leaf, 1);
            Outline outline = partition.outline(leaf);
            Cut cut = partition.cut(leaf);
            for (int piece = partition.firstPiece(leaf); piece < partition.firstPiece(leaf + 1); piece++) {
                fit(outline, cut, piece - partition.firstPiece(leaf), top, left);
                for (int i = structure.offset(piece); i < structure.offset(piece + 1); i++) {
                    parameters[i] = c[i - structure.offset(piece)];
                }
            }
        }
        return new Fitted(structure, parameters);
    }
}
