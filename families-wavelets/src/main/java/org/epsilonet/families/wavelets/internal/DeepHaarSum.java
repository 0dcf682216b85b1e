package org.epsilonet.families.wavelets.internal;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.epsilonet.api.family.Approximant;
import org.epsilonet.api.family.Structure;

/** A sum of Haar functions as the step function that it is: every value a sum from coarse to fine. */
final class DeepHaarSum implements Approximant {
    /** Ends of halves of the finest cells are multiples of two to the minus this. */
    private static final int RESOLUTION = DeepHaarStructure.DEEPEST + 1;

    private final DeepHaarStructure structure;
    private final double[] parameters;
    private final double[] starts;
    private final double[] values;

    DeepHaarSum(DeepHaarStructure structure, double[] parameters) {
        this.structure = structure;
        this.parameters = parameters;
        int n = structure.size();
        long[] ends = new long[3 * n + 1];
        for (int i = 0; i < n; i++) {
            ends[3 * i] = start(i);
            ends[3 * i + 1] = middle(i);
            ends[3 * i + 2] = end(i);
        }
        long[] pieces = Arrays.stream(ends)
                .filter(e -> e < 1L << RESOLUTION)
                .sorted()
                .distinct()
                .toArray();
        this.starts = new double[pieces.length];
        this.values = new double[pieces.length];
        fill(pieces);
    }

    private long start(int i) {
        int level = Math.max(0, structure.level(i));
        return structure.position(i) << (RESOLUTION - level);
    }

    /** Where the sign changes; for the constant nowhere. */
    private long middle(int i) {
        int level = structure.level(i);
        return level < 0 ? end(i) : start(i) + (1L << (RESOLUTION - level - 1));
    }

    private long end(int i) {
        int level = Math.max(0, structure.level(i));
        return start(i) + (1L << (RESOLUTION - level));
    }

    /** Cells are nested or disjoint: those around the current piece are a stack, coarse to fine. */
    private void fill(long[] pieces) {
        int[] byStart = IntStream.range(0, structure.size())
                .boxed()
                .sorted(Comparator.comparingLong(this::start).thenComparingInt(structure::level))
                .mapToInt(i -> i)
                .toArray();
        int[] stack = new int[DeepHaarStructure.DEEPEST + 2];
        double[] before = new double[DeepHaarStructure.DEEPEST + 3];
        int depth = 0;
        int next = 0;
        for (int piece = 0; piece < pieces.length; piece++) {
            long at = pieces[piece];
            while (depth > 0 && end(stack[depth - 1]) <= at) {
                depth--;
            }
            // A cell that stays may have changed its sign.
            if (depth > 0) {
                before[depth] = before[depth - 1] + height(stack[depth - 1], at);
            }
            while (next < byStart.length && start(byStart[next]) == at) {
                stack[depth] = byStart[next++];
                before[depth + 1] = before[depth] + height(stack[depth], at);
                depth++;
            }
            starts[piece] = Math.scalb((double) at, -RESOLUTION);
            values[piece] = before[depth];
        }
    }

    private double height(int i, long at) {
        int level = structure.level(i);
        double c = parameters[i];
        if (level < 0) {
            return c;
        }
        double root = Math.scalb(level % 2 == 0 ? 1 : Math.sqrt(2), level / 2);
        return at < middle(i) ? c * root : -c * root;
    }

    @Override
    public Structure structure() {
        return structure;
    }

    @Override
    public double[] parameters() {
        return parameters.clone();
    }

    @Override
    public int dimension() {
        return 1;
    }

    @Override
    public double at(double... x) {
        int i = Arrays.binarySearch(starts, x[0]);
        return values[Math.max(0, i >= 0 ? i : -i - 2)];
    }

    @Override
    public double[] breakpoints() {
        return Arrays.copyOfRange(starts, 1, starts.length);
    }

    @Override
    public String toString() {
        return parameters.length + " functions of the Haar system";
    }
}
