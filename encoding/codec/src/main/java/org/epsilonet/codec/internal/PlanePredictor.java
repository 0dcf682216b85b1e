package org.epsilonet.codec.internal;

import java.util.Arrays;

/**
 * Predicts each sample of a picture from those left of it and above, from version 7 on. Experts are the extrapolations of order
 * 1 to 3 along the row, the mean, the neighbour above, the plane through three neighbours, and two linear predictors by
 * recursive least squares: one for the whole picture, and one for each zone of a few columns, which soon forgets and so
 * knows what the picture is like nearby, above as well as on the left. Beyond its ends a row goes on with its last sample, to
 * the left with the first one of the row above. Only \(+ - \times /\) in a fixed order: bit-exact everywhere.
 *
 * @see "Li and Orchard, Edge-directed prediction for lossless compression of natural images, 2001, on training nearby"
 */
final class PlanePredictor implements Predictor {
    /** Rows above, and columns on either side, that are seen. */
    private static final int ROWS = 4;

    private static final int MARGIN = 3;
    /** Where neighbours lie: so many rows above, so many columns to the left, the nearest first. */
    private static final int[][] PLACES = {
        {0, 1}, {0, 2}, {0, 3}, {1, 0}, {1, 1}, {1, -1}, {1, -2}, {2, 0}, {1, 2},
        {2, 1}, {2, -1}, {3, 0}, {2, -2}, {2, 2}, {1, -3}, {3, 1}, {3, -1}, {4, 0}
    };

    private static final int ABOVE = 3;
    private static final int CORNER = 4;
    private static final int ORDER = PLACES.length;
    private static final double MEMORY = 0.985;
    private static final double STEADY_MEMORY = 0.998;
    private static final double MEAN_MEMORY = 1.0 / 1024;
    private static final int SHARPNESS = 3;

    /** Columns of a zone; in rows that are shorter each column is one, as they are channels rather than a picture. */
    private static final int ZONE = 16;

    private static final int MOST_ZONES = 256;

    /** Of longer rows not even five are one array. */
    static final int LONGEST_ROW = 1 << 28;

    private final int row;
    private final int stride;
    private final double[] window;
    private final int[] back = new int[ORDER];
    private final double[] seen = new double[ORDER];
    private final int zone;
    private final FactoredLeastSquares[] nearby;
    private final FactoredLeastSquares steady;
    private final Blend blend = new Blend(8, SHARPNESS);
    private int column;
    private double mean;
    private int learned;

    /**
     * @param row samples in a row
     * @param unit what {@link FactoredLeastSquares} take for the size of an error
     */
    PlanePredictor(int row, double unit) {
        this.row = row;
        this.stride = row + 2 * MARGIN;
        this.window = new double[(ROWS + 1) * stride];
        Arrays.setAll(back, k -> PLACES[k][0] * stride + PLACES[k][1]);
        this.zone = row < ZONE ? 1 : Math.max(ZONE, (row - 1) / MOST_ZONES + 1);
        this.nearby = new FactoredLeastSquares[(row - 1) / zone + 1];
        Arrays.setAll(nearby, k -> new FactoredLeastSquares(ORDER, MEMORY, unit));
        this.steady = new FactoredLeastSquares(ORDER, STEADY_MEMORY, unit);
    }

    @Override
    public double next() {
        int at = at();
        double left = window[at - 1];
        double above = window[at - back[ABOVE]];
        seen[0] = left;
        for (int k = 1; k <= ABOVE; k++) {
            seen[k] = window[at - back[k]] - left;
        }
        for (int k = CORNER; k < ORDER; k++) {
            seen[k] = window[at - back[k]] - above;
        }
        double[] guesses = blend.guesses;
        guesses[0] = left;
        guesses[1] = left - seen[1];
        guesses[2] = left + (seen[2] - 3 * seen[1]);
        guesses[3] = mean;
        guesses[4] = above;
        guesses[5] = left - seen[CORNER];
        guesses[6] = left + nearby[column / zone].predict(seen);
        guesses[7] = left + steady.predict(seen);
        return blend.mean(left);
    }

    @Override
    public void learn(double x) {
        blend.learn(x);
        nearby[column / zone].learn(seen, x - seen[0]);
        steady.learn(seen, x - seen[0]);
        learned++;
        mean += (x - mean) * Math.max(1.0 / learned, MEAN_MEMORY);
        window[at()] = x;
        column++;
        if (column == row) {
            startRow();
        }
    }

    private int at() {
        return ROWS * stride + MARGIN + column;
    }

    private void startRow() {
        int end = at();
        Arrays.fill(window, end, end + MARGIN, window[end - 1]);
        System.arraycopy(window, stride, window, 0, ROWS * stride);
        column = 0;
        int start = at();
        Arrays.fill(window, start - MARGIN, start, window[start - stride]);
    }
}
