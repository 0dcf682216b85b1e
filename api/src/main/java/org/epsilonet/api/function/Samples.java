package org.epsilonet.api.function;

import java.util.Arrays;

/**
 * A target given by finitely many samples on a grid.
 *
 * <p>On the unit cube the samples sit at the cell centres of {@link #grid()}; {@link #origin()} and {@link #spacing()}
 * say where the first sample and its neighbours were in the user's coordinates. Values are finite. Immutable.
 */
public final class Samples implements Target {
    private final String name;
    private final Grid grid;
    private final double[] values;
    private final double[] origin;
    private final double[] spacing;
    private final SampleType type;

    private Samples(String name, Grid grid, double[] values, double[] origin, double[] spacing, SampleType type) {
        this.name = name;
        this.grid = grid;
        this.values = values;
        this.origin = origin;
        this.spacing = spacing;
        this.type = type;
    }

    /**
     * Samples at the cell centres of a grid on the unit cube, of type {@link SampleType#F8}.
     *
     * @param name a short name
     * @param grid where the samples sit
     * @param values the samples, row-major; copied
     * @return the samples
     * @throws IllegalArgumentException if the lengths disagree or a value is NaN or infinite
     */
    public static Samples of(String name, Grid grid, double[] values) {
        if (values.length != grid.points()) {
            throw new IllegalArgumentException(
                    name + " has " + values.length + " values, the grid " + grid + " has " + grid.points());
        }
        double[] copy = new double[values.length];
        Stretches.forEach(values.length, (begin, end) -> {
            System.arraycopy(values, begin, copy, begin, end - begin);
            requireFinite(name, copy, begin, end);
        });
        int d = grid.dimension();
        double[] origin = new double[d];
        double[] spacing = new double[d];
        for (int k = 0; k < d; k++) {
            origin[k] = 0.5 / grid.length(k);
            spacing[k] = 1.0 / grid.length(k);
        }
        return new Samples(name, grid, copy, origin, spacing, SampleType.F8);
    }

    private static void requireFinite(String name, double[] values, int begin, int end) {
        for (int i = begin; i < end; i++) {
            if (!Double.isFinite(values[i])) {
                throw new IllegalArgumentException(
                        name + ": value " + i + " is " + values[i] + "; samples must be finite");
            }
        }
    }

    /** Samples of one variable: {@code of(name, Grid.of(values.length), values)}. */
    public static Samples of(String name, double... values) {
        return of(name, Grid.of(values.length), values);
    }

    /**
     * The same samples, elsewhere in the user's coordinates.
     *
     * @param newOrigin position of the first sample, one finite number per coordinate
     * @param newSpacing distance between neighbours, one finite number {@code > 0} per coordinate
     * @return the samples at the new place
     * @throws IllegalArgumentException if lengths or values are not as said
     */
    public Samples placedAt(double[] newOrigin, double[] newSpacing) {
        if (newOrigin.length != dimension() || newSpacing.length != dimension()) {
            throw new IllegalArgumentException("origin and spacing need one number per coordinate");
        }
        for (int k = 0; k < newOrigin.length; k++) {
            if (!Double.isFinite(newOrigin[k]) || !(newSpacing[k] > 0) || Double.isInfinite(newSpacing[k])) {
                throw new IllegalArgumentException("origin must be finite and spacing finite and > 0, were "
                        + newOrigin[k] + " and " + newSpacing[k]);
            }
        }
        return new Samples(name, grid, values, newOrigin.clone(), newSpacing.clone(), type);
    }

    /** The same samples, remembered as having been stored in the given type. */
    public Samples storedAs(SampleType newType) {
        return new Samples(name, grid, values, origin, spacing, newType);
    }

    /** Other values on the same grid, at the same place and of the same type. */
    public Samples withValues(double[] newValues) {
        return of(name, grid, newValues).placedAt(origin, spacing).storedAs(type);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Grid domain() {
        return grid;
    }

    /** The grid; the same as {@link #domain()}. */
    public Grid grid() {
        return grid;
    }

    /** The number of samples. */
    public int size() {
        return values.length;
    }

    /** Sample {@code i}, row-major. */
    public double value(int i) {
        return values[i];
    }

    /** All samples, row-major; a fresh array. */
    public double[] values() {
        return values.clone();
    }

    /** Position of the first sample in the user's coordinates; a fresh array. */
    public double[] origin() {
        return origin.clone();
    }

    /** Distance between neighbouring samples in the user's coordinates; a fresh array. */
    public double[] spacing() {
        return spacing.clone();
    }

    /** The number type the samples were stored in. */
    public SampleType type() {
        return type;
    }

    /** Largest minus smallest value; 0 for constants, possibly infinite for huge values. */
    public double range() {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double v : values) {
            low = Math.min(low, v);
            high = Math.max(high, v);
        }
        return high - low;
    }

    @Override
    public Samples sampledOn(int... shape) {
        if (!Arrays.equals(shape, grid.shape())) {
            throw new IllegalArgumentException(
                    name + " is known on " + grid + " only, not on " + Arrays.toString(shape));
        }
        return this;
    }

    @Override
    public String toString() {
        return "Samples[" + name + ", " + grid + ", " + type + "]";
    }
}
