package org.epsilonet.api.family;

import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.symbol.SymbolSink;

/**
 * A structure \(s \in S_M\): the finite choice (knots, atoms, connections) that turns \(k(s)\) real parameters into a
 * function. Immutable. It knows the domain and the budget it was made for.
 *
 * <p>A decoder rebuilds the structure and the parameters, so {@link #realize} and everything the decoder asks for
 * ({@link #context}, {@link #scale}) must be bit-exact on every machine: arithmetic, square roots and {@link StrictMath}
 * only, in a fixed order.
 *
 * @see "docs/theory.md, A1"
 */
public interface Structure {
    /** \(k(s)\), the number of parameters; 0 is allowed. */
    int size();

    /**
     * The function \(R_s(\theta)\).
     *
     * @param parameters \(\theta\), {@link #size()} finite numbers; copied
     * @return the approximant
     * @throws IllegalArgumentException if the length is wrong
     */
    Approximant realize(double[] parameters);

    /**
     * A certified bound on \(\|R_s(\theta) - R_s(\theta')\|\) for \(|\theta_i - \theta'_i| \le \delta_i\), in the norm of
     * the domain the structure was made for (on a grid: over its points).
     *
     * @param parameters \(\theta\); for linear realizations it does not matter
     * @param norm the norm
     * @return the bound as a function of \(\delta\)
     */
    PerturbationBound perturbation(double[] parameters, LpNorm norm);

    /**
     * Writes the structure, self-delimiting, for {@link Parametrization#read} of the same domain and budget.
     *
     * @param sink receives the symbols
     */
    void write(SymbolSink sink);

    /**
     * Which parameters behave alike: a hint for the entropy coder, for example the level of a wavelet coefficient.
     *
     * @param i index of a parameter
     * @return a small number, 0..63
     */
    default int context(int i) {
        return 0;
    }

    /**
     * How coarsely parameter {@code i} may be quantized relative to the others: the quantizer's steps are proportional
     * to it. Known to the decoder, hence a function of the structure alone.
     *
     * @param i index of a parameter
     * @param norm the norm in which the error is bounded
     * @return a positive number; 1 where all parameters matter alike
     */
    default double scale(int i, LpNorm norm) {
        return 1;
    }

    /**
     * The structure on exactly the parameters that are not zero, if dropping zeros gives a structure of the same family
     * and budget that realizes the same function; otherwise this structure itself.
     *
     * @param zero for each parameter, whether it is exactly zero
     * @return a structure whose size is the number of {@code false} entries, parameters in the same order; or this
     */
    default Structure without(boolean[] zero) {
        return this;
    }
}
