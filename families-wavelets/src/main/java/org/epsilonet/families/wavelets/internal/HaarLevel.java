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
    public void analyze(double[] x, int offset, double[] scratch) {
        int lows = lows();
        int pairs = length / 2;
        for (int k = 0; k < pairs; k++) {
            double a = x[offset + 2 * k];
            double b = x[offset + 2 * k + 1];
            scratch[k] = (a + b) * HALF_ROOT;
            scratch[lows + k] = (a - b) * HALF_ROOT;
        }
        if (length % 2 != 0) {
            scratch[lows - 1] = x[offset + length - 1];
        } else if (lastRatio != 1) {
            double a = x[offset + length - 2];
            double b = x[offset + length - 1];
            scratch[lows - 1] = root(1) * a + root(lastRatio) * b;
            scratch[length - 1] = root(lastRatio) * a - root(1) * b;
        }
        System.arraycopy(scratch, 0, x, offset, length);
    }

    @Override
    public void synthesize(double[] x, int offset, double[] scratch) {
        System.arraycopy(x, offset, scratch, 0, length);
        int lows = lows();
        int pairs = length / 2;
        for (int k = 0; k < pairs; k++) {
            double a = scratch[k];
            double d = scratch[lows + k];
            x[offset + 2 * k] = (a + d) * HALF_ROOT;
            x[offset + 2 * k + 1] = (a - d) * HALF_ROOT;
        }
        if (length % 2 != 0) {
            x[offset + length - 1] = scratch[lows - 1];
        } else if (lastRatio != 1) {
            double a = scratch[lows - 1];
            double d = scratch[length - 1];
            x[offset + length - 2] = root(1) * a + root(lastRatio) * d;
            x[offset + length - 1] = root(lastRatio) * a - root(1) * d;
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
