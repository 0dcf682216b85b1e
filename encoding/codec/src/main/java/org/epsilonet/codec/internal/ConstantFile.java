package org.epsilonet.codec.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.epsilonet.api.family.Distances;
import org.epsilonet.api.function.Distance;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.Samples;
import org.epsilonet.codec.FileHeader;

/** Files of a single number. */
public final class ConstantFile {
    /** About so many samples tell soon that data are not constant. */
    private static final int FEW = 1 << 12;

    /** Numbers of digits of the mantissa that are tried before all of them. */
    private static final int[] DIGITS = {0, 1, 2, 3, 4, 6, 8, 12, 16};

    private ConstantFile() {}

    /**
     * The file of a single number, if all samples are within the error of it: the number between the extremes, or the
     * mean, in as few digits as will do.
     *
     * @param goal what must be met
     * @return the file; empty if the samples are not that near to one number
     */
    public static Optional<VerifiedFile> of(Goal goal) {
        if (leastDistance(goal) > goal.bound()) {
            return Optional.empty();
        }
        Samples normalized = goal.normalized();
        double low = 1;
        double high = -1;
        double sum = 0;
        for (int i = 0; i < normalized.size(); i++) {
            double v = normalized.value(i);
            low = Math.min(low, v);
            high = Math.max(high, v);
            sum += v;
        }
        double middle = low == high ? goal.data().value(0) : goal.map().restored(low / 2 + high / 2);
        Optional<VerifiedFile> file = of(goal, middle);
        return file.isPresent() ? file : of(goal, goal.map().restored(sum / normalized.size()));
    }

    private static Optional<VerifiedFile> of(Goal goal, double constant) {
        int exponent = Math.getExponent(constant);
        for (int digits : DIGITS) {
            double shorter = Math.scalb(Math.rint(Math.scalb(constant, digits - exponent)), exponent - digits);
            boolean isTried = goal.bound() > 0 && Double.isFinite(shorter);
            Optional<VerifiedFile> file = isTried ? ofNumber(goal, shorter) : Optional.empty();
            if (file.isPresent()) {
                return file;
            }
        }
        return ofNumber(goal, constant);
    }

    private static Optional<VerifiedFile> ofNumber(Goal goal, double constant) {
        Normalization map = new Normalization(constant, 0);
        double cast = map.restored(new double[1], goal.data().type())[0];
        double[] restored = new double[goal.data().size()];
        Arrays.fill(restored, cast);
        Distance measured = Distances.betweenSamples(goal.data(), restored, goal.norm());
        if (measured.value() > goal.bound()) {
            return Optional.empty();
        }
        FileHeader header = VerifiedFile.header(goal, Content.CONSTANT.id(), map, 0, 0);
        RangeEncoder coder = FileFormat.begin(header, Content.CONSTANT, Lattice.INTEGERS);
        return VerifiedFile.verified(goal, List.of(), FileFormat.finished(header, Content.CONSTANT, coder));
    }

    /**
     * A bound from below on the distance of the samples from any number, by a few of them: by the triangle inequality
     * \(2\|f - c\| \ge \|f - f \circ \sigma\|\) for every permutation \(\sigma\), here of each sample with the next.
     */
    private static double leastDistance(Goal goal) {
        Samples data = goal.data();
        int stride = 1 + data.size() / FEW;
        double[] halves = new double[(data.size() - 1) / stride + 1];
        for (int i = 0; i < halves.length; i++) {
            int next = (i + 1) % halves.length;
            halves[i] = data.value(i * stride) / 2 - data.value(next * stride) / 2;
        }
        LpNorm norm = goal.norm();
        double share = norm.isSup() ? 1 : norm.root((double) halves.length / data.size());
        return norm.of(halves) * share * (1 - 2 * LpNorm.ACCURACY);
    }
}
