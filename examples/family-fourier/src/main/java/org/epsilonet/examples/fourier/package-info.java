/**
 * The real Fourier dictionary \(1, \sqrt2\cos 2\pi kx, \sqrt2\sin 2\pi kx\), \(k \ge 1\), orthonormal in \(L^2[0,1]\).
 *
 * <p>At the \(N\) cell centres of a grid the first \(N\) atoms are orthonormal again in the mean, with one exception: for
 * even \(N\) the cosine of frequency \(N/2\) vanishes at all of them, and \(\sin \pi N x = \pm1\) takes its place, without
 * the factor \(\sqrt2\). Both families therefore compute coefficients by one fast transform: {@code fourier.first} keeps
 * the \(M\) of lowest frequency, {@code fourier.best} the \(M\) largest among those of frequency up to \(M^2/2\) (on data:
 * among all).
 *
 * <p>The speeds known for periodic functions need smoothness across the ends. Functions on [0, 1] jump there in general,
 * as \(f(x) = x\) does, and a jump has coefficients of order \(1/k\): no speed in \(L^2\) exceeds ½.
 */
package org.epsilonet.examples.fourier;
