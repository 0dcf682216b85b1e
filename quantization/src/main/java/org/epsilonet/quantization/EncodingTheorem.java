package org.epsilonet.quantization;

import org.epsilonet.api.family.Parametrization;
import org.epsilonet.api.function.LpNorm;

/**
 * The size of the uniform encoding of a Lipschitz-parametrized family.
 *
 * <p>Cut each axis of \([-r, r]^k\) into \(\lceil r\,\mathrm{Lip}/\rho\rceil\) cells of side \(2\rho/\mathrm{Lip}\) and
 * keep their midpoints: every \(\theta\) is within \(\rho/\mathrm{Lip}\) of a midpoint and every function within
 * \(\rho\) of a codeword. A midpoint may leave a parameter set that is not the whole cube; in a solid one round towards
 * zero instead, to the \(2\lfloor r\,\mathrm{Lip}/\rho\rfloor + 1\) multiples of \(\rho/\mathrm{Lip}\). The levels are
 * those of {@link ParameterGrid}, the code book itself is {@link LatticeCodebook}.
 *
 * <p>Where the realization is Hölder of exponent \(\beta < 1\) in its parameters, read \((\mathrm{Lip}/\rho)^{1/\beta}\) for
 * \(\mathrm{Lip}/\rho\).
 *
 * <p>With \(\rho = c M^{-\gamma}\) this is the (γ, h)-encoding of Gonon, Brisebarre, Gribonval, Riccietti (IEEE Trans.
 * Inf. Theory 2023): the family is ∞-encodable as soon as the cardinality grows like \(M^{1+h}\) for every \(h > 0\).
 *
 * @see "docs/theory.md, A10, A5"
 */
public final class EncodingTheorem {
    private EncodingTheorem() {}

    /**
     * The bits of one parameter, \(\log_2\lceil r\,\mathrm{Lip}/\rho\rceil\), or \(\log_2(2\lfloor
     * r\,\mathrm{Lip}/\rho\rfloor+1)\) for solid parameter sets.
     *
     * @param p radius and Lipschitz constant
     * @param norm the norm of the functions
     * @param coveringRadius \(\rho > 0\)
     * @return bits, {@code >= 0}; +∞ if there is no Lipschitz constant
     * @throws IllegalArgumentException if the radius is not positive
     */
    public static double bitsPerParameter(Parametrization p, LpNorm norm, double coveringRadius) {
        return ParameterGrid.log2Levels(p, norm, coveringRadius);
    }

    /**
     * A bound on the bits of a codeword, \(\log_2|S| + k\log_2 L\) with \(L\) levels per parameter. {@link
     * LatticeCodebook#cardinality} counts exactly, structures with fewer than \(k\) parameters as what they are.
     *
     * @param p the family at one budget
     * @param norm the norm of the functions
     * @param coveringRadius \(\rho > 0\)
     * @return an upper bound on log2 of the number of codewords, rounded up by a relative 2^-38 over the Hölder exponent
     * @throws IllegalArgumentException if the radius is not positive
     */
    public static double log2Cardinality(Parametrization p, LpNorm norm, double coveringRadius) {
        double bits = bitsPerParameter(p, norm, coveringRadius);
        // A difference of logarithms of at most 2^11 is at least 40 where it stands for the number of levels. A whole
        // number below 40 is the exact logarithm of a power of two.
        double margin = 1 + 0x1p-38 / p.hoelder(norm);
        double parameters = p.size() == 0 ? 0 : p.size() * bits;
        if (bits != Math.rint(bits) || bits >= 40) {
            return (p.log2Structures() + parameters) * margin;
        }
        return p.log2Structures() == 0 ? parameters : Math.nextUp(p.log2Structures() * margin + parameters);
    }

    /**
     * The covering radius \(cM^{-\gamma}\) of a (γ,h)-encoding at one budget, rounded down.
     *
     * @param c the constant, {@code > 0}
     * @param gamma the speed, {@code >= 0}
     * @param budget \(M \ge 1\)
     * @return the radius
     * @throws IllegalArgumentException if an argument is out of range, or the radius is no positive double
     */
    public static double coveringRadius(double c, double gamma, int budget) {
        // Math.pow and the product err by at most one and a half units in the last place.
        double radius = c * Math.pow(budget, -gamma) * (1 - 0x1p-51);
        if (!(gamma >= 0) || budget < 1 || !(radius > 0 && radius < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("c M^-gamma needs c > 0, gamma >= 0, M >= 1 and a positive result, were "
                    + c + ", " + gamma + ", " + budget);
        }
        return radius;
    }
}
