package org.epsilonet.codec.internal;

/**
 * What the integers seen so far in one context of a structure say about the next: a prediction, and how far off it will
 * be.
 *
 * <p>The predictions are extrapolations of order 0, 1 and 2: \(0\), \(q_{i-1}\), \(2q_{i-1} - q_{i-2}\). Each keeps a
 * running mean of its misses over about eight integers, and the one that missed least so far predicts: order 0 for sparse
 * and alternating coefficients, order 1 and 2 for coefficients that sample something smooth. Nothing is sent for it.
 */
final class Trace {
    /** Means are in units of 2^-7. */
    static final int MEAN_BITS = 7;

    private static final int ORDERS = 3;
    private static final int SLOWEST = 3;
    /** A miss counts at most this much, so that means fit into a long. */
    private static final long LARGEST_MISS = 1L << 54;

    private final long[] mean = new long[ORDERS];
    private long last;
    private long beforeLast;
    private int seen;
    private int lastSign;

    /** One that has seen the same. */
    Trace copy() {
        Trace copy = new Trace();
        System.arraycopy(mean, 0, copy.mean, 0, ORDERS);
        copy.last = last;
        copy.beforeLast = beforeLast;
        copy.seen = seen;
        copy.lastSign = lastSign;
        return copy;
    }

    /** What is expected before anything was seen: misses as in the context seen last. */
    void startFrom(Trace other) {
        long misses = other.mean[other.best()];
        for (int order = 0; order < ORDERS; order++) {
            mean[order] = misses;
        }
    }

    long prediction() {
        return extrapolated(best());
    }

    /** The mean miss of the prediction, in units of 2^-7. */
    long meanMiss() {
        return mean[best()];
    }

    /** The sign of the last residual: -1, 0, 1. */
    int lastSign() {
        return lastSign;
    }

    void add(long q) {
        lastSign = Long.signum(q - prediction());
        int shift = Math.min(32 - Integer.numberOfLeadingZeros(seen), SLOWEST);
        for (int order = 0; order < ORDERS; order++) {
            long miss = Math.min(Math.abs(q - extrapolated(order)), LARGEST_MISS) << MEAN_BITS;
            mean[order] += (miss - mean[order]) >> shift;
        }
        beforeLast = last;
        last = q;
        seen++;
    }

    private long extrapolated(int order) {
        return switch (order) {
            case 0 -> 0;
            case 1 -> last;
            default -> 2 * last - beforeLast;
        };
    }

    /** The order with the least mean miss; a higher one must be better by an eighth. */
    private int best() {
        int best = 0;
        for (int order = 1; order < ORDERS; order++) {
            if (mean[order] < mean[best] - (mean[best] >> 3)) {
                best = order;
            }
        }
        return best;
    }
}
