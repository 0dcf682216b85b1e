package org.epsilonet.families.relu.bounds;

import org.epsilonet.api.family.PerturbationBound;
import org.epsilonet.api.model.Architecture;
import org.epsilonet.api.model.InputBox;

/**
 * Covering numbers of the functions \(R(\Theta_q(r))\) on a box, in the norm \(\sup_x\|\cdot\|_q\).
 *
 * <p><b>Upper:</b> cells of side \(\varepsilon/K_q\) in parameter space, one network kept from each: \(\log_2 N \le
 * P\log_2\lceil 2rK_q/\varepsilon\rceil\); with at most \(M\) nonzero parameters among \(P\), add \(\log_2\binom PM\), put
 * \(M\) for \(P\) and count the level 0. <b>Lower:</b> sets of functions that lie inside, each with its own packing. For
 * \(q = \infty\) the rows of the last layer are scaled one by one: \(N_L\log_2\lceil B_L/\varepsilon\rceil\) is at least
 * what scaling all of them at once or moving the output bias gives, as \(B_L \ge r^LD\) and \(B_L \ge r\).
 *
 * @see <a href="https://arxiv.org/abs/2205.11874">Gonon et al., covering numbers of ReLU networks</a>
 * @see "docs/theory.md, B8"
 */
public final class CoveringBounds {
    private final Architecture architecture;
    private final InputBox box;
    private final Exponent exponent;

    /**
     * @param architecture layer sizes and radius \(r\)
     * @param box the inputs; \(D\) is its radius
     * @param exponent \(q\)
     */
    public CoveringBounds(Architecture architecture, InputBox box, Exponent exponent) {
        this.architecture = architecture;
        this.box = box;
        this.exponent = exponent;
    }

    /**
     * Upper bound for all networks, dense.
     *
     * @param epsilon \(\varepsilon > 0\)
     * @return log2 of the covering number at most, rounded up
     */
    public double upper(double epsilon) {
        return PerturbationBound.outward(architecture.parameters() * bitsOfCells(epsilon, 0), 8);
    }

    /**
     * Upper bound for the networks with at most \(M\) nonzero parameters.
     *
     * @param epsilon \(\varepsilon > 0\)
     * @param nonzeros \(M\), 0 to the number of parameters
     * @return log2 of the covering number at most, rounded up
     * @throws IllegalArgumentException if \(M\) is out of range
     */
    public double upperSparse(double epsilon, long nonzeros) {
        double parameters = architecture.parameters();
        if (nonzeros < 0 || nonzeros > parameters) {
            throw new IllegalArgumentException(
                    "nonzero parameters must be in 0.." + (long) parameters + ", were " + nonzeros);
        }
        double supports = 0;
        for (long i = 1; i <= nonzeros; i++) {
            supports += log2((parameters - nonzeros + i) / i);
        }
        return PerturbationBound.outward(Math.max(0, supports) + nonzeros * bitsOfCells(epsilon, 1), (int)
                Math.min(Integer.MAX_VALUE - 16, 3 * nonzeros + 8));
    }

    /** \(\log_2(\lceil 2rK/\varepsilon\rceil + more)\); a sum of logarithms where the quotient is beyond integers. */
    private double bitsOfCells(double epsilon, int more) {
        double constant = new ArchitectureLipschitz(architecture, box.radius(), exponent).upper();
        double cells = Math.nextUp(Math.nextUp(2 * architecture.radius() * constant / epsilon));
        if (cells <= 1) {
            return log2(1 + more);
        }
        double bits = cells < 0x1p52
                ? log2(Math.ceil(cells) + more)
                : log2(2 * architecture.radius()) + log2(constant) - log2(epsilon) + 0x1p-40;
        return PerturbationBound.outward(bits, 16);
    }

    /**
     * Lower bound: the largest of those from the outputs, the scalings of one network, and bumps.
     *
     * @param epsilon \(\varepsilon > 0\)
     * @return log2 of the covering number at least, rounded down
     */
    public double lower(double epsilon) {
        double largest = Math.max(outputs(epsilon), Math.max(scalings(epsilon), bumps(epsilon)));
        return Math.max(0, largest * (1 - 0x1p-40));
    }

    /**
     * For \(q = \infty\), the network of equal positive weights and biases with every row of its last layer multiplied by a
     * number of \([-1,1]\) of its own: at the corner its values fill a cube of side \(2B_L\), \(B_L = r^LD + r^L + \dots +
     * r\), which takes \(\lceil B_L/\varepsilon\rceil^{N_L}\) cubes of side \(2\varepsilon\). For \(q < \infty\) one coordinate
     * of the output bias, which has norm \(r\) alone.
     */
    double outputs(double epsilon) {
        if (exponent != Exponent.INFINITY) {
            return log2OfQuotient(architecture.radius(), epsilon);
        }
        double largest = box.radius();
        for (int l = 1; l <= architecture.depth(); l++) {
            largest = architecture.radius() * largest + architecture.radius();
        }
        return largest == Double.POSITIVE_INFINITY
                ? 0
                : architecture.size(architecture.depth()) * log2OfQuotient(largest, epsilon);
    }

    /**
     * The networks \(t R_\theta\), \(0 \le t \le 1\), where \(\theta\) has equal positive weights and no biases: at the
     * corner \(\pm D\cdot 1\) their values fill the segment from 0 to a vector of \(q\)-norm \(r^L D_q\).
     */
    double scalings(double epsilon) {
        ArchitectureLipschitz constants = new ArchitectureLipschitz(architecture, box.radius(), exponent);
        double length =
                ArchitectureLipschitz.power(architecture.radius(), architecture.depth()) * constants.inputNorm();
        return length < Double.POSITIVE_INFINITY ? log2OfQuotient(0.5 * length, epsilon) : 0;
    }

    /**
     * Sums \(\sum_k\omega_kh\varphi_k\), \(\omega\in\{0,1\}^m\), of \(m\) disjoint hats of height \(h\) in the first input,
     * which any two differ by \(h\) somewhere: \(m\) bits as long as they are more than \(2\varepsilon\) apart.
     *
     * <p>The first layer has \(2m+1\) neurons \(\sigma(w(x_1-t_i))\) at equally spaced knots of the box \([a, b]\); the second has
     * one row of coefficients; the others pass the nonnegative value on with the weight \(r\). For \(q = \infty\): rows
     * have one weight \(w = \min(r, r/D)\), and a row of coefficients \(\pm s/w, \pm 2s/w\) of total at most \(4ms/w \le
     * r\) has slopes \(s = rw/(4m)\), so \(h = s(b-a)/(2m) = rw(b-a)/(8m^2)\), times \(r^{L-2}\). For \(q = 1, 2\) the column of the
     * \(2m+1\) weights (and of the biases, at most \(Dw\) each) may have a sum or a Euclidean norm of \(r\), so \(w\) is
     * divided by \(2m+1\); the coefficients, at most \(4s/w \le r\) each for \(q = 1\) and in Euclidean norm at most their
     * sum, keep \(s = rw/(4m)\).
     */
    double bumps(double epsilon) {
        if (architecture.depth() < 2) {
            return 0;
        }
        int most = (architecture.size(1) - 1) / 2;
        int bits = 0;
        for (int m = 1; m <= most; m++) {
            if (bumpHeight(m) > 2 * epsilon * (1 + 0x1p-40)) {
                bits = m;
            }
        }
        return bits;
    }

    private double bumpHeight(int m) {
        double r = architecture.radius();
        double weight = Math.min(r, r / box.radius());
        if (exponent != Exponent.INFINITY) {
            weight /= 2 * m + 1;
        }
        double height = r * weight * (box.high() - box.low()) / (8.0 * m * m);
        double passed = height * ArchitectureLipschitz.power(r, architecture.depth() - 2);
        // What cannot be computed is no lower bound.
        return passed < Double.POSITIVE_INFINITY ? passed : 0;
    }

    /** \(\log_2\lceil a/b\rceil\), not too large; a difference of logarithms where the quotient overflows. */
    private static double log2OfQuotient(double a, double b) {
        double quotient = a / b;
        return quotient < Double.POSITIVE_INFINITY ? log2(ceiling(quotient)) : log2(a) - log2(b) - 0x1p-40;
    }

    /** A ceiling that is never too large, whatever the roundings before it. */
    private static double ceiling(double x) {
        return x <= 1 ? 1 : Math.ceil(x * (1 - 0x1p-40));
    }

    private static double log2(double x) {
        return Math.log(x) / Math.log(2);
    }
}
