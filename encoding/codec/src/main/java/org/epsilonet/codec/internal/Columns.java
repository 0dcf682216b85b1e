package org.epsilonet.codec.internal;

import java.util.Arrays;
import java.util.Optional;
import org.epsilonet.api.family.Structure;
import org.epsilonet.api.function.Grid;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.quantization.Quantization;

/**
 * The samples of an approximant as a linear function of its integers, where it is one: what one step of each parameter
 * adds, column by column, each only from its first to its last sample that is not zero.
 */
final class Columns {
    /** Roundings of as many products as there are samples stay far below this share of the largest sample. */
    private static final double ROUNDING = 1e-9;

    private final double[] constant;
    private final double[][] values;
    private final int[] first;

    private Columns(double[] constant, double[][] values, int[] first) {
        this.constant = constant;
        this.values = values;
        this.first = first;
    }

    /**
     * The columns of a structure.
     *
     * @param q its quantization; only structure and step matter, and the integers to try linearity on
     * @param grid where the samples are
     * @param norm that the scales are meant for
     * @return empty if the samples are seen not to be a linear function of the parameters
     */
    static Optional<Columns> of(Quantization q, Grid grid, LpNorm norm) {
        Structure structure = q.structure();
        int k = structure.size();
        long[] integers = new long[k];
        double[] constant = samples(structure, integers, q, grid, norm);
        double[][] values = new double[k][];
        int[] first = new int[k];
        for (int i = 0; i < k; i++) {
            integers[i] = 1;
            double[] column = samples(structure, integers, q, grid, norm);
            integers[i] = 0;
            int begin = column.length;
            int end = 0;
            for (int j = 0; j < column.length; j++) {
                column[j] -= constant[j];
                if (column[j] != 0) {
                    begin = Math.min(begin, j);
                    end = j + 1;
                }
            }
            first[i] = begin;
            values[i] = end > begin ? Arrays.copyOfRange(column, begin, end) : new double[0];
        }
        Columns columns = new Columns(constant, values, first);
        return columns.explain(q, grid) ? Optional.of(columns) : Optional.empty();
    }

    private static double[] samples(Structure s, long[] integers, Quantization q, Grid grid, LpNorm norm) {
        return s.realize(Quantization.parameters(s, integers, q.step(), norm)).on(grid);
    }

    private boolean explain(Quantization q, Grid grid) {
        double[] told = combined(q.integers(), 1);
        double[] real = q.realize().on(grid);
        double largest = 0;
        double miss = 0;
        for (int j = 0; j < told.length; j++) {
            largest = Math.max(largest, Math.abs(real[j]));
            miss = Math.max(miss, Math.abs(real[j] - told[j]));
        }
        return miss <= ROUNDING * largest;
    }

    /** The samples for some integers, in steps so many times as large. */
    double[] combined(long[] integers, double step) {
        double[] sum = constant.clone();
        for (int i = 0; i < values.length; i++) {
            if (integers[i] != 0) {
                add(sum, i, step * integers[i]);
            }
        }
        return sum;
    }

    /** Adds a multiple of a column. */
    void add(double[] samples, int i, double factor) {
        double[] column = values[i];
        int begin = first[i];
        for (int j = 0; j < column.length; j++) {
            samples[begin + j] += factor * column[j];
        }
    }

    /** How many samples all columns have together. */
    long size() {
        long size = 0;
        for (double[] column : values) {
            size += column.length;
        }
        return size;
    }

    /** The column of a parameter, from its first sample that is not zero on. */
    double[] column(int i) {
        return values[i];
    }

    /** Where a column begins. */
    int first(int i) {
        return first[i];
    }
}
