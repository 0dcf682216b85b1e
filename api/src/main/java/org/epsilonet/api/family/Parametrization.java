package org.epsilonet.api.family;

import java.util.Optional;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.symbol.CorruptCodeException;
import org.epsilonet.api.symbol.SymbolSource;

/**
 * \(\Sigma_M\) as a union of Lipschitz images: the structures \(S_M\) and the four numbers that bound a covering,
 * \[ \log_2 N(\Sigma_M, \varepsilon) \le \log_2|S_M| + k_M \log_2\lceil r_M \mathrm{Lip}_M / \varepsilon \rceil . \]
 *
 * @see "docs/theory.md, A1, A11"
 */
public interface Parametrization {
    /** \(\log_2|S_M|\), rounded up; 0 if there is only one structure. {@link BinaryLogarithm} and {@link Subsets} help. */
    double log2Structures();

    /** \(k_M\), the largest number of parameters of a structure. */
    int size();

    /** \(r_M\), such that all parameters are in \([-r_M, r_M]\); positive and finite. */
    double radius();

    /**
     * \(\mathrm{Lip}_M\): the smallest known constant with \(\|R_s(\theta)-R_s(\theta')\| \le \mathrm{Lip}_M
     * \|\theta-\theta'\|_\infty^\beta\) for all structures and all \(\theta,\theta' \in \Theta_s\), with \(\beta\) from
     * {@link #hoelder}.
     *
     * @param norm the norm of the functions
     * @return the constant, rounded up; +∞ if there is none
     */
    double lipschitz(LpNorm norm);

    /**
     * The exponent \(\beta\) of {@link #lipschitz}: 1 for a Lipschitz constant, less where small changes of parameters
     * cost relatively more, as a moved jump does in \(L^p\): \(\beta = 1/p\).
     *
     * @param norm the norm of the functions
     * @return the exponent, in (0, 1]; that of the claim of the family
     */
    default double hoelder(LpNorm norm) {
        return 1;
    }

    /** How the parameter sets \(\Theta_s\) lie in the cube \([-r_M, r_M]^{k(s)}\). */
    default ParameterSet parameterSet() {
        return ParameterSet.CUBE;
    }

    /**
     * A numbering of the structures, where it is more than reading all codes. It counts them exactly, hence not more than
     * {@link #log2Structures} says.
     *
     * @return the numbering; empty if there is none or its numbers would be too long
     */
    default Optional<StructureNumbering> numbering() {
        return Optional.empty();
    }

    /**
     * The structure of all the parameters there are, where every structure of \(S_M\) is this one {@linkplain
     * Structure#without without} some of its parameters. Many parameters are written sooner, and as short, together with
     * their zeros and no structure.
     *
     * @return that structure, of {@link #size} parameters; empty if there is none
     */
    default Optional<Structure> whole() {
        return Optional.empty();
    }

    /**
     * Reads a structure written by {@link Structure#write}.
     *
     * @param source a stream that may come from a stranger
     * @return the structure
     * @throws CorruptCodeException if no structure of \(S_M\) is written this way
     */
    Structure read(SymbolSource source) throws CorruptCodeException;
}
