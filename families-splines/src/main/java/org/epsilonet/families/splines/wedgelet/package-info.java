/**
 * Wedgelets: adaptive dyadic cells, each whole or cut in two by a line, with a polynomial on every piece.
 *
 * <p>Along a curve of curvature \(\kappa\) a line through a cell of side \(h\) leaves a sliver of area about
 * \(\kappa h^3/12\), where a cell that is not cut leaves \(h^2\). With \(M\) cells of side \(1/M\) along an edge, the
 * squared \(L^2\) error falls from \(M^{-1}\) (best wavelets, dyadic cells: speed 1/2) to \(M^{-2}\): speed 1, which is
 * the encoding speed of cartoons with \(C^2\) edges. A line joins two points of the cell's boundary on a lattice
 * ({@link org.epsilonet.families.splines.wedgelet.Chord}, {@link org.epsilonet.families.splines.wedgelet.Outline}), so
 * trees and lines are structure and only the coefficients are parameters, in an orthonormal basis of each piece
 * ({@link org.epsilonet.families.splines.wedgelet.Region}). A decomposition finds a line for every cell
 * ({@link org.epsilonet.families.splines.wedgelet.ChordSearch} on samples, {@link
 * org.epsilonet.families.splines.wedgelet.EdgeTracing} on formulas), and pruning ({@link
 * org.epsilonet.families.splines.wedgelet.CandidateTree}) serves every budget.
 *
 * @see <a href="https://doi.org/10.1214/aos/1018031261">Donoho, Wedgelets: nearly minimax estimation of edges, Annals of
 *     Statistics 1999</a>
 */
@NullMarked
package org.epsilonet.families.splines.wedgelet;

import org.jspecify.annotations.NullMarked;
