package org.epsilonet.api.family;

import org.epsilonet.api.function.Domain;
import org.epsilonet.api.function.LpNorm;

/**
 * A family that brings its own encodings: an arbitrary sequence of sets, parametrized or not, for each of which it knows
 * finite coverings.
 *
 * @see "docs/theory.md, A8"
 */
public interface EncodableFamily extends ApproximationFamily {
    /**
     * A code book of \(\Sigma_M\).
     *
     * @param domain a supported domain
     * @param budget the budget \(M \ge 1\)
     * @param norm the norm of the functions
     * @param coveringRadius \(\rho > 0\), for example \(cM^{-\gamma}\)
     * @return a code book whose covering radius is at most {@code coveringRadius}
     * @throws IllegalArgumentException if an argument is out of range, or no finite set covers so well
     */
    Codebook codebook(Domain domain, int budget, LpNorm norm, double coveringRadius);
}
