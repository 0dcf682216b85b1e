package org.epsilonet.families.relu.bounds;

import java.util.Arrays;
import java.util.List;
import org.epsilonet.api.family.PerturbationBound;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.model.Architecture;
import org.epsilonet.api.model.InputBox;
import org.epsilonet.families.relu.AffineMap;
import org.epsilonet.families.relu.ReluNetwork;

/**
 * The exact Lipschitz constant of \(\theta \mapsto R_\theta\) over all networks of an architecture.
 *
 * <p>With \(\alpha_\ell = N_\ell^{1/q}N_{\ell-1}^{1-1/q}\), \(\beta_\ell = N_\ell^{1/q}\), \(B_0 = D\,d^{1/q}\) and
 * \(B_\ell = rB_{\ell-1} + r\), the supremum of \(\sup_{x\in[-D,D]^d}\|R_\theta(x) - R_{\theta'}(x)\|_q /
 * \|\theta-\theta'\|_\infty\) over \(\Theta_q(r)\) is
 * \[ K_q = \sum_{\ell=1}^{L} r^{L-\ell}(\alpha_\ell B_{\ell-1} + \beta_\ell). \]
 * At most that: change one layer at a time; the layers above are \(r^{L-\ell}\)-Lipschitz. At least that: the {@linkplain
 * #worstPair networks of equal positive weights}. It sharpens \(O(W L^2 r^{L-1})\) of the source.
 *
 * @see <a href="https://arxiv.org/abs/2205.11874">Gonon et al., Lipschitz bounds on the parametrization of ReLU
 *     networks</a>
 * @see "docs/theory.md, B1, B2"
 */
public final class ArchitectureLipschitz {
    private final Architecture architecture;
    private final double largestInput;
    private final Exponent exponent;

    /**
     * @param architecture layer sizes and radius \(r\)
     * @param largestInput \(D > 0\): inputs are in \([-D, D]^d\)
     * @param exponent \(q\)
     * @throws IllegalArgumentException if \(D\) is not positive and finite
     */
    public ArchitectureLipschitz(Architecture architecture, double largestInput, Exponent exponent) {
        if (!(largestInput > 0) || largestInput == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("inputs need a positive finite bound, was " + largestInput);
        }
        this.architecture = architecture;
        this.largestInput = largestInput;
        this.exponent = exponent;
    }

    /** \(K_q\), rounded up. */
    public double upper() {
        return PerturbationBound.outward(value(architecture.radius(), true), roundings());
    }

    /** \(K_q\), rounded down. */
    public double lower() {
        return roundedDown(value(architecture.radius(), true));
    }

    /**
     * A lower bound on the constant from \(\ell^\infty\) to \(L^p\) of a box inside \([-D,D]^d\), rounded down; \(K_q\)
     * is an upper bound for every \(p\), since the measure is normalized.
     *
     * <p>The {@linkplain #worstPair worst pair} depends on the mean \(t\) of the coordinates alone, and for \(t \ge 0\) its
     * rate is \(G(t) = \sum_\ell r^{L-\ell}(\alpha_\ell B_{\ell-1}(t)+\beta_\ell)\) with \(B_0(t) = d^{1/q}t\), affine
     * and increasing. Jensen's inequality gives \(G(m)\) on boxes of nonnegative inputs, \(m\) being their centre. On
     * other boxes \(t \ge m\) with probability \(\frac12\) at least, hence \(2^{-1/p}G(|m|)\), with the signs of the
     * first weights turned if \(m < 0\). In the supremum norm the corner gives \(K_q\).
     *
     * @param box the inputs, with \(D\) as its {@linkplain InputBox#radius radius}
     * @param norm the norm over the inputs
     */
    public double lower(InputBox box, LpNorm norm) {
        if (norm.isSup()) {
            return lower();
        }
        double centre = Math.abs(0.5 * box.low() + 0.5 * box.high());
        double value = value(architecture.radius(), true, centre * exponent.root(architecture.size(0)));
        boolean oneSign = box.low() >= 0 || box.high() <= 0;
        return roundedDown(oneSign ? value : value * Math.pow(0.5, 1 / norm.p()));
    }

    private double roundedDown(double value) {
        // What cannot be computed is no lower bound.
        return value == Double.POSITIVE_INFINITY
                ? 0
                : Math.max(0, value * (1 - (roundings() + 2) * 0x1p-52) - Double.MIN_NORMAL);
    }

    /** The constant of networks without biases, \(r^{L-1}D_q\sum_\ell\alpha_\ell\), rounded up; exact too. */
    public double withoutBiases() {
        return PerturbationBound.outward(value(architecture.radius(), false), roundings());
    }

    /** \(K_q(\rho)\) for another radius \(\rho\), rounded up: what parameters that leave \(\Theta_q(r)\) need. */
    public double upper(double radius) {
        return PerturbationBound.outward(value(radius, true), roundings());
    }

    /** \(\bar\alpha = \max_\ell\max(\alpha_\ell, \beta_\ell)\): operator norms grow by that many deltas at most. */
    public double normGrowth() {
        double largest = 0;
        for (int l = 1; l <= architecture.depth(); l++) {
            largest = Math.max(largest, Math.max(alpha(l), beta(l)));
        }
        return Math.nextUp(Math.nextUp(largest));
    }

    /**
     * The corollary \(W r^{L-1}(L D_q + L(L+1)/2)\), rounded up.
     *
     * @return +∞ for \(r < 1\), where it does not hold
     */
    public double corollary() {
        double depth = architecture.depth();
        return published(architecture.width() * (depth * inputNorm() + depth * (depth + 1) / 2));
    }

    /**
     * The published form \((D_q+1)\,W L^2 r^{L-1}\), rounded up.
     *
     * @return +∞ for \(r < 1\), where it does not hold
     */
    public double publishedUpper() {
        double depth = architecture.depth();
        return published((inputNorm() + 1) * architecture.width() * depth * depth);
    }

    private double published(double factor) {
        return architecture.radius() < 1
                ? Double.POSITIVE_INFINITY
                : PerturbationBound.outward(
                        factor * power(architecture.radius(), architecture.depth() - 1), roundings());
    }

    /**
     * The published lower form \(L r^{L-1} \min(1, D)\), rounded down: \(\alpha_\ell \ge 1\) and \(B_{\ell-1} \ge
     * r^{\ell-1}D\), \(\beta_\ell \ge 1\), so that \(K_q \ge D L r^{L-1}\).
     */
    public double publishedLower() {
        return roundedDown(architecture.depth()
                * power(architecture.radius(), architecture.depth() - 1)
                * Math.min(1, largestInput));
    }

    /**
     * Two networks that reach \(K_q\) to first order in \(\delta\), at the input \(D\cdot 1\): all weights of a layer
     * \(r/\alpha_\ell\), all biases \(r/\beta_\ell\), and the same less \(\delta\).
     *
     * @param delta \(\delta > 0\)
     * @return the two networks
     */
    public List<ReluNetwork> worstPair(double delta) {
        return List.of(equalWeights(0), equalWeights(delta));
    }

    private ReluNetwork equalWeights(double less) {
        AffineMap[] maps = new AffineMap[architecture.depth()];
        for (int l = 1; l <= maps.length; l++) {
            double[] weights = new double[architecture.size(l) * architecture.size(l - 1)];
            double[] biases = new double[architecture.size(l)];
            Arrays.fill(weights, architecture.radius() / alpha(l) - less);
            Arrays.fill(biases, architecture.radius() / beta(l) - less);
            maps[l - 1] = AffineMap.of(weights, architecture.size(l - 1), biases);
        }
        return ReluNetwork.of(maps);
    }

    /** \(\alpha_\ell\), the norm of the matrix of ones, within two ulps. */
    double alpha(int layer) {
        return exponent.root(architecture.size(layer)) * exponent.coRoot(architecture.size(layer - 1));
    }

    /** \(\beta_\ell\), the norm of the vector of ones, within an ulp. */
    double beta(int layer) {
        return exponent.root(architecture.size(layer));
    }

    /** \(D_q = D\,d^{1/q}\), within two ulps. */
    double inputNorm() {
        return largestInput * exponent.root(architecture.size(0));
    }

    /** Horner's scheme: all terms are positive, so that every operation loses an ulp at most. */
    private double value(double radius, boolean biases) {
        return value(radius, biases, inputNorm());
    }

    private double value(double radius, boolean biases, double inputSize) {
        double sum = 0;
        double size = inputSize;
        for (int l = 1; l <= architecture.depth(); l++) {
            sum = radius * sum + alpha(l) * size + (biases ? beta(l) : 0);
            size = radius * size + (biases ? radius : 0);
        }
        return Double.isNaN(sum) ? Double.POSITIVE_INFINITY : sum;
    }

    static double power(double base, int exponent) {
        double product = 1;
        for (int i = 0; i < exponent; i++) {
            product *= base;
        }
        return product;
    }

    private int roundings() {
        return 10 * (architecture.depth() + 1);
    }
}
