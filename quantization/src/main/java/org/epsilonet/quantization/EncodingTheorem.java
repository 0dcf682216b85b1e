package org.epsilonet.quantization;

import org.epsilonet.api.family.Parametrization;
import org.epsilonet.api.function.LpNorm;

/**
 * The size of the uniform encoding of a Lipschitz-parametrized family.
 *
 * <p>Cut each axis of \([-r, r]^k\) into \(\lceil r\,\mathrm{Lip}/\rho\rceil\) equal cells and keep their midpoints: a
 * cell has at most the side \(2\rho/\mathrm{Lip}\), so every \(\theta\) is within \(\rho/\mathrm{Lip}\) of a midpoint and
 * every function within \(\rho\) of a codeword. A midpoint may leave a parameter set that is not the whole cube;
 * replacing it by a point of its cell inside doubles the radius at most.
 *
 * <p>With \(\rho = c M^{-\gamma}\) this is the (γ, h)-encoding of Gonon, Brisebarre, Gribonval, Riccietti (IEEE Trans.
 * Inf. Theory 2023): the family is ∞-encodable as soon as the cardinality grows like \(M^{1+h}\) for every \(h > 0\).
 */
public final class EncodingTheorem {
    /** Above this, a double has no fractional part to round up. */
    private static final double ALL_INTEGERS = 0x1p52;

    private EncodingTheorem() {}

    /**
     * The bits of one parameter, \(\log_2\lceil r\,\mathrm{Lip}/\rho\rceil\).
     *
     * @param p radius and Lipschitz constant
     * @param norm the norm of the functions
     * @param coveringRadius \(\rho > 0\)
     * @return bits, {@code >= 0}; +∞ if there is no Lipschitz constant
     * @throws IllegalArgumentException if the radius is not positive
     */
    public static double bitsPerParameter(Parametrization p, LpNorm norm, double coveringRadius) {
        if (!(coveringRadius > 0)) {
            throw new IllegalArgumentException("the covering radius must be > 0, was " + coveringRadius);
        }
        double lipschitz = p.lipschitz(norm);
        double levels = p.radius() * lipschitz / coveringRadius;
        if (levels <= 1) {
            return 0;
        }
        // Sums of logarithms where the quotient may have overflowed.
        return levels < ALL_INTEGERS
                ? log2(Math.ceil(levels))
                : log2(p.radius()) + log2(lipschitz) - log2(coveringRadius);
    }

    /**
     * The bits of a codeword, \(\log_2|S| + k\log_2\lceil r\,\mathrm{Lip}/\rho\rceil\).
     *
     * @param p the family at one budget
     * @param norm the norm of the functions
     * @param coveringRadius \(\rho > 0\)
     * @return log2 of the number of codewords
     * @throws IllegalArgumentException if the radius is not positive
     */
    public static double log2Cardinality(Parametrization p, LpNorm norm, double coveringRadius) {
        double bits = bitsPerParameter(p, norm, coveringRadius);
        return p.log2Structures() + (p.size() == 0 ? 0 : p.size() * bits);
    }

    private static double log2(double x) {
        return Math.log(x) / Math.log(2);
    }
}
