package org.epsilonet.families.wavelets.internal;

/**
 * One level of the unbalanced Haar transform: cell averages of cells that all hold the same number of samples, but for
 * the last, which may hold fewer. A pair of cells of masses \(m, m'\) with coefficients \(a, a'\) becomes
 * \[ \frac{\sqrt m\, a + \sqrt{m'}\, a'}{\sqrt{m+m'}}, \qquad \frac{\sqrt{m'}\, a - \sqrt m\, a'}{\sqrt{m+m'}}, \]
 * an orthogonal matrix whose detail vanishes on constants; a last cell without a partner is kept.
 *
 * @param length how many cells
 * @param lastRatio mass of the last cell divided by that of the others, in (0, 1]
 */
record HaarLevel(int length, double lastRatio) implements Level {
    private static final double HALF_ROOT = Math.sqrt(0.5);

    @Override
    public void analyze(double[] x, int at, double[] low, int lowAt, double[] high, int highAt) {
        int pairs = length / 2;
        for (int k = 0; k < pairs; k++) {
            double a = x[at + 2 * k];
            double b = x[at + 2 * k + 1];
            low[lowAt + k] = (a + b) * HALF_ROOT;
            high[highAt + k] = (a - b) * HALF_ROOT;
        }
        if (length % 2 != 0) {
            low[lowAt + pairs] = x[at + length - 1];
        } else if (lastRatio != 1) {
            double a = x[at + length - 2];
            double b = x[at + length - 1];
            low[lowAt + pairs - 1] = root(1) * a + root(lastRatio) * b;
            high[highAt + pairs - 1] = root(lastRatio) * a - root(1) * b;
        }
    }

    @Override
    public void synthesize(double[] low, int lowAt, double[] high, int highAt, double[] x, int at) {
        int pairs = length / 2;
        for (int k = 0; k < pairs; k++) {
            double a = low[lowAt + k];
            double d = high[highAt + k];
            x[at + 2 * k] = (a + d) * HALF_ROOT;
            x[at + 2 * k + 1] = (a - d) * HALF_ROOT;
        }
        if (length % 2 != 0) {
            x[at + length - 1] = low[lowAt + pairs];
        } else if (lastRatio != 1) {
            double a = low[lowAt + pairs - 1];
            double d = high[highAt + pairs - 1];
            x[at + length - 2] = root(1) * a + root(lastRatio) * d;
            x[at + length - 1] = root(lastRatio) * a - root(1) * d;
        }
    }

    @Override
    public Level resized(int newLength) {
        return new HaarLevel(newLength, lastRatio);
    }

    /** Root of the share of a cell of the given mass in the last pair. */
    private double root(double mass) {
        return Math.sqrt(mass / (1 + lastRatio));
    }
}
