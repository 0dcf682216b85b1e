package org.epsilonet.families.wavelets.internal;

/**
 * What splits the parts of a packet transform: on the low-pass branch the levels of the wavelet cascade, in all other
 * parts the first level of a cascade of that length. Each is an orthogonal matrix with filters of its own at both ends.
 *
 * @param system an orthonormal system
 * @param length how many samples there are
 */
record PacketLevels(WaveletSystem system, int length) {
    /**
     * A part: a stretch of the array that is split in place.
     *
     * @param at where it begins
     * @param length its length
     * @param depth how often it has been split
     * @param lowest whether it has always been the low-pass half
     * @param isHigh whether it was the high-pass half the last time
     */
    record Part(int at, int length, int depth, boolean lowest, boolean isHigh) {
        Part low() {
            return new Part(at, (length + 1) / 2, depth + 1, lowest, false);
        }

        Part high() {
            int lows = (length + 1) / 2;
            return new Part(at + lows, length - lows, depth + 1, false, true);
        }

        int context() {
            return 3 * Math.min(depth, 31) + (lowest ? 0 : isHigh ? 1 : 2);
        }
    }

    Part root() {
        return new Part(0, length, 0, true, false);
    }

    private Cascade cascade(Part part) {
        return system.cascade(part.lowest() ? length : part.length());
    }

    private static int index(Part part) {
        return part.lowest() ? part.depth() : 0;
    }

    boolean canSplit(Part part) {
        return part.length() > 1 && index(part) < cascade(part).depth();
    }

    /** The longest way from the root to a leaf, at most. */
    int depth() {
        return 33 - Integer.numberOfLeadingZeros(length);
    }

    void split(Part part, double[] x) {
        cascade(part).level(index(part)).analyze(x, part.at(), new double[part.length()]);
    }

    void join(Part part, double[] x) {
        cascade(part).level(index(part)).synthesize(x, part.at(), new double[part.length()]);
    }

    /** The lowest part that cannot be split becomes its polynomials. */
    void finish(Part part, double[] x) {
        if (part.lowest() && !canSplit(part)) {
            cascade(part).analyzeCoarse(x, part.at(), new double[part.length()]);
        }
    }

    /** The inverse of {@link #finish}. */
    void begin(Part part, double[] x) {
        if (part.lowest() && !canSplit(part)) {
            cascade(part).synthesizeCoarse(x, part.at(), new double[part.length()]);
        }
    }
}
