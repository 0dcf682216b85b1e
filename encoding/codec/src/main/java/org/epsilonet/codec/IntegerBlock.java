package org.epsilonet.codec;

import java.util.Arrays;

/** An array of integers and the step \(2^e\) that they are multiples of, for example the weights of a layer. Immutable. */
public final class IntegerBlock {
    /** Integers stay below this in magnitude. */
    public static final long INTEGER_LIMIT = 1L << 52;

    /** Exponents stay within this in magnitude. */
    public static final int EXPONENT_LIMIT = 1 << 12;

    private final int[] shape;
    private final int exponent;
    private final long[] integers;

    private IntegerBlock(int[] shape, int exponent, long[] integers) {
        this.shape = shape;
        this.exponent = exponent;
        this.integers = integers;
    }

    /**
     * A block.
     *
     * @param shape lengths, each {@code >= 1}, at most 15 of them; copied
     * @param exponent \(e\), of magnitude below {@value #EXPONENT_LIMIT}
     * @param integers as many as the product of the shape, of magnitude below \(2^{52}\); copied
     * @throws IllegalArgumentException if that is not so
     */
    public static IntegerBlock of(int[] shape, int exponent, long[] integers) {
        long size = shape.length <= 15 ? 1 : -1;
        for (int n : shape) {
            size = n < 1 || size < 0 || size > integers.length ? -1 : size * n;
        }
        if (size != integers.length || Math.abs((long) exponent) >= EXPONENT_LIMIT) {
            throw new IllegalArgumentException("a block of the shape " + Arrays.toString(shape) + " with the step 2^"
                    + exponent + " cannot hold " + integers.length + " integers");
        }
        for (long q : integers) {
            if (q <= -INTEGER_LIMIT || q >= INTEGER_LIMIT) {
                throw new IllegalArgumentException("integers must be below 2^52 in magnitude, was " + q);
            }
        }
        return new IntegerBlock(shape.clone(), exponent, integers.clone());
    }

    /** The shape; a fresh array. */
    public int[] shape() {
        return shape.clone();
    }

    /** The exponent \(e\) of the step. */
    public int exponent() {
        return exponent;
    }

    /** The number of integers. */
    public int size() {
        return integers.length;
    }

    /** The integers, row-major; a fresh array. */
    public long[] integers() {
        return integers.clone();
    }

    /** Two blocks are equal if shape, step and integers are. */
    @Override
    public boolean equals(Object other) {
        return other instanceof IntegerBlock block
                && Arrays.equals(shape, block.shape)
                && exponent == block.exponent
                && Arrays.equals(integers, block.integers);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * Arrays.hashCode(shape) + exponent) + Arrays.hashCode(integers);
    }

    @Override
    public String toString() {
        return integers.length + " integers of the shape " + Arrays.toString(shape) + ", step 2^" + exponent;
    }
}
