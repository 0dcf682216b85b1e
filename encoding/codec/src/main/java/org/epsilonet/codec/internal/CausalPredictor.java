package org.epsilonet.codec.internal;

/**
 * Predicts each sample of a grid from those before it, row-major. Experts are the mean, the extrapolations of order 1 to 3
 * along the last axis, the neighbour in the row before and the plane through three neighbours, and a linear predictor whose
 * coefficients follow by recursive least squares. Their mean, weighted by how little each missed of late, is the
 * prediction. Only \(+ - \times /\) in a fixed order: bit-exact everywhere.
 *
 * @see <a href="https://doi.org/10.1109/TCOMM.1982.1095405">recursive least squares; Ulacha and Stasinski, 2009, on
 *     blending of predictors</a>
 */
final class CausalPredictor implements Predictor {
    private static final double FORGETTING = 1.0 / 32;
    private static final double LONG_MEMORY = 1.0 / 1024;
    private static final double TINY = 0x1p-900;
    /** Weights are ratios of misses to the power 2^4. */
    private static final int SHARPNESS = 4;

    private static final double NEGLIGIBLE = 1e-4;
    private static final int FIXED = 5;

    private final double[] past;
    private final int row;
    private final double[] guesses;
    private final double[] misses;
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
        this.guesses = new double[row < points ? FIXED + 2 : FIXED];
        this.misses = new double[guesses.length];
        this.neighbours = new double[row < points ? 10 : 16];
        this.adaptive = new LeastSquares(neighbours.length);
    }

    /** The prediction of the next sample. */
    @Override
    public double next() {
        double x1 = back(1);
        double x2 = back(2);
        double x3 = back(3);
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
        double blend = blended();
        return Math.abs(blend) < Double.POSITIVE_INFINITY ? blend : x1;
    }

    /** The same, but of what has been repeated three times it predicts itself, to the last digit. */
    Predictor orRepeated() {
        return new Predictor() {
            @Override
            public double next() {
                double prediction = CausalPredictor.this.next();
                double x1 = back(1);
                return x1 == back(2) && x1 == back(3) ? x1 : prediction;
            }

            @Override
            public void learn(double value) {
                CausalPredictor.this.learn(value);
            }
        };
    }

    /** Whoever misses by twice the least weighs nothing any more. */
    private double blended() {
        double least = Double.POSITIVE_INFINITY;
        for (double miss : misses) {
            least = Math.min(least, miss);
        }
        double sum = 0;
        double weights = 0;
        for (int j = 0; j < guesses.length; j++) {
            double ratio = (least + TINY) / (misses[j] + TINY);
            for (int k = 0; k < SHARPNESS; k++) {
                ratio *= ratio;
            }
            if (ratio > NEGLIGIBLE) {
                sum += ratio * guesses[j];
                weights += ratio;
            }
        }
        return sum / weights;
    }

    /** Tells the sample that followed the prediction. */
    @Override
    public void learn(double x) {
        for (int j = 0; j < guesses.length; j++) {
            double miss = Math.abs(x - guesses[j]);
            misses[j] += (miss - misses[j]) * FORGETTING;
            if (!(misses[j] < Double.POSITIVE_INFINITY)) {
                misses[j] = Double.MAX_VALUE;
            }
        }
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
