package org.epsilonet.codec.internal;

import java.util.function.IntToLongFunction;
import org.epsilonet.quantization.Quantization;

/** Expects sizes by a {@link DecayLaw}, and lately by how many times as large as that they were. */
final class LawfulSizes implements Expectation {
    /** Ratios are in units of 2^-7. */
    private static final int ONE = 1 << MixedInteger.SIZE_BITS;

    private static final int LARGEST_RATIO = 8 * ONE;
    /** A quarter, beside which sizes count: small ones say little. */
    private static final int QUARTER = ONE / 4;

    private static final int SPEED = 4;

    private final IntToLongFunction told;
    /** Those that were asked for; what is made of a short stream does not count all of them. */
    private final long[] sizes;

    private long ratio = ONE;
    private int i;

    /**
     * @param count how many integers there are
     * @param told the size of each, at least 1, in units of 2^-7
     */
    LawfulSizes(int count, IntToLongFunction told) {
        this(new long[count], told);
    }

    private LawfulSizes(long[] sizes, IntToLongFunction told) {
        this.sizes = sizes;
        this.told = told;
    }

    @Override
    public Expectation copy() {
        LawfulSizes copy = new LawfulSizes(sizes, told);
        copy.ratio = ratio;
        copy.i = i;
        return copy;
    }

    @Override
    public void turnTo(int next, int context) {
        i = next;
        if (sizes[i] == 0) {
            sizes[i] = told.applyAsLong(i);
        }
    }

    @Override
    public long prediction() {
        return 0;
    }

    @Override
    public long fast() {
        return Math.max(1, sizes[i] * ratio >> MixedInteger.SIZE_BITS);
    }

    @Override
    public long slow() {
        return sizes[i];
    }

    @Override
    public void learn(long integer) {
        long size = Math.min(Math.abs(integer), Quantization.INTEGER_LIMIT) << MixedInteger.SIZE_BITS;
        long now = size / 8 >= sizes[i] ? LARGEST_RATIO : (size + QUARTER) * ONE / (sizes[i] + QUARTER);
        ratio += Math.min(now, LARGEST_RATIO) - ratio >> SPEED;
    }
}
