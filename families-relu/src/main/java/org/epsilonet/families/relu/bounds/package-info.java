/**
 * Lipschitz bounds for ReLU networks, of \(\theta \mapsto R_\theta\) and of \(x \mapsto R_\theta(x)\), and what follows:
 * covering numbers and bits per weight.
 *
 * <p>Over a whole architecture, \(\Theta_q(r) = \{\|W_\ell\|_q \le r, \|b_\ell\|_q \le r\}\), the constant is exact: {@link
 * org.epsilonet.families.relu.bounds.ArchitectureLipschitz}. It gives {@link
 * org.epsilonet.families.relu.bounds.CoveringBounds covering numbers} and the {@link
 * org.epsilonet.families.relu.bounds.UniformQuantization bits per weight} that naive quantization needs and can do with. For
 * one given network, recursions through its own weights are orders of magnitude smaller: by operator norms, by components,
 * by intervals, by paths, and backward by lines. All that is called a bound is rounded outward; overflow gives +∞.
 *
 * @see <a href="https://arxiv.org/abs/2205.11874">Gonon, Brisebarre, Gribonval, Riccietti: Approximation speed of
 *     quantized vs. unquantized ReLU neural networks and beyond</a>
 */
package org.epsilonet.families.relu.bounds;
