/**
 * Training of ReLU networks, so that the project has trained networks of its own to bound, quantize and encode.
 *
 * <p>{@link org.epsilonet.families.relu.training.Trainer} minimizes \(\frac1n\sum_i \ell(R_\theta(x_i), y_i)\) over
 * {@link org.epsilonet.families.relu.training.Examples} \((x_i, y_i)\) by Adam on mini-batches, with \(\ell\) the square
 * or the {@linkplain org.epsilonet.families.relu.training.Loss cross-entropy} of the softmax, from {@linkplain
 * org.epsilonet.families.relu.training.Initialization He's initialization}; {@linkplain
 * org.epsilonet.families.relu.training.Pruning pruning} keeps the largest weights, and training goes on with the zeros
 * fixed. {@link org.epsilonet.families.relu.training.SyntheticDigits} draws images to classify.
 *
 * <p>Everything is a function of the seed: {@link java.util.Random} (whose algorithm Java specifies), sums in a fixed
 * order, + − × ÷ √ and {@link StrictMath}; one thread. What is found is some network, not the best one: the error of
 * optimization is not that of approximation.
 *
 * @see <a href="https://arxiv.org/abs/1412.6980">Kingma, Ba: Adam, ICLR 2015</a>
 * @see <a href="https://arxiv.org/abs/1502.01852">He, Zhang, Ren, Sun: Delving deep into rectifiers, ICCV 2015</a>
 */
package org.epsilonet.families.relu.training;
