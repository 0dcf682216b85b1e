package org.epsilonet.api.internal;

import java.util.Arrays;
import org.epsilonet.api.family.Approximant;
import org.epsilonet.api.function.Distance;
import org.epsilonet.api.function.Formula;
import org.epsilonet.api.function.Grid;
import org.epsilonet.api.function.LpNorm;

/**
 * Estimates \(\|f-g\|_p\) for formulas.
 */
public final class CompositeQuadrature {
    /** Side of the grid in two dimensions, a prime; in more, an odd side for about as many points in all. */
    private static final int GRID_SIDE_2D = 1021;

    private CompositeQuadrature() {}

    /** The distance of a formula and an approximant of the same dimension. */
    public static Distance distance(Formula f, Approximant g, LpNorm norm) {
        return f.dimension() == 1 ? onInterval(f, g, norm) : onCube(f, g, norm);
    }

    private static Distance onInterval(Formula f, Approximant g, LpNorm norm) {
        Panels base = TargetValues.of(f).onInterval(f);
        Panels panels = base.brokenAt(g.breakpoints(), f);
        double[] values = g.atIncreasing(panels.points());
        double[] errors = new double[values.length];
        for (int i = 0; i < errors.length; i++) {
            errors[i] = Math.abs(panels.value(i) - values[i]);
        }
        return norm.isSup() ? largest(errors, norm) : integrated(panels, errors, norm);
    }

    private static Distance integrated(Panels panels, double[] errors, LpNorm norm) {
        double largest = LpNorm.SUP.of(errors);
        if (largest == 0 || !(largest < Double.POSITIVE_INFINITY)) {
            return Distance.estimated(largest == 0 ? 0 : Double.POSITIVE_INFINITY, 0, norm);
        }
        double kronrodSum = 0;
        double doubt = 0;
        for (int i = 0; i < panels.count(); i++) {
            double kronrod = 0;
            double gauss = 0;
            int first = i * Panels.POINTS + 1;
            for (int k = 0; k < GaussKronrod.POINTS; k++) {
                double power = norm.power(errors[first + k] / largest);
                kronrod += GaussKronrod.kronrodWeight(k) * power;
                gauss += GaussKronrod.gaussWeight(k) * power;
            }
            double half = panels.half(i);
            kronrodSum += half * kronrod;
            doubt += half * Math.abs(kronrod - gauss);
        }
        double value = norm.root(kronrodSum);
        double atLeast = norm.root(Math.max(0, kronrodSum - doubt));
        return Distance.estimated(largest * value, largest * (value - atLeast), norm);
    }

    /** The largest sampled error; every other sample left out shows how much sampling may have missed. */
    private static Distance largest(double[] errors, LpNorm norm) {
        double even = 0;
        double odd = 0;
        for (int i = 0; i < errors.length; i++) {
            if (i % 2 == 0) {
                even = Math.max(even, errors[i]);
            } else {
                odd = Math.max(odd, errors[i]);
            }
        }
        if (!(even + odd < Double.POSITIVE_INFINITY)) {
            return Distance.estimated(Double.POSITIVE_INFINITY, 0, norm);
        }
        return Distance.estimated(Math.max(even, odd), Math.abs(even - odd), norm);
    }

    /**
     * Midpoints of two grids of unrelated sides. A jump along a cell boundary costs each of them up to its spacing, so
     * their difference tells what a single grid cannot know about itself. In two dimensions jumps are resolved.
     */
    private static Distance onCube(Formula f, Approximant g, LpNorm norm) {
        int d = f.dimension();
        int side = d == 2 ? GRID_SIDE_2D : Math.max(7, (int) Math.pow(GRID_SIDE_2D * GRID_SIDE_2D, 1.0 / d) | 1);
        double fine = onGrid(f, g, norm, side);
        double coarse = onGrid(f, g, norm, side / 2 | 1);
        double value = norm.isSup() ? Math.max(fine, coarse) : fine;
        if (!(value < Double.POSITIVE_INFINITY)) {
            return Distance.estimated(Double.POSITIVE_INFINITY, 0, norm);
        }
        return Distance.estimated(value, Math.abs(fine - coarse), norm);
    }

    private static double onGrid(Formula f, Approximant g, LpNorm norm, int side) {
        if (f.dimension() == 2) {
            return PlanarQuadrature.distance(f, g, norm, side);
        }
        int[] shape = new int[f.dimension()];
        Arrays.fill(shape, side);
        Grid grid = Grid.of(shape);
        double[] errors = g.on(grid);
        double[] values = TargetValues.of(f).on(grid, f);
        Arrays.setAll(errors, i -> values[i] - errors[i]);
        return norm.of(errors);
    }
}
