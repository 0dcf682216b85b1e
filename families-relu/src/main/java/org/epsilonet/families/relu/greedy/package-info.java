/**
 * Shallow ReLU networks of several variables, \(b + a\cdot x + \sum_{i\le M}c_i\,\sigma(w_i\cdot x - \tau_i)\), and the
 * class for which they are made: the closed convex hull of ridge functions \(\pm\sigma(w\cdot x-\tau)\), the variation
 * (Barron) ball, where they attain \(M^{-1/2-3/(2d)}\) in \(L^2\), and no ∞-encodable family more.
 *
 * <p>Structure: directions and offsets, from a lattice of polynomial size. Parameters: the output weights. They are found
 * by the orthogonal greedy algorithm, which attains the same rate.
 *
 * @see "docs/theory.md, A8"
 */
package org.epsilonet.families.relu.greedy;
