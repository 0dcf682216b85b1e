package org.epsilonet.families.splines.internal;

import java.util.Arrays;
import org.epsilonet.api.family.Approximant;
import org.epsilonet.api.family.PerturbationBound;
import org.epsilonet.api.family.Structure;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.symbol.SymbolSink;

/**
 * The only structure of polynomials of degree below \(M\). Basis functions are bounded by 1, in every \(L^p\), so errors
 * of coefficients add.
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
        double[] ones = new double[size];
        Arrays.fill(ones, 1);
        return PerturbationBound.sum(ones);
    }

    /** There is nothing to write. */
    @Override
    public void write(SymbolSink sink) {}

    /** Coefficients decay: a context for each of the first degrees, then for each octave. */
    @Override
    public int context(int i) {
        return i < 16 ? i : Math.min(63, 12 + 32 - Integer.numberOfLeadingZeros(i));
    }

    /** A polynomial. */
    private record Polynomial(PolynomialStructure structure, double[] coefficients) implements Approximant {
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
            return structure.basis.sum(coefficients, x[0] + (x[0] - 1));
        }

        @Override
        public String toString() {
            return "Polynomial of degree " + (coefficients.length - 1) + ", " + structure.basis + " basis";
        }
    }
}
