/**
 * Shallow ReLU networks of several variables, \(b + a\cdot x + \sum_{i\le M}c_i\,\sigma(w_i\cdot x - \tau_i)\), and the
 * class for which they are made: the closed convex hull of ridge functions \(\pm\sigma(w\cdot x-\tau)\), the variation
 * (Barron) ball, where networks with free directions attain \(M^{-1/2-3/(2d)}\) in \(L^2\), and no ∞-encodable family more.
 *
 * <p>Structure: directions and offsets, from a lattice of \(O(M)\) neurons with a large constant; in the end their linear
 * width \(M^{-3/(2d)}\) is what is left. Parameters: the output weights, by the orthogonal greedy algorithm.
 *
 * @see "docs/theory.md, A8"
 */
package org.epsilonet.families.relu.greedy;
