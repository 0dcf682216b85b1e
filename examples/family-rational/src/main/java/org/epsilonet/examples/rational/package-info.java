/**
 * Rational functions of type \((m-1,m-1)\) on [0, 1], \(m \le M\), in barycentric form
 * \[ r(x) = \sum_j \frac{w_jf_j}{x-z_j} \Bigm/ \sum_j \frac{w_j}{x-z_j} = \sum_j f_jL_j(x). \]
 *
 * <p>Nodes \(z_j\) and weights \(w_j\) decide where the poles are. They are <em>structure</em>: nodes on a dyadic lattice (on
 * data, samples), weights of a few digits. The values \(f_j = r(z_j)\) are the parameters, of which \(r\) is a linear function
 * with \(\|r\|_\infty \le \Lambda\max_j|f_j|\), \(\Lambda = \sup_x\sum_j|L_j(x)|\). A pole on the interval makes \(\Lambda\)
 * infinite and one nearby makes it large, so \(\Sigma_M\) is restricted to nodes and weights for which interval arithmetic
 * proves \(\Lambda \le 32M\): relative to \(\sum_j|w_j/(x-z_j)|\) the denominator is nowhere below \(1/32M\). Then the family is
 * ∞-encodable. Without the restriction nothing is established; {@code rational.aaa.unrestricted} is that control.
 *
 * <p>Nodes and weights come from the AAA algorithm, greedy nodes and weights from a singular vector; where these are not
 * certified, from Floater and Hormann, whose denominators have no real zeros.
 *
 * @see <a href="https://doi.org/10.1137/16M1106122">Nakatsukasa, Sète, Trefethen: The AAA algorithm for rational
 *     approximation, SIAM J. Sci. Comput. 2018</a>
 * @see <a href="https://doi.org/10.1007/s00211-007-0093-y">Floater, Hormann: Barycentric rational interpolation with no poles
 *     and high rates of approximation, Numer. Math. 2007</a>
 */
package org.epsilonet.examples.rational;
