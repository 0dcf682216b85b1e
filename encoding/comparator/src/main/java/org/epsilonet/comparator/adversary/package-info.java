/**
 * Adversaries: parts of the catalogue's classes with a few parameters, and the search in them.
 *
 * <p>The supremum of a family's errors over a class is approached from below by functions that are hard for this family at
 * this budget \(M\). Lower bounds on widths are proved with functions of about \(2M\) bumps (nonlinear methods cannot afford
 * them) or with one singularity in the worst place (linear methods cannot move to it). {@link
 * org.epsilonet.comparator.adversary.Adversaries} offers both kinds and everything between: a frequency from 1 to \(4M\), a
 * phase, and a word of signs that repeats. {@link org.epsilonet.comparator.adversary.AdversarialSearch} climbs one
 * coordinate after the other, from the best of a few random places; what it finds is a lower bound, no more.
 */
package org.epsilonet.comparator.adversary;
