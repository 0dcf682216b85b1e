package org.epsilonet.families.splines.internal;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Chooses cells and degrees together, out of a fine tree.
 *
 * <p>In \(L^2\): with a price \(\lambda\) per coefficient, \(\min\sum_{leaves}(e^2+\lambda n)\) is found exactly from the
 * leaves up, as a node is either a leaf with its best degree or split; the price is bisected for the budget. So the
 * selection is the best one among all prunings and degrees with as many coefficients as it has; what is left of the
 * budget raises degrees where that gains most per coefficient. In the supremum norm the price is an error bound, below
 * which every leaf must stay with as few coefficients as possible. Cost: one pass over the samples per level of the tree,
 * then \(O(k)\) per node and bisection.
 *
 * @see <a href="https://doi.org/10.1109/18.32124">Chou, Lookabaugh and Gray, Optimal pruning with applications to
 *     tree-structured source coding and modeling, 1989 (after Breiman et al., CART, 1984); Binev, Tree approximation for
 *     hp-adaptivity, 2018</a>
 */
public final class HpSelection {
    private static final int BISECTIONS = 60;
    private static final double ACCURACY = 1e-4;
    private static final double ROUNDING = 1e-15;

    private final Lattice lattice;
    private final int degree;
    private final boolean sup;
    private final boolean[] splits;
    private final double[] errors;
    private final int[] sizes;
    private final int[] useful;
    /** For every node the degree it would have as a leaf; -1 if it is better split. */
    private final int[] choice;

    /**
     * Measures all nodes, on all processors.
     *
     * @param fit measures a node
     * @param tree the finest tree, on the same lattice
     */
    public HpSelection(DegreeErrors fit, BisectionTree tree) {
        this.lattice = fit.lattice();
        this.degree = fit.degree();
        this.sup = fit.sup();
        this.splits = tree.splits();
        this.errors = new double[splits.length * (degree + 1)];
        this.sizes = new int[errors.length];
        this.useful = new int[splits.length];
        this.choice = new int[splits.length];
        BisectionTree.Walk walk = new BisectionTree.Walk(lattice);
        long[][] from = new long[splits.length][lattice.dimension()];
        long[][] to = new long[splits.length][lattice.dimension()];
        for (int node = 0; node < splits.length; node++) {
            walk.copyTo(from[node], to[node], 0);
            if (splits[node]) {
                walk.split();
            } else {
                walk.next();
            }
        }
        IntStream.range(0, splits.length).parallel().forEach(node -> measure(fit, node, from[node], to[node]));
    }

    private void measure(DegreeErrors fit, int node, long[] from, long[] to) {
        int first = node * (degree + 1);
        System.arraycopy(fit.on(from, to), 0, errors, first, degree + 1);
        useful[node] = HpCells.mostUseful(lattice, from, to, degree);
        int[] along = new int[from.length];
        for (int p = 0; p <= degree; p++) {
            for (int axis = 0; axis < along.length; axis++) {
                along[axis] = CellPolynomials.size(p, lattice.points(to[axis] - from[axis]));
            }
            sizes[first + p] = TotalDegree.of(p, along).count();
        }
    }

    /** The cells and degrees for at most {@code budget} coefficients; one call at a time. */
    public synchronized HpCells within(int budget) {
        double whole = errors[0];
        double low = (sup ? ROUNDING : ROUNDING * ROUNDING) * whole / (sup ? 1 : splits.length) + Double.MIN_NORMAL;
        double high = 2 * whole + 2 * low;
        if (select(low) > budget) {
            for (int i = 0; i < BISECTIONS && high > low * (1 + ACCURACY); i++) {
                double price = Math.sqrt(low) * Math.sqrt(high);
                if (select(price) <= budget) {
                    high = price;
                } else {
                    low = price;
                }
            }
            if (select(high) > budget) {
                Arrays.fill(choice, 0);
            }
        }
        return chosen(budget);
    }

    /** Decides every node from the last back; the number of coefficients, the largest integer if there is no way. */
    private long select(double price) {
        double[] cost = new double[splits.length / 2 + 2];
        long[] count = new long[cost.length];
        int top = 0;
        for (int node = splits.length - 1; node >= 0; node--) {
            int best = sup ? smallestBelow(node, price) : cheapest(node, price);
            int at = node * (degree + 1) + Math.max(0, best);
            double own = best < 0 ? Double.POSITIVE_INFINITY : sup ? sizes[at] : errors[at] + price * sizes[at];
            long coefficients = sizes[at];
            if (splits[node]) {
                top -= 2;
                double split = cost[top] + cost[top + 1];
                if (split < own) {
                    best = -1;
                    own = split;
                    coefficients = count[top] + count[top + 1];
                }
            }
            choice[node] = best;
            cost[top] = own;
            count[top++] = coefficients;
        }
        return cost[0] < Double.POSITIVE_INFINITY ? count[0] : Long.MAX_VALUE;
    }

    private int cheapest(int node, double price) {
        int first = node * (degree + 1);
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int p = 0; p <= useful[node]; p++) {
            double cost = errors[first + p] + price * sizes[first + p];
            if (cost < least) {
                least = cost;
                best = p;
            }
        }
        return best;
    }

    private int smallestBelow(int node, double bound) {
        int first = node * (degree + 1);
        for (int p = 0; p <= useful[node]; p++) {
            if (errors[first + p] <= bound) {
                return p;
            }
        }
        return -1;
    }

    /** The pruned tree, with what is left of the budget spent. */
    private HpCells chosen(int budget) {
        boolean[] pruned = new boolean[splits.length];
        int[] leaves = new int[splits.length];
        int nodes = 0;
        int count = 0;
        long total = 0;
        for (int node = 0; node < splits.length; ) {
            boolean split = choice[node] < 0;
            pruned[nodes++] = split;
            if (split) {
                node++;
            } else {
                leaves[count++] = node;
                total += sizes[node * (degree + 1) + choice[node]];
                node = afterSubtree(node);
            }
        }
        leaves = Arrays.copyOf(leaves, count);
        raise(leaves, budget - total);
        byte[] degrees = new byte[count];
        for (int c = 0; c < count; c++) {
            degrees[c] = (byte) choice[leaves[c]];
        }
        BisectionTree tree = new BisectionTree(lattice, Arrays.copyOf(pruned, nodes));
        return new HpCells(lattice.dimension() == 1 ? new TreePartition(tree) : tree, degrees);
    }

    private int afterSubtree(int node) {
        int open = 1;
        int i = node;
        while (open > 0) {
            open += splits[i++] ? 1 : -1;
        }
        return i;
    }

    /** Raises degrees by one, the largest gain per coefficient first. */
    private void raise(int[] leaves, long left) {
        int[] order = IntStream.of(leaves)
                .filter(node -> choice[node] < useful[node] && gain(node) > 0)
                .boxed()
                .sorted(Comparator.comparingDouble(node -> -gain(node)))
                .mapToInt(node -> node)
                .toArray();
        long rest = left;
        for (int node : order) {
            int price = price(node);
            if (price <= rest) {
                rest -= price;
                choice[node]++;
            }
        }
    }

    private int price(int node) {
        int at = node * (degree + 1) + choice[node];
        return sizes[at + 1] - sizes[at];
    }

    private double gain(int node) {
        int at = node * (degree + 1) + choice[node];
        return (errors[at] - errors[at + 1]) / price(node);
    }
}
