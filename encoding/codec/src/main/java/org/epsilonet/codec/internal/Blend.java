package org.epsilonet.codec.internal;

/**
 * The mean of what experts guess, weighted by how little each missed of late: by the ratio of the least mean miss to its own,
 * to a power. Whoever misses by twice the least weighs nothing any more.
 *
 * @see "Ulacha and Stasinski, 2009, on blending of predictors"
 */
final class Blend {
    private static final double FORGETTING = 1.0 / 32;
    private static final double TINY = 0x1p-900;
    private static final double NEGLIGIBLE = 1e-4;

    /** What each expert guesses next. */
    final double[] guesses;

    private final double[] misses;
    private final int sharpness;

    /**
     * @param experts how many there are
     * @param sharpness the power is 2 to this
     */
    Blend(int experts, int sharpness) {
        this.guesses = new double[experts];
        this.misses = new double[experts];
        this.sharpness = sharpness;
    }

    /** The mean of the guesses; something else where that is no finite number. */
    double mean(double otherwise) {
        double least = Double.POSITIVE_INFINITY;
        for (double miss : misses) {
            least = Math.min(least, miss);
        }
        double sum = 0;
        double weights = 0;
        for (int j = 0; j < guesses.length; j++) {
            double ratio = (least + TINY) / (misses[j] + TINY);
            for (int k = 0; k < sharpness; k++) {
                ratio *= ratio;
            }
            if (ratio > NEGLIGIBLE) {
                sum += ratio * guesses[j];
                weights += ratio;
            }
        }
        double mean = sum / weights;
        return Math.abs(mean) < Double.POSITIVE_INFINITY ? mean : otherwise;
    }

    /** Tells the number that was guessed. */
    void learn(double x) {
        for (int j = 0; j < guesses.length; j++) {
            double miss = Math.abs(x - guesses[j]);
            misses[j] += (miss - misses[j]) * FORGETTING;
            if (!(misses[j] < Double.POSITIVE_INFINITY)) {
                misses[j] = Double.MAX_VALUE;
            }
        }
    }
}
