package org.epsilonet.families.wavelets.internal;

import java.util.Arrays;

/**
 * Synthesis without details away from the ends, several scales at a time. A point \(x\) in cell \(F_j =
 * \lfloor 2^j x \rfloor\) of scale \(j\) depends on the window \(F_j + L, ..., F_j + H - 1\) of low-pass coefficients
 * there, the same \(L\) and \(H\) for all points and scales; a window follows from the one a scale coarser by one of two
 * matrices, which the bit \(F_j \bmod 2\) chooses. Products of these matrices are tabulated for all words of a few bits.
 */
final class InsideSynthesis {
    /** Places are told apart down to an eighth of the finest cells. */
    static final int PLACE_BITS = DeepCascade.FINEST + 3;

    /** Tables for up to so many scales, while a table's matrices have no more numbers than this. */
    private static final int MOST_SCALES = 6;

    private static final int MOST_NUMBERS = 1 << 14;

    private final int coarsest;
    private final int first;
    private final int width;
    private final int margin;
    /** Details that matter to a window one scale finer, counted from half the index of its cell. */
    private final int firstDetail;

    private final int lastDetail;
    private final double[] interpolation;
    /** For n scales and a word of n bits, the finest the lowest, the product of their matrices, row by row. */
    private final double[][] products;

    /**
     * @param levels the steps between scale j + 1 and scale j, null for scales that do not exist
     * @param points how many of the finest samples are interpolated
     * @param lowest the coarsest scale there may be windows of
     */
    InsideSynthesis(LocalLevel[] levels, int points, int lowest) {
        BandRows low = levels[levels.length - 1].fromLow();
        BandRows high = levels[levels.length - 1].fromHigh();
        long middle = 1L << levels.length - 1;
        this.interpolation = new double[points];
        // The nearest samples of the two halves of a cell.
        long left = Interpolation.weights(0.5 + 0.25 / (2 * middle), 2 * middle, interpolation) - middle;
        long right = Interpolation.weights(0.5 + 0.75 / (2 * middle), 2 * middle, interpolation) - middle;
        long from = Math.min(left, right);
        long to = Math.max(left, right) + points;
        for (long before = 0; before < to - from; ) {
            before = to - from;
            for (long cell = middle; cell < middle + 2; cell++) {
                long a = from;
                long b = to;
                from = Math.min(from, low.firstColumn(cell + a, cell + b) - (cell >> 1));
                to = Math.max(to, low.lastColumn(cell + a, cell + b) - (cell >> 1));
            }
        }
        this.first = (int) from;
        this.width = (int) (to - from);
        this.margin = Math.max(low.margin(), high.margin());
        long begin = middle + first;
        this.firstDetail =
                (int) (Math.min(high.firstColumn(begin, begin + width), high.firstColumn(begin + 1, begin + 1 + width))
                        - (middle >> 1));
        this.lastDetail =
                (int) (Math.max(high.lastColumn(begin, begin + width), high.lastColumn(begin + 1, begin + 1 + width))
                        - (middle >> 1));
        int j = levels.length - 1;
        while (j > lowest && low.repeatsLike(levels[j - 1].fromLow())) {
            j--;
        }
        this.coarsest = j;
        int scales = 1;
        while (scales < MOST_SCALES && (width * width << scales + 1) <= MOST_NUMBERS) {
            scales++;
        }
        this.products = products(low, middle, scales);
    }

    private double[][] products(BandRows low, long middle, int scales) {
        int size = width * width;
        double[][] tables = new double[scales + 1][];
        tables[0] = new double[size];
        for (int i = 0; i < width; i++) {
            tables[0][i * width + i] = 1;
        }
        for (int n = 1; n <= scales; n++) {
            tables[n] = new double[size << n];
            for (int word = 0; word < 1 << n; word++) {
                long cell = middle + (word & 1);
                for (int column = 0; column < width; column++) {
                    double[] x = new double[width];
                    double[] y = new double[width];
                    for (int i = 0; i < width; i++) {
                        x[i] = tables[n - 1][(word >> 1) * size + i * width + column];
                    }
                    low.addProducts(cell + first, width, x, (cell >> 1) + first, y);
                    for (int i = 0; i < width; i++) {
                        tables[n][word * size + i * width + column] = y[i];
                    }
                }
            }
        }
        return tables;
    }

    /** The coarsest scale of which there are windows. */
    int coarsest() {
        return coarsest;
    }

    /** How many coefficients a window has. */
    int width() {
        return width;
    }

    /** A point of [0, 1) in units of \(2^{-53}\), rounded down, so that it stays in its cell of every scale. */
    static long place(double x) {
        return (long) (x * 0x1p53);
    }

    /** Where the window of a scale begins. */
    long begin(int scale, long place) {
        return (place >> PLACE_BITS - scale) + first;
    }

    /** Whether the window of a scale that begins there comes from the one before as all inside do. */
    boolean contains(int scale, long begin) {
        return begin >= margin && begin + width + margin <= 1L << scale && exists(scale - 1, coarser(begin));
    }

    /** Where the window one scale coarser begins. */
    long coarser(long begin) {
        return (begin - first >> 1) + first;
    }

    private boolean exists(int scale, long begin) {
        return begin >= 0 && begin + width <= 1L << scale;
    }

    /** No detail before this one, a scale coarser, matters to the window that begins at {@code begin}. */
    long firstDetail(long begin) {
        return (begin - first >> 1) + firstDetail;
    }

    /** No detail from this one on matters. */
    long lastDetail(long begin) {
        return (begin - first >> 1) + lastDetail;
    }

    /**
     * How the value at a point depends on the window of a scale, where no finer details are near.
     *
     * @param scale of the window
     * @param place of the point; only its bits within the cell of the scale matter
     * @return as many weights as the window has coefficients
     */
    double[] weights(int scale, long place) {
        int left = DeepCascade.FINEST - scale;
        long cell = place >> PLACE_BITS - DeepCascade.FINEST;
        double inCell = (place - (cell << PLACE_BITS - DeepCascade.FINEST)) * 0x1p-3;
        double[] near = new double[interpolation.length];
        // The same fraction of a cell in the middle of the interval, where no end is near.
        long middle = 1L << DeepCascade.FINEST - 1;
        long begin = Interpolation.weights(0.5 + inCell * 0x1p-50, 2 * middle, near) - middle;
        double[] row = new double[width];
        System.arraycopy(near, 0, row, (int) (begin - first), near.length);
        double[] other = new double[width];
        int step = products.length - 1;
        while (left > 0) {
            int n = Math.min(step, left);
            multiply(row, products[n], (int) (cell & (1L << n) - 1) * width * width, other);
            double[] swap = row;
            row = other;
            other = swap;
            cell >>= n;
            left -= n;
        }
        return row;
    }

    private void multiply(double[] row, double[] matrix, int offset, double[] y) {
        Arrays.fill(y, 0);
        int at = offset;
        for (int i = 0; i < width; i++) {
            double x = row[i];
            for (int k = 0; k < width; k++) {
                y[k] += x * matrix[at++];
            }
        }
    }
}
