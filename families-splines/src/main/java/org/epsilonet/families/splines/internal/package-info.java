/**
 * Internal: cells on a lattice, their orthonormal polynomials, local fits, partitions and B-splines. Not exported.
 *
 * <p>A {@link org.epsilonet.families.splines.internal.Lattice} makes data and formulas one case: cells end at gaps
 * between samples, or at multiples of a small power of two. On every cell lives an orthonormal basis of polynomials
 * ({@link org.epsilonet.families.splines.internal.CellPolynomials}): Legendre on the continuum, Gram on samples, both by
 * one three-term recurrence. Projections of neighbouring cells merge without cancellation ({@link
 * org.epsilonet.families.splines.internal.Merging}), which gives the error of any piece at once; on it stand the search
 * for free knots ({@link org.epsilonet.families.splines.internal.KnotSearch}) and adaptive quadrature.
 */
package org.epsilonet.families.splines.internal;
