package org.epsilonet.comparator.internal;

import org.epsilonet.api.family.Approximation;
import org.epsilonet.api.family.ApproximationFamily;
import org.epsilonet.api.family.Distances;
import org.epsilonet.api.family.Parametrization;
import org.epsilonet.api.family.ParametrizedFamily;
import org.epsilonet.api.family.Structure;
import org.epsilonet.api.function.Distance;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.Target;
import org.epsilonet.codec.CodeLength;
import org.epsilonet.comparator.QuantizationRule;
import org.epsilonet.comparator.QuantizationRule.Fixed;
import org.epsilonet.comparator.QuantizationRule.Theorem;
import org.epsilonet.quantization.EncodingTheorem;
import org.epsilonet.quantization.Quantization;
import org.epsilonet.quantization.Steps;

/**
 * One family on one function with one budget, before and after quantization.
 *
 * <p>By the certified rule the quantizer's step is the largest that is certified to move the approximant by at most half of its error
 * \(\epsilon_M\): the quantized error is then at most \(\frac32\epsilon_M\), so that quantization keeps every speed, and
 * for a Lipschitz constant polynomial in \(M\) it takes \(O(\log M)\) bits a parameter.
 *
 * @param reached whether the family says that it found a near-best element
 * @param error the error before quantization
 * @param quantizedError the error after; NaN where there is no code
 * @param bits length of the code; -1 where there is none
 * @param bitsPerParameter bits of the parameters by their number; NaN where there is none
 */
record Measurement(boolean reached, Distance error, double quantizedError, long bits, double bitsPerParameter) {
    private static final double SHARE = 0.5;

    /** Errors below this multiple of the function are rounding: no finer step is asked for. */
    static final double ROUNDING = 1e-13;

    /** The exponent of the range that a fixed number of bits refers to, of a double. */
    private static final int RANGE_BITS = 11;

    /** No code of interest is longer. */
    private static final double LONGEST = 0x1p60;

    /**
     * Measures.
     *
     * @param family the family
     * @param target the function
     * @param magnitude its largest absolute value, about
     * @param approximation what the family made of it
     * @param norm the norm
     * @param budget the budget
     * @param rule how parameters become bits
     */
    static Measurement of(
            ApproximationFamily family,
            Target target,
            double magnitude,
            Approximation approximation,
            LpNorm norm,
            int budget,
            QuantizationRule rule) {
        boolean reached = approximation.outcome() == Approximation.Outcome.REACHED;
        Distance error = approximation.distance();
        Measurement uncoded = new Measurement(reached, error, Double.NaN, -1, Double.NaN);
        if (!(family instanceof ParametrizedFamily parametrized)) {
            return uncoded;
        }
        if (rule instanceof Fixed fixed) {
            return uncoded.fixed(target, approximation, norm, fixed.bits());
        }
        if (rule instanceof Theorem theorem) {
            double radius = theorem.gamma().isPresent()
                    ? Math.pow(budget, -theorem.gamma().getAsDouble())
                    : Math.max(error.value(), ROUNDING * magnitude);
            return uncoded.theorem(
                    target, approximation, norm, parametrized.parametrization(target.domain(), budget), radius);
        }
        Structure structure = approximation.approximant().structure();
        double[] theta = approximation.approximant().parameters();
        double allowed = Math.max(SHARE * error.value(), ROUNDING * magnitude);
        double step = Steps.largest(structure, theta, norm, allowed);
        if (!isRepresentable(structure, theta, step, norm)) {
            return uncoded;
        }
        Quantization quantized = Quantization.of(structure, theta, step, norm).withoutZeros();
        CodeLength length = CodeLength.of(quantized);
        int size = quantized.structure().size();
        return new Measurement(
                reached,
                error,
                Distances.between(target, quantized.realize(), norm).value(),
                length.total(),
                size == 0 ? Double.NaN : (double) length.parameterBits() / size);
    }

    /** With as many bits a parameter; the structure's code is as long as the encoder writes it. */
    private Measurement fixed(Target target, Approximation approximation, LpNorm norm, int bits) {
        Structure structure = approximation.approximant().structure();
        double[] theta = approximation.approximant().parameters();
        double largest = theta.length == 0 ? 0 : LpNorm.SUP.of(theta);
        // Math.getExponent rounds down; a power of two needs no more than itself.
        double power = Math.scalb(1.0, Math.getExponent(largest));
        double range = largest == 0 || power == largest ? largest : 2 * power;
        double[] rounded = UniformCells.rounded(theta, range, Math.scalb(1.0, bits));
        long structureBits = CodeLength.of(Quantization.of(structure, new double[theta.length], 1, norm))
                .structureBits();
        long total = structureBits + RANGE_BITS + (long) bits * theta.length;
        double distance =
                Distances.between(target, structure.realize(rounded), norm).value();
        return new Measurement(reached, error, distance, total, theta.length == 0 ? Double.NaN : bits);
    }

    /** With the bits of the theorem, uniformly over the family; no code where these are infinite. */
    private Measurement theorem(
            Target target, Approximation approximation, LpNorm norm, Parametrization p, double coveringRadius) {
        double bits = EncodingTheorem.bitsPerParameter(p, norm, coveringRadius);
        double total = EncodingTheorem.log2Cardinality(p, norm, coveringRadius);
        double[] theta = approximation.approximant().parameters();
        if (!(total < LONGEST) || (theta.length > 0 && LpNorm.SUP.of(theta) > p.radius())) {
            return this;
        }
        double cells =
                Math.max(1, Math.ceil(p.radius() * Math.pow(p.lipschitz(norm) / coveringRadius, 1 / p.hoelder(norm))));
        double[] rounded = UniformCells.rounded(theta, p.radius(), cells);
        double distance = Distances.between(
                        target, approximation.approximant().structure().realize(rounded), norm)
                .value();
        return new Measurement(
                reached, error, distance, (long) Math.ceil(total), theta.length == 0 ? Double.NaN : bits);
    }

    /** Whether a step was certified and no parameter needs an integer too large for a double. */
    private static boolean isRepresentable(Structure structure, double[] theta, double step, LpNorm norm) {
        boolean representable = step > 0;
        for (int i = 0; i < theta.length && representable; i++) {
            representable = Math.abs(theta[i]) < 0.5 * Quantization.INTEGER_LIMIT * step * structure.scale(i, norm);
        }
        return representable;
    }

    /** This measurement of a function that was divided by a number before. */
    Measurement times(double factor) {
        Distance scaled =
                new Distance(error.value() * factor, error.uncertainty() * factor, error.kind(), error.norm());
        return new Measurement(reached, scaled, quantizedError * factor, bits, bitsPerParameter);
    }
}
