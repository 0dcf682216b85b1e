/**
 * Wavelets on an interval of any number of samples, and the families made of them.
 *
 * <p>From the bottom up: double-double arithmetic makes boundary filters of those on the line ({@link
 * org.epsilonet.families.wavelets.internal.Edge}); a {@link org.epsilonet.families.wavelets.internal.Level} is one
 * invertible step, a {@link org.epsilonet.families.wavelets.internal.Cascade} all of them on one axis, a {@link
 * org.epsilonet.families.wavelets.internal.GridTransform} the transform of a grid (with one scale for all axes, one for
 * each, or by packets), a {@link org.epsilonet.families.wavelets.internal.Dictionary} its atoms as functions on the cube,
 * and {@link org.epsilonet.families.wavelets.internal.WaveletFamily} chooses among them.
 *
 * <p>On the interval the grid is too long for an array: a {@link org.epsilonet.families.wavelets.internal.DeepCascade} of
 * 2^50 samples is known by the rows of its levels, {@link org.epsilonet.families.wavelets.internal.DeepCoefficients}
 * computes those coefficients that {@link org.epsilonet.families.wavelets.internal.Singularities} of the function make
 * large, and {@link org.epsilonet.families.wavelets.internal.DeepSynthesis} evaluates sums point by point.
 */
package org.epsilonet.families.wavelets.internal;
