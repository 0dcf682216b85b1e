package org.epsilonet.families.wavelets.internal;

import java.lang.ref.SoftReference;
import java.util.Arrays;
import org.epsilonet.api.family.Approximant;
import org.epsilonet.api.function.Grid;

/**
 * A linear combination of wavelets. On its own grid it is the inverse transform, elsewhere the interpolant of that. The
 * samples are remembered where they are interpolated, and may be forgotten when memory is short.
 */
final class WaveletApproximant implements Approximant {
    /** Beyond so many jumps quadrature does as well without them. */
    private static final int MOST_BREAKPOINTS = 1 << 15;

    private final WaveletStructure structure;
    private final double[] parameters;
    private volatile SoftReference<double[]> memory = new SoftReference<>(null);

    WaveletApproximant(WaveletStructure structure, double[] parameters) {
        this.structure = structure;
        this.parameters = parameters;
    }

    private double[] samples() {
        double[] known = memory.get();
        if (known == null) {
            known = structure.samples(parameters);
            memory = new SoftReference<>(known);
        }
        return known;
    }

    @Override
    public WaveletStructure structure() {
        return structure;
    }

    @Override
    public double[] parameters() {
        return parameters.clone();
    }

    private Grid grid() {
        return structure.dictionary().transform().grid();
    }

    @Override
    public int dimension() {
        return grid().dimension();
    }

    @Override
    public double at(double... x) {
        return structure.dictionary().interpolation().value(grid(), samples(), x);
    }

    @Override
    public double[] on(Grid other) {
        double[] known = memory.get();
        if (other.equals(grid())) {
            return known == null ? structure.samples(parameters) : known.clone();
        }
        double[] samples = samples();
        return structure.dictionary().interpolation().on(grid(), samples, other);
    }

    @Override
    public double[] atIncreasing(double[] increasing) {
        return structure.dictionary().interpolation().at(samples(), increasing);
    }

    /** The jumps of a piecewise constant function of one variable. */
    @Override
    public double[] breakpoints() {
        if (dimension() > 1 || structure.dictionary().interpolation().points() > 1) {
            return new double[0];
        }
        double[] samples = samples();
        double[] jumps = new double[Math.min(samples.length, MOST_BREAKPOINTS)];
        int n = 0;
        for (int i = 1; i < samples.length; i++) {
            if (samples[i] != samples[i - 1]) {
                if (n == MOST_BREAKPOINTS) {
                    return new double[0];
                }
                jumps[n++] = (double) i / samples.length;
            }
        }
        return Arrays.copyOf(jumps, n);
    }

    /** With an even number of points neighbouring polynomials share the sample where they meet. */
    @Override
    public boolean mayJump() {
        return structure.dictionary().interpolation().points() % 2 == 1;
    }

    @Override
    public String toString() {
        GridTransform transform = structure.dictionary().transform();
        return parameters.length + " coefficients of " + transform.system().title() + " on " + transform.grid();
    }
}
