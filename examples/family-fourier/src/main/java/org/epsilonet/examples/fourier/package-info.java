/**
 * Series of orthogonal waves on \([0,1]^d\): the real Fourier dictionary \(1, \sqrt2\cos 2\pi kx, \sqrt2\sin 2\pi kx\), the
 * cosines \(1, \sqrt2\cos\pi kx\), and Chebyshev polynomials, which are cosines of an angle; in more variables their
 * products.
 *
 * <p>Waves are orthonormal in \(L^2[0,1]\) (Chebyshev's in the angle) and again in the mean over \(N\) cell centres, with
 * one exception: for even \(N\) the Fourier cosine of frequency \(N/2\) vanishes at all of them, and \(\sin \pi N x =
 * \pm1\) takes its place. So one fast transform gives all coefficients. A family keeps the \(M\) of lowest frequency
 * ({@code first}), the \(M\) largest among the first \(M^2\) ({@code best}; on data among all), or those of lowest
 * \(\prod_i\max(1,|k_i|)\) ({@code hyperbolic-cross}).
 *
 * <p>Equispaced samples determine polynomials of degree below \(2\sqrt N\) only; they are fitted by least squares.
 *
 * <p>Functions on [0, 1] are not periodic in general: their Fourier coefficients decay like \(1/k\), no speed in \(L^2\)
 * exceeds ½. Even continuation leaves kinks, \(1/k^2\) and 3/2; Chebyshev series have no such limit.
 */
package org.epsilonet.examples.fourier;
