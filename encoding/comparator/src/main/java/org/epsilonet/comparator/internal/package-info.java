/**
 * The catalogue of classes with their instances, and the parts of a comparison.
 *
 * <p>Hard instances follow two recipes. A singularity at one point (a jump, a kink, one bump per scale) defeats
 * linear methods, which cannot look closer there: they err by the Kolmogorov width. Random signs on disjoint bumps of
 * one scale defeat every code, and so every ∞-encodable family: \(n\) signs are \(n\) bits, and whoever spends fewer
 * gets a quarter of them wrong. The scales lie on top of each other ({@link
 * org.epsilonet.comparator.internal.RandomSeries}) or, where that would leave the class, side by side ({@link
 * org.epsilonet.comparator.internal.Interleaved}).
 */
package org.epsilonet.comparator.internal;
