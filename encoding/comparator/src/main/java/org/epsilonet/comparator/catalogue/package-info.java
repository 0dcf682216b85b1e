/**
 * The catalogue of function classes: unit balls with what is known of their entropy, and their instances. Not exported;
 * found by the service loader.
 *
 * <p>Hard instances follow two recipes. A singularity at one point (a jump, a kink, one bump per scale) defeats
 * linear methods, which cannot look closer there: they err by the Kolmogorov width. Random signs on disjoint bumps of
 * one scale defeat every code, and so every ∞-encodable family: \(n\) signs are \(n\) bits, and whoever spends fewer
 * gets a quarter of them wrong. The scales lie on top of each other ({@link
 * org.epsilonet.comparator.catalogue.RandomSeries}) or, where that would leave the class, side by side ({@link
 * org.epsilonet.comparator.catalogue.Interleaved}). One function is often an element of several classes: it is then the same
 * object in all of them, so that it can be measured once.
 */
package org.epsilonet.comparator.catalogue;
