package org.epsilonet.examples.rational;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Vectors that a matrix makes small, by Householder's triangle \(R\): the right singular vector of the smallest singular
 * value by inverse iteration, and the smallest of given sum and signs.
 */
final class Weights {
    private static final int ITERATIONS = 4;

    private Weights() {}

    /**
     * The vector \(w\) of norm 1 with the smallest \(|Aw|\).
     *
     * @param columns the matrix by columns, overwritten; fewer rows than columns leave a null space, of which a vector is
     *     returned
     */
    static double[] smallest(double[][] columns) {
        triangularize(columns);
        double[] v = new double[columns.length];
        Arrays.fill(v, 1);
        for (int iteration = 0; iteration < ITERATIONS; iteration++) {
            solve(columns, v);
        }
        return v;
    }

    /**
     * A vector of alternating signs, \(\sigma_jw_j \ge 0\), with small \(|Aw|\): the smallest with \(\sum_j\sigma_jw_j\)
     * given is \(R^{-1}R^{-T}\sigma\) up to a factor; as long as a sign is wrong, the entry that is most so is left out, and
     * signs alternate over the rest.
     *
     * @param columns the matrix by columns, overwritten
     * @return the vector, 0 where an entry was left out
     */
    static double[] alternating(double[][] columns) {
        triangularize(columns);
        int[] kept = IntStream.range(0, columns.length).toArray();
        while (true) {
            double[][] rest = new double[kept.length][];
            double[] v = new double[kept.length];
            for (int j = 0; j < kept.length; j++) {
                rest[j] = Arrays.copyOf(columns[kept[j]], columns.length);
                Arrays.fill(rest[j], Math.min(kept[j] + 1, columns.length), columns.length, 0);
                v[j] = j % 2 == 0 ? 1 : -1;
            }
            triangularize(rest);
            solve(rest, v);
            int worst = 0;
            for (int j = 1; j < v.length; j++) {
                worst = signed(v, j) < signed(v, worst) ? j : worst;
            }
            if (signed(v, worst) > 0 || kept.length == 1) {
                double[] whole = new double[columns.length];
                for (int j = 0; j < v.length; j++) {
                    whole[kept[j]] = v[j];
                }
                return whole;
            }
            int left = worst;
            int[] before = kept;
            kept = IntStream.range(0, before.length)
                    .filter(j -> j != left)
                    .map(j -> before[j])
                    .toArray();
        }
    }

    private static double signed(double[] v, int j) {
        return j % 2 == 0 ? v[j] : -v[j];
    }

    /** \(R^{-1}R^{-T}v\), normalized. */
    private static void solve(double[][] columns, double[] v) {
        int n = columns.length;
        double largest = Double.MIN_NORMAL;
        for (int j = 0; j < n; j++) {
            largest = Math.max(largest, Math.abs(entry(columns, j, j)));
        }
        double least = Math.max(0x1p-60 * largest, Double.MIN_NORMAL);
        for (int j = 0; j < n; j++) {
            double sum = v[j];
            for (int i = 0; i < j; i++) {
                sum -= entry(columns, i, j) * v[i];
            }
            v[j] = sum / pivot(columns, j, least);
        }
        normalize(v);
        for (int i = n - 1; i >= 0; i--) {
            double sum = v[i];
            for (int j = i + 1; j < n; j++) {
                sum -= entry(columns, i, j) * v[j];
            }
            v[i] = sum / pivot(columns, i, least);
        }
        normalize(v);
    }

    private static double entry(double[][] columns, int i, int j) {
        return i < columns[j].length ? columns[j][i] : 0;
    }

    private static double pivot(double[][] columns, int j, double least) {
        double pivot = entry(columns, j, j);
        return Math.abs(pivot) < least ? least : pivot;
    }

    private static void triangularize(double[][] columns) {
        int rows = columns[0].length;
        for (int k = 0; k < Math.min(rows - 1, columns.length); k++) {
            double[] reflector = columns[k];
            double length = Math.sqrt(product(reflector, reflector, k));
            if (length == 0) {
                continue;
            }
            double diagonal = reflector[k] > 0 ? -length : length;
            double scale = length * (length + Math.abs(reflector[k]));
            reflector[k] -= diagonal;
            for (int j = k + 1; j < columns.length; j++) {
                double[] column = columns[j];
                double factor = product(reflector, column, k) / scale;
                for (int i = k; i < rows; i++) {
                    column[i] -= factor * reflector[i];
                }
            }
            reflector[k] = diagonal;
        }
    }

    /** The inner product of what two columns have from a row on, in four sums: one would wait for each addition. */
    private static double product(double[] a, double[] b, int from) {
        double first = 0;
        double second = 0;
        double third = 0;
        double fourth = 0;
        int i = from;
        for (; i + 3 < a.length; i += 4) {
            first += a[i] * b[i];
            second += a[i + 1] * b[i + 1];
            third += a[i + 2] * b[i + 2];
            fourth += a[i + 3] * b[i + 3];
        }
        for (; i < a.length; i++) {
            first += a[i] * b[i];
        }
        return first + second + (third + fourth);
    }

    private static void normalize(double[] v) {
        double largest = 0;
        for (double x : v) {
            largest = Math.max(largest, Math.abs(x));
        }
        double square = 0;
        for (int i = 0; i < v.length; i++) {
            v[i] /= largest;
            square += v[i] * v[i];
        }
        double length = Math.sqrt(square);
        for (int i = 0; i < v.length; i++) {
            v[i] /= length;
        }
    }
}
