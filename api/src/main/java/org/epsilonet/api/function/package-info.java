/**
 * The functions that are approximated and how far apart two of them are.
 *
 * <p>Every function here lives on the unit cube \([0,1]^d\): a target on another box is rescaled when it is made, and
 * remembers where it came from. Distances are taken in the <em>normalized</em> \(L^p\) norm
 * \[ \|f\|_p = \Bigl( \int_{[0,1]^d} |f(x)|^p \, dx \Bigr)^{1/p}, \qquad \|f\|_\infty = \sup_x |f(x)|, \]
 * so that \(\|f\|_p \le \|f\|_q\) for \(p \le q\) and {@code l2} is the root mean square. On data of \(N\) samples the
 * integral is the mean over the samples. A {@link org.epsilonet.api.function.Distance} says how it was obtained:
 * proved, measured on all of finite data, or estimated by quadrature.
 */
package org.epsilonet.api.function;
