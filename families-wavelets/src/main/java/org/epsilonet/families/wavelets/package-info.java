/**
 * \(M\)-term approximation by wavelets on the interval and the square.
 *
 * <p>An orthonormal system with \(N\) vanishing moments turns samples into coefficients that are small where the function
 * is smooth. Keeping the \(M\) coarsest is a linear method: \(\|f - f_M\|_2 \asymp M^{-(s-(1/p-1/2)_+)}\) on
 * \(B^s_{p,\tau}\). Keeping the \(M\) largest is nonlinear and reaches \(M^{-s}\), also for \(p < 2\), where functions
 * have singularities; the search must stop at a depth polynomial in \(M\), or the family is not ∞-encodable. Systems:
 * Haar, Daubechies with 2 to 10 vanishing moments, biorthogonal CDF 5/3 and 9/7. There is no periodization: filters at
 * the ends of the interval keep orthogonality and vanishing moments for every number of samples.
 *
 * @see <a href="https://doi.org/10.1017/S0962492900002816">DeVore, Nonlinear approximation, Acta Numerica 1998</a>
 */
package org.epsilonet.families.wavelets;
