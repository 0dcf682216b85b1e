/**
 * Wavelets on an interval of any number of samples, and the families made of them.
 *
 * <p>From the bottom up: double-double arithmetic makes boundary filters of those on the line ({@link
 * org.epsilonet.families.wavelets.internal.Edge}); a {@link org.epsilonet.families.wavelets.internal.Level} is one
 * invertible step, a {@link org.epsilonet.families.wavelets.internal.Cascade} all of them on one axis, a {@link
 * org.epsilonet.families.wavelets.internal.Pyramid} the separable transform of a grid, a {@link
 * org.epsilonet.families.wavelets.internal.Dictionary} its atoms as functions on the cube, and {@link
 * org.epsilonet.families.wavelets.internal.WaveletFamily} chooses among them.
 */
package org.epsilonet.families.wavelets.internal;
