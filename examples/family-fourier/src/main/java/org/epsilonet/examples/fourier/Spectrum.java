package org.epsilonet.examples.fourier;

import java.util.Arrays;
import org.epsilonet.api.function.Formula;
import org.epsilonet.api.function.Grid;
import org.epsilonet.api.function.GridPoints;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.Samples;
import org.epsilonet.api.function.Target;

/**
 * The coefficients of a function, sampled at points that are equally spaced in the phase, in all atoms that such points tell
 * apart. These are as many as points, and orthonormal in the mean over them.
 */
final class Spectrum {
    private final Grid grid;
    private final double[] coefficients;

    private Spectrum(Grid grid, double[] coefficients) {
        this.grid = grid;
        this.coefficients = coefficients;
    }

    /**
     * One transform.
     *
     * @param basis the waves
     * @param target samples on this grid, or a formula
     * @param grid the points
     */
    static Spectrum of(Basis basis, Target target, Grid grid) {
        return new Spectrum(grid, GridTransform.analyze(basis, values(basis, target, grid), grid));
    }

    private static double[] values(Basis basis, Target target, Grid grid) {
        if (target instanceof Samples samples) {
            return samples.values();
        }
        Formula formula = (Formula) target;
        double[] values = new double[grid.points()];
        double[] place = new double[grid.dimension()];
        GridPoints.forEach(grid, (i, u) -> {
            for (int axis = 0; axis < place.length; axis++) {
                place[axis] = basis.place(u[axis]);
            }
            values[i] = formula.at(place);
        });
        return values;
    }

    /** The coefficients in the order of a dictionary. */
    double[] in(Dictionary dictionary) {
        double[] ordered = new double[dictionary.atoms()];
        Arrays.setAll(ordered, atom -> coefficients[dictionary.place(atom, grid)]);
        return ordered;
    }

    /** What the samples are from their sum of these atoms, in the root mean square: the size of all other coefficients. */
    double distanceFrom(Atoms atoms) {
        double[] others = coefficients.clone();
        for (int i = 0; i < atoms.size(); i++) {
            others[atoms.dictionary().place(atoms.atom(i), grid)] = 0;
        }
        return LpNorm.L2.of(others) * Math.sqrt(others.length);
    }
}
