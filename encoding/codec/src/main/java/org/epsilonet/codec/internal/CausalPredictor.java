package org.epsilonet.codec.internal;

/**
 * Predicts each sample of a grid from those before it, row-major, in versions up to 6. Experts are the mean, the extrapolations of order 1 to 3
 * along the last axis, the neighbour in the row before and the plane through three neighbours, and a linear predictor whose
 * coefficients follow by recursive least squares. Their mean, weighted by how little each missed of late, is the
 * prediction. Only \(+ - \times /\) in a fixed order: bit-exact everywhere.
 *
 * @see <a href="https://doi.org/10.1109/TCOMM.1982.1095405">recursive least squares; Ulacha and Stasinski, 2009, on
 *     blending of predictors</a>
 */
final class CausalPredictor implements Predictor {
    private static final double LONG_MEMORY = 1.0 / 1024;
    private static final int SHARPNESS = 4;
    private static final int FIXED = 5;

    private final double[] past;
    private final int row;
    private final Blend blend;
    private final LeastSquares adaptive;
    private final double[] neighbours;
    private int at;
    private double mean;

    /**
     * @param points how many samples there are
     * @param row how many of them in a row; all of them if there is only one
     */
    CausalPredictor(int points, int row) {
        this.past = new double[points];
        this.row = row;
        this.blend = new Blend(row < points ? FIXED + 2 : FIXED, SHARPNESS);
        this.neighbours = new double[row < points ? 10 : 16];
        this.adaptive = new LeastSquares(neighbours.length);
    }

    /** The prediction of the next sample. */
    @Override
    public double next() {
        double x1 = back(1);
        double x2 = back(2);
        double x3 = back(3);
        double[] guesses = blend.guesses;
        guesses[0] = x1;
        guesses[1] = 2 * x1 - x2;
        guesses[2] = 3 * (x1 - x2) + x3;
        fillNeighbours(x1);
        guesses[3] = x1 + adaptive.predict(neighbours);
        guesses[4] = mean;
        if (row < past.length) {
            double above = at >= row ? back(row) : x1;
            double corner = at > row ? back(row + 1) : above;
            guesses[FIXED] = above;
            guesses[FIXED + 1] = x1 + above - corner;
        }
        return blend.mean(x1);
    }

    /** Tells the sample that followed the prediction. */
    @Override
    public void learn(double x) {
        blend.learn(x);
        adaptive.learn(neighbours, x - back(1));
        past[at++] = x;
        mean += (x - mean) * Math.max(1.0 / at, LONG_MEMORY);
    }

    /** The level and the differences of what was seen, relative to the last sample. */
    private void fillNeighbours(double x1) {
        neighbours[0] = x1;
        if (row == past.length) {
            for (int k = 1; k < neighbours.length; k++) {
                neighbours[k] = back(k) - back(k + 1);
            }
            return;
        }
        for (int k = 1; k < 4; k++) {
            neighbours[k] = back(k) - back(k + 1);
        }
        double above = back(row);
        neighbours[4] = above - x1;
        neighbours[5] = back(row + 1) - above;
        neighbours[6] = back(row - 1) - above;
        neighbours[7] = back(row - 2) - above;
        neighbours[8] = back(2 * row) - above;
        neighbours[9] = back(row + 2) - above;
    }

    /** The sample k before the next; before the first there are zeros. */
    private double back(int k) {
        return k >= 1 && k <= at ? past[at - k] : 0;
    }
}
