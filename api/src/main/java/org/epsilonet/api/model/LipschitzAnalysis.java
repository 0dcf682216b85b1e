package org.epsilonet.api.model;

import java.util.List;
import org.epsilonet.api.function.LpNorm;

/**
 * Service: bounds on how a kind of model depends on its parameters and on its input. Stateless and thread-safe.
 *
 * <p>The distance of two models over a box is \(\sup_x \|R_\theta(x) - R_{\theta'}(x)\|_\infty\) in the norm {@code sup},
 * and for {@code lP} the normalized \(L^p\) norm over the box of \(x \mapsto \|R_\theta(x) - R_{\theta'}(x)\|_p\). All
 * bounds are rounded outward; +∞ is always correct. A certificate is for exact real arithmetic; {@link #evaluationError}
 * bounds what floats add.
 */
public interface LipschitzAnalysis {
    /** Whether this analysis knows models of this kind. */
    boolean supports(Model model);

    /**
     * Every certified bound on the distance of two given models.
     *
     * @param model \(R_\theta\)
     * @param other \(R_{\theta'}\), of the same architecture
     * @param box the inputs
     * @param norm the norm
     * @return one bound per method, all valid: the smallest counts
     * @throws IllegalArgumentException if the architectures differ
     */
    List<Certificate> difference(Model model, Model other, InputBox box, LpNorm norm);

    /**
     * Every certified bound on the distance to all models whose parameters differ by at most \(\delta\) each. Divided
     * by \(\delta\) it is a local Lipschitz constant of \(\theta \mapsto R_\theta\).
     *
     * @param model \(R_\theta\)
     * @param delta \(\delta \ge 0\)
     * @param box the inputs
     * @param norm the norm
     * @return one bound per method; the first is a priori: it knows only the architecture and the norms of the weights
     */
    List<Certificate> perturbation(Model model, double delta, InputBox box, LpNorm norm);

    /**
     * Bounds on the Lipschitz constant of \(x \mapsto R_\theta(x)\), from \(\ell^q\) to \(\ell^q\).
     *
     * @param model \(R_\theta\)
     * @param box the inputs
     * @param q 1, 2 or ∞
     */
    List<Certificate> input(Model model, InputBox box, double q);

    /**
     * The Lipschitz constant of \(\theta \mapsto R_\theta\) over all parameters of an architecture, from \(\ell^\infty\):
     * exact for \(q = 1, 2, \infty\), and published forms beside it.
     *
     * @param architecture layer sizes and radius
     * @param box the inputs
     * @param norm the norm over the inputs
     */
    List<LipschitzBound> architecture(Architecture architecture, InputBox box, LpNorm norm);

    /**
     * Covering numbers of the set of functions of an architecture in the supremum norm.
     *
     * @param architecture layer sizes and radius
     * @param box the inputs
     * @param epsilon radius of the balls, {@code > 0}
     */
    CoveringNumber covering(Architecture architecture, InputBox box, double epsilon);

    /**
     * Bits per weight for an error in the supremum norm.
     *
     * @param architecture layer sizes and radius
     * @param box the inputs
     * @param epsilon the error, {@code > 0}
     * @param scheme how weights are rounded
     */
    BitsPerWeight bitsPerWeight(Architecture architecture, InputBox box, double epsilon, RoundingScheme scheme);

    /** The smallest architecture that holds a model: its layer sizes and the largest operator norm of
     * a layer for q = 1, 2 or ∞. */
    Architecture architectureOf(Model model);

    /**
     * An equal function with other parameters that needs no more bits when quantized, for example after rescaling
     * neurons; exact, by powers of two. The model itself where nothing is gained.
     */
    Model balanced(Model model);

    /**
     * A bound on the distance between the model in exact arithmetic and its evaluation in float32, in any order of
     * summation, in the supremum norm.
     */
    double evaluationError(Model model, InputBox box);
}
