/**
 * \(M\)-term approximation by wavelets on the interval and the square.
 *
 * <p>An orthonormal system with \(N\) vanishing moments turns samples into coefficients that are small where the function
 * is smooth. Keeping the \(M\) coarsest is a linear method: \(\|f - f_M\|_2 \asymp M^{-(s-(1/p-1/2)_+)}\) on
 * \(B^s_{p,\tau}\). Keeping the \(M\) largest is nonlinear and reaches \(M^{-s}\), also for \(p < 2\), where functions
 * have singularities; the search must stop at a depth polynomial in \(M\), or the family is not ∞-encodable. A best tree
 * loses little, and its code nothing to a logarithm; tensor products with a scale for each axis have the speed of mixed
 * smoothness; packets have a basis for what oscillates. There is no periodization: filters at the ends of the interval keep
 * orthogonality and vanishing moments for every number of samples.
 *
 * <p>Four lines of wavelets, by their usual names: Daubechies' ({@code db1}, Haar's, to {@code db20}), symlets ({@code
 * sym2} to {@code sym20}), coiflets ({@code coif1} to {@code coif5}) and the biorthogonal ones of Cohen, Daubechies and
 * Feauveau ({@code bior1.1} to {@code bior6.8}). {@link org.epsilonet.families.wavelets.Wavelet} gives their filters, {@link
 * org.epsilonet.families.wavelets.WaveletTransform} the fast transform on arrays.
 *
 * @see <a href="https://doi.org/10.1017/S0962492900002816">DeVore, Nonlinear approximation, Acta Numerica 1998</a>
 */
package org.epsilonet.families.wavelets;
