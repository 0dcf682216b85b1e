package org.epsilonet.families.splines.internal;

import java.util.List;
import java.util.function.Consumer;
import org.epsilonet.api.family.Approximant;
import org.epsilonet.api.family.PerturbationBound;
import org.epsilonet.api.family.Structure;
import org.epsilonet.api.function.Domain;
import org.epsilonet.api.function.Grid;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.symbol.SymbolSink;

/**
 * A space of splines of \(d\) variables: all products of B-splines, one sequence of knots per coordinate, coefficients
 * row-major.
 *
 * <p><b>Perturbation.</b> Products of B-splines are nonnegative with sum 1, so by Jensen's inequality
 * \(|\sum_j\delta_jB_j|^p \le \sum_j|\delta_j|^pB_j\), and
 * \[ \|\sum_j\delta_jB_j\|_p \le \bigl(\sum_j m_j|\delta_j|^p\bigr)^{1/p}, \qquad m_j = \int B_j, \]
 * in the measure of the domain; in the supremum norm \(\max_j|\delta_j|\). Equality holds for equal \(\delta_j\). The
 * masses \(m_j\) are the row sums of the banded Gram matrix, products over the coordinates.
 *
 * <p><b>Radius.</b> \(|c_j| \le \kappa^d\|s\|_\infty\) with \(\kappa < (k+1)2^{k+1}\) (Scherer and Shadrin 1999), and
 * \(\|s\|_\infty \le \mathrm{const}\,\prod_an_a^{1/2}\|s\|_2\) where no interval is shorter than \(1/n_a\); four times the
 * product of the known factors is allowed.
 */
public final class SplineStructure implements Structure {
    private static final double SLACK = 4;

    private final List<? extends KnotSequence> axes;
    private final Domain domain;
    private final Consumer<SymbolSink> writer;
    private final int size;

    /**
     * @param axes the knots along every coordinate
     * @param domain the domain, in whose measure perturbations are bounded
     * @param writer writes the knots
     */
    SplineStructure(List<? extends KnotSequence> axes, Domain domain, Consumer<SymbolSink> writer) {
        this.axes = List.copyOf(axes);
        this.domain = domain;
        this.writer = writer;
        int product = 1;
        for (KnotSequence axis : axes) {
            product = Math.multiplyExact(product, axis.dimension());
        }
        this.size = product;
    }

    /** The splines with uniform knots: the only structure, for which there is nothing to write. */
    public static SplineStructure uniform(List<SplineSpace> axes, Domain domain) {
        return new SplineStructure(axes, domain, sink -> {});
    }

    /** The splines along one coordinate. */
    KnotSequence axis(int axis) {
        return axes.get(axis);
    }

    int dimension() {
        return axes.size();
    }

    /** The bound on coefficients where no interval along axis \(a\) is shorter than \(1/n_a\). */
    public static double radius(int[] degrees, double[] n) {
        double radius = SLACK;
        for (int axis = 0; axis < degrees.length; axis++) {
            radius *= (degrees[axis] + 1) * (double) (2L << degrees[axis]) * Math.sqrt(n[axis]);
        }
        return radius;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public Approximant realize(double[] parameters) {
        requireSize(parameters);
        double[] coefficients = parameters.clone();
        return axes.size() == 1 ? new Spline(this, coefficients) : new TensorSpline(this, coefficients);
    }

    void requireSize(double[] parameters) {
        if (parameters.length != size()) {
            throw new IllegalArgumentException(
                    "the structure has " + size() + " parameters, were " + parameters.length);
        }
    }

    @Override
    public PerturbationBound perturbation(double[] parameters, LpNorm norm) {
        double[] masses = norm.isSup() ? new double[0] : masses();
        return deltas -> {
            double largest = 0;
            for (double delta : deltas) {
                largest = Math.max(largest, delta);
            }
            if (largest == 0 || norm.isSup() || largest == Double.POSITIVE_INFINITY) {
                return PerturbationBound.outward(largest, 1);
            }
            double sum = 0;
            for (int j = 0; j < masses.length; j++) {
                sum += masses[j] * norm.power(deltas[j] / largest);
            }
            return PerturbationBound.outward(largest * norm.root(sum), masses.length + 64);
        };
    }

    /** Products of the masses along the coordinates, row-major. */
    private double[] masses() {
        double[] masses = {1};
        for (int axis = 0; axis < axes.size(); axis++) {
            KnotSequence knots = axes.get(axis);
            double[] along = domain instanceof Grid grid ? masses(knots, grid.length(axis)) : masses(knots);
            double[] products = new double[masses.length * along.length];
            for (int i = 0; i < masses.length; i++) {
                for (int j = 0; j < along.length; j++) {
                    products[i * along.length + j] = masses[i] * along[j];
                }
            }
            masses = products;
        }
        return masses;
    }

    private static double[] masses(KnotSequence knots) {
        double[] masses = new double[knots.dimension()];
        for (int j = 0; j < masses.length; j++) {
            masses[j] = knots.mass(j) * knots.unit();
        }
        return masses;
    }

    /** Over n samples. */
    private static double[] masses(KnotSequence knots, int n) {
        double[] masses = new double[knots.dimension()];
        double[] values = new double[knots.degree() + 1];
        for (int i = 0; i < n; i++) {
            double x = (i + 0.5) / n;
            int interval = knots.locate(x);
            knots.basis(interval, x, values);
            for (int j = 0; j < values.length; j++) {
                masses[knots.first(interval) + j] += values[j];
            }
        }
        // Where the local coordinate is off by u, B-splines are by (k + 1) u of their mass, and it is off by 2^-52
        // times
        // the number of intervals, which is at most that of samples.
        double slack = ((knots.degree() + 3.0) * Math.max(n, knots.intervals()) + n) * 0x1p-52;
        for (int j = 0; j < masses.length; j++) {
            masses[j] *= (1 + slack) / n;
        }
        return masses;
    }

    @Override
    public void write(SymbolSink sink) {
        writer.accept(sink);
    }

    /** Equal shares of the error: proportional to \(m_j^{-1/p}\), 1 away from the ends of equal intervals. */
    @Override
    public double scale(int i, LpNorm norm) {
        double mass = 1;
        int index = i;
        for (int axis = axes.size() - 1; axis >= 0; axis--) {
            KnotSequence knots = axes.get(axis);
            mass *= knots.mass(index % knots.dimension());
            index /= knots.dimension();
        }
        if (norm.isSup() || mass == 1) {
            return 1;
        }
        return norm.p() == 2 ? 1 / Math.sqrt(mass) : 1 / StrictMath.pow(mass, 1 / norm.p());
    }
}
