/**
 * The catalogue of classes with their instances, and the parts of a comparison.
 *
 * <p>Hard instances follow two recipes. A singularity at one point (a jump, a kink, one narrow bump per scale) defeats
 * linear methods, which cannot look closer there: they err by the Kolmogorov width. Random signs on disjoint bumps of
 * one scale defeat every code, and so every ∞-encodable family: \(n\) signs are \(n\) bits, and whoever spends fewer
 * gets a quarter of them wrong. {@link org.epsilonet.comparator.internal.Interleaved} has all scales at once without
 * leaving the unit ball.
 */
package org.epsilonet.comparator.internal;
