package org.epsilonet.examples.rational;

import java.util.Arrays;
import org.epsilonet.api.family.Approximant;
import org.epsilonet.api.family.PerturbationBound;
import org.epsilonet.api.family.Structure;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.symbol.CorruptCodeException;
import org.epsilonet.api.symbol.SymbolSink;
import org.epsilonet.api.symbol.SymbolSource;

/**
 * The structure: nodes, and weights \(\pm2^{-e}(1+f2^{-t})\) of \(t\) binary digits. Its parameters are the values at the
 * nodes; changes of them by at most \(\delta\) change the function by at most \(\Lambda\delta\), everywhere.
 */
final class Interpolant implements Structure {
    private static final int EXPONENTS = 64;

    /** A quarter of the digits, a half, three quarters, all. */
    private static final int PRECISIONS = 4;

    static final int ALL_DIGITS = PRECISIONS - 1;

    private final NodeLattice lattice;
    private final Barycentric form;
    private final int precision;
    private final double lebesgue;

    private Interpolant(NodeLattice lattice, Barycentric form, int precision, double lebesgue) {
        this.lattice = lattice;
        this.form = form;
        this.precision = precision;
        this.lebesgue = lebesgue;
    }

    /**
     * Rounds weights.
     *
     * @param lattice where nodes lie
     * @param form nodes and weights
     * @param precision one of {@code 0..3}, quarters of the digits less one
     */
    static Interpolant of(NodeLattice lattice, Barycentric form, int precision) {
        int digits = digits(lattice, precision);
        double largest = 0;
        for (double w : form.weights()) {
            largest = Math.max(largest, Math.abs(w));
        }
        double[] rounded = new double[form.size()];
        for (int j = 0; j < rounded.length; j++) {
            double w = form.weights()[j] / largest * (form.weights()[0] < 0 ? -1 : 1);
            int exponent = Math.max(1 - EXPONENTS, Math.getExponent(w));
            double mantissa = Math.min(2 - Math.scalb(1.0, -digits), Math.max(1, Math.abs(Math.scalb(w, -exponent))));
            double digit = Math.min(Math.scalb(1.0, digits) - 1, Math.rint(Math.scalb(mantissa - 1, digits)));
            rounded[j] = Math.copySign(Math.scalb(1 + Math.scalb(digit, -digits), exponent), w);
        }
        return certified(lattice, new Barycentric(form.nodes(), rounded), precision);
    }

    private static Interpolant certified(NodeLattice lattice, Barycentric form, int precision) {
        return new Interpolant(lattice, form, precision, LebesgueConstant.of(form, lattice));
    }

    private static int digits(NodeLattice lattice, int precision) {
        return (lattice.levels() * (precision + 1) + PRECISIONS - 1) / PRECISIONS;
    }

    /** \(\log_2\) of the number of weights of one node. */
    static double log2Weights(NodeLattice lattice) {
        return 1 + 6 + lattice.levels();
    }

    /** \(\log_2\) of the number of precisions. */
    static double log2Precisions() {
        return 2;
    }

    /** The same nodes and weights in a set of another budget, on the same places. */
    Interpolant within(NodeLattice other) {
        return new Interpolant(other, form, precision, lebesgue);
    }

    NodeLattice lattice() {
        return lattice;
    }

    Barycentric form() {
        return form;
    }

    /** A certified upper bound on \(\Lambda\), possibly infinite. */
    double lebesgue() {
        return lebesgue;
    }

    /** Whether the bound is one that the family allows. */
    boolean isTame() {
        return lebesgue <= lattice.largestLebesgueConstant();
    }

    @Override
    public int size() {
        return form.size();
    }

    @Override
    public Approximant realize(double[] parameters) {
        if (parameters.length != form.size()) {
            throw new IllegalArgumentException(
                    "there are " + form.size() + " nodes, given were " + parameters.length + " values");
        }
        return new RationalFunction(this, parameters.clone());
    }

    /** In every \(L^p\), as on a probability space the norms are ordered. */
    @Override
    public PerturbationBound perturbation(double[] parameters, LpNorm norm) {
        double[] weights = new double[form.size()];
        Arrays.fill(weights, lebesgue);
        return PerturbationBound.largest(weights);
    }

    /** Writes the number of nodes, the digits of weights, then each node with sign, exponent and digits of its weight. */
    @Override
    public void write(SymbolSink sink) {
        int m = form.size();
        sink.uniform(m - 1L, lattice.budget());
        sink.uniform(precision, PRECISIONS);
        int digits = digits(lattice, precision);
        long previous = -1;
        for (int j = 0; j < m; j++) {
            long node = form.nodes()[j];
            sink.uniform(node - previous - 1, lattice.places() - (m - j - 1) - previous - 1);
            previous = node;
            double w = form.weights()[j];
            if (j > 0) {
                sink.adaptive(0, w > 0 == (j % 2 == 0) ? 0 : 1, 2);
            }
            int exponent = Math.getExponent(w);
            sink.adaptive(1, -exponent, EXPONENTS);
            sink.bits((long) Math.scalb(Math.abs(Math.scalb(w, -exponent)) - 1, digits), digits);
        }
    }

    /** Reads what {@link #write} wrote. */
    static Interpolant read(NodeLattice lattice, boolean restricted, SymbolSource source) throws CorruptCodeException {
        int m = (int) source.uniform(lattice.budget()) + 1;
        int precision = (int) source.uniform(PRECISIONS);
        int digits = digits(lattice, precision);
        long[] nodes = new long[m];
        double[] weights = new double[m];
        long previous = -1;
        for (int j = 0; j < m; j++) {
            nodes[j] = previous + 1 + source.uniform(lattice.places() - (m - j - 1) - previous - 1);
            previous = nodes[j];
            boolean alternates = j == 0 || source.adaptive(0, 2) == 0;
            int exponent = source.adaptive(1, EXPONENTS);
            double size = Math.scalb(1 + Math.scalb((double) source.bits(digits), -digits), -exponent);
            weights[j] = alternates == (j % 2 == 0) ? size : -size;
        }
        Interpolant read = certified(lattice, new Barycentric(nodes, weights), precision);
        if (restricted && !read.isTame()) {
            throw new CorruptCodeException("a denominator not certified to stay away from zero: Lebesgue constant "
                    + read.lebesgue + ", allowed are " + lattice.largestLebesgueConstant());
        }
        return read;
    }
}
