package org.epsilonet.examples.fourier;

import org.epsilonet.api.family.Approximant;
import org.epsilonet.api.family.Structure;
import org.epsilonet.api.function.Grid;
import org.epsilonet.api.function.GridPoints;

/**
 * A sum of atoms. On grids it is computed by the fast transform; at many points that are not equally spaced in the phase by
 * interpolation of degree 15 between such, with a relative error of about 10^-12.
 */
final class AtomSum implements Approximant {
    /** Up to so many sines and cosines the sum is formed term by term. */
    private static final long FEW = 1 << 17;

    /** Points per period of the highest frequency, and how many of them a polynomial passes through. */
    private static final int PER_PERIOD = 16;

    private static final int NODES = 16;

    private final Atoms atoms;
    private final double[] coefficients;

    AtomSum(Atoms atoms, double[] coefficients) {
        this.atoms = atoms;
        this.coefficients = coefficients;
    }

    @Override
    public Structure structure() {
        return atoms;
    }

    @Override
    public double[] parameters() {
        return coefficients.clone();
    }

    @Override
    public int dimension() {
        return atoms.dictionary().dimension();
    }

    @Override
    public double at(double... x) {
        Dictionary dictionary = atoms.dictionary();
        Basis basis = dictionary.basis();
        double[] phase = new double[x.length];
        for (int axis = 0; axis < x.length; axis++) {
            phase[axis] = basis.phase(x[axis]);
        }
        double sum = 0;
        for (int i = 0; i < coefficients.length; i++) {
            double term = coefficients[i];
            for (int axis = 0; axis < x.length; axis++) {
                int wave = atoms.index(i, axis);
                term *= dictionary.amplitude(wave, axis) * basis.wave(wave, phase[axis]);
            }
            sum += term;
        }
        return sum;
    }

    @Override
    public double[] on(Grid grid) {
        if (atoms.dictionary().basis() != Basis.CHEBYSHEV) {
            return GridTransform.synthesize(atoms, coefficients, grid);
        }
        double[] points = new double[grid.points()];
        GridPoints.forEach(grid, (i, x) -> points[i] = x[0]);
        return atIncreasing(points);
    }

    @Override
    public double[] atIncreasing(double[] increasing) {
        if ((long) increasing.length * coefficients.length <= FEW) {
            return Approximant.super.atIncreasing(increasing);
        }
        Basis basis = atoms.dictionary().basis();
        int highest = basis.frequency(atoms.index(coefficients.length - 1, 0));
        int n = Math.max(64, Integer.highestOneBit(PER_PERIOD * highest) * 2);
        double[] line = GridTransform.synthesize(atoms, coefficients, Grid.of(n));
        double[] weights = equispacedWeights();
        double[] values = new double[increasing.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = interpolated(basis, line, basis.phase(increasing[i]) * n - 0.5, weights);
        }
        return values;
    }

    /** Barycentric interpolation at position {@code place} through the 16 nearest values of the continued line. */
    private static double interpolated(Basis basis, double[] line, double place, double[] weights) {
        int first = (int) Math.floor(place) - NODES / 2 + 1;
        double above = 0;
        double below = 0;
        for (int j = 0; j < NODES; j++) {
            double value = line[basis.reflected(first + j, line.length)];
            double distance = place - (first + j);
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
    public boolean mayJump() {
        return false;
    }

    @Override
    public String toString() {
        return "sum of " + coefficients.length + " atoms: "
                + atoms.dictionary().basis().atoms();
    }
}
