package org.epsilonet.quantization.model;

import org.epsilonet.api.model.ParameterBlock;
import org.epsilonet.api.model.RoundingScheme;

/** A block of parameters as integers times a power of two. Immutable. */
public final class QuantizedBlock {
    /** Integers stay below this in magnitude, so that they are float32 numbers. */
    public static final int INTEGER_LIMIT = 1 << 24;

    /** Steps \(2^e\) from here: all their multiples by integers below the limit are float32 numbers. */
    public static final int LEAST_EXPONENT = -149;

    /** Steps \(2^e\) up to here: their multiples by integers below the limit do not overflow float32. */
    public static final int LARGEST_EXPONENT = 104;

    private final String name;
    private final int[] shape;
    private final int exponent;
    private final int[] integers;
    private final int largest;

    private QuantizedBlock(String name, int[] shape, int exponent, int[] integers) {
        this.name = name;
        this.shape = shape;
        this.exponent = exponent;
        this.integers = integers;
        int max = 0;
        for (int q : integers) {
            max = Math.max(max, Math.abs(q));
        }
        this.largest = max;
    }

    /**
     * Rounds a block.
     *
     * @param block the parameters
     * @param exponent \(e\) of the step \(2^e\), in [{@value #LEAST_EXPONENT}, {@value #LARGEST_EXPONENT}]
     * @param scheme how
     * @throws IllegalArgumentException if the exponent is out of range, or an integer would reach {@link #INTEGER_LIMIT}
     */
    public static QuantizedBlock of(ParameterBlock block, int exponent, RoundingScheme scheme) {
        if (exponent < LEAST_EXPONENT || exponent > LARGEST_EXPONENT) {
            throw new IllegalArgumentException("the step of " + block + " must be 2^" + LEAST_EXPONENT + " to 2^"
                    + LARGEST_EXPONENT + ", was 2^" + exponent);
        }
        int[] integers = new int[block.size()];
        for (int i = 0; i < integers.length; i++) {
            double k = rounded(block.value(i), exponent, scheme);
            if (!(Math.abs(k) < INTEGER_LIMIT)) {
                throw new IllegalArgumentException("the step 2^" + exponent + " is too small for " + block.value(i)
                        + " in " + block + ": its integer reaches 2^24");
            }
            integers[i] = (int) k;
        }
        return new QuantizedBlock(block.name(), block.shape(), exponent, integers);
    }

    /** The integer of a parameter. Scaling by a power of two rounds only below \(2^{-1022}\), where the sign is kept. */
    private static double rounded(double value, int exponent, RoundingScheme scheme) {
        double scaled = Math.scalb(value, -exponent);
        // A quotient that underflows to zero still lies on its side of zero.
        return scheme.round(scaled == 0 && value != 0 ? Math.copySign(Double.MIN_VALUE, value) : scaled);
    }

    /**
     * The smallest exponent that keeps all integers of a block below the limit under every scheme.
     *
     * @return at least {@link #LEAST_EXPONENT}
     */
    static int leastExponent(ParameterBlock block) {
        double max = largest(block);
        // max < 2^(getExponent + 1); one less than the limit, since a floor or a nearest integer may be one more.
        int e = max == 0 ? LEAST_EXPONENT : Math.getExponent(max) + 1 - 24;
        while (Math.scalb(max, -e) > INTEGER_LIMIT - 2.0) {
            e++;
        }
        return Math.max(e, LEAST_EXPONENT);
    }

    /** The smallest exponent at which the nearest integers of a block are all zero; at least {@link #LEAST_EXPONENT}. */
    static int zeroExponent(ParameterBlock block) {
        double max = largest(block);
        return max == 0 ? LEAST_EXPONENT : Math.max(Math.getExponent(max) + 2, LEAST_EXPONENT);
    }

    private static double largest(ParameterBlock block) {
        double max = 0;
        for (int i = 0; i < block.size(); i++) {
            max = Math.max(max, Math.abs(block.value(i)));
        }
        return max;
    }

    /** The parameters that the integers stand for; exact. */
    ParameterBlock restored() {
        double step = step();
        double[] values = new double[integers.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = integers[i] * step;
        }
        return ParameterBlock.of(name, shape, values);
    }

    /** The name of the block. */
    public String name() {
        return name;
    }

    /** The shape; a fresh array. */
    public int[] shape() {
        return shape.clone();
    }

    /** The number of parameters. */
    public int size() {
        return integers.length;
    }

    /** The exponent \(e\) of the step. */
    public int exponent() {
        return exponent;
    }

    /** The step \(2^e\). */
    public double step() {
        return Math.scalb(1.0, exponent);
    }

    /** The integers, row-major; a fresh array. */
    public int[] integers() {
        return integers.clone();
    }

    /** Bits of one integer at fixed length: \(\lceil\log_2(2k + 1)\rceil\) with \(k\) the largest magnitude. */
    public int bitsPerWeight() {
        return 32 - Integer.numberOfLeadingZeros(2 * largest);
    }

    /** The number of integers that are zero. */
    public int zeros() {
        int zeros = 0;
        for (int q : integers) {
            zeros += q == 0 ? 1 : 0;
        }
        return zeros;
    }
}
