package org.epsilonet.families.wavelets.internal;

import org.epsilonet.api.family.Subsets;

/** Atoms as nodes of trees, numbered so that a parent comes before its children. */
interface Forest {
    /** What is done with an atom. */
    @FunctionalInterface
    interface Visitor<E extends Exception> {
        void visit(long atom) throws E;
    }

    /** The number of atoms. */
    long atoms();

    /** Atoms without a parent, in increasing order. */
    <E extends Exception> void forEachRoot(Visitor<E> visitor) throws E;

    /** The children of an atom, in increasing order. */
    <E extends Exception> void forEachChild(long atom, Visitor<E> visitor) throws E;

    /** The parent of an atom, or -1. */
    long parent(long atom);

    /** A small number for atoms of one level, at most 63. */
    int level(long atom);

    /** The number of roots. */
    long roots();

    /** The largest number of children. */
    int mostChildren();

    /**
     * \(\log_2\) of the number of subtrees with at most {@code most} nodes: with \(R\) roots and \(b\) places for children
     * there are \(\frac{R}{bm+R}\binom{bm+R}{m}\) with \(m\) nodes (Raney 1960; for \(R = 1\) the Fuss–Catalan numbers),
     * which is \(O(m)\) bits. An upper bound where depth or children are limited, and never more than that of all subsets.
     *
     * @param most \(M\)
     */
    default double log2Subtrees(int most) {
        double log2 = log2Subtrees((long) most, roots(), mostChildren());
        double sum = 1;
        for (long m = most - 1L; m >= 0; m--) {
            double ratio = StrictMath.pow(2, log2Subtrees(m, roots(), mostChildren()) - log2);
            sum += ratio;
            if (ratio < 0x1p-60) {
                break;
            }
        }
        // The logarithms have a relative error below 1e-10.
        double trees = (log2 + StrictMath.log(sum) / StrictMath.log(2)) * (1 + 1e-9) + 1e-9;
        return Math.min(trees, new Subsets(atoms(), most).log2Count());
    }

    private static double log2Subtrees(long nodes, long roots, int children) {
        long places = children * nodes + roots;
        return Subsets.log2Binomial(places, nodes)
                + (StrictMath.log((double) roots) - StrictMath.log((double) places)) / StrictMath.log(2);
    }
}
