package org.epsilonet.comparator.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.epsilonet.api.function.Formula;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.Samples;
import org.epsilonet.api.function.Target;

/**
 * \(P\) functions pairwise further apart than twice the error of their codes have different codes, so that one of them is of
 * at least \(\lceil\log_2 P\rceil\) bits, were all of the same length; the instances are the packing.
 *
 * @see "docs/theory.md, F4"
 */
final class Pigeonhole {
    private static final int SAMPLES = 1 << 12;
    private static final int PLANE = 1 << 6;

    private Pigeonhole() {}

    /** What fewer bits claim to tell apart; empty where the bits are enough. */
    static Optional<String> violation(List<Target> targets, List<Measurement> measured, LpNorm norm, double unit) {
        long bits = 0;
        double error = 0;
        for (Measurement m : measured) {
            if (m.bits() < 0) {
                return Optional.empty();
            }
            bits = Math.max(bits, m.bits());
            error = Math.max(error, m.quantizedError());
        }
        double entropy = Math.log(targets.size()) / Math.log(2);
        return bits < entropy && areSeparated(targets, norm, 2 * error / unit)
                ? Optional.of(String.format(
                        Locale.ROOT,
                        "%d bits tell %d functions apart that are further from each other than twice the error",
                        bits,
                        targets.size()))
                : Optional.empty();
    }

    /** Separation on a grid: distances of samples, which finer grids approach. */
    private static boolean areSeparated(List<Target> targets, LpNorm norm, double distance) {
        List<double[]> values = targets.stream().map(Pigeonhole::values).toList();
        for (int i = 0; i < values.size(); i++) {
            for (int j = 0; j < i; j++) {
                double[] difference = values.get(i).clone();
                for (int k = 0; k < difference.length; k++) {
                    difference[k] -= values.get(j)[k];
                }
                if (!(norm.of(difference) > distance)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static double[] values(Target target) {
        int[] shape = new int[target.dimension()];
        Arrays.fill(shape, target.dimension() == 1 ? SAMPLES : PLANE);
        return target instanceof Formula formula ? formula.sampledOn(shape).values() : ((Samples) target).values();
    }
}
