package org.epsilonet.quantization;

import java.util.Arrays;
import org.epsilonet.api.family.PerturbationBound;
import org.epsilonet.api.family.Structure;
import org.epsilonet.api.function.LpNorm;

/**
 * The lattice of quantizer steps \(\eta = (1 + m/32)\,2^e\), \(0 \le m < 32\), \(-1022 \le e \le 1023\): an exact double
 * for each code of 16 bits, neighbours less than 3.2 % apart.
 */
public final class Steps {
    /** The number of steps; their codes are 0 to this less one, in increasing order of the steps. */
    public static final int COUNT = 2046 * 32;

    private static final int MANTISSA_BITS = 5;

    /** How many codes further a step is twice as large. */
    public static final int CODES_PER_OCTAVE = 1 << MANTISSA_BITS;

    private static final int SHIFT = 52 - MANTISSA_BITS;
    /** The code is the head of the double itself; the codes of subnormal numbers are left out. */
    private static final int FIRST_NORMAL = 1 << MANTISSA_BITS;

    private Steps() {}

    /**
     * The step with a code.
     *
     * @param code 0..{@link #COUNT}-1
     * @return the step, a normal double
     * @throws IllegalArgumentException if there is no such code
     */
    public static double of(int code) {
        if (code < 0 || code >= COUNT) {
            throw new IllegalArgumentException("a step has a code in 0.." + (COUNT - 1) + ", was " + code);
        }
        return Double.longBitsToDouble((long) (code + FIRST_NORMAL) << SHIFT);
    }

    /**
     * The code of a step of the lattice.
     *
     * @throws IllegalArgumentException if it is not on the lattice
     */
    public static int code(double step) {
        int code = codeAtMost(step);
        if (code < 0 || of(code) != step) {
            throw new IllegalArgumentException("the step " + step + " is not of the form (1 + m/32) 2^e");
        }
        return code;
    }

    /**
     * The code of the largest step that is at most {@code x}.
     *
     * @param x a number, possibly infinite
     * @return the code; -1 if all steps are larger
     */
    public static int codeAtMost(double x) {
        if (!(x >= Double.MIN_NORMAL)) {
            return -1;
        }
        return (int) (Double.doubleToLongBits(Math.min(x, Double.MAX_VALUE)) >>> SHIFT) - FIRST_NORMAL;
    }

    /**
     * The largest step whose rounding to nearest is certified to cost at most {@code error}. The certificate uses
     * \(\delta_i = \min(\eta\lambda_i/2, |\theta_i|)\), since a parameter below half its step becomes zero; it grows with
     * the step, so bisection finds the answer in 16 evaluations of the bound.
     *
     * @param s the structure
     * @param theta its parameters
     * @param norm the norm
     * @param error the allowed distance, {@code >= 0}
     * @return a step of the lattice; 0 if none is certified
     */
    public static double largest(Structure s, double[] theta, LpNorm norm, double error) {
        double[] scales = Quantization.scales(s, norm);
        PerturbationBound bound = s.perturbation(theta, norm);
        double[] deltas = new double[theta.length];
        int reached = -1;
        int missed = COUNT;
        while (missed - reached > 1) {
            int middle = (reached + missed) >>> 1;
            double step = of(middle);
            Arrays.setAll(deltas, i -> Quantization.largestDelta(theta[i], step * scales[i]));
            if (bound.of(deltas) <= error) {
                reached = middle;
            } else {
                missed = middle;
            }
        }
        return reached < 0 ? 0 : of(reached);
    }
}
