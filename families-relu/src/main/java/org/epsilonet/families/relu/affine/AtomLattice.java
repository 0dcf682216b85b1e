package org.epsilonet.families.relu.affine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.epsilonet.api.function.Domain;
import org.epsilonet.api.function.Grid;

/**
 * The atoms of an affine system from which \(M\) are chosen, from coarse to fine.
 *
 * <p>On the cube the scales are \(2^{-j}\), \(j \le J(M)\), with \(J = \max(20, 4\lceil\log_2M\rceil)\) in one and
 * \(\max(10, 2\lceil\log_2M\rceil)\) in two variables, so that there are \(O(M^4)\) atoms: a polynomial search depth. On
 * a grid they go, along every axis, as far as cells have two samples; behind them stands one narrow atom per sample, with
 * which every data can be matched exactly.
 *
 * @param levels the scales
 * @param product how factors are multiplied in two variables
 * @param shape the samples per axis; empty on the cube
 * @param budget \(M\)
 */
record AtomLattice(List<Level> levels, Multiplication product, int[] shape, int budget) {
    /** \(M^a\) atoms, \(a = 4\): the search depth. */
    static final int DEPTH = 4;

    /** Beyond, the finest scale on the interval would be near the spacing of doubles. */
    private static final int LARGEST_CUBE_BUDGET = 1 << 12;

    /**
     * The atoms for a budget.
     *
     * @param system the generators
     * @param domain of one or two dimensions
     * @param budget \(M \ge 1\); larger ones than the domain can use are cut
     */
    static AtomLattice of(AffineSystem system, Domain domain, int budget) {
        if (domain.dimension() > system.largestDimension() || budget < 1) {
            throw new IllegalArgumentException("needs dimension 1.." + system.largestDimension()
                    + " and a budget >= 1, were " + domain.dimension() + " and " + budget);
        }
        int useful = Math.min(budget, largestBudget(domain));
        Multiplication product = system.product(logBudget(useful));
        return domain instanceof Grid grid
                ? onGrid(system, product, grid, useful)
                : onCube(system, product, domain.dimension(), useful);
    }

    static int largestBudget(Domain domain) {
        return domain instanceof Grid grid ? grid.points() : LARGEST_CUBE_BUDGET;
    }

    /** \(\lceil\log_2M\rceil\). */
    private static int logBudget(int budget) {
        return Integer.SIZE - Integer.numberOfLeadingZeros(budget - 1);
    }

    /** \(J(M)\) on the cube. */
    static int depth(int dimension, int budget) {
        return Math.max(20 / dimension, DEPTH / dimension * logBudget(budget));
    }

    private static AtomLattice onCube(AffineSystem system, Multiplication product, int dimension, int budget) {
        int[] deepest = new int[dimension];
        Arrays.fill(deepest, depth(dimension, budget));
        return new AtomLattice(system.levels(deepest, product), product, new int[0], budget);
    }

    private static AtomLattice onGrid(AffineSystem system, Multiplication product, Grid grid, int budget) {
        int[] deepest = new int[grid.dimension()];
        int[] beyond = new int[grid.dimension()];
        for (int axis = 0; axis < deepest.length; axis++) {
            deepest[axis] = deepest(grid.length(axis));
            // Samples are at least four cells apart, and atoms at most four cells long.
            beyond[axis] = logBudget(grid.length(axis)) + 2;
        }
        List<Level> levels = new ArrayList<>(system.levels(deepest, product));
        Level last = levels.get(levels.size() - 1);
        levels.add(Level.perSample(system.narrow(product), beyond, grid.shape(), last.offset() + last.size()));
        return new AtomLattice(List.copyOf(levels), product, grid.shape(), budget);
    }

    /** The finest scale whose cells have two samples along an axis. */
    static int deepest(int samples) {
        return Math.max(0, 30 - Integer.numberOfLeadingZeros(samples));
    }

    int dimension() {
        return levels.get(0).dimension();
    }

    boolean isSampled() {
        return shape.length > 0;
    }

    /** The number of atoms. */
    long size() {
        Level last = levels.get(levels.size() - 1);
        return last.offset() + last.size();
    }

    /** The index of the level of an atom. */
    int levelOf(long atom) {
        int low = 0;
        int high = levels.size();
        while (high - low > 1) {
            int middle = (low + high) / 2;
            if (levels.get(middle).offset() <= atom) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
