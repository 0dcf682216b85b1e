/**
 * Families of ReLU networks in one variable, and sums over several of them.
 *
 * <p><b>{@code relu.shallow}</b>: networks with one hidden layer of \(M\) neurons, that is continuous piecewise linear
 * functions with \(M\) free pieces. Structure: the knots, on a lattice of \(2^{J(M)}\) cells (or the samples of data).
 * Parameters: the values at the knots, which determine the weights linearly and are far better conditioned than these.
 *
 * <p><b>{@code relu.sawtooth}</b>: networks of depth \(M+1\) and width \(2d+1\), \(d \le 3\), that sum the series
 * \(a + \sum_{i\le d} \bigl(c_{i0}(x_i-\tfrac12) + \sum_{s\le M} c_{is}(g_s(x_i)-\tfrac12)\bigr)\) of sawtooth
 * functions, one in every variable, which are all orthogonal in \(L^2[0,1]^d\). One structure; the parameters are the \(1
 * + d(M+1)\) coefficients. In several variables all elements are sums over the axes; products of axes are not reached.
 */
package org.epsilonet.families.relu.internal;
