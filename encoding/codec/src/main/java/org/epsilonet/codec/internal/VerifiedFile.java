package org.epsilonet.codec.internal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.epsilonet.api.family.ApproximationFamily;
import org.epsilonet.api.family.Distances;
import org.epsilonet.api.family.Families;
import org.epsilonet.api.family.FamilyProvider;
import org.epsilonet.api.function.Distance;
import org.epsilonet.api.function.Samples;
import org.epsilonet.codec.Decoder;
import org.epsilonet.codec.FileHeader;
import org.epsilonet.codec.FormatException;
import org.epsilonet.quantization.Quantization;
import org.epsilonet.quantization.Steps;

/**
 * A file whose own bytes were decoded, and whose samples were then compared with the data.
 *
 * @param bytes the file
 * @param header what it says
 * @param error the error of its decoded samples
 */
public record VerifiedFile(byte[] bytes, FileHeader header, Distance error) {
    /** Finer steps that are tried if the samples miss the bound: 1, 2, 4, ... codes below. */
    private static final int RETRIES = 8;

    private static final double PLAIN = 0.5;

    /**
     * Writes a codeword, decodes and measures. If that misses the bound, a finer step is tried.
     *
     * @param goal what must be met
     * @param family the family of the codeword
     * @param codeword structure and integers
     * @return the file; empty if it misses the bound
     */
    public static Optional<VerifiedFile> of(Goal goal, ApproximationFamily family, Codeword codeword) {
        Quantization q = codeword.quantization();
        for (int n = 0; n < RETRIES; n++) {
            Distance measured = goal.error(q.realize());
            if (measured.value() <= goal.bound()) {
                return verified(goal, family, file(goal, family, codeword.budget(), q, measured));
            }
            int finer = 1 << n;
            if (largestInteger(q) >= Quantization.INTEGER_LIMIT >> (finer / Steps.CODES_PER_OCTAVE + 2)) {
                return Optional.empty();
            }
            q = q.withStep(Steps.of(Math.max(0, Steps.code(q.step()) - finer)), PLAIN);
        }
        return Optional.empty();
    }

    private static long largestInteger(Quantization q) {
        long largest = 0;
        for (long integer : q.integers()) {
            largest = Math.max(largest, Math.abs(integer));
        }
        return largest;
    }

    /**
     * The file of a single number, if all samples are within the error of it: the number between the extremes, or the
     * mean.
     *
     * @param goal what must be met
     * @param family the family to be named
     * @return the file; empty if the samples are not that near to one number
     */
    public static Optional<VerifiedFile> ofConstant(Goal goal, ApproximationFamily family) {
        double[] values = goal.normalized().values();
        double low = 1;
        double high = -1;
        double sum = 0;
        for (double v : values) {
            low = Math.min(low, v);
            high = Math.max(high, v);
            sum += v;
        }
        double middle = low == high ? goal.data().value(0) : goal.map().restored(low / 2 + high / 2);
        Optional<VerifiedFile> file = ofConstant(goal, family, middle);
        return file.isPresent() ? file : ofConstant(goal, family, goal.map().restored(sum / values.length));
    }

    private static Optional<VerifiedFile> ofConstant(Goal goal, ApproximationFamily family, double constant) {
        Normalization map = new Normalization(constant, 0);
        double[] restored =
                map.restored(new double[goal.data().size()], goal.data().type());
        Distance measured = Distances.betweenSamples(goal.data(), restored, goal.norm());
        if (measured.value() > goal.bound()) {
            return Optional.empty();
        }
        FileHeader header = header(goal, family, measured, map, 0, 0, 0, 0);
        return verified(goal, family, FileFormat.write(header, new byte[0]));
    }

    private static byte[] file(Goal goal, ApproximationFamily family, int budget, Quantization q, Distance measured) {
        Payload payload = Payload.of(q);
        int parameters = q.structure().size();
        FileHeader header =
                header(goal, family, measured, goal.map(), budget, q.step(), parameters, payload.structureBits());
        return FileFormat.write(header, payload.bytes());
    }

    private static FileHeader header(
            Goal goal,
            ApproximationFamily family,
            Distance measured,
            Normalization map,
            int budget,
            double step,
            int parameters,
            long structureBits) {
        Samples data = goal.data();
        return new FileHeader(
                FileFormat.CURRENT,
                family.id(),
                data.grid(),
                data.origin(),
                data.spacing(),
                data.type(),
                goal.norm(),
                goal.bound(),
                measured,
                map.offset(),
                map.exponent(),
                budget,
                step,
                parameters,
                structureBits,
                0,
                0);
    }

    private static Optional<VerifiedFile> verified(Goal goal, ApproximationFamily family, byte[] bytes) {
        try {
            Families only = Families.of(List.of(new Only(family)));
            Samples decoded = Decoder.decode(bytes, only, goal.data().size()).samples();
            Distance error = Distances.betweenSamples(goal.data(), decoded.values(), goal.norm());
            return error.value() <= goal.bound()
                    ? Optional.of(new VerifiedFile(bytes, Decoder.inspect(bytes), error))
                    : Optional.empty();
        } catch (FormatException e) {
            throw new IllegalStateException(
                    "The family " + family.id() + " breaks its contract: it does not read back what it wrote", e);
        }
    }

    /** Provides a single family. */
    private record Only(ApproximationFamily family) implements FamilyProvider {
        @Override
        public List<ApproximationFamily> families() {
            return List.of(family);
        }

        @Override
        public Set<String> representatives(int dimension) {
            return Set.of();
        }
    }
}
