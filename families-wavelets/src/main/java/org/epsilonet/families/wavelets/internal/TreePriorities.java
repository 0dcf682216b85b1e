package org.epsilonet.families.wavelets.internal;

import java.util.Arrays;

/**
 * Best trees of all sizes at once: a priority for every node such that the nodes above a threshold \(\lambda\) are the
 * tree that maximizes the energy minus \(\lambda\) for each node. These trees are nested; between two of them, whose
 * sizes are those for which they are best trees of exactly that size, nodes are added from the root on.
 *
 * <p>It is isotonic regression on a forest. A node whose branches hold more energy for each node than itself is
 * condensed with the best of them, from the leaves up; the priority is the mean energy of the condensed block. <b>Cost:</b>
 * \(O(n \log n)\), with heaps of branches that can be melded.
 *
 * @see <a href="https://doi.org/10.1109/18.782114">Baraniuk, Optimal tree approximation with wavelets, 1999: condensing
 *     sort and select</a>
 * @see <a href="https://doi.org/10.1007/s00211-003-0493-6">Binev, DeVore, Fast computation in adaptive tree
 *     approximation, 2004</a>
 */
final class TreePriorities {
    private static final int NONE = -1;

    private final double[] sums;
    private final int[] counts;
    private final int[] branches;
    private final int[] left;
    private final int[] right;
    private final int[] blocks;

    private TreePriorities(int n) {
        this.sums = new double[n];
        this.counts = new int[n];
        this.branches = filled(n);
        this.left = filled(n);
        this.right = filled(n);
        this.blocks = new int[n];
    }

    private static int[] filled(int n) {
        int[] none = new int[n];
        Arrays.fill(none, NONE);
        return none;
    }

    /**
     * The priorities.
     *
     * @param weighted what each node contributes; its square is the energy
     * @param parents the index of its parent, smaller than its own, or -1
     * @return one number per node, not larger than that of its parent; zero where a branch is empty
     */
    static double[] of(double[] weighted, int[] parents) {
        TreePriorities trees = new TreePriorities(weighted.length);
        double largest = 0;
        for (double w : weighted) {
            largest = Math.max(largest, w);
        }
        // By a power of two, so that no square overflows or vanishes that matters.
        int exponent = largest > 0 ? -Math.getExponent(largest) : 0;
        for (int i = 0; i < weighted.length; i++) {
            double w = Math.scalb(weighted[i], exponent);
            trees.sums[i] = w * w;
            trees.counts[i] = 1;
            trees.blocks[i] = i;
        }
        trees.condense(parents);
        double[] priorities = new double[weighted.length];
        for (int i = 0; i < priorities.length; i++) {
            // A block is named by its topmost node, which comes first.
            int block = trees.blocks[i];
            trees.blocks[i] = block == i ? i : trees.blocks[block];
            priorities[i] = trees.mean(trees.blocks[i]);
        }
        return priorities;
    }

    private double mean(int block) {
        return sums[block] / counts[block];
    }

    private void condense(int[] parents) {
        for (int i = parents.length - 1; i >= 0; i--) {
            while (branches[i] != NONE && mean(branches[i]) > mean(i)) {
                int best = branches[i];
                int others = meld(left[best], right[best]);
                sums[i] += sums[best];
                counts[i] += counts[best];
                blocks[best] = i;
                branches[i] = meld(others, branches[best]);
            }
            if (parents[i] >= 0) {
                left[i] = NONE;
                right[i] = NONE;
                branches[parents[i]] = meld(branches[parents[i]], i);
            }
        }
    }

    /** Skew heaps with the largest mean on top, without recursion: right spines are merged, then turned to the left. */
    private int meld(int first, int second) {
        int a = first;
        int b = second;
        int spine = NONE;
        while (a != NONE && b != NONE) {
            int top = mean(a) >= mean(b) ? a : b;
            b = top == a ? b : a;
            a = right[top];
            right[top] = spine;
            spine = top;
        }
        int merged = a != NONE ? a : b;
        while (spine != NONE) {
            int above = right[spine];
            right[spine] = left[spine];
            left[spine] = merged;
            merged = spine;
            spine = above;
        }
        return merged;
    }
}
