/**
 * Splines and piecewise polynomials, linear and adaptive, in one to three dimensions.
 *
 * <p>Six ways to place the knots of piecewise polynomials of degree \(k\), order \(r = k+1\):
 * <ul>
 *   <li>{@link org.epsilonet.families.splines.UniformSplines}: equal intervals, smoothness \(C^{k-1}\), B-splines and their products;
 *   <li>{@link org.epsilonet.families.splines.UniformPiecewisePolynomials}: equal cells, no smoothness;
 *   <li>{@link org.epsilonet.families.splines.FreeKnotPiecewisePolynomials}: knots on a fine lattice, suited to the target;
 *   <li>{@link org.epsilonet.families.splines.SmoothFreeKnotSplines}: such knots, repeated only where the function breaks;
 *   <li>{@link org.epsilonet.families.splines.DyadicPiecewisePolynomials}: cells of a tree of bisections;
 *   <li>{@link org.epsilonet.families.splines.HpPiecewisePolynomials}: such cells, each with a degree of its own.
 * </ul>
 *
 * <p>With \(M\) equal cells the \(L^2\) error on \(B^s_{p,\tau}\) decays like \(M^{-\min(s-(1/p-1/2)_+,\,r)}\), and one
 * jump alone costs \(M^{-1/2}\); with free or adaptive cells it decays like \(M^{-\min(s,r)}\) as soon as \(s >
 * (1/p-1/2)_+\). Knots are structure (finitely many choices), coefficients are parameters, in bases that are orthonormal
 * on cells or nonnegative with sum one, so that perturbation bounds are exact or nearly so.
 *
 * <p>Monotone and convex splines are not here. They would fit the contract: a first value and nonnegative increments form
 * a convex set that is solid, with \(\mathrm{Lip} = M\) instead of 1, as errors of increments add up. But for degree 2 and
 * more such coefficients give some monotone splines and not all; the best ones are the solution of a quadratic program,
 * for which only degree 0 (isotonic regression) has an exact method of linear cost; and no class gains speed by it.
 *
 * @see <a href="https://doi.org/10.1017/S0962492900002816">DeVore, Nonlinear approximation, Acta Numerica 1998</a>
 */
package org.epsilonet.families.splines;
