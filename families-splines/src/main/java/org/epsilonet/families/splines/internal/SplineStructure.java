package org.epsilonet.families.splines.internal;

import org.epsilonet.api.family.Approximant;
import org.epsilonet.api.family.PerturbationBound;
import org.epsilonet.api.family.Structure;
import org.epsilonet.api.function.Domain;
import org.epsilonet.api.function.Grid;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.symbol.SymbolSink;

/**
 * The only structure of a space of uniform splines.
 *
 * <p><b>Perturbation.</b> B-splines are nonnegative with sum 1, so by Jensen's inequality \(|\sum_j\delta_jB_j|^p \le
 * \sum_j|\delta_j|^pB_j\), and
 * \[ \|\sum_j\delta_jB_j\|_p \le \bigl(\sum_j m_j|\delta_j|^p\bigr)^{1/p}, \qquad m_j = \int B_j, \]
 * in the measure of the domain; in the supremum norm \(\max_j|\delta_j|\). Equality holds for equal \(\delta_j\). The
 * masses \(m_j\) are the row sums of the banded Gram matrix.
 *
 * <p><b>Radius.</b> \(|c_j| \le \kappa\|s\|_\infty\) with \(\kappa < (k+1)2^{k+1}\) (Scherer and Shadrin 1999), and
 * \(\|s\|_\infty \le \mathrm{const}\,n^{1/2}\|s\|_2\); four times the product of the known factors is allowed.
 */
public final class SplineStructure implements Structure {
    private final SplineSpace space;
    private final Domain domain;

    /**
     * @param space the splines
     * @param domain the domain, in whose measure perturbations are bounded
     */
    public SplineStructure(SplineSpace space, Domain domain) {
        this.space = space;
        this.domain = domain;
    }

    /** The splines. */
    public SplineSpace space() {
        return space;
    }

    /** The bound on coefficients. */
    public double radius() {
        return 4.0 * (space.degree() + 1) * (2L << space.degree()) * Math.sqrt(space.intervals());
    }

    @Override
    public int size() {
        return space.dimension();
    }

    @Override
    public Approximant realize(double[] parameters) {
        if (parameters.length != size()) {
            throw new IllegalArgumentException(
                    "the structure has " + size() + " parameters, were " + parameters.length);
        }
        return new Spline(this, parameters.clone());
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

    private double[] masses() {
        double[] masses = new double[size()];
        if (!(domain instanceof Grid grid)) {
            for (int j = 0; j < masses.length; j++) {
                masses[j] = space.mass(j) / space.intervals();
            }
            return masses;
        }
        double[] values = new double[space.degree() + 1];
        int n = grid.points();
        for (int i = 0; i < n; i++) {
            double x = (i + 0.5) / n;
            int interval = space.locate(x);
            space.basis(interval, x, values);
            for (int j = 0; j < values.length; j++) {
                masses[interval + j] += values[j];
            }
        }
        // Where y is off by u, B-splines are by (k + 1) u of their mass, and y is by 2^-52 times the number of
        // intervals.
        double slack = ((space.degree() + 3.0) * space.intervals() + n) * 0x1p-52;
        for (int j = 0; j < masses.length; j++) {
            masses[j] *= (1 + slack) / n;
        }
        return masses;
    }

    /** No symbols: there is only one. */
    @Override
    public void write(SymbolSink sink) {}

    /** Equal shares of the error: proportional to \(m_j^{-1/p}\), 1 away from the ends. */
    @Override
    public double scale(int i, LpNorm norm) {
        double mass = space.mass(i);
        if (norm.isSup() || mass == 1) {
            return 1;
        }
        return norm.p() == 2 ? 1 / Math.sqrt(mass) : 1 / StrictMath.pow(mass, 1 / norm.p());
    }
}
