package org.epsilonet.families.wavelets.internal;

/**
 * Synthesis without details away from the ends, several scales at a time. There a window of {@link #width()} low-pass
 * coefficients is what the same window one scale coarser gives by one of two matrices, which depends only on whether the
 * window begins at an even or an odd index; products of these matrices are tabulated for every sequence of parities of
 * a few scales.
 */
final class InsideSynthesis {
    /** Tables for up to so many scales, while a table's matrices have no more numbers than this. */
    private static final int MOST_SCALES = 6;

    private static final int MOST_NUMBERS = 1 << 14;

    private final int coarsest;
    private final int width;
    private final int margin;
    /** Where the coarser window begins, for even and odd windows, relative to half the index. */
    private final long[] offsets = new long[2];

    private long firstDetail = Long.MAX_VALUE;
    private long lastDetail = Long.MIN_VALUE;
    /** For n scales and a word of n parities, the finest first, the product of their matrices, row by row. */
    private final double[][] products;

    /**
     * @param levels the steps between scale j + 1 and scale j, null for scales that do not exist
     * @param least the window is at least so wide
     * @param lowest the coarsest scale there may be windows of
     */
    InsideSynthesis(LocalLevel[] levels, int least, int lowest) {
        LocalLevel finest = levels[levels.length - 1];
        BandRows low = finest.fromLow();
        BandRows high = finest.fromHigh();
        long middle = 1L << levels.length - 1;
        int enough = least;
        for (int before = 0; before < enough; ) {
            before = enough;
            for (long a = middle; a < middle + 2; a++) {
                int columns = (int) (low.lastColumn(a, a + enough) - low.firstColumn(a, a + enough));
                enough = Math.max(enough, columns);
            }
        }
        this.width = enough;
        this.margin = Math.max(low.margin(), high.margin());
        for (int parity = 0; parity < 2; parity++) {
            long a = middle + parity;
            offsets[parity] = low.firstColumn(a, a + width) - (a >> 1);
            firstDetail = Math.min(firstDetail, high.firstColumn(a, a + width) - (a >> 1));
            lastDetail = Math.max(lastDetail, high.lastColumn(a, a + width) - (a >> 1));
        }
        // Windows of one coefficient (Haar, bior1.x) are left to the cascade, which is the same all over a piece.
        int j = width == 1 ? levels.length : levels.length - 1;
        while (width > 1 && j > lowest && low.repeatsLike(levels[j - 1].fromLow())) {
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
                long a = middle + (word & 1);
                long base = (a >> 1) + offsets[word & 1];
                for (int column = 0; column < width; column++) {
                    double[] x = new double[width];
                    double[] y = new double[width];
                    for (int i = 0; i < width; i++) {
                        x[i] = tables[n - 1][(word >> 1) * size + i * width + column];
                    }
                    low.addProducts(a, width, x, base, y);
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

    /** Whether the window of a scale that begins at {@code a} comes from coarser ones as all inside do. */
    boolean contains(int scale, long a) {
        return a >= margin && a + width + margin <= 1L << scale;
    }

    /** Where the window one scale coarser begins. */
    long coarser(long a) {
        return (a >> 1) + offsets[(int) (a & 1)];
    }

    /** No detail before this one matters to the window that begins at {@code a}, one scale finer. */
    long firstDetail(long a) {
        return (a >> 1) + firstDetail;
    }

    /** No detail from this one on matters. */
    long lastDetail(long a) {
        return (a >> 1) + lastDetail;
    }

    /**
     * Goes down to the finest window.
     *
     * @param window low-pass coefficients of some scale
     * @param scales how many scales there are below
     * @param parities of the beginnings of the windows there; the finest is the lowest bit
     * @param result receives the finest window
     * @param scratch as long
     */
    void synthesize(double[] window, int scales, long parities, double[] result, double[] scratch) {
        int step = products.length - 1;
        int left = scales;
        double[] x = window;
        // The number of further steps decides which array comes first, so that the last is the result.
        double[] y = (scales + step - 1) / step % 2 == 1 ? result : scratch;
        if (scales == 0) {
            System.arraycopy(window, 0, result, 0, width);
        }
        while (left > 0) {
            int n = left % step == 0 ? step : left % step;
            left -= n;
            int word = (int) (parities >>> left) & (1 << n) - 1;
            multiply(products[n], word * width * width, x, y);
            x = y;
            y = y == result ? scratch : result;
        }
    }

    private void multiply(double[] matrix, int offset, double[] x, double[] y) {
        int at = offset;
        for (int i = 0; i < width; i++) {
            double sum = 0;
            for (int k = 0; k < width; k++) {
                sum += matrix[at++] * x[k];
            }
            y[i] = sum;
        }
    }
}
