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
 * <p>{@link org.epsilonet.families.splines.MonotoneSplines} are the splines on equal intervals that rise or fall
 * throughout: decoded functions keep the shape of the target. No class gains speed by it. Convex splines are not here; the
 * design notes say why.
 *
 * @see <a href="https://doi.org/10.1017/S0962492900002816">DeVore, Nonlinear approximation, Acta Numerica 1998</a>
 */
package org.epsilonet.families.splines;
