package org.epsilonet.codec.internal;

import org.epsilonet.api.family.Structure;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.quantization.Quantization;
import org.jspecify.annotations.Nullable;

/**
 * The quantizations of the same parameters by step and dead zone: what is within the zone becomes zero, and is left out where the
 * structure can do without it and few are left. The quantizations of all parameters share one copy of them.
 */
final class Thresholding {
    private final Structure structure;
    private final double[] theta;
    private final LpNorm norm;
    private final int many;
    private final Magnitudes magnitudes;
    private @Nullable Quantization latest;

    /**
     * @param structure the structure
     * @param theta its parameters; not copied
     * @param norm the norm of its scales
     * @param many more parameters than this are not taken apart from the zeros among them
     * @param magnitudes the parameters by size
     */
    Thresholding(Structure structure, double[] theta, LpNorm norm, int many, Magnitudes magnitudes) {
        this.structure = structure;
        this.theta = theta;
        this.norm = norm;
        this.many = many;
        this.magnitudes = magnitudes;
    }

    /** The quantization of the parameters outside the dead zone, in a structure without the others unless they are many. */
    Quantization quantized(double step, double zone) {
        int kept = magnitudes.kept(step, zone, many);
        if (kept > many) {
            return withZeros(step, zone);
        }
        boolean[] zero = magnitudes.zeros(step, zone);
        Structure reduced = structure.without(zero);
        if (reduced.size() != kept || reduced == structure) {
            return withZeros(step, zone);
        }
        double[] left = new double[kept];
        boolean sameScales = true;
        int k = 0;
        for (int i = 0; i < zero.length; i++) {
            if (!zero[i]) {
                sameScales &= reduced.scale(k, norm) == magnitudes.scale(i);
                left[k++] = theta[i];
            }
        }
        return sameScales ? Quantization.of(reduced, left, step, norm) : withZeros(step, zone);
    }

    /** A dead zone of more than one step is cut out beforehand. */
    private Quantization withZeros(double step, double zone) {
        if (zone > 1) {
            double[] outside = theta.clone();
            for (int i = 0; i < outside.length; i++) {
                outside[i] = magnitudes.size(i) >= zone * step ? outside[i] : 0;
            }
            return Quantization.of(structure, outside, step, norm, 1);
        }
        Quantization before = latest;
        Quantization q =
                before == null ? Quantization.of(structure, theta, step, norm, zone) : before.withStep(step, zone);
        latest = q;
        return q;
    }
}
