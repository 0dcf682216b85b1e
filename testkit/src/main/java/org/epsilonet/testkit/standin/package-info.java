/**
 * Families that show what the laws do: a plain one that keeps them all, and ones with one planted fault each.
 *
 * <p>The sound family is \(\Sigma_M\), the functions constant on each of \(m \le M\) equal pieces of [0, 1]: the structure
 * is \(m\), of which there are \(M\); the parameters are the values, in [-1, 1]; since pieces are disjoint,
 * \(\|R(\theta)-R(\theta')\|_p^p = \sum_i \mu_i|\theta_i-\theta'_i|^p\) and the Lipschitz constant is 1 in every norm. A
 * faulty family overrides one step of it: a law that no fault can break would prove nothing.
 *
 * <p>Start at {@link org.epsilonet.testkit.standin.StandIns}.
 */
package org.epsilonet.testkit.standin;
