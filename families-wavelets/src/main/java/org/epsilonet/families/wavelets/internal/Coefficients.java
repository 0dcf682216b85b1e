package org.epsilonet.families.wavelets.internal;

import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.epsilonet.api.family.Approximant;
import org.epsilonet.api.family.Approximation;
import org.epsilonet.api.family.Approximation.Outcome;
import org.epsilonet.api.family.Distances;
import org.epsilonet.api.function.Formula;
import org.epsilonet.api.function.Grid;
import org.epsilonet.api.function.GridPoints;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.Samples;
import org.epsilonet.api.function.Target;

/** All wavelet coefficients of a target, and their order by what they contribute in a norm. Thread-safe. */
final class Coefficients {
    /** Samples of a few formulas are kept for other wavelets; each has up to five grids. */
    private static final int RECENT = 12;

    private static final Recent<Sampling, Supplier<double[]>> SAMPLES = new Recent<>(RECENT);

    private final GridTransform transform;
    private final double[] values;
    private final LpNorm norm;
    private final double exponent;
    private final Supplier<double[]> priorities;

    private Coefficients(GridTransform transform, double[] values, LpNorm norm) {
        this.transform = transform;
        this.values = values;
        this.norm = norm;
        this.exponent = norm.isSup() ? 0.5 : Math.max(0, 0.5 - 1 / norm.p());
        this.priorities = new Once<>(
                () -> TreePriorities.of(weighted(), PyramidTrees.of(transform).parents()));
    }

    /** How a formula is sampled. */
    private record Sampling(Formula formula, Grid grid, boolean averaged) {
        double[] values() {
            return averaged
                    ? averages(formula, grid)
                    : formula.sampledOn(grid.shape()).values();
        }
    }

    /** The transform of the data, or of a formula sampled on the pyramid's grid. */
    static Coefficients of(Target target, GridTransform transform, LpNorm norm) {
        double[] samples = target instanceof Samples data ? data.values() : sampled((Formula) target, transform);
        return of(samples, transform, norm);
    }

    /** The transform of samples on the transform's grid. */
    static Coefficients of(double[] samples, GridTransform transform, LpNorm norm) {
        return new Coefficients(transform, transform.analyze(samples), norm);
    }

    /** Values at the cell centres; for the Haar system averages of the cells, as the best piecewise constants are. */
    private static double[] sampled(Formula formula, GridTransform transform) {
        boolean averaged = transform.system().interpolationPoints() == 1;
        Sampling sampling = new Sampling(formula, transform.grid(), averaged);
        return SAMPLES.get(sampling, () -> new Once<>(sampling::values)).get();
    }

    /** By Gauss's rule with two nodes per axis. */
    private static double[] averages(Formula formula, Grid grid) {
        int d = grid.dimension();
        double[] averages = new double[grid.points()];
        double[] y = new double[d];
        GridPoints.forEach(grid, (i, x) -> {
            double sum = 0;
            for (int corner = 0; corner < 1 << d; corner++) {
                for (int k = 0; k < d; k++) {
                    double offset = 0.5 / Math.sqrt(3) / grid.length(k);
                    y[k] = x[k] + ((corner >> k & 1) == 0 ? -offset : offset);
                }
                sum += formula.at(y);
            }
            averages[i] = sum / (1 << d);
        });
        return averages;
    }

    /**
     * \(|c_i|\,\|\psi_i\|_p\) up to a constant: for wavelets of norm 1 in \(L^2\) about \(\|\psi_i\|_\infty^{1-2/p}\), with
     * the true sizes of the atoms at the ends.
     */
    private double[] weighted() {
        double[] weighted = new double[values.length];
        if (exponent == 0) {
            for (int i = 0; i < weighted.length; i++) {
                weighted[i] = Math.abs(values[i]);
            }
            return weighted;
        }
        for (Band band : transform.bands()) {
            weigh(band, weighted);
        }
        return weighted;
    }

    private void weigh(Band band, double[] weighted) {
        int d = band.dimension();
        double scale = StrictMath.pow(transform.cells(band), exponent);
        AtomSizes[] sizes = new AtomSizes[d];
        for (int axis = 0; axis < d; axis++) {
            sizes[axis] = transform.sizes(band, axis).to(2 * exponent);
        }
        double[] along = new double[band.row()];
        for (int k = 0; k < along.length; k++) {
            along[k] = sizes[d - 1].at(k);
        }
        for (int i = 0; i < band.size(); i += band.row()) {
            double row = scale;
            int rest = i / band.row();
            for (int axis = d - 2; axis >= 0; axis--) {
                row *= sizes[axis].at(rest % band.lengths()[axis]);
                rest /= band.lengths()[axis];
            }
            int at = band.offset() + i;
            for (int k = 0; k < along.length; k++) {
                weighted[at + k] = Math.abs(values[at + k]) * (row * along[k]);
            }
        }
    }

    /**
     * The atoms that contribute most; among equals the coarser come first. Those that contribute nothing are there only if
     * all are asked for.
     *
     * @param most how many at most
     * @return increasing indices
     */
    int[] largest(int most) {
        if (most >= values.length) {
            return IntStream.range(0, values.length).toArray();
        }
        return largest(weighted(), most);
    }

    /**
     * A tree that contributes nearly as much as any.
     *
     * @param most how many atoms at most
     * @return increasing indices, with each its parent
     */
    int[] tree(int most) {
        return largest(priorities.get(), most);
    }

    private static int[] largest(double[] contributions, int most) {
        double threshold = OrderStatistics.largest(contributions, most);
        int above = 0;
        for (double w : contributions) {
            above += w > threshold ? 1 : 0;
        }
        int equal = threshold > 0 ? most - above : 0;
        int[] atoms = new int[above + equal];
        int n = 0;
        for (int i = 0; i < contributions.length && n < atoms.length; i++) {
            if (contributions[i] > threshold || (contributions[i] == threshold && equal > 0)) {
                equal -= contributions[i] == threshold ? 1 : 0;
                atoms[n++] = i;
            }
        }
        return atoms;
    }

    /** The coefficients of the atoms of a structure. */
    double[] of(WaveletStructure structure) {
        if (structure.size() == values.length) {
            return values.clone();
        }
        double[] parameters = new double[structure.size()];
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] = values[structure.atom(i)];
        }
        return parameters;
    }

    /**
     * The sum of the atoms of a structure. How far it is from data costs as much as the transform, and may never be asked for.
     *
     * @param target what these are the coefficients of
     * @param structure some of the atoms
     * @param radius the largest coefficient of an element of the family
     */
    Approximation approximation(Target target, WaveletStructure structure, double radius) {
        double[] parameters = of(structure);
        Approximant sum = structure.realize(parameters);
        Outcome outcome = WaveletFamily.outcome(parameters, radius);
        if (!(target instanceof Samples data)) {
            return new Approximation(sum, Distances.between(target, sum, norm), outcome);
        }
        return norm.p() == 2 && transform.system().isOrthonormal()
                ? Approximation.unmeasured(data, sum, norm, outcome, () -> distanceFrom(structure))
                : Approximation.unmeasured(data, sum, norm, outcome);
    }

    /** Parseval's identity: the size of all coefficients but those of the atoms of a structure. */
    private double distanceFrom(WaveletStructure structure) {
        if (structure.size() == values.length) {
            return 0;
        }
        double[] others = values.clone();
        for (int i = 0; i < structure.size(); i++) {
            others[structure.atom(i)] = 0;
        }
        return norm.of(others) * Math.sqrt(others.length);
    }
}
