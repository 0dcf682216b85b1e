/**
 * Quantization: real parameters become integers, with a proof of what that costs.
 *
 * <p>Parameter \(\theta_i\) is rounded to an integer multiple of \(\eta\,\lambda_i\), where \(\eta\) is one
 * {@linkplain org.epsilonet.quantization.Steps step} for all and \(\lambda_i\) the {@linkplain
 * org.epsilonet.api.family.Structure#scale scale} that the structure itself knows, so that a decoder knows it too.
 * Rounding to nearest moves \(\theta_i\) by at most \(\delta_i = \eta\lambda_i/2\), and the {@linkplain
 * org.epsilonet.api.family.PerturbationBound perturbation bound} of the structure turns the \(\delta_i\) into a certified
 * bound on the distance of the two functions: no Lipschitz constant over all of \(\Sigma_M\) is needed for one given
 * element. The uniform count, which does use it, is the {@linkplain org.epsilonet.quantization.EncodingTheorem encoding
 * theorem}
 * \[ \log_2|\Sigma_M(\rho)| \le \log_2|S_M| + k_M \log_2\lceil r_M\,\mathrm{Lip}_M/\rho\rceil \]
 * (Gonon, Brisebarre, Gribonval, Riccietti, "Approximation speed of quantized vs. unquantized ReLU neural networks and
 * beyond", IEEE Trans. Inf. Theory 2023).
 */
package org.epsilonet.quantization;
