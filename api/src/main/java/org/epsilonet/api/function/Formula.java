package org.epsilonet.api.function;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;

/**
 * A target given by a formula on \([0,1]^d\), known at every point.
 *
 * <p>In one dimension a formula may name its breakpoints (jumps, kinks, singularities). They only guide quadrature;
 * families do not see them as hints for their knots.
 */
public final class Formula implements Target {
    private final String name;
    private final Cube domain;
    private final ToDoubleFunction<double[]> function;
    private final double[] breakpoints;

    private Formula(String name, int dimension, ToDoubleFunction<double[]> function, double[] breakpoints) {
        this.name = name;
        this.domain = new Cube(dimension);
        this.function = function;
        this.breakpoints = breakpoints;
    }

    /**
     * A function of one variable on [0, 1].
     *
     * @param name a short name
     * @param function the function; finite in the open interval, up to breakpoints
     * @param breakpoints points of (0, 1) where it is not smooth, in any order
     * @return the formula
     * @throws IllegalArgumentException if a breakpoint lies outside [0, 1]
     */
    public static Formula of(String name, DoubleUnaryOperator function, double... breakpoints) {
        double[] sorted = breakpoints.clone();
        Arrays.sort(sorted);
        for (double t : sorted) {
            if (!(t >= 0 && t <= 1)) {
                throw new IllegalArgumentException("a breakpoint must be in [0, 1], was " + t);
            }
        }
        return new Formula(name, 1, x -> function.applyAsDouble(x[0]), sorted);
    }

    /**
     * A function of one variable on [lower, upper], rescaled to [0, 1].
     *
     * @param name a short name
     * @param lower left end, finite
     * @param upper right end, finite, {@code > lower}
     * @param function the function in the original variable
     * @return the formula
     * @throws IllegalArgumentException if the interval is empty or not finite
     */
    public static Formula onInterval(String name, double lower, double upper, DoubleUnaryOperator function) {
        if (!(lower < upper) || Double.isInfinite(upper - lower)) {
            throw new IllegalArgumentException("an interval needs finite lower < upper, was " + lower + ", " + upper);
        }
        return of(name, x -> function.applyAsDouble(lower + x * (upper - lower)));
    }

    /**
     * A function of \(d\) variables on \([0,1]^d\).
     *
     * @param name a short name
     * @param dimension the dimension \(d \ge 1\)
     * @param function the function; must not keep or change its argument
     * @return the formula
     */
    public static Formula of(String name, int dimension, ToDoubleFunction<double[]> function) {
        return new Formula(name, dimension, function, new double[0]);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Cube domain() {
        return domain;
    }

    /**
     * The value at a point.
     *
     * @param x a point of \([0,1]^d\)
     * @return the value
     */
    public double at(double... x) {
        return function.applyAsDouble(x);
    }

    /** Points of [0, 1] where the function is known not to be smooth, increasing; a fresh array. */
    public double[] breakpoints() {
        return breakpoints.clone();
    }

    @Override
    public Samples sampledOn(int... shape) {
        Grid grid = Grid.of(shape);
        if (grid.dimension() != dimension()) {
            throw new IllegalArgumentException(name + " has dimension " + dimension() + ", the grid " + grid);
        }
        double[] values = new double[grid.points()];
        GridPoints.forEach(grid, (i, x) -> values[i] = function.applyAsDouble(x));
        return Samples.of(name, grid, values);
    }

    @Override
    public String toString() {
        return "Formula[" + name + ", d=" + dimension() + "]";
    }
}
