/**
 * The family {@code relu.trained}: what training finds among sparse ReLU networks of fixed depth.
 *
 * <p>\(\Sigma_M\) holds the networks \(\mathbb R^d \to \mathbb R^w \to \mathbb R^w \to \mathbb R\) of three affine maps
 * with width \(w = \lceil\sqrt{2M}\rceil\) of which at most \(M\) of the \(P = w^2 + (d+3)w + 1\) weights and biases are
 * not zero, and with \(\|W_\ell\|_\infty, \|b_\ell\|_\infty \le r_M = 16(1 + \lceil\sqrt M\rceil)\) (largest row sum).
 * The structure is the support, one of \(\sum_{m\le M}\binom Pm\); the parameters are the entries on it. Depth is
 * bounded and the radius polynomial in \(M\), so the bits per weight are \(O(\log M)\) and the family is ∞-encodable.
 *
 * <p>The elements are found by Adam, pruning by magnitude and training on; nothing is proved about how near they are to
 * the best. The error of optimization is not the error of approximation.
 *
 * @see <a href="https://arxiv.org/abs/2205.11874">Gonon, Brisebarre, Gribonval, Riccietti: Approximation speed of
 *     quantized vs. unquantized ReLU neural networks and beyond</a>
 */
package org.epsilonet.families.relu.trained;
