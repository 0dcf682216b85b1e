package org.epsilonet.families.relu.affine;

/**
 * The coefficients of a spline on knots of half the distance: \(c'_{k'} = \sum_k 2^{-K}\binom{K+1}{k'-2k}c_k\). Position
 * \(p\) stands for the translate \(p - K\).
 *
 * @param degree \(K\)
 */
record Subdivision(int degree) {
    /** \(2^{-K}\binom{K+1}i\); 0 outside of the support. */
    double mask(long i) {
        if (i < 0 || i > degree + 1) {
            return 0;
        }
        double binomial = 1;
        for (int r = 0; r < i; r++) {
            binomial = binomial * (degree + 1 - r) / (r + 1);
        }
        return Math.scalb(binomial, -degree);
    }

    /** The first coarse translate with an influence on {@code k}. */
    long firstCoarse(long k) {
        return k - degree >> 1;
    }

    /** The last coarse translate with an influence on {@code k}. */
    static long lastCoarse(long k) {
        return k >> 1;
    }

    /**
     * One axis of an array of coefficients.
     *
     * @param coarse an array of {@code before} blocks of {@code count} times {@code after} entries
     * @param finer how many entries the axis has then
     */
    double[] along(double[] coarse, int before, int count, int after, int finer) {
        double[] masks = new double[degree + 2];
        for (int i = 0; i < masks.length; i++) {
            masks[i] = mask(i);
        }
        double[] fine = new double[before * finer * after];
        for (int b = 0; b < before; b++) {
            for (int p = 0; p < finer; p++) {
                int k = p - degree;
                int target = (b * finer + p) * after;
                int from = Math.max(-degree, (int) firstCoarse(k));
                int to = Math.min(count - 1 - degree, (int) lastCoarse(k));
                for (int c = from; c <= to; c++) {
                    int i = k - 2 * c;
                    if (i <= degree + 1) {
                        int source = (b * count + c + degree) * after;
                        for (int a = 0; a < after; a++) {
                            fine[target + a] += masks[i] * coarse[source + a];
                        }
                    }
                }
            }
        }
        return fine;
    }
}
