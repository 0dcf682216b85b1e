package org.epsilonet.families.wavelets.internal;

import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.stream.IntStream;
import org.epsilonet.api.function.Formula;
import org.epsilonet.api.function.LpNorm;

/**
 * The Haar coefficients of a formula that matter, of any level: a tree of dyadic cells, refined where coefficients are
 * large. Integrals are Gauss's rule on the finest cells, graded towards the breakpoints of the formula as far as doubles tell the nodes apart, at most down to level 60.
 */
final class DeepHaarTree {
    private static final int UNIFORM_LEVEL = 12;
    private static final int MOST_SPLITS = 1 << 15;

    /** Gauss's rule with four nodes on [0, 1], the positive half of the offsets and their weights. */
    private static final double[] OFFSETS = {0.5 * 0.339981043584856265, 0.5 * 0.861136311594052575};

    private static final double[] WEIGHTS = {0.5 * 0.652145154862546143, 0.5 * 0.347854845137453857};

    private final Formula formula;
    private final double[] breakpoints;
    private int size;
    private int[] levels = new int[1 << 14];
    private long[] positions = new long[1 << 14];
    private int[] children = new int[1 << 14];
    private double[] leftMeans = new double[1 << 14];
    private double[] rightMeans = new double[1 << 14];

    DeepHaarTree(Formula formula) {
        this.formula = formula;
        this.breakpoints = formula.breakpoints();
        grow();
        collect();
    }

    /** The finest cells with the largest coefficients first; among equals the older, coarser ones. */
    private void grow() {
        PriorityQueue<Integer> leaves = new PriorityQueue<>(
                Comparator.comparingDouble((Integer i) -> -urgency(i)).thenComparingInt(i -> i));
        leaves.add(add(0, 0));
        int voluntary = 0;
        while (!leaves.isEmpty() && voluntary < MOST_SPLITS) {
            int leaf = leaves.remove();
            voluntary += Double.isInfinite(urgency(leaf)) ? 0 : 1;
            if (canSplit(leaf) && urgency(leaf) > 0) {
                children[leaf] = size;
                leaves.add(add(levels[leaf] + 1, 2 * positions[leaf]));
                leaves.add(add(levels[leaf] + 1, 2 * positions[leaf] + 1));
            }
        }
    }

    private int add(int level, long position) {
        if (size == levels.length) {
            levels = Arrays.copyOf(levels, 2 * size);
            positions = Arrays.copyOf(positions, 2 * size);
            children = Arrays.copyOf(children, 2 * size);
            leftMeans = Arrays.copyOf(leftMeans, 2 * size);
            rightMeans = Arrays.copyOf(rightMeans, 2 * size);
        }
        levels[size] = level;
        positions[size] = position;
        leftMeans[size] = mean(level + 1, 2 * position);
        rightMeans[size] = mean(level + 1, 2 * position + 1);
        return size++;
    }

    private double mean(int level, long position) {
        double length = Math.scalb(1.0, -level);
        double centre = (position + 0.5) * length;
        double sum = 0;
        for (int k = 0; k < OFFSETS.length; k++) {
            double offset = OFFSETS[k] * length;
            sum += WEIGHTS[k] * (formula.at(centre - offset) + formula.at(centre + offset));
        }
        return sum;
    }

    /** The size of the coefficient; infinite for coarse cells and those with a breakpoint inside. */
    private double urgency(int i) {
        boolean mustSplit = levels[i] < UNIFORM_LEVEL || hasBreakpoint(i);
        return mustSplit && canSplit(i) ? Double.POSITIVE_INFINITY : Math.abs(coefficient(i));
    }

    /** Whether the nodes in the halves of its halves are different doubles. */
    private boolean canSplit(int i) {
        return levels[i] < DeepHaarStructure.DEEPEST && positions[i] < DeepHaarStructure.MOST_POSITIONS / 4;
    }

    private boolean hasBreakpoint(int i) {
        double low = Math.scalb((double) positions[i], -levels[i]);
        double high = Math.scalb((double) positions[i] + 1, -levels[i]);
        int first = Arrays.binarySearch(breakpoints, low);
        int next = first >= 0 ? first + 1 : -first - 1;
        return next < breakpoints.length && breakpoints[next] < high;
    }

    /** Means over cells from those over their children, which come later. */
    private void collect() {
        for (int i = size - 1; i >= 0; i--) {
            int child = children[i];
            if (child > 0) {
                leftMeans[i] = 0.5 * leftMeans[child] + 0.5 * rightMeans[child];
                rightMeans[i] = 0.5 * leftMeans[child + 1] + 0.5 * rightMeans[child + 1];
            }
        }
    }

    /** \(\int f\psi_{j,k} = 2^{-j/2}(\text{left mean} - \text{right mean})/2\). */
    private double coefficient(int i) {
        double root = Math.scalb(levels[i] % 2 == 0 ? 1 : Math.sqrt(0.5), -(levels[i] / 2));
        return 0.5 * root * (leftMeans[i] - rightMeans[i]);
    }

    /**
     * The cells in the order of what their coefficients contribute in a norm; the constant is the number of cells.
     *
     * @param norm the norm
     */
    int[] order(LpNorm norm) {
        double[] weighted = new double[size + 1];
        for (int i = 0; i < size; i++) {
            weighted[i] = Math.abs(coefficient(i)) * DeepHaarStructure.size(levels[i], norm);
        }
        weighted[size] = Math.abs(constant());
        return IntStream.rangeClosed(0, size)
                .filter(i -> weighted[i] > 0)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -weighted[i]).thenComparingInt(i -> i))
                .mapToInt(i -> i)
                .toArray();
    }

    private double constant() {
        return 0.5 * leftMeans[0] + 0.5 * rightMeans[0];
    }

    /** The structure of the first atoms in an order. */
    DeepHaarStructure structure(int budget, int[] chosen) {
        int[] sorted = sorted(chosen);
        return new DeepHaarStructure(
                budget,
                Arrays.stream(sorted).map(this::level).toArray(),
                Arrays.stream(sorted)
                        .mapToLong(i -> i == size ? 0 : positions[i])
                        .toArray());
    }

    /** Their coefficients, in the order of the structure. */
    double[] coefficients(int[] chosen) {
        return Arrays.stream(sorted(chosen))
                .mapToDouble(i -> i == size ? constant() : coefficient(i))
                .toArray();
    }

    private int[] sorted(int[] chosen) {
        return Arrays.stream(chosen)
                .boxed()
                .sorted(Comparator.comparingInt(this::level).thenComparingLong(i -> i == size ? 0 : positions[i]))
                .mapToInt(i -> i)
                .toArray();
    }

    private int level(int i) {
        return i == size ? DeepHaarStructure.CONSTANT : levels[i];
    }
}
