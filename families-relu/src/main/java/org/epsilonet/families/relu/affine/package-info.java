/**
 * Deep networks that emulate affine systems: functions \(\sum_{i\le M}c_i\,\psi(2^{j_i}x-k_i)\) whose generator \(\psi\)
 * is computed by one small network of depth \(O(\log 1/\varepsilon)\).
 *
 * <p>Structure: which dilates and translates, from a lattice of \(O(M^4)\). Parameters: the coefficients. The coefficients
 * of a target come from differences of quasi-interpolants \(Q_jf - Q_{j-1}f\), and the terms of largest \(|c_i|\,
 * \|\psi_i\|_p\) are kept, which attains \(\min(s,K+1)/d\) on Besov classes. The generators of degree \(K \ge 2\) are
 * emulated by products of piecewise linear squares, to \(2^{-2m}\) with \(O(Km)\) weights each; the emulation keeps
 * supports exactly, so errors neither leak nor add up over far translates. Products need depth: with a fixed number of
 * layers a network in one variable with \(M\) weights has \(O(M^{L-1})\) pieces and cannot beat \(M^{-2(L-1)}\) on any
 * \(C^2\) function that is not affine; here \(m \sim \frac{K+1}2\log_2M\).
 *
 * @see "docs/theory.md, A8"
 */
package org.epsilonet.families.relu.affine;
