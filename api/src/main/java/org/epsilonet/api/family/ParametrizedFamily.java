package org.epsilonet.api.family;

import org.epsilonet.api.function.Domain;

/**
 * A family that is a union of Lipschitz images of parameter boxes: what can be encoded generically. Every approximant it
 * returns has a structure that its {@link #parametrization} can read back.
 *
 * @see "docs/theory.md, A1"
 */
public interface ParametrizedFamily extends ApproximationFamily {
    /**
     * The parametrization of \(\Sigma_M\) on a domain. Cheap: nothing of size \(M\) is computed.
     *
     * @param domain a supported domain
     * @param budget the budget \(M \ge 1\)
     * @return structures, radius and Lipschitz constants
     * @throws IllegalArgumentException if the domain is not supported or the budget is below 1
     */
    Parametrization parametrization(Domain domain, int budget);
}
