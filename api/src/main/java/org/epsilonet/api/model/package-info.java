/**
 * Models from outside: trained networks read from files, quantized with a certificate and written back.
 *
 * <p>A {@linkplain org.epsilonet.api.model.Model model} is a function \(R_\theta : \mathbb R^d \to \mathbb R^m\) with
 * named blocks of parameters \(\theta\). A {@linkplain org.epsilonet.api.model.ModelFormat format} reads and writes it. A
 * {@linkplain org.epsilonet.api.model.LipschitzAnalysis Lipschitz analysis} bounds the two maps that matter:
 * \(\theta \mapsto R_\theta\), hence \(\|R_\theta - R_{\theta'}\|\) over a {@linkplain org.epsilonet.api.model.InputBox
 * box}, the number of bits a weight needs and the covering numbers of the whole architecture; and
 * \(x \mapsto R_\theta(x)\). All three are services, so that whoever quantizes a model knows nothing of its kind.
 *
 * @see <a href="https://arxiv.org/abs/2205.11874">Gonon, Brisebarre, Gribonval, Riccietti: Approximation speed of
 *     quantized vs. unquantized ReLU neural networks and beyond</a>
 */
package org.epsilonet.api.model;
