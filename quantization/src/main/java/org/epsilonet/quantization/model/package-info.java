/**
 * Quantization of models: parameters become integers times powers of two, with a certificate for what that changes.
 *
 * <p>A block of parameters \(\theta\) and a step \(\eta = 2^e\) give integers \(q_i\) near \(\theta_i / \eta\), all of
 * magnitude below \(2^{24}\), so that every \(q_i \eta\) is a float32 number. A {@linkplain
 * org.epsilonet.api.model.LipschitzAnalysis Lipschitz analysis} bounds \(\|R_\theta - R_{\theta'}\|\) for the actual
 * \(\theta'\); the smallest of its bounds is the certificate. For one step for all blocks the largest certified step is
 * sought; the certificate is nearly linear in it. For a step per block, bits \(\sum_b n_b \log_2(1/\eta_b)\) are
 * minimized under \(\sum_b c_b \eta_b \le \varepsilon\), where \(c_b \eta_b\) is what block \(b\) alone costs: by
 * Lagrange's rule \(\eta_b = \varepsilon n_b / (c_b \sum n)\), which is rounded to powers of two, certified and improved
 * greedily. Nothing is known here of the kind of model.
 */
package org.epsilonet.quantization.model;
