package org.epsilonet.families.splines.wedgelet;

import org.epsilonet.api.family.Approximant;
import org.epsilonet.api.family.Structure;
import org.epsilonet.api.function.Grid;
import org.jspecify.annotations.Nullable;

/** A function that is linear on every piece. */
final class WedgeFunction implements Approximant {
    private final WedgeStructure structure;
    private final WedgePartition partition;
    private final double[] coefficients;
    private final double[] linear;

    WedgeFunction(WedgeStructure structure, double[] coefficients) {
        this.structure = structure;
        this.partition = structure.partition();
        this.coefficients = coefficients;
        this.linear = new double[Region.NUMBERS * partition.pieces()];
        for (int p = 0; p < partition.pieces(); p++) {
            int size = structure.offset(p + 1) - structure.offset(p);
            structure.region(p).linear(size, coefficients, structure.offset(p), linear, Region.NUMBERS * p);
        }
    }

    @Override
    public Structure structure() {
        return structure;
    }

    @Override
    public double[] parameters() {
        return coefficients.clone();
    }

    @Override
    public int dimension() {
        return 2;
    }

    @Override
    public double at(double... x) {
        int leaf = partition.tree().locate(x);
        double r = partition.local(leaf, 0, x[0]);
        double c = partition.local(leaf, 1, x[1]);
        Cut cut = partition.cut(leaf);
        int piece = cut == null ? 0 : partition.piece(partition.outline(leaf), cut, r, c);
        return value(partition.firstPiece(leaf) + piece, r, c);
    }

    private double value(int piece, double r, double c) {
        int at = Region.NUMBERS * piece;
        double down = (r - linear[at + 3]) - linear[at + 5];
        double across = (c - linear[at + 4]) - linear[at + 6];
        return linear[at] + linear[at + 1] * down + linear[at + 2] * across;
    }

    @Override
    public double[] on(Grid grid) {
        double[] values = new double[grid.points()];
        for (int leaf = 0; leaf < partition.leaves(); leaf++) {
            new Window(leaf, grid).fill(values);
        }
        return values;
    }

    @Override
    public String toString() {
        return "Wedgelets[degree=" + structure.degree() + ", cells=" + partition.leaves() + ", cut="
                + (partition.pieces() - partition.leaves()) + ", parameters=" + coefficients.length + "]";
    }

    /** The points of a grid in a leaf. */
    private final class Window {
        private final int leaf;
        private final Grid grid;
        private final Outline outline;
        private final @Nullable Cut cut;

        Window(int leaf, Grid grid) {
            this.leaf = leaf;
            this.grid = grid;
            this.outline = partition.outline(leaf);
            this.cut = partition.cut(leaf);
        }

        void fill(double[] values) {
            int columns = grid.length(1);
            int left = first(1, partition.tree().from(leaf, 1));
            int right = first(1, partition.tree().to(leaf, 1));
            int bottom = first(0, partition.tree().to(leaf, 0));
            for (int row = first(0, partition.tree().from(leaf, 0)); row < bottom && left < right; row++) {
                double r = local(0, row);
                int before = piece(r, left);
                int middle = piece(r, right - 1) == before ? right : change(r, before, left, right - 1);
                fill(values, row * columns, r, left, middle, before);
                fill(values, row * columns, r, middle, right, 1 - before);
            }
        }

        private double local(int axis, int i) {
            return partition.local(leaf, axis, (i + 0.5) / grid.length(axis));
        }

        private int piece(double r, int column) {
            return cut == null ? 0 : partition.piece(outline, cut, r, local(1, column));
        }

        /** The first column in the other piece; along a row there is one change. */
        private int change(double r, int before, int low, int high) {
            int a = low;
            int b = high;
            while (b - a > 1) {
                int middle = (a + b) >>> 1;
                if (piece(r, middle) == before) {
                    a = middle;
                } else {
                    b = middle;
                }
            }
            return b;
        }

        private void fill(double[] values, int start, double r, int from, int to, int piece) {
            int p = partition.firstPiece(leaf) + piece;
            for (int column = from; column < to; column++) {
                values[start + column] = value(p, r, local(1, column));
            }
        }

        /** The first of the grid's points that is not below a point of the lattice. */
        private int first(int axis, long index) {
            double x = partition.tree().lattice().position(axis, index);
            int n = grid.length(axis);
            int i = Math.max(0, Math.min(n, (int) Math.ceil(x * n - 0.5)));
            while (i > 0 && (i - 0.5) / n >= x) {
                i--;
            }
            while (i < n && (i + 0.5) / n < x) {
                i++;
            }
            return i;
        }
    }
}
