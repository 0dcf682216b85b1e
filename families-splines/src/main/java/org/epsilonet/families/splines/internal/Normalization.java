package org.epsilonet.families.splines.internal;

import java.util.Arrays;
import org.epsilonet.api.function.Formula;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.Samples;
import org.epsilonet.api.function.Target;

/**
 * Brings targets to size one by a power of two. Structures are chosen on such targets: their squared errors neither
 * overflow nor vanish, and no structure depends on the power.
 */
public final class Normalization {
    /** Samples per axis that tell the size of a formula, by dimension. */
    private static final int[] LOOKOUT = {1, 64, 16, 8};

    /** Powers of two within this are normal numbers, and so are their inverses. */
    private static final int LARGEST_EXPONENT = 1022;

    private Normalization() {}

    /** The target times a power of two, so that the largest value (of formulas: of some samples) is in [1, 2). */
    public static Target of(Target target) {
        double factor = factor(target);
        if (factor == 1) {
            return target;
        }
        if (target instanceof Samples samples) {
            double[] values = samples.values();
            for (int i = 0; i < values.length; i++) {
                values[i] *= factor;
            }
            return samples.withValues(values);
        }
        Formula formula = (Formula) target;
        return Formula.of(formula.name(), formula.dimension(), x -> factor * formula.at(x));
    }

    /** Parameters for the target as it was, given those for the {@linkplain #of normalized} one. */
    public static void undo(double[] parameters, Target target) {
        double factor = factor(target);
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] /= factor;
        }
    }

    /** The power of two. */
    private static double factor(Target target) {
        int[] shape = new int[target.dimension()];
        Arrays.fill(shape, LOOKOUT[shape.length]);
        Samples samples = target instanceof Samples data ? data : target.sampledOn(shape);
        double largest = LpNorm.SUP.of(samples.values());
        int exponent = largest == 0 ? 0 : Math.getExponent(largest);
        return Math.scalb(1.0, -Math.max(-LARGEST_EXPONENT, Math.min(LARGEST_EXPONENT, exponent)));
    }
}
