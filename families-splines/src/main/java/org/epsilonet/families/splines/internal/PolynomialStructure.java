package org.epsilonet.families.splines.internal;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.epsilonet.api.family.Approximant;
import org.epsilonet.api.family.PerturbationBound;
import org.epsilonet.api.family.Structure;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.symbol.SymbolSink;

/**
 * The only structure of polynomials of degree below \(M\). Errors of coefficients add, weighted with the bounds of the basis
 * functions in the supremum norm; of orthonormal ones they add as squares for \(p \le 2\), and \(\|g\|_p \le
 * \|g\|_2^{2/p}\|g\|_\infty^{1-2/p}\) beyond.
 *
 * @param basis the basis
 * @param size \(M\)
 */
public record PolynomialStructure(PolynomialBasis basis, int size) implements Structure {
    @Override
    public Approximant realize(double[] parameters) {
        if (parameters.length != size) {
            throw new IllegalArgumentException("there are " + size + " coefficients, given were " + parameters.length);
        }
        return new Polynomial(this, parameters.clone());
    }

    @Override
    public PerturbationBound perturbation(double[] parameters, LpNorm norm) {
        double[] largest = new double[size];
        Arrays.setAll(largest, basis::largest);
        PerturbationBound inSup = PerturbationBound.sum(largest);
        if (basis != PolynomialBasis.LEGENDRE || norm.isSup()) {
            return inSup;
        }
        double[] ones = new double[size];
        Arrays.fill(ones, 1);
        PerturbationBound inMean = PerturbationBound.rootSumOfSquares(ones, 1);
        double share = Math.max(0, 1 - 2 / norm.p());
        return share == 0
                ? inMean
                : deltas -> PerturbationBound.outward(
                        Math.pow(inMean.of(deltas), 1 - share) * Math.pow(inSup.of(deltas), share), 8);
    }

    /** There is nothing to write. */
    @Override
    public void write(SymbolSink sink) {}

    /** Coefficients decay: a context for each of the first degrees, then for each octave. */
    @Override
    public int context(int i) {
        return i < 16 ? i : Math.min(63, 12 + 32 - Integer.numberOfLeadingZeros(i));
    }

    /** Equal shares of the error. */
    @Override
    public double scale(int i, LpNorm norm) {
        return norm.isSup() ? 1 / basis.largest(i) : 1;
    }

    /** A polynomial. */
    private record Polynomial(PolynomialStructure structure, double[] coefficients, DoubleUnaryOperator sum)
            implements Approximant {
        Polynomial(PolynomialStructure structure, double[] coefficients) {
            this(structure, coefficients, structure.basis.sum(coefficients));
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
            return sum.applyAsDouble(x[0] + (x[0] - 1));
        }

        @Override
        public String toString() {
            return "Polynomial of degree " + (coefficients.length - 1) + ", " + structure.basis + " basis";
        }
    }
}
