package org.epsilonet.families.relu.bounds;

import java.util.function.DoubleUnaryOperator;
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
 * 1\) bits grow linearly in the depth, by \(\log_2 r\) a layer.
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
        double ratio = architecture.radius() / step;
        if (ratio >= 0x1p51) {
            return 1 + log2(architecture.radius()) - log2(step);
        }
        double levels = switch (scheme) {
            case TOWARDS_ZERO -> Math.floor(ratio);
            case NEAREST -> Math.rint(ratio);
            case FLOOR -> Math.ceil(ratio);
        };
        return log2(2 * levels + 1);
    }

    /**
     * Bits per weight below which some network misses the error: \(\log_2(2r/\eta)\) for the largest step that the
     * networks of equal weights allow.
     *
     * @param epsilon \(\varepsilon > 0\)
     * @param scheme how weights are rounded
     * @return bits, {@code >= 0}
     */
    public double necessaryBits(double epsilon, RoundingScheme scheme) {
        double depth = architecture.depth();
        double logOfPower = depth * Math.log(architecture.radius()) + Math.log(constants.inputNorm());
        double share = epsilon / Math.exp(logOfPower);
        if (share >= 0.25) {
            return 0;
        }
        // Beyond a double, fall and y are proportional: search where they are not, and scale.
        double factor = share < 0x1p-900 ? 0x1p-900 / share : 1;
        double y = largestRelativeStep(Math.max(share, 0x1p-900), scheme.reach()) * (1 - 0x1p-40);
        // Layers differ in alpha; with the smallest, no layer falls by less.
        double smallest = Double.POSITIVE_INFINITY;
        for (int l = 1; l <= architecture.depth(); l++) {
            smallest = Math.min(smallest, constants.alpha(l));
        }
        // log2(2 r / eta) with eta = y r / alpha.
        double bits = 1 + log2(smallest) - log2(y) + (factor == 1 ? 0 : Math.log(factor) / Math.log(2));
        return Math.max(0, bits);
    }

    /**
     * The smallest \(y = \alpha\eta/r\) from which on the error exceeds a share of \(r^LD_q\): by \((1-y)^L-(1-y-\rho
     * y)^L\), where \(\rho\) is the reach, since some weight within \(\eta\) of the largest is the last of its cell; and
     * by half of \(\rho(1-(1-y)^L)\), which grows with \(y\), since \(\eta\) of weights falls into two cells at most.
     */
    private double largestRelativeStep(double share, double reach) {
        double certain = root(share, y -> 0.5 * reach * -Math.expm1(architecture.depth() * Math.log1p(-y)));
        if (certain < 1 / (1 + reach) && fall(certain, reach) >= share) {
            // One hump: at least the share at its right end, hence from its first root on.
            return root(share, y -> y >= certain ? Double.POSITIVE_INFINITY : fall(y, reach));
        }
        return certain;
    }

    private double fall(double y, double reach) {
        double before = architecture.depth() * Math.log1p(-y);
        double after = architecture.depth() * Math.log1p(-y - reach * y);
        return Math.exp(before) * -Math.expm1(after - before);
    }

    /** Where a function that is 0 at 0 and crosses a value once on (0, 1) crosses it, by bisection of the logarithm. */
    private static double root(double value, DoubleUnaryOperator function) {
        double low = -1100;
        double high = 0;
        for (int i = 0; i < 100; i++) {
            double middle = 0.5 * (low + high);
            double y = Math.exp(middle * Math.log(2));
            if (y < 1 && function.applyAsDouble(y) < value) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return Math.exp(high * Math.log(2));
    }

    private static double log2(double x) {
        return Math.log(x) / Math.log(2);
    }
}
