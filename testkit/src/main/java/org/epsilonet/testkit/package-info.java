/**
 * The contract of an approximation family, as laws with plain results.
 *
 * <p>Whatever is computed generically about a family \(\Sigma_M = \bigcup_s R_s(\Theta_s)\) (covering numbers, bit
 * streams, certificates, verdicts) is right if a few statements about it are: budgets and radii are kept, structures are
 * counted and coded bijectively, \(\|R_s(\theta)-R_s(\theta')\|\) stays below the bounds claimed for it, growth rates
 * are not faster than claimed. Each statement is a law. A law draws seeded targets, budgets, norms and perturbations and
 * looks for a counterexample; passing is evidence, failing is proof.
 *
 * <p>Start at {@link org.epsilonet.testkit.FamilyLaws}.
 */
package org.epsilonet.testkit;
