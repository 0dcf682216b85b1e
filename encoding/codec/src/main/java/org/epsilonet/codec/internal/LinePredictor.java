package org.epsilonet.codec.internal;

/**
 * Predicts each sample of a series from those before it, from version 7 on. Experts are the extrapolations of order 1 to 3, the
 * mean, and two linear predictors by recursive least squares: a short one that remembers long, for noise whose spectrum stays,
 * and a longer one that remembers only fifty samples. On a fine lattice a smooth function is foretold by few of its samples
 * up to a rounding, wherever it is much the same for so long. Only \(+ - \times /\) in a fixed order: bit-exact everywhere.
 */
final class LinePredictor implements Predictor {
    private static final int ORDER = 28;
    private static final int STEADY_ORDER = 16;
    private static final double MEMORY = 0.98;
    private static final double STEADY_MEMORY = 0.9995;
    private static final double MEAN_MEMORY = 1.0 / 1024;
    private static final int SHARPNESS = 4;

    /** The last sample, and how much each of the last ones differs from the one before it. */
    private final double[] seen = new double[ORDER];

    private final FactoredLeastSquares quick;
    private final FactoredLeastSquares steady;
    private final Blend blend = new Blend(6, SHARPNESS);
    private double mean;
    private int learned;

    /** @param unit what {@link FactoredLeastSquares} take for the size of an error */
    LinePredictor(double unit) {
        this.quick = new FactoredLeastSquares(ORDER, MEMORY, unit);
        this.steady = new FactoredLeastSquares(STEADY_ORDER, STEADY_MEMORY, unit);
    }

    @Override
    public double next() {
        double x = seen[0];
        double[] guesses = blend.guesses;
        guesses[0] = x;
        guesses[1] = x + seen[1];
        guesses[2] = x + (2 * seen[1] - seen[2]);
        guesses[3] = mean;
        guesses[4] = x + quick.predict(seen);
        guesses[5] = x + steady.predict(seen);
        return blend.mean(x);
    }

    @Override
    public void learn(double x) {
        blend.learn(x);
        double difference = x - seen[0];
        quick.learn(seen, difference);
        steady.learn(seen, difference);
        System.arraycopy(seen, 1, seen, 2, ORDER - 2);
        seen[0] = x;
        seen[1] = difference;
        learned++;
        mean += (x - mean) * Math.max(1.0 / learned, MEAN_MEMORY);
    }
}
