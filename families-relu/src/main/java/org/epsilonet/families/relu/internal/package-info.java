/**
 * The two families of ReLU networks in one variable.
 *
 * <p><b>{@code relu.shallow}</b>: networks with one hidden layer of \(M\) neurons, that is continuous piecewise linear
 * functions with \(M\) free pieces. Structure: the knots, on a lattice of \(2^{J(M)}\) cells (or the samples of data).
 * Parameters: the values at the knots, which determine the weights linearly and are far better conditioned than these.
 *
 * <p><b>{@code relu.sawtooth}</b>: networks of depth \(M+1\) and width 3 that sum the series \(a + c_0(x-\tfrac12) +
 * \sum_{s\le M} c_s(g_s(x)-\tfrac12)\) of sawtooth functions, which are orthogonal in \(L^2[0,1]\). One structure;
 * the parameters are the coefficients.
 */
package org.epsilonet.families.relu.internal;
