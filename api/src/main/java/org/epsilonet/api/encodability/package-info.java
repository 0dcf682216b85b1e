/**
 * ∞-encodability: whether every element of a family can be replaced by one of few.
 *
 * <p>A \((\gamma,h)\)-encoding of \(\Sigma = (\Sigma_M)\) is a sequence of finite sets that cover \(\Sigma_M\) within
 * \(c_1 M^{-\gamma}\) and have at most \(2^{c_2 M^{1+h}}\) elements. If one exists for all \(\gamma, h > 0\), the
 * family is ∞-encodable, and then its approximation speed on any class is at most the class's encoding speed. For
 * unions of Lipschitz images of parameter boxes, \(\Sigma_M = \bigcup_s R_s(\Theta_s)\), four {@linkplain
 * org.epsilonet.api.encodability.Growth growth rates} decide: \(\log_2|S_M|\), \(k_M\), \(\log_2 r_M\) and \(\log_2
 * \mathrm{Lip}_M\). A family claims them ({@link org.epsilonet.api.encodability.EncodabilityClaim}); the {@linkplain
 * org.epsilonet.api.encodability.EncodabilityVerdict verdict} is computed.
 *
 * @see <a href="https://arxiv.org/abs/2205.11874">Gonon, Brisebarre, Gribonval, Riccietti: Approximation speed of
 *     quantized vs. unquantized ReLU neural networks and beyond</a>
 */
package org.epsilonet.api.encodability;
