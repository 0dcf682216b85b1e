package org.epsilonet.families.relu.bounds;

import org.epsilonet.api.family.PerturbationBound;
import org.epsilonet.api.model.Architecture;
import org.epsilonet.api.model.RoundingScheme;

/**
 * Naive uniform quantization of all networks of an architecture: how much rounding to multiples of \(\eta\) costs, and how
 * many bits a weight needs.
 *
 * <p><b>Sufficient.</b> Rounding towards zero keeps \(\Theta_q(r)\) for \(q = 1, \infty\), so the error is at most
 * \(K_q(r)\eta\). Otherwise norms may grow by \(\bar\alpha\delta\), \(\delta\) being the reach of the scheme: the error is
 * at most \(K_q(r + \bar\alpha\delta)\,\delta\). Levels \(\{-k,\dots,k\}\eta\), \(k \le r/\eta\), take \(\log_2(2k+1)\)
 * bits.
 *
 * <p><b>Necessary.</b> The network of equal weights without biases has the value \(r^LD_q\) at \(D\cdot1\). If its weights
 * fall short of \(r/\alpha\) by \(\delta\), the value falls to \((r-\alpha\delta)^LD_q\). Some such weights are the last
 * that are rounded to a level, so about \(\delta \le (r/\alpha)(1-(1-\varepsilon/(r^LD_q))^{1/L})\) is needed: for \(r >
 * 1\) bits grow linearly in the depth, by \(\log_2 r\) a layer. With weights \(r/\alpha\) alone this is no lower bound, as a
 * level may sit there: layers 1-1, \(r=1\), \(D=1000\), \(\varepsilon=550\) gets by with the levels -1, 0, 1, that is
 * 1.585 bits, where that formula asks for 1.862. Hence \(s/(1-s)\) for \(s\) in {@link #necessaryBits}.
 *
 * @see <a href="https://arxiv.org/abs/2205.11874">Gonon et al., the accuracy of naive uniform quantization</a>
 * @see "docs/theory.md, B10, B9"
 */
public final class UniformQuantization {
    private final Architecture architecture;
    private final double largestInput;
    private final Exponent exponent;
    private final ArchitectureLipschitz constants;

    /**
     * @param architecture layer sizes and radius \(r\)
     * @param largestInput \(D\)
     * @param exponent \(q\)
     */
    public UniformQuantization(Architecture architecture, double largestInput, Exponent exponent) {
        this.architecture = architecture;
        this.largestInput = largestInput;
        this.exponent = exponent;
        this.constants = new ArchitectureLipschitz(architecture, largestInput, exponent);
    }

    /**
     * The most that rounding costs, over all networks of the architecture.
     *
     * @param step \(\eta > 0\)
     * @param scheme how weights are rounded
     * @return a bound on \(\sup_x\|R_\theta(x)-R_{\theta'}(x)\|_q\), rounded up
     */
    public double error(double step, RoundingScheme scheme) {
        double delta = scheme.reach() * step;
        boolean stays = scheme == RoundingScheme.TOWARDS_ZERO && exponent != Exponent.TWO;
        double radius =
                stays ? architecture.radius() : Math.nextUp(architecture.radius() + constants.normGrowth() * delta);
        return PerturbationBound.outward(constants.upper(radius) * delta, 4);
    }

    /**
     * The largest step for an error, by bisection.
     *
     * @param epsilon \(\varepsilon > 0\)
     * @param scheme how weights are rounded
     * @return \(\eta\), rounded down: {@link #error} of it is at most \(\varepsilon\); 0 if no double is small enough
     */
    public double step(double epsilon, RoundingScheme scheme) {
        double high = epsilon / (scheme.reach() * constants.lower());
        double low = 0;
        if (error(high, scheme) <= epsilon) {
            return high;
        }
        for (int i = 0; i < 2100 && Math.nextUp(low) < high; i++) {
            // Geometric once the magnitude is known.
            double middle = low == 0 ? high * 0.5 : 0.5 * (low + high);
            if (error(middle, scheme) <= epsilon) {
                low = middle;
            } else {
                high = middle;
            }
            if (low > 0 && high / low < 1 + 0x1p-48) {
                break;
            }
        }
        return low;
    }

    /**
     * Bits per weight that suffice: \(\log_2(2k+1)\) with \(k = \lfloor r/\eta\rfloor\) (one more level for schemes that may
     * leave \([-r, r]\)); a code of fixed length takes the next integer.
     *
     * @param epsilon \(\varepsilon > 0\)
     * @param scheme how weights are rounded
     * @return bits, {@code >= 0}; +∞ if no step is small enough
     */
    public double sufficientBits(double epsilon, RoundingScheme scheme) {
        double step = step(epsilon, scheme);
        if (step == 0) {
            return Double.POSITIVE_INFINITY;
        }
        double ratio = Math.nextUp(architecture.radius() / step);
        if (ratio >= 0x1p51) {
            return (1 + log2(architecture.radius()) - log2(step)) * (1 + 0x1p-40);
        }
        double levels = switch (scheme) {
            case TOWARDS_ZERO -> Math.floor(ratio);
            case NEAREST -> Math.rint(ratio);
            case FLOOR -> Math.ceil(ratio);
        };
        return log2(2 * levels + 1) * (1 + 0x1p-50);
    }

    /**
     * Bits per weight below which some network misses the error, for \(q = \infty\), rounded down.
     *
     * <p>Let \(\alpha\) be the smallest layer size, and use \(\alpha\) neurons of each layer with equal weights \(w \le
     * r/\alpha\), the others zero: the value at the corner is \((\alpha w)^LD\). The largest level \(k\eta \le r/\alpha\) is
     * within \(\eta\) of \(r/\alpha\). Either \(w = r/\alpha\), or a weight just below \(k\eta\), falls by enough unless
     * \(1-(1-\alpha\eta/r)^L \le s/(1-s)\), \(s = \varepsilon/(r^LD)\); and the levels reach \(r\).
     *
     * @param epsilon \(\varepsilon > 0\)
     * @param scheme how weights are rounded
     * @return bits, {@code >= 0}; 0 for other \(q\), where it is not worked out
     */
    public double necessaryBits(double epsilon, RoundingScheme scheme) {
        if (exponent != Exponent.INFINITY) {
            return 0;
        }
        double depth = architecture.depth();
        double alpha = Double.POSITIVE_INFINITY;
        for (int l = 1; l <= architecture.depth(); l++) {
            alpha = Math.min(alpha, architecture.size(l - 1));
        }
        double logOfShare = Math.log(epsilon) - depth * Math.log(architecture.radius()) - Math.log(largestInput);
        double share = Math.exp(logOfShare);
        double bits;
        if (share >= 0.5) {
            bits = 0;
        } else if (share < 0x1p-900) {
            // Every formula below is linear in the share here.
            bits = log2(alpha * depth) - logOfShare / Math.log(2) + (scheme == RoundingScheme.NEAREST ? 0 : 1);
        } else if (scheme == RoundingScheme.NEAREST) {
            bits = log2(alpha / Math.expm1(Math.log1p(share / (1 - 2 * share)) / depth));
        } else {
            double fall = -Math.expm1(Math.log1p(-share / (1 - share)) / depth);
            bits = log2(2 * alpha * Math.ceil((1 - 1e-12) / fall) + 1);
        }
        return Math.max(0, bits * (1 - 0x1p-40));
    }

    private static double log2(double x) {
        return Math.log(x) / Math.log(2);
    }
}
