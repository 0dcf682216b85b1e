package org.epsilonet.codec.internal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.epsilonet.api.family.ApproximationFamily;
import org.epsilonet.api.family.Distances;
import org.epsilonet.api.family.Families;
import org.epsilonet.api.family.FamilyProvider;
import org.epsilonet.api.function.Distance;
import org.epsilonet.api.function.SampleType;
import org.epsilonet.api.function.Samples;
import org.epsilonet.api.symbol.CorruptCodeException;
import org.epsilonet.codec.Decoded;
import org.epsilonet.codec.Decoder;
import org.epsilonet.codec.FileHeader;
import org.epsilonet.codec.FormatException;
import org.epsilonet.quantization.Quantization;
import org.epsilonet.quantization.Steps;
import org.jspecify.annotations.Nullable;

/**
 * A file whose own bytes were decoded, and whose samples were then compared with the data. Of files in blocks the samples were
 * compared when the codeword was found, in the structure that a decoder takes; of their bytes, what follows from them alone:
 * grid, type, budget, step, norm, offset, exponent and every integer are read back and the same.
 *
 * @param bytes the file
 * @param header what it says
 * @param error the error of its samples as they are decoded
 */
public record VerifiedFile(byte[] bytes, FileHeader header, Distance error) {
    /** Finer steps that are tried if the samples miss the bound: 1, 2, 4, ... codes below. */
    private static final int RETRIES = 8;

    private static final double PLAIN = 0.5;

    /**
     * Writes a codeword, reads it back and measures it, if it was not measured before. If that misses the bound, a finer step
     * is tried.
     *
     * @param goal what must be met
     * @param family the family of the codeword
     * @param codeword structure and integers
     * @return the file; empty if it misses the bound
     * @throws IllegalStateException if the family does not read back what it wrote, or fails; names it
     */
    public static Optional<VerifiedFile> of(Goal goal, ApproximationFamily family, Codeword codeword) {
        return Contest.named(family, goal, () -> within(goal, family, codeword));
    }

    private static Optional<VerifiedFile> within(Goal goal, ApproximationFamily family, Codeword codeword) {
        Codeword word = codeword;
        for (int n = 0; n < RETRIES; n++) {
            byte[] bytes = file(goal, family, word);
            Optional<VerifiedFile> file = word.error().isPresent()
                    ? Optional.of(reread(goal, family, word, bytes))
                    : verified(goal, List.of(family), bytes);
            if (file.isPresent()) {
                return file;
            }
            Quantization q = word.quantization();
            if (goal.error(q.realize()).value() <= goal.bound()) {
                throw misread(List.of(family), null);
            }
            int finer = 1 << n;
            if (largestInteger(q) >= Quantization.INTEGER_LIMIT >> (finer / Steps.CODES_PER_OCTAVE + 2)) {
                return Optional.empty();
            }
            word = word.with(q.withStep(Steps.of(Math.max(0, Steps.code(q.step()) - finer)), PLAIN));
        }
        return Optional.empty();
    }

    /** The file of a codeword whose samples were measured before: what it is read back as must be the same codeword. */
    private static VerifiedFile reread(Goal goal, ApproximationFamily family, Codeword word, byte[] bytes) {
        try {
            ReadCodeword read =
                    ReadCodeword.of(FileFormat.read(bytes, goal.data().size()), family);
            if (!read.isThatOf(word, goal)) {
                throw misread(List.of(family), null);
            }
            return new VerifiedFile(bytes, read.header(), word.error().orElseThrow());
        } catch (FormatException | CorruptCodeException e) {
            throw misread(List.of(family), e);
        }
    }

    private static long largestInteger(Quantization q) {
        long largest = 0;
        for (long integer : q.integers()) {
            largest = Math.max(largest, Math.abs(integer));
        }
        return largest;
    }

    /**
     * The file of samples on a lattice.
     *
     * @param goal what must be met
     * @param lattice the numbers
     * @param indices which of them
     * @param code how they are coded
     * @return the file; empty if it misses the bound
     */
    static Optional<VerifiedFile> ofLattice(Goal goal, Lattice lattice, long[] indices, IndexCode code) {
        FileHeader header = header(goal, Content.LATTICE.id(), new Normalization(0, 0), 0, lattice.step());
        RangeEncoder coder = FileFormat.begin(header, Content.LATTICE, lattice);
        code.write(indices, goal.data().grid(), coder);
        return verified(goal, List.of(), FileFormat.finished(header, Content.LATTICE, coder));
    }

    /**
     * The file of samples bit by bit.
     *
     * @param goal what must be met
     * @return the file; empty if the samples are not of their type
     */
    static Optional<VerifiedFile> ofExact(Goal goal) {
        Samples data = goal.data();
        SampleType type = data.type() == SampleType.F4 ? SampleType.F4 : SampleType.F8;
        long[] ranks = new long[data.size()];
        for (int i = 0; i < ranks.length; i++) {
            ranks[i] = FloatingRank.of(data.value(i), type);
        }
        FileHeader header = header(goal, Content.EXACT.id(), new Normalization(0, 0), 0, 0);
        RangeEncoder coder = FileFormat.begin(header, Content.EXACT, Lattice.INTEGERS);
        SampleCode.writeRanks(ranks, data.grid(), type, coder);
        return verified(goal, List.of(), FileFormat.finished(header, Content.EXACT, coder));
    }

    /** The bits around a codeword in a file that meets the goal: the header, and the frame of the shortest files. */
    static long headerBits(Goal goal, ApproximationFamily family, Codeword word) {
        return FileFormat.LEAST_FRAME
                + FileFormat.begin(header(goal, family, word), Content.APPROXIMANT, Lattice.INTEGERS)
                        .bitsWritten();
    }

    /** The bytes of the file of a codeword, not verified. */
    static int length(Goal goal, ApproximationFamily family, Codeword word) {
        return file(goal, family, word).length;
    }

    private static byte[] file(Goal goal, ApproximationFamily family, Codeword word) {
        Quantization q = word.quantization();
        FileHeader header = header(goal, family, word);
        if (!word.blocks().isEmpty()) {
            return FileFormat.inBlocks(header, word.blocks());
        }
        RangeEncoder coder = FileFormat.begin(header, Content.APPROXIMANT, Lattice.INTEGERS);
        Payload.write(q, word.law(), coder);
        return FileFormat.finished(header, Content.APPROXIMANT, coder);
    }

    private static FileHeader header(Goal goal, ApproximationFamily family, Codeword word) {
        return header(
                !word.blocks().isEmpty()
                        ? HeaderTwo.BLOCKED_APART
                        : word.law().isPresent() ? HeaderSeven.LAWFUL : FileFormat.CURRENT,
                goal,
                family.id(),
                goal.map(),
                word.budget(),
                word.quantization().step());
    }

    static FileHeader header(Goal goal, String family, Normalization map, int budget, double step) {
        return header(FileFormat.CURRENT, goal, family, map, budget, step);
    }

    static FileHeader header(int version, Goal goal, String family, Normalization map, int budget, double step) {
        Samples data = goal.data();
        return new FileHeader(
                version,
                family,
                data.grid(),
                data.origin(),
                data.spacing(),
                data.type(),
                goal.norm(),
                goal.bound(),
                Distance.measured(goal.bound(), goal.norm()),
                map.offset(),
                map.exponent(),
                budget,
                step,
                FileHeader.UNKNOWN,
                0,
                0,
                0);
    }

    /** The file, decoded and measured; empty if it misses the bound. */
    static Optional<VerifiedFile> verified(Goal goal, List<ApproximationFamily> family, byte[] bytes) {
        Decoded decoded;
        try {
            decoded = Decoder.decode(
                    bytes, Families.of(List.of(new Only(family))), goal.data().size());
        } catch (FormatException e) {
            throw misread(family, e);
        }
        Distance error = Distances.betweenSamples(goal.data(), decoded.samples().values(), goal.norm());
        return error.value() <= goal.bound()
                ? Optional.of(new VerifiedFile(bytes, decoded.header(), error))
                : Optional.empty();
    }

    /** The codeword was within the bound; so what was read is another one, or none. */
    static IllegalStateException misread(List<ApproximationFamily> family, @Nullable Exception cause) {
        String who = family.isEmpty() ? "codec" : "family " + family.get(0).id();
        return new IllegalStateException(
                "The " + who + " breaks its contract: it does not read back what it wrote", cause);
    }

    /** Provides a single family, or none. */
    private record Only(List<ApproximationFamily> families) implements FamilyProvider {
        @Override
        public Set<String> representatives(int dimension) {
            return Set.of();
        }
    }
}
