package org.epsilonet.codec.internal;

import org.epsilonet.api.function.Grid;
import org.epsilonet.api.symbol.CorruptCodeException;

/**
 * The code of corrections: one integer k per sample, most of them 0. Whether it is another is a {@linkplain MixedBit mixed}
 * decision: corrections come in clusters, along edges, at regular distances, or where the function that they correct is steep,
 * and each model looks at one of these. What is not 0 is a sign and a magnitude: its length in bits, one decision after the
 * other, and the digits below the leading one. There is no count and no position to be refused: whatever a stream says is one
 * integer per sample.
 */
final class CorrectionCode {
    /** Magnitudes are below 2^52. */
    static final int MOST_BITS = 52;

    private static final int ORDER = 0;
    private static final int NEIGHBOURS = 1;
    private static final int DISTANCE = 2;
    private static final int STEEPNESS = 3;
    private static final int PATTERN = 4;

    private static final int DIGITS = 2;
    private static final int PATTERN_BITS = 8;

    private final TwoWayCoder coder;
    private final Surroundings around;
    private final MixedBit isOther = new MixedBit(
            new int[] {
                1, Surroundings.NEIGHBOURS, Surroundings.DISTANCES, Surroundings.STEEPNESSES * 3, 1 << PATTERN_BITS
            },
            new int[] {1023, 400, 400, 1023, 400},
            3);
    private final MixedBit sign = new MixedBit(new int[] {3, 9, 9}, new int[] {1023, 250, 250}, 1);
    private final MixedBit isLonger = new MixedBit(new int[] {64, 64 * 64, 64 * 4}, new int[] {1023, 250, 400}, 1);
    private final MixedBit digit =
            new MixedBit(new int[] {64 << DIGITS, 64 << 2 * DIGITS + 1}, new int[] {1023, 250}, 1);

    private int lastBits;
    private int lastSign;
    private long lastMagnitude;

    private CorrectionCode(TwoWayCoder coder, Grid grid, double[] function, double unit) {
        this.coder = coder;
        this.around = new Surroundings(grid, function, unit);
    }

    /**
     * Writes, or measures, corrections.
     *
     * @param corrections one per point of the grid, of magnitude below 2^52
     * @param function the values corrected
     * @param unit what a correction of 1 adds
     * @param coder where to
     */
    static void write(long[] corrections, Grid grid, double[] function, double unit, TwoWayCoder coder) {
        CorrectionCode code = new CorrectionCode(coder, grid, function, unit);
        try {
            for (long k : corrections) {
                code.next(k);
            }
        } catch (CorruptCodeException e) {
            throw new IllegalStateException("a writer refuses nothing", e);
        }
    }

    /** Reads what {@link #write} wrote. */
    static long[] read(Grid grid, double[] function, double unit, RangeDecoder source) throws CorruptCodeException {
        CorrectionCode code = new CorrectionCode(new TwoWayCoder.Reader(source), grid, function, unit);
        long[] corrections = new long[grid.points()];
        for (int i = 0; i < corrections.length; i++) {
            corrections[i] = code.next(0);
        }
        return corrections;
    }

    private long next(long k) throws CorruptCodeException {
        int steepness = around.steepness();
        int near = around.near();
        isOther.context(ORDER, 0);
        isOther.context(NEIGHBOURS, around.neighbours());
        isOther.context(DISTANCE, around.distance());
        isOther.context(STEEPNESS, 3 * steepness + near);
        isOther.context(PATTERN, around.pattern() & (1 << PATTERN_BITS) - 1);
        long coded = isOther.code(coder, k == 0 ? 0 : 1, near) == 0 ? 0 : other(k);
        around.add(coded);
        return coded;
    }

    private long other(long k) throws CorruptCodeException {
        sign.context(0, lastSign + 1);
        sign.context(1, around.signs());
        sign.context(2, 3 * (around.slope() + 1) + lastSign + 1);
        boolean negative = sign.code(coder, k < 0 ? 1 : 0, 0) == 1;
        long magnitude = magnitude(Math.abs(k));
        lastSign = negative ? -1 : 1;
        return negative ? -magnitude : magnitude;
    }

    private long magnitude(long given) throws CorruptCodeException {
        int size = Long.SIZE - Long.numberOfLeadingZeros(given);
        int bits = 1;
        boolean longer = true;
        while (bits < MOST_BITS && longer) {
            isLonger.context(0, bits);
            isLonger.context(1, 64 * lastBits + bits);
            isLonger.context(2, 4 * bits + around.largest());
            longer = isLonger.code(coder, size > bits ? 1 : 0, 0) == 1;
            bits += longer ? 1 : 0;
        }
        int modelled = Math.min(DIGITS, bits - 1);
        int node = 1;
        int known = lastBits == bits ? 1 + (int) (lastMagnitude >>> bits - 1 - modelled & (1 << modelled) - 1) : 0;
        for (int j = 1; j <= modelled; j++) {
            digit.context(0, bits << DIGITS | node);
            digit.context(1, (bits << DIGITS + 1 | known) << DIGITS | node);
            node = 2 * node + digit.code(coder, (int) (given >>> bits - 1 - j) & 1, 0);
        }
        int rest = bits - 1 - modelled;
        long magnitude = (long) node << rest | coder.bits(given & (1L << rest) - 1, rest);
        lastBits = bits;
        lastMagnitude = magnitude;
        return magnitude;
    }
}
