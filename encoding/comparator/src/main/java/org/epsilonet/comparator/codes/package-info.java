/**
 * Textbook codes that reach the entropy of a class, as families: what bits over the limit are measured against.
 *
 * <p>{@link org.epsilonet.comparator.codes.DeltaCodeFamily} has \(2^M\) elements and no parameters: its budget is its number of
 * bits, and on Lipschitz functions with \(f(0)=0\) no code of any kind does with fewer (Kolmogorov and Tikhomirov 1959). {@link
 * org.epsilonet.comparator.codes.EllipsoidCode} is water-filling for the elements of an ellipsoid: at most three tenths over the
 * sum \(S(\varepsilon)\) of the logarithms of its axes on the hardest ones. Families here are not installed as a service: they are for comparisons made through {@link
 * org.epsilonet.comparator.ComparisonPlan}.
 */
package org.epsilonet.comparator.codes;
