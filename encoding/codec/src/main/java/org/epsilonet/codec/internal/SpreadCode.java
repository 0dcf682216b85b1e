package org.epsilonet.codec.internal;

import org.epsilonet.api.symbol.CorruptCodeException;

/**
 * The code of an integer that is a rounded number of a bell-shaped law of known spread: whether its bitlength is 0, 1, 2, ...,
 * the digits below the leading one, the sign. The probabilities are those of the logistic law, whose tails have a closed form;
 * a Gaussian number takes 0.014 bits more than its entropy.
 */
public final class SpreadCode {
    private static final int LONGEST = 52;
    /** The digits further down are as good as equally likely. */
    private static final int MODELLED_DIGITS = 3;
    /** The scale of the logistic law that suits a Gaussian law of deviation 1 best: the least of the relative entropy. */
    private static final double SCALE = 0.57;

    private final TwoWayCoder coder;
    private final double deadZone;

    private SpreadCode(TwoWayCoder coder, double deadZone) {
        this.coder = coder;
        this.deadZone = deadZone;
    }

    /**
     * Writes integers.
     *
     * @param integers below 2^52 in magnitude
     * @param spreads their standard deviations in units of the rounding step, positive and finite
     * @param deadZone what is rounded to a magnitude k is at least k - 1 + this
     * @param encoder receives them
     */
    public static void write(long[] integers, double[] spreads, double deadZone, RangeEncoder encoder) {
        SpreadCode code = new SpreadCode(new TwoWayCoder.Writer(encoder), deadZone);
        for (int i = 0; i < integers.length; i++) {
            try {
                code.code(integers[i], spreads[i]);
            } catch (CorruptCodeException e) {
                throw new IllegalArgumentException("integers are below 2^52 in magnitude, was " + integers[i], e);
            }
        }
    }

    /** Reads as many integers as there are spreads. */
    public static long[] read(double[] spreads, double deadZone, RangeDecoder decoder) throws CorruptCodeException {
        SpreadCode code = new SpreadCode(new TwoWayCoder.Reader(decoder), deadZone);
        long[] integers = new long[spreads.length];
        for (int i = 0; i < integers.length; i++) {
            integers[i] = code.code(0, spreads[i]);
        }
        return integers;
    }

    /** Codes an integer, which is ignored when reading, and returns it. */
    private long code(long integer, double spread) throws CorruptCodeException {
        if (!(spread > 0) || spread == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("a spread is positive and finite, was " + spread);
        }
        double scale = SCALE * spread;
        long magnitude = Math.abs(integer);
        int length = 0;
        while (coder.bit(magnitude >>> length == 0 ? 0 : 1, probability(1 - beyond(length, scale))) == 1) {
            if (++length > LONGEST) {
                throw new CorruptCodeException("an integer has more than " + LONGEST + " bits");
            }
        }
        if (length == 0) {
            return 0;
        }
        long found = 1;
        int left = length - 1;
        for (int i = 0; i < MODELLED_DIGITS && left > 0; i++) {
            left--;
            double from = tail(found << left + 1, scale);
            double middle = tail((found << left + 1) + (1L << left), scale);
            double to = tail(found + 1 << left + 1, scale);
            double low = from > to ? (from - middle) / (from - to) : 0.5;
            found = 2 * found + coder.bit((int) (magnitude >>> left & 1), probability(low));
        }
        found = found << left | coder.bits(magnitude & (1L << left) - 1, left);
        return coder.bits(integer < 0 ? 1 : 0, 1) == 1 ? -found : found;
    }

    /** The probability of more than this many digits, given at least so many. */
    private double beyond(int length, double scale) {
        double given = length == 0 ? 1 : tail(1L << length - 1, scale);
        return given > 0 ? tail(1L << length, scale) / given : 0.5;
    }

    /** The probability of a magnitude k or more, for k at least 1. */
    private double tail(long k, double scale) {
        return 2 / (1 + StrictMath.exp((k - 1 + deadZone) / scale));
    }

    private static int probability(double p) {
        int units = (int) (p * (1 << AdaptiveBit.PROBABILITY_BITS) + 0.5);
        return Math.max(1, Math.min((1 << AdaptiveBit.PROBABILITY_BITS) - 1, units));
    }
}
