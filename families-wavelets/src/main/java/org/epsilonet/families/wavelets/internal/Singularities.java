package org.epsilonet.families.wavelets.internal;

import java.util.Arrays;
import org.epsilonet.api.function.Formula;

/**
 * Where a function of one variable is not smooth at the precision asked for, scale by scale: bisection towards jumps,
 * kinks and other singularities, wherever they are. At scale \(j\) the cells under an \(N\)-th difference of values at
 * cell centres with \(2^{-j/2}\,w_j\,|\Delta^N f| \ge \tau\) are halved; \(N\) vanishing moments make every detail
 * coefficient a mean of such differences, so that what is not halved has none above about \(\tau\).
 *
 * <p><b>Kind of answer:</b> heuristic; what is narrower than the uniform cells of the start and far from anything rough
 * is not seen. <b>Cost:</b> as many values as cells, at most a multiple of the budget on every scale.
 */
final class Singularities {
    /** Rounding of values of size 1 that differences do not tell from a singularity. */
    private static final double ROUNDING = 0x1p-48;

    private final CellSet[] cells = new CellSet[DeepCascade.FINEST];
    private final double[][] values = new double[DeepCascade.FINEST][];
    private final CellSet[] halved = new CellSet[DeepCascade.FINEST];

    /**
     * Searches.
     *
     * @param f the function
     * @param start the scale of the uniform cells
     * @param uniform its values at the centres of these; kept
     * @param order \(N\)
     * @param threshold \(\tau\)
     * @param exponent of the weight \(w_j = 2^{j\,exponent}\)
     * @param most how many cells may be halved on one scale
     */
    Singularities(Formula f, int start, double[] uniform, int order, double threshold, double exponent, int most) {
        double largest = 0;
        for (double v : uniform) {
            largest = Math.max(largest, Math.abs(v));
        }
        double rounding = largest * ROUNDING * (1 << order);
        cells[start] = new CellSet();
        cells[start].add(0, uniform.length);
        values[start] = uniform;
        for (int j = start; j < DeepCascade.FINEST; j++) {
            double size = Math.max(rounding, threshold * StrictMath.pow(2, j * (0.5 - exponent)));
            halved[j] = rough(cells[j], values[j], order, size, most);
            if (j + 1 < DeepCascade.FINEST) {
                cells[j + 1] = halved[j].halves();
                values[j + 1] = values(f, cells[j + 1], j + 1);
            }
        }
    }

    private static double[] values(Formula f, CellSet cells, int scale) {
        double[] values = new double[Math.toIntExact(cells.cells())];
        int n = 0;
        for (int i = 0; i < cells.ranges(); i++) {
            for (long k = cells.from(i); k < cells.to(i); k++) {
                values[n++] = f.at(centre(k, scale));
            }
        }
        return values;
    }

    /** The centre of a cell. */
    static double centre(long k, int scale) {
        return Math.scalb(k + 0.5, -scale);
    }

    /** The cells under differences that are large, the largest if there are too many. */
    private static CellSet rough(CellSet cells, double[] values, int order, double size, int most) {
        double[] differences = new double[values.length];
        int n = 0;
        for (int i = 0; i < cells.ranges(); i++) {
            int count = (int) (cells.to(i) - cells.from(i));
            differences(values, n, count, order, differences);
            n += count;
        }
        double threshold = size;
        int large = 0;
        for (double d : differences) {
            large += d >= size ? 1 : 0;
        }
        if (large > most) {
            threshold = OrderStatistics.largest(differences, most);
        }
        CellSet rough = new CellSet();
        n = 0;
        for (int i = 0; i < cells.ranges(); i++) {
            for (long k = cells.from(i); k < cells.to(i); k++, n++) {
                if (differences[n] > 0 && differences[n] >= threshold) {
                    rough.add(k, Math.min(cells.to(i), k + order + 1));
                }
            }
        }
        return rough;
    }

    /** \(|\Delta^N f|\) at its first cell; zero where it would reach beyond the range. */
    private static void differences(double[] values, int from, int count, int order, double[] differences) {
        double[] d = Arrays.copyOfRange(values, from, from + count);
        for (int m = 1; m <= order; m++) {
            for (int i = 0; i + m < count; i++) {
                d[i] = d[i + 1] - d[i];
            }
        }
        for (int i = 0; i + order < count; i++) {
            differences[from + i] = Math.abs(d[i]);
        }
    }

    /** The cells of a scale from the start on at whose centres values are known. */
    CellSet cells(int scale) {
        return cells[scale];
    }

    /** The values at the centres of {@link #cells}; not to be changed. */
    double[] values(int scale) {
        return values[scale];
    }

    /** The cells halved on a scale from the start on. */
    CellSet halved(int scale) {
        return halved[scale];
    }
}
