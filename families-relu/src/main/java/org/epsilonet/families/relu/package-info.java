/**
 * ReLU networks of real weights, and what they compute.
 *
 * <p>A network of \(L\) affine maps computes \(R_\theta = A_L \circ \sigma \circ A_{L-1} \circ \dots \circ \sigma \circ
 * A_1\) with \(A_\ell y = W_\ell y + b_\ell\) and \(\sigma(t) = \max(0,t)\) in every coordinate. In one variable it is
 * continuous and piecewise linear. With one hidden layer (\(L = 2\)) of \(n\) neurons it has at most \(n\) kinks, and
 * every function with that many arises: shallow networks are linear splines with free knots. With depth the number of
 * pieces may double with every layer, as the sawtooth \(g \circ \dots \circ g\) shows; Takagi's function and \(x^2\) are
 * then reached exponentially fast, but not every function is.
 *
 * @see <a href="https://arxiv.org/abs/1610.01145">Yarotsky: Error bounds for approximations with deep ReLU networks,
 *     Neural Networks 2017</a>
 */
package org.epsilonet.families.relu;
