package org.epsilonet.examples.fourier;

import org.epsilonet.api.family.Approximant;
import org.epsilonet.api.family.Structure;
import org.epsilonet.api.function.Grid;

/**
 * A sum of atoms. On grids it is computed by the fast transform; at many other points by interpolation of degree 15
 * between grid values, with a relative error of about 10^-12.
 */
final class TrigonometricSum implements Approximant {
    /** Up to so many sines and cosines the sum is formed term by term. */
    private static final long FEW = 1 << 16;

    /** Grid points per period of the highest frequency, and how many of them a polynomial passes through. */
    private static final int PER_PERIOD = 16;

    private static final int NODES = 16;

    private final Frequencies frequencies;
    private final double[] coefficients;

    TrigonometricSum(Frequencies frequencies, double[] coefficients) {
        this.frequencies = frequencies;
        this.coefficients = coefficients;
    }

    @Override
    public Structure structure() {
        return frequencies;
    }

    @Override
    public double[] parameters() {
        return coefficients.clone();
    }

    @Override
    public int dimension() {
        return 1;
    }

    @Override
    public double at(double... x) {
        Dictionary dictionary = frequencies.dictionary();
        double sum = 0;
        for (int i = 0; i < coefficients.length; i++) {
            int atom = frequencies.atom(i);
            double turns = dictionary.frequency(atom) * x[0];
            double angle = 2 * Math.PI * (turns - Math.rint(turns));
            double wave = dictionary.isSine(atom) ? StrictMath.sin(angle) : StrictMath.cos(angle);
            sum += coefficients[i] * dictionary.amplitude(atom) * wave;
        }
        return sum;
    }

    @Override
    public double[] on(Grid grid) {
        return CellCentredTransform.synthesize(frequencies, coefficients, grid.points());
    }

    @Override
    public double[] atIncreasing(double[] increasing) {
        if ((long) increasing.length * coefficients.length <= FEW) {
            return Approximant.super.atIncreasing(increasing);
        }
        int highest = frequencies.dictionary().frequency(frequencies.atom(frequencies.size() - 1));
        int n = Math.max(64, Integer.highestOneBit(PER_PERIOD * highest) * 2);
        double[] grid = CellCentredTransform.synthesize(frequencies, coefficients, n);
        double[] weights = equispacedWeights();
        double[] values = new double[increasing.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = interpolated(grid, increasing[i] * n - 0.5, weights);
        }
        return values;
    }

    /** Barycentric interpolation at grid position {@code u} through the 16 nearest of the periodic grid values. */
    private static double interpolated(double[] grid, double u, double[] weights) {
        int first = (int) Math.floor(u) - NODES / 2 + 1;
        double above = 0;
        double below = 0;
        for (int j = 0; j < NODES; j++) {
            double value = grid[Math.floorMod(first + j, grid.length)];
            double distance = u - (first + j);
            if (distance == 0) {
                return value;
            }
            above += weights[j] / distance * value;
            below += weights[j] / distance;
        }
        return above / below;
    }

    /** \((-1)^j \binom{15}{j}\). */
    private static double[] equispacedWeights() {
        double[] weights = new double[NODES];
        weights[0] = 1;
        for (int j = 1; j < NODES; j++) {
            weights[j] = -weights[j - 1] * (NODES - j) / j;
        }
        return weights;
    }

    @Override
    public String toString() {
        return "trigonometric sum of " + coefficients.length + " atoms";
    }
}
