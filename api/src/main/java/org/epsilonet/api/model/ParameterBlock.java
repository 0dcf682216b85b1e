package org.epsilonet.api.model;

import java.util.Arrays;

/** A named array of parameters of a model, for example the weights of one layer. Immutable. */
public final class ParameterBlock {
    private final String name;
    private final int[] shape;
    private final double[] values;

    private ParameterBlock(String name, int[] shape, double[] values) {
        this.name = name;
        this.shape = shape;
        this.values = values;
    }

    /**
     * A block.
     *
     * @param name as in the file it came from
     * @param shape lengths, each {@code >= 1}; copied
     * @param values row-major, as many as the product of the shape, all finite; copied
     * @throws IllegalArgumentException if that is not so
     */
    public static ParameterBlock of(String name, int[] shape, double[] values) {
        long size = 1;
        for (int n : shape) {
            size = n < 1 ? -1 : Math.multiplyExact(size, (long) n);
        }
        if (size != values.length) {
            throw new IllegalArgumentException("the parameters '" + name + "' of shape " + Arrays.toString(shape)
                    + " need " + size + " values, were " + values.length);
        }
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw new IllegalArgumentException(
                        "the parameters '" + name + "' must be finite, but value " + i + " is " + values[i]);
            }
        }
        return new ParameterBlock(name, shape.clone(), values.clone());
    }

    /** The name, as in the file it came from. */
    public String name() {
        return name;
    }

    /** The shape; a fresh array. */
    public int[] shape() {
        return shape.clone();
    }

    /** The number of parameters. */
    public int size() {
        return values.length;
    }

    /** The values, row-major; a fresh array. */
    public double[] values() {
        return values.clone();
    }

    /** The value at a row-major index. */
    public double value(int i) {
        return values[i];
    }

    /**
     * The same block with other values.
     *
     * @throws IllegalArgumentException as {@link #of}
     */
    public ParameterBlock withValues(double[] other) {
        return of(name, shape, other);
    }

    @Override
    public String toString() {
        return name + Arrays.toString(shape);
    }
}
