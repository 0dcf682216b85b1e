/**
 * Approximation families: the one contract that every plug-in implements.
 *
 * <p>A family is a sequence \(\Sigma = (\Sigma_M)_{M \ge 1}\) of sets of functions. Almost every family in use is a
 * union of Lipschitz images of bounded sets of parameters,
 * \[ \Sigma_M = \bigcup_{s \in S_M} \{ R_s(\theta) : \theta \in \Theta_s \}, \qquad
 *    \Theta_s \subset [-r_M, r_M]^{k(s)} , \]
 * where the {@linkplain org.epsilonet.api.family.Structure structure} \(s\) is a finite choice (knots, atoms,
 * connections), the parameters \(\theta\) are real numbers and \(R_s\) is the realization. A family author writes only
 * mathematics: how to {@linkplain org.epsilonet.api.family.ApproximationFamily#approximate approximate}, realize, bound
 * a {@linkplain org.epsilonet.api.family.PerturbationBound perturbation} of the parameters, and number the structures.
 * Bit streams, certificates, speeds and verdicts follow without code of the family's own.
 *
 * <p>Start at {@link org.epsilonet.api.family.ParametrizedFamily}; register through {@link
 * org.epsilonet.api.family.FamilyProvider}; find families with {@link org.epsilonet.api.family.Families}.
 */
package org.epsilonet.api.family;
