package org.epsilonet.families.wavelets.internal;

/**
 * One level by lifting: the even samples \(e\) and the odd samples \(o\) are changed in turn by multiples of the sum of
 * their two neighbours in the other sequence, then scaled by \(\zeta\) and \(1/\zeta\).
 *
 * <p>A neighbour beyond an end is extrapolated from the nearest members of its own sequence with the weights of smallest
 * norm that are exact on polynomials. On these each step acts as on the whole line at every level: details vanish up to the ends, and the low-pass coefficients are samples of a polynomial again.
 *
 * @param length how many numbers
 * @param steps factors of the steps; those with even index change the odd samples
 * @param scale \(\zeta\)
 * @param extrapolation weights of the members from the end on, for the place before them; no sequence is shorter
 * @see <a href="https://doi.org/10.1007/BF02476026">Daubechies, Sweldens, Factoring wavelet transforms into lifting
 *     steps, 1998</a>
 */
record LiftingLevel(int length, double[] steps, double scale, double[] extrapolation) implements Level {
    @Override
    public void analyze(double[] x, int offset, double[] scratch) {
        int lows = lows();
        for (int k = 0; k < length; k++) {
            scratch[k % 2 == 0 ? k / 2 : lows + k / 2] = x[offset + k];
        }
        for (int m = 0; m < steps.length; m++) {
            lift(scratch, m, steps[m]);
        }
        for (int k = 0; k < lows; k++) {
            x[offset + k] = scratch[k] * scale;
        }
        for (int k = lows; k < length; k++) {
            x[offset + k] = scratch[k] / scale;
        }
    }

    @Override
    public void synthesize(double[] x, int offset, double[] scratch) {
        int lows = lows();
        for (int k = 0; k < lows; k++) {
            scratch[k] = x[offset + k] / scale;
        }
        for (int k = lows; k < length; k++) {
            scratch[k] = x[offset + k] * scale;
        }
        for (int m = steps.length - 1; m >= 0; m--) {
            lift(scratch, m, -steps[m]);
        }
        for (int k = 0; k < length; k++) {
            x[offset + k] = scratch[k % 2 == 0 ? k / 2 : lows + k / 2];
        }
    }

    @Override
    public Level resized(int newLength) {
        return new LiftingLevel(newLength, steps, scale, extrapolation);
    }

    /** One step on evens (from 0) and odds (from lows). */
    private void lift(double[] y, int step, double factor) {
        int lows = lows();
        int odds = length - lows;
        if (step % 2 == 0) {
            int inside = Math.min(odds, lows - 1);
            for (int k = 0; k < inside; k++) {
                y[lows + k] += factor * (y[k] + y[k + 1]);
            }
            if (inside < odds) {
                y[lows + inside] += factor * (y[inside] + beyond(y, lows - 1, -1));
            }
        } else {
            y[0] += factor * (beyond(y, lows, 1) + y[lows]);
            for (int k = 1; k < odds; k++) {
                y[k] += factor * (y[lows + k - 1] + y[lows + k]);
            }
            if (odds < lows) {
                y[odds] += factor * (y[length - 1] + beyond(y, length - 1, -1));
            }
        }
    }

    /** The value one place before {@code first}, extrapolated from the members from there on. */
    private double beyond(double[] y, int first, int direction) {
        double sum = 0;
        for (int i = 0; i < extrapolation.length; i++) {
            sum += extrapolation[i] * y[first + direction * i];
        }
        return sum;
    }
}
