package org.epsilonet.families.relu.internal;

import java.util.Arrays;
import java.util.Optional;
import org.epsilonet.api.family.Approximant;
import org.epsilonet.api.family.PerturbationBound;
import org.epsilonet.api.family.Structure;
import org.epsilonet.api.family.StructureNumbering;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.symbol.CorruptCodeException;
import org.epsilonet.api.symbol.SymbolSink;
import org.epsilonet.api.symbol.SymbolSource;
import org.epsilonet.families.relu.PiecewiseLinear;

/**
 * The knots of a shallow network in one variable: neuron \(i\) has its kink at knot \(t_i\). The parameters are the
 * values \(v_i\) at the knots; the output weights are the changes of slope they cause.
 *
 * <p>The realization is \(\sum_i v_i\varphi_i\) with hat functions \(\varphi_i \ge 0\) that sum to one. Hence by
 * convexity \(|\sum_i\delta_i\varphi_i|^p \le \sum_i|\delta_i|^p\varphi_i\), and
 * \[ \|R(v)-R(v')\|_p \le \Bigl(\sum_i m_i |\delta_i|^p\Bigr)^{1/p}, \quad m_i = \int\varphi_i, \qquad
 *    \|R(v)-R(v')\|_\infty \le \max_i|\delta_i| . \]
 * Steps proportional to \(m_i^{-1/p}\) let every knot contribute equally.
 */
final class ShallowStructure implements Structure {
    private static final int COUNT_OF_CONTEXTS = 16;

    private final KnotLattice lattice;
    private final long[] knots;

    private ShallowStructure(KnotLattice lattice, long[] knots) {
        this.lattice = lattice;
        this.knots = knots;
    }

    /** Takes over the knots: strictly increasing lattice points, the first and the last among them. */
    static ShallowStructure of(KnotLattice lattice, long[] knots) {
        return new ShallowStructure(lattice, knots);
    }

    @Override
    public int size() {
        return knots.length;
    }

    @Override
    public Approximant realize(double[] parameters) {
        if (parameters.length != knots.length) {
            throw new IllegalArgumentException(
                    "there are " + knots.length + " knots, given were " + parameters.length + " values");
        }
        return new ShallowApproximant(this, PiecewiseLinear.of(positions(), parameters));
    }

    private double[] positions() {
        double[] positions = new double[knots.length];
        for (int i = 0; i < positions.length; i++) {
            positions[i] = lattice.position(knots[i]);
        }
        return positions;
    }

    @Override
    public PerturbationBound perturbation(double[] parameters, LpNorm norm) {
        double[] weights = new double[knots.length];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = norm.isSup() ? 1 : rootOutward(norm, mass(i));
        }
        if (norm.isSup()) {
            return PerturbationBound.largest(weights);
        }
        if (norm.p() == 1) {
            return PerturbationBound.sum(weights);
        }
        return norm.p() == 2
                ? PerturbationBound.rootSumOfSquares(weights, 1)
                : deltas -> weightedNorm(weights, deltas, norm);
    }

    /** \(t^{1/p}\) rounded up: rounding \(1/p\) costs a relative \(2^{-53}|\ln t|\), below 40 for masses and sums. */
    private static double rootOutward(LpNorm norm, double t) {
        return PerturbationBound.outward(norm.root(t), 64);
    }

    /** \((\sum (w_i\delta_i)^p)^{1/p}\), scaled by the largest term; {@code Math.pow} errs by at most one ulp. */
    private static double weightedNorm(double[] weights, double[] deltas, LpNorm norm) {
        double largest = PerturbationBound.largest(weights).of(deltas);
        if (largest == 0 || largest == Double.POSITIVE_INFINITY) {
            return largest;
        }
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += norm.power(PerturbationBound.outward(weights[i] * deltas[i] / largest, 2));
        }
        return PerturbationBound.outward(
                largest * rootOutward(norm, PerturbationBound.outward(sum, 2 * weights.length)), 3);
    }

    private double mass(int i) {
        return lattice.mass(i == 0 ? -1 : knots[i - 1], knots[i], i == knots.length - 1 ? -1 : knots[i + 1]);
    }

    @Override
    public double scale(int i, LpNorm norm) {
        if (norm.isSup()) {
            return 1;
        }
        double relative = 1 / (knots.length * mass(i));
        return norm.p() == 2 ? Math.sqrt(relative) : StrictMath.pow(relative, 1 / norm.p());
    }

    /** The number of pieces, then the gaps between knots less one; the last gap follows from the others. */
    @Override
    public void write(SymbolSink sink) {
        if (lattice.pieces() == 0) {
            return;
        }
        sink.uniform(knots.length - 2, lattice.pieces());
        int context = 0;
        for (int i = 1; i + 1 < knots.length; i++) {
            long gap = knots[i] - knots[i - 1];
            sink.integer(context, gap - 1);
            context = contextAfter(gap);
        }
    }

    /** Reads what {@link #write} wrote. */
    static ShallowStructure read(KnotLattice lattice, SymbolSource source) throws CorruptCodeException {
        if (lattice.pieces() == 0) {
            return new ShallowStructure(lattice, new long[1]);
        }
        int pieces = (int) source.uniform(lattice.pieces()) + 1;
        long[] knots = new long[pieces + 1];
        int context = 0;
        for (int i = 1; i < pieces; i++) {
            long gap = source.integer(context) + 1;
            long room = lattice.last() - knots[i - 1] - (pieces - i);
            if (gap > room) {
                throw new CorruptCodeException("a gap of " + gap + " between knots, at most " + room + " is possible");
            }
            knots[i] = knots[i - 1] + gap;
            context = contextAfter(gap);
        }
        knots[pieces] = lattice.last();
        return new ShallowStructure(lattice, knots);
    }

    /** The structures of a lattice, by their inner knots. */
    static Optional<StructureNumbering> numbering(EquidistantKnots lattice) {
        if (lattice.pieces() == 0) {
            return Optional.of(StructureNumbering.only(new ShallowStructure(lattice, new long[1])));
        }
        return lattice.innerKnots().numbering(2, 1, ShallowStructure::inner, inner -> {
            long[] knots = new long[inner.length + 2];
            Arrays.setAll(knots, i -> i == 0 ? 0 : i <= inner.length ? inner[i - 1] + 1 : lattice.last());
            return new ShallowStructure(lattice, knots);
        });
    }

    private static long[] inner(Structure s) {
        if (!(s instanceof ShallowStructure shallow)) {
            throw new IllegalArgumentException("not the knots of a shallow network");
        }
        long[] inner = new long[Math.max(0, shallow.knots.length - 2)];
        Arrays.setAll(inner, i -> shallow.knots[i + 1] - 1);
        return inner;
    }

    /** Gaps cluster, so the order of magnitude of one predicts the next. */
    private static int contextAfter(long gap) {
        return Math.min(COUNT_OF_CONTEXTS - 1, 1 + (64 - Long.numberOfLeadingZeros(gap)) / 3);
    }
}
