package org.epsilonet.families.splines.wedgelet;

import org.epsilonet.families.splines.internal.BisectionTree;
import org.epsilonet.families.splines.internal.Lattice;
import org.jspecify.annotations.Nullable;

/** The leaves of a tree, some of them cut in two: pieces, numbered leaf by leaf. Immutable. */
final class WedgePartition {
    /** On the cube the ends of chords are on the multiples of \(2^{-30}\) of a side. */
    static final int LEVEL = 30;

    private final BisectionTree tree;
    private final @Nullable Chord[] chords;
    private final int[] firstPiece;

    /**
     * @param tree the cells
     * @param chords for every cell its chord, null where it is whole; not to be changed afterwards
     */
    WedgePartition(BisectionTree tree, @Nullable Chord[] chords) {
        this.tree = tree;
        this.chords = chords;
        this.firstPiece = new int[chords.length + 1];
        for (int leaf = 0; leaf < chords.length; leaf++) {
            firstPiece[leaf + 1] = firstPiece[leaf] + (chords[leaf] == null ? 1 : 2);
        }
    }

    BisectionTree tree() {
        return tree;
    }

    @Nullable
    Chord chord(int leaf) {
        return chords[leaf];
    }

    int leaves() {
        return chords.length;
    }

    /** The number of pieces. */
    int pieces() {
        return firstPiece[chords.length];
    }

    int firstPiece(int leaf) {
        return firstPiece[leaf];
    }

    boolean discrete() {
        return tree.lattice().discrete();
    }

    /** The outline of a leaf. */
    Outline outline(int leaf) {
        return outline(tree.lattice(), tree.to(leaf, 0) - tree.from(leaf, 0), tree.to(leaf, 1) - tree.from(leaf, 1));
    }

    /** The outline of a cell: its gaps between samples, or a fixed number of steps on the cube. */
    static Outline outline(Lattice lattice, long rows, long columns) {
        return lattice.discrete() ? new Outline(rows, columns) : new Outline(1L << LEVEL, 1L << LEVEL);
    }

    @Nullable
    Cut cut(int leaf) {
        Chord chord = chords[leaf];
        return chord == null ? null : new Cut(outline(leaf), chord);
    }

    /** A piece of a leaf. */
    double[] extremes(int leaf, int piece) {
        return Region.extremes(outline(leaf), cut(leaf), piece, discrete());
    }

    /** A coordinate, in steps from the corner of a leaf. */
    double local(int leaf, int axis, double x) {
        long from = tree.from(leaf, axis);
        if (discrete()) {
            return x * tree.lattice().resolution(axis) - from;
        }
        double low = tree.lattice().position(axis, from);
        double side = tree.lattice().position(axis, tree.to(leaf, axis) - from);
        return (x - low) / side * (1L << LEVEL);
    }

    /** The piece of a point, given by local coordinates: on samples that of the centre of the sample it is in. */
    int piece(Outline outline, Cut cut, double r, double c) {
        return discrete() ? cut.piece(centre(r, outline.rows()), centre(c, outline.columns())) : cut.piece(r, c);
    }

    private static double centre(double x, long samples) {
        return Math.max(0, Math.min(samples - 1, Math.floor(x))) + 0.5;
    }
}
