package org.epsilonet.families.splines.internal;

import java.util.Arrays;

/**
 * A full binary tree of cells: every inner node is halved across its longest side (the first of equal ones). In one
 * dimension these are the dyadic intervals; in two, squares and their halves; in three, cubes, halves and quarters. On samples a cell of \(n\) is split into
 * \(\lfloor n/2\rfloor\) and \(\lceil n/2\rceil\). Nodes are numbered in preorder. Immutable.
 */
public final class BisectionTree implements Cells {
    private final Lattice lattice;
    private final boolean[] inner;
    private final int[] descendants;
    private final long[] from;
    private final long[] to;
    private final int dimension;
    private final int leaves;

    /**
     * @param lattice the lattice
     * @param inner for every node in preorder, whether it is split; a complete tree, none of whose splits is impossible
     */
    public BisectionTree(Lattice lattice, boolean[] inner) {
        this.lattice = lattice;
        this.inner = inner;
        this.dimension = lattice.dimension();
        this.leaves = (inner.length + 1) / 2;
        this.descendants = new int[inner.length];
        this.from = new long[leaves * dimension];
        this.to = new long[leaves * dimension];
        countDescendants();
        layOut();
    }

    /** From the last node back, with a stack of the sizes of finished subtrees. */
    private void countDescendants() {
        int[] finished = new int[leaves + 1];
        int top = 0;
        for (int node = inner.length - 1; node >= 0; node--) {
            if (inner[node]) {
                descendants[node] = finished[top - 1] + finished[top - 2];
                top -= 2;
            }
            finished[top++] = 1 + descendants[node];
        }
    }

    private void layOut() {
        Walk walk = new Walk(lattice);
        int leaf = 0;
        for (boolean split : inner) {
            if (split) {
                walk.split();
            } else {
                walk.copyTo(from, to, leaf++ * dimension);
                walk.next();
            }
        }
    }

    /** Whether nodes are split, in preorder; a fresh array. */
    boolean[] splits() {
        return inner.clone();
    }

    @Override
    public Lattice lattice() {
        return lattice;
    }

    @Override
    public int count() {
        return leaves;
    }

    @Override
    public long from(int c, int axis) {
        return from[c * dimension + axis];
    }

    @Override
    public long to(int c, int axis) {
        return to[c * dimension + axis];
    }

    /** For one dimension, the leaves as a partition. */
    public Partition partition() {
        return new Partition(lattice, Arrays.copyOf(endsWithLast(), leaves + 1));
    }

    private long[] endsWithLast() {
        long[] ends = Arrays.copyOf(from, leaves + 1);
        ends[leaves] = lattice.resolution(0);
        return ends;
    }

    @Override
    public int locate(double... x) {
        long[] low = new long[dimension];
        long[] high = new long[dimension];
        for (int axis = 0; axis < dimension; axis++) {
            high[axis] = lattice.resolution(axis);
        }
        int node = 0;
        int leaf = 0;
        while (inner[node]) {
            int axis = longest(low, high);
            long middle = low[axis] + (high[axis] - low[axis]) / 2;
            int left = node + 1;
            if (x[axis] < lattice.position(axis, middle)) {
                high[axis] = middle;
                node = left;
            } else {
                low[axis] = middle;
                leaf += descendants[left] / 2 + 1;
                node = left + 1 + descendants[left];
            }
        }
        return leaf;
    }

    /** The axis across which a cell is halved. */
    static int longest(long[] low, long[] high) {
        int longest = 0;
        for (int axis = 1; axis < low.length; axis++) {
            longest = high[axis] - low[axis] > high[longest] - low[longest] ? axis : longest;
        }
        return longest;
    }

    /** A walk through a tree in preorder that knows the cell it is in. */
    static final class Walk {
        private final int dimension;
        private long[] stack;
        private int top;
        private final long[] low;
        private final long[] high;

        Walk(Lattice lattice) {
            this.dimension = lattice.dimension();
            this.low = new long[dimension];
            this.high = new long[dimension];
            for (int axis = 0; axis < dimension; axis++) {
                high[axis] = lattice.resolution(axis);
            }
            this.stack = new long[128 * dimension];
        }

        boolean divisible() {
            int axis = longest(low, high);
            return high[axis] - low[axis] > 1;
        }

        /** How many cells wait to be visited after this one. */
        int pending() {
            return top / (2 * dimension);
        }

        /** Goes to the lower half; the upper half waits. */
        void split() {
            int axis = longest(low, high);
            long middle = low[axis] + (high[axis] - low[axis]) / 2;
            if (top + 2 * dimension > stack.length) {
                stack = Arrays.copyOf(stack, 2 * stack.length);
            }
            long ofLow = low[axis];
            low[axis] = middle;
            System.arraycopy(low, 0, stack, top, dimension);
            System.arraycopy(high, 0, stack, top + dimension, dimension);
            top += 2 * dimension;
            low[axis] = ofLow;
            high[axis] = middle;
        }

        /** Leaves this leaf for the next waiting cell; false after the last. */
        boolean next() {
            if (top == 0) {
                return false;
            }
            top -= 2 * dimension;
            System.arraycopy(stack, top, low, 0, dimension);
            System.arraycopy(stack, top + dimension, high, 0, dimension);
            return true;
        }

        void copyTo(long[] from, long[] to, int offset) {
            System.arraycopy(low, 0, from, offset, dimension);
            System.arraycopy(high, 0, to, offset, dimension);
        }
    }
}
