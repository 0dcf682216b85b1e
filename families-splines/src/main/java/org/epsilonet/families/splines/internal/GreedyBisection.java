package org.epsilonet.families.splines.internal;

import java.util.Arrays;

/**
 * Greedy adaptive refinement: the cell with the largest local error is halved next. The order does not depend on how
 * far it is followed, so one sequence of splits serves all budgets; it is extended when asked for. For \(p < \infty\) the
 * local errors are squared \(L^2\) norms, and greedy refinement is near-best for the classes of Birman and Solomyak.
 *
 * @see <a href="https://doi.org/10.1017/S0962492900002816">DeVore, Nonlinear approximation, 1998, §6.5</a>
 */
public final class GreedyBisection {
    private static final double ROUNDING = 1e-15;

    private final Lattice lattice;
    private final LocalFit fit;
    private final boolean sup;
    private final int dimension;
    private final double[] scratch;
    private long[] from;
    private long[] to;
    private double[] error;
    private int[] firstChild;
    private int[] heap;
    /** When a node was split: 1 is the first split. */
    private int[] splitAt;

    /** Errors below this, per measure for \(p < \infty\), are rounding: such cells are not split. */
    private double rounding;

    private int nodes;
    private int waiting;
    private int splits;

    /**
     * Starts with one cell.
     *
     * @param lattice the lattice
     * @param fit local fits
     * @param degree their total degree
     * @param sup whether their errors are suprema
     */
    public GreedyBisection(Lattice lattice, LocalFit fit, int degree, boolean sup) {
        this.lattice = lattice;
        this.fit = fit;
        this.sup = sup;
        this.dimension = lattice.dimension();
        int[] sizes = new int[dimension];
        Arrays.fill(sizes, degree + 1);
        this.scratch = new double[TotalDegree.of(degree, sizes).count()];
        int capacity = 256;
        this.from = new long[capacity * dimension];
        this.to = new long[capacity * dimension];
        this.error = new double[capacity];
        this.firstChild = new int[capacity];
        this.splitAt = new int[capacity];
        this.heap = new int[capacity];
        long[] high = new long[dimension];
        for (int axis = 0; axis < dimension; axis++) {
            high[axis] = lattice.resolution(axis);
        }
        add(new long[dimension], high);
    }

    /** The tree of at most {@code leaves} leaves; fewer if all errors vanish or nothing can be split. */
    public synchronized BisectionTree tree(int leaves) {
        while (splits < leaves - 1 && waiting > 0) {
            split(poll());
        }
        int inner = Math.min(leaves - 1, splits);
        boolean[] preorder = new boolean[2 * inner + 1];
        int[] stack = new int[inner + 2];
        int top = 0;
        stack[top++] = 0;
        for (int i = 0; i < preorder.length; i++) {
            int node = stack[--top];
            if (splitAt[node] > 0 && splitAt[node] <= inner) {
                preorder[i] = true;
                stack[top++] = firstChild[node] + 1;
                stack[top++] = firstChild[node];
            }
        }
        return new BisectionTree(lattice, preorder);
    }

    private void split(int node) {
        long[] low = Arrays.copyOfRange(from, node * dimension, (node + 1) * dimension);
        long[] high = Arrays.copyOfRange(to, node * dimension, (node + 1) * dimension);
        int axis = BisectionTree.longest(low, high);
        long middle = low[axis] + (high[axis] - low[axis]) / 2;
        splitAt[node] = ++splits;
        firstChild[node] = nodes;
        long upper = high[axis];
        high[axis] = middle;
        add(low, high);
        low[axis] = middle;
        high[axis] = upper;
        add(low, high);
    }

    private void add(long[] low, long[] high) {
        if (nodes == error.length) {
            grow();
        }
        System.arraycopy(low, 0, from, nodes * dimension, dimension);
        System.arraycopy(high, 0, to, nodes * dimension, dimension);
        int axis = BisectionTree.longest(low, high);
        if (high[axis] - low[axis] > 1) {
            error[nodes] = fit.error(low, high, scratch);
            if (nodes == 0) {
                rounding = ROUNDING * magnitude();
            }
            if (error[nodes] > rounding * (sup ? 1 : measure(low, high))) {
                push(nodes);
            }
        }
        nodes++;
    }

    /** Size of the function, as seen by the first fit, in the units of errors. */
    private double magnitude() {
        double size = error[0];
        for (double c : scratch) {
            size += sup ? Math.abs(c) : c * c;
        }
        return (sup ? 1 : ROUNDING) * size;
    }

    private double measure(long[] low, long[] high) {
        double measure = 1;
        for (int axis = 0; axis < dimension; axis++) {
            measure *= lattice.position(axis, high[axis] - low[axis]);
        }
        return measure;
    }

    private void grow() {
        int capacity = 2 * error.length;
        from = Arrays.copyOf(from, capacity * dimension);
        to = Arrays.copyOf(to, capacity * dimension);
        error = Arrays.copyOf(error, capacity);
        firstChild = Arrays.copyOf(firstChild, capacity);
        splitAt = Arrays.copyOf(splitAt, capacity);
        heap = Arrays.copyOf(heap, capacity);
    }

    /** Larger error first; the older node among equals. */
    private boolean before(int a, int b) {
        return error[a] > error[b] || (error[a] == error[b] && a < b);
    }

    private void push(int node) {
        int i = waiting++;
        while (i > 0 && before(node, heap[(i - 1) / 2])) {
            heap[i] = heap[(i - 1) / 2];
            i = (i - 1) / 2;
        }
        heap[i] = node;
    }

    private int poll() {
        int result = heap[0];
        int last = heap[--waiting];
        int i = 0;
        while (2 * i + 1 < waiting) {
            int child = 2 * i + 1;
            if (child + 1 < waiting && before(heap[child + 1], heap[child])) {
                child++;
            }
            if (!before(heap[child], last)) {
                break;
            }
            heap[i] = heap[child];
            i = child;
        }
        heap[i] = last;
        return result;
    }
}
