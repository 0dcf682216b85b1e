package org.epsilonet.families.relu.affine;

import java.util.List;
import org.epsilonet.api.function.Grid;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.Samples;

/**
 * The multiscale expansion of data in B-splines: \(f \approx Q_0f + \sum_j(Q_jf - Q_{j-1}f)\) with local least squares
 * quasi-interpolants \(Q_j\), which reproduce polynomials of degree \(K\) up to the ends, and narrow atoms for what the
 * finest one misses. \(O(N)\) per scale.
 *
 * @see <a href="https://doi.org/10.1090/S0002-9947-1988-0920166-3">DeVore, Popov: Interpolation of Besov spaces, 1988</a>
 * @see <a href="https://doi.org/10.2307/2374796">DeVore, Jawerth, Popov: Compression of wavelet decompositions, 1992</a>
 */
final class SampleExpansion {
    /** Details below this fraction of the largest coefficient are rounding. */
    private static final double ROUNDING = 0x1p-50;

    private final int degree;
    private final Grid grid;
    private final AtomLattice lattice;
    private final LpNorm norm;

    SampleExpansion(int degree, Grid grid, AtomLattice lattice, LpNorm norm) {
        this.degree = degree;
        this.grid = grid;
        this.lattice = lattice;
        this.norm = norm;
    }

    Candidates of(Samples samples) {
        Candidates candidates = new Candidates(norm);
        double[] values = samples.values();
        double[] before = new double[0];
        double rounding = ROUNDING * LpNorm.SUP.of(values);
        List<Level> levels = lattice.levels();
        for (int l = 0; l + 1 < levels.size(); l++) {
            Level level = levels.get(l);
            double[] coefficients = quasiInterpolated(level, values);
            double[] details = coefficients.clone();
            if (l > 0) {
                double[] predicted = refined(before, levels.get(l - 1), level);
                for (int i = 0; i < details.length; i++) {
                    details[i] -= predicted[i];
                }
            }
            double weight = weight(level, norm);
            candidates.add(
                    Terms.all(level, details, weight).exceeding(rounding), Terms.all(level, coefficients, weight));
            before = coefficients;
        }
        candidates.add(residual(values, before, 0.25 * rounding), Terms.NONE);
        return candidates;
    }

    /** What the finest quasi-interpolant misses at the samples, in narrow atoms. */
    private Terms residual(double[] values, double[] finest, double rounding) {
        List<Level> levels = lattice.levels();
        Terms all = Terms.all(levels.get(levels.size() - 2), finest, 1);
        double[] spline = all.realized(lattice).on(grid);
        Level single = levels.get(levels.size() - 1);
        double[] coefficients = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            double miss = values[i] - spline[i];
            coefficients[i] = Math.abs(miss) > rounding ? miss / height(lattice, single, grid, i) : 0;
        }
        double weight = norm.isSup() ? 1 : Math.pow(grid.points(), -1 / norm.p());
        return Terms.all(single, coefficients, weight).exceeding(0);
    }

    /** The value of a narrow atom at its sample. */
    static double height(AtomLattice lattice, Level single, Grid grid, int sample) {
        double[] values = new double[single.generator().cells()];
        double height = 1;
        int rest = sample;
        for (int axis = grid.dimension() - 1; axis >= 0; axis--) {
            int i = rest % grid.length(axis);
            double x = (i + 0.5) / grid.length(axis);
            long cell = single.cell(axis, x);
            single.generator().values(single.place(axis, x, cell), values);
            double value = values[(int) (cell - single.translate(axis, i))];
            height = axis == grid.dimension() - 1 ? value : lattice.product().of(value, height);
            rest /= grid.length(axis);
        }
        return height;
    }

    /** \(\|\psi\|_p\) up to a constant. */
    static double weight(Level level, LpNorm norm) {
        double exponent = 0;
        for (int axis = 0; axis < level.dimension(); axis++) {
            exponent += level.exponent(axis);
        }
        return norm.isSup() ? 1 : Math.pow(2, -exponent / norm.p());
    }

    private double[] quasiInterpolated(Level level, double[] values) {
        double[] result = values;
        int after = 1;
        for (int axis = grid.dimension() - 1; axis >= 0; axis--) {
            Functionals functionals = Functionals.of(degree, grid.length(axis), level.exponent(axis));
            result = functionals.along(result, after);
            after *= functionals.count();
        }
        return result;
    }

    private double[] refined(double[] coarse, Level from, Level to) {
        double[] result = coarse;
        int after = 1;
        int before = (int) from.size();
        for (int axis = grid.dimension() - 1; axis >= 0; axis--) {
            int count = (int) from.count(axis);
            before /= count;
            if (to.exponent(axis) > from.exponent(axis)) {
                result = new Subdivision(degree).along(result, before, count, after, (int) to.count(axis));
            }
            after *= (int) to.count(axis);
        }
        return result;
    }

    /** The functionals of all B-splines of one scale on one axis, each on a window of samples. */
    private record Functionals(int samples, int[] first, double[][] weights) {
        static Functionals of(int degree, int samples, int exponent) {
            int count = (1 << exponent) + degree;
            int[] first = new int[count];
            double[][] weights = new double[count][];
            for (int p = 0; p < count; p++) {
                int k = p - degree;
                int cell = Math.max(0, Math.min(Math.min(k + degree / 2, k + degree), (1 << exponent) - 1));
                int from = (int) ((long) cell * samples >> exponent);
                int to = (int) ((cell + 1L) * samples - 1 >> exponent) + 1;
                // Cell centres within the cell; at least K + 1 of those around, as far as there are.
                while (from < to && Math.scalb((from + 0.5) / samples, exponent) < cell) {
                    from++;
                }
                while (to > from && Math.scalb((to - 0.5) / samples, exponent) >= cell + 1) {
                    to--;
                }
                while (to - from < Math.min(degree + 1, samples)) {
                    boolean left = from > 0 && (to == samples || (to - from) % 2 == 1);
                    from -= left ? 1 : 0;
                    to += left ? 0 : 1;
                }
                double[] nodes = new double[to - from];
                for (int s = from; s < to; s++) {
                    nodes[s - from] = Math.scalb((s + 0.5) / samples, exponent) - k;
                }
                first[p] = from;
                weights[p] = LocalFit.weights(degree, nodes);
            }
            return new Functionals(samples, first, weights);
        }

        int count() {
            return first.length;
        }

        /** Applied to the axis that varies before the last {@code after} entries. */
        double[] along(double[] values, int after) {
            int before = values.length / samples / after;
            double[] result = new double[before * count() * after];
            for (int b = 0; b < before; b++) {
                for (int p = 0; p < count(); p++) {
                    int target = (b * count() + p) * after;
                    for (int s = 0; s < weights[p].length; s++) {
                        int source = (b * samples + first[p] + s) * after;
                        for (int a = 0; a < after; a++) {
                            result[target + a] += weights[p][s] * values[source + a];
                        }
                    }
                }
            }
            return result;
        }
    }
}
