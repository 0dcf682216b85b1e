package org.epsilonet.quantization;

import java.util.Arrays;
import org.epsilonet.api.family.Approximant;
import org.epsilonet.api.family.Structure;
import org.epsilonet.api.function.Distance;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.Stretches;

/**
 * The parameters of an approximant as integers: \(\theta_i \approx q_i\,\eta\lambda_i\) with the step \(\eta\) and the
 * scales \(\lambda_i\) of the structure. Immutable.
 *
 * <p>The quantized parameter is the double \(\mathrm{fl}(q_i\,\mathrm{fl}(\eta\lambda_i))\): two roundings, the same on
 * every machine.
 */
public final class Quantization {
    /** Every \(|q_i|\) is below this, so that \(q_i\) is an exact double. */
    public static final long INTEGER_LIMIT = 1L << 52;

    private static final double[] ALL_ONE = {};

    private final Structure structure;
    private final LpNorm norm;
    private final double step;
    private final double[] scales;
    private final double[] theta;
    private final long[] integers;

    private Quantization(
            Structure structure, LpNorm norm, double step, double[] scales, double[] theta, long[] integers) {
        this.structure = structure;
        this.norm = norm;
        this.step = step;
        this.scales = scales;
        this.theta = theta;
        this.integers = integers;
    }

    /**
     * Rounds to the nearest multiples (ties to even).
     *
     * @param s the structure
     * @param theta its parameters; copied
     * @param step \(\eta\), a step of the lattice of {@link Steps}
     * @param norm the norm that the scales are meant for
     * @return the quantization
     * @throws IllegalArgumentException if the lengths disagree, the step is not on the lattice, or it is so fine that an
     *     integer reaches 2^52
     */
    public static Quantization of(Structure s, double[] theta, double step, LpNorm norm) {
        return of(s, theta, step, norm, 0.5);
    }

    /**
     * Rounds to the nearest multiples, and to zero whatever is below {@code deadZone} units: zeros are cheap, and many
     * structures drop them altogether.
     *
     * @param s the structure
     * @param theta its parameters; copied
     * @param step \(\eta\), a step of the lattice of {@link Steps}
     * @param norm the norm that the scales are meant for
     * @param deadZone in [1/2, 1]; 1/2 is rounding to nearest
     * @return the quantization
     * @throws IllegalArgumentException as above, or if the dead zone is out of range
     */
    public static Quantization of(Structure s, double[] theta, double step, LpNorm norm, double deadZone) {
        if (theta.length != s.size()) {
            throw new IllegalArgumentException(
                    "the structure has " + s.size() + " parameters, given were " + theta.length);
        }
        double[] copy = theta.clone();
        double[] scales = scalesUnlessOne(s, norm);
        return new Quantization(s, norm, step, scales, copy, rounded(copy, scales, step, deadZone));
    }

    /**
     * The same parameters in other steps.
     *
     * @param newStep \(\eta\), a step of the lattice of {@link Steps}
     * @param deadZone in [1/2, 1]
     * @return the quantization
     * @throws IllegalArgumentException as {@link #of(Structure, double[], double, LpNorm, double)}
     */
    public Quantization withStep(double newStep, double deadZone) {
        return new Quantization(structure, norm, newStep, scales, theta, rounded(theta, scales, newStep, deadZone));
    }

    /**
     * The same parameters as other integers in the same steps, near them or not: {@link #deltas} and {@link #certificate}
     * tell how far they were moved.
     *
     * @param newIntegers one per parameter, of magnitude below 2^52; copied
     * @return the quantization
     * @throws IllegalArgumentException if there are more or fewer, or one is out of range
     */
    public Quantization withIntegers(long[] newIntegers) {
        if (newIntegers.length != integers.length) {
            throw new IllegalArgumentException(
                    "there are " + integers.length + " parameters, given were " + newIntegers.length + " integers");
        }
        for (long q : newIntegers) {
            if (Math.abs(q) >= INTEGER_LIMIT || q == Long.MIN_VALUE) {
                throw new IllegalArgumentException("integers must be of magnitude below 2^52, was " + q);
            }
        }
        return new Quantization(structure, norm, step, scales, theta, newIntegers.clone());
    }

    private static long[] rounded(double[] theta, double[] scales, double step, double deadZone) {
        if (!(deadZone >= 0.5 && deadZone <= 1)) {
            throw new IllegalArgumentException("the dead zone must be in [1/2, 1], was " + deadZone);
        }
        double eta = Steps.of(Steps.code(step));
        long[] integers = new long[theta.length];
        Stretches.forEach(theta.length, (begin, end) -> round(theta, scales, eta, deadZone, integers, begin, end));
        return integers;
    }

    private static void round(
            double[] theta, double[] scales, double eta, double deadZone, long[] integers, int begin, int end) {
        for (int i = begin; i < end; i++) {
            double ratio = theta[i] / unit(eta, scales, i);
            if (!(Math.abs(ratio) < INTEGER_LIMIT - 1)) {
                throw new IllegalArgumentException("parameter " + i + " = " + theta[i]
                        + " is not representable in steps of " + unit(eta, scales, i) + " with integers below 2^52");
            }
            integers[i] = Math.abs(ratio) < deadZone ? 0 : (long) Math.rint(ratio);
        }
    }

    /**
     * The parameters that a decoder gets from integers, \(q_i\,\eta\lambda_i\).
     *
     * @param s the structure
     * @param integers \(q\)
     * @param step \(\eta\)
     * @param norm the norm that the scales are meant for
     * @return \(\theta\), bit-exact; infinite where a product overflows
     */
    public static double[] parameters(Structure s, long[] integers, double step, LpNorm norm) {
        return products(integers, scalesUnlessOne(s, norm), step);
    }

    /** The structure. */
    public Structure structure() {
        return structure;
    }

    /** \(\eta\), a step of the lattice of {@link Steps}. */
    public double step() {
        return step;
    }

    /** The norm that the scales are meant for. */
    public LpNorm norm() {
        return norm;
    }

    /** The integers \(q\); a fresh array. */
    public long[] integers() {
        return integers.clone();
    }

    /** Whether these are the integers. */
    public boolean hasIntegers(long[] others) {
        return Arrays.equals(integers, others);
    }

    /** The quantized parameters; a fresh array, bit-exact. */
    public double[] parameters() {
        return products(integers, scales, step);
    }

    /** By how much each parameter was moved, rounded up; a fresh array. */
    public double[] deltas() {
        double[] deltas = products(integers, scales, step);
        for (int i = 0; i < deltas.length; i++) {
            deltas[i] = deltas[i] == theta[i] ? 0 : Math.nextUp(Math.abs(deltas[i] - theta[i]));
        }
        return deltas;
    }

    /** The function with the quantized parameters. */
    public Approximant realize() {
        return structure.realize(parameters());
    }

    /** The certified distance between the functions before and after quantization, in {@link #norm}. */
    public Distance certificate() {
        return Distance.certified(structure.perturbation(theta, norm).of(deltas()), norm);
    }

    /**
     * The same function without the parameters that became zero, if the structure can do without them; otherwise this.
     * Take {@link #certificate} before: afterwards it knows only of the parameters that are left.
     */
    public Quantization withoutZeros() {
        boolean[] zero = new boolean[integers.length];
        int kept = 0;
        for (int i = 0; i < zero.length; i++) {
            zero[i] = integers[i] == 0;
            kept += zero[i] ? 0 : 1;
        }
        Structure reduced = kept == zero.length ? structure : structure.without(zero);
        if (reduced == structure || reduced.size() != kept) {
            return this;
        }
        double[] reducedScales = scalesUnlessOne(reduced, norm);
        double[] reducedTheta = new double[kept];
        long[] reducedIntegers = new long[kept];
        int k = 0;
        for (int i = 0; i < zero.length; i++) {
            if (!zero[i]) {
                if (unit(1, reducedScales, k) != unit(1, scales, i)) {
                    return this; // The scale depends on who else is there: the function would change.
                }
                reducedTheta[k] = theta[i];
                reducedIntegers[k++] = integers[i];
            }
        }
        return new Quantization(reduced, norm, step, reducedScales, reducedTheta, reducedIntegers);
    }

    /** \(\lambda_i\) for all parameters. */
    static double[] scales(Structure s, LpNorm norm) {
        double[] scales = new double[s.size()];
        for (int i = 0; i < scales.length; i++) {
            scales[i] = scale(s, i, norm);
        }
        return scales;
    }

    private static double scale(Structure s, int i, LpNorm norm) {
        double scale = s.scale(i, norm);
        if (!(scale > 0) || scale == Double.POSITIVE_INFINITY) {
            throw new IllegalStateException("the scale of parameter " + i + " of "
                    + s.getClass().getName() + " must be positive and finite, was " + scale);
        }
        return scale;
    }

    /** The scales, or no array if all are 1: of very many parameters it would be one of the largest things in memory. */
    private static double[] scalesUnlessOne(Structure s, LpNorm norm) {
        int i = 0;
        while (i < s.size() && scale(s, i, norm) == 1) {
            i++;
        }
        return i == s.size() ? ALL_ONE : scales(s, norm);
    }

    private static double unit(double step, double[] scales, int i) {
        return scales == ALL_ONE ? step : step * scales[i];
    }

    /**
     * The most that rounding to multiples of a unit moves a parameter: half a unit, or all of it, plus the roundings of
     * ratio and product.
     */
    static double largestDelta(double parameter, double unit) {
        double half = 0.5 * unit;
        double magnitude = Math.abs(parameter);
        return magnitude < half ? magnitude : Math.nextUp(half + magnitude * 0x1p-51);
    }

    private static double[] products(long[] integers, double[] scales, double step) {
        double[] products = new double[integers.length];
        Stretches.forEach(products.length, (begin, end) -> {
            for (int i = begin; i < end; i++) {
                // Zero times a unit that overflowed would be NaN.
                products[i] = integers[i] == 0 ? 0 : integers[i] * unit(step, scales, i);
            }
        });
        return products;
    }
}
