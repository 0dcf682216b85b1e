package org.epsilonet.codec.internal;

import java.util.List;
import java.util.Optional;
import org.epsilonet.api.family.ApproximationFamily;
import org.epsilonet.api.function.Grid;
import org.epsilonet.api.symbol.CorruptCodeException;
import org.epsilonet.codec.FileHeader;
import org.epsilonet.codec.FormatException;
import org.epsilonet.quantization.Quantization;

/**
 * Files of codewords that miss the goal, with corrections of the samples that do. The structure that a decoder reads may have a
 * function that differs from that of the search in a last digit, and how corrections are coded depends on all of them: so
 * parameters are read back first, and what that gives is corrected.
 */
final class CorrectedFile {
    private CorrectedFile() {}

    /**
     * Writes a codeword, reads it back and corrects it.
     *
     * @param goal what must be met, in the supremum norm
     * @param family the family of the codeword
     * @param word a codeword and its corrections as they are known in the search
     * @return the file; empty if it misses the bound
     * @throws IllegalStateException if the family does not read back what it wrote; names it
     */
    static Optional<VerifiedFile> of(Goal goal, ApproximationFamily family, CorrectedWord word) {
        double[] function = asRead(goal, family, word);
        double step = word.step(goal);
        Grid grid = goal.data().grid();
        return Corrections.of(goal.data(), function, step, goal.bound()).flatMap(corrections -> {
            RangeEncoder coder = uncorrected(goal, family, word);
            CorrectionCode.write(corrections, grid, function, step, new TwoWayCoder.Writer(coder));
            return VerifiedFile.verified(goal, List.of(family), finished(goal, family, word, coder));
        });
    }

    /** The values that a decoder will correct. */
    private static double[] asRead(Goal goal, ApproximationFamily family, CorrectedWord word) {
        byte[] bytes = finished(goal, family, word, uncorrected(goal, family, word));
        try {
            ReadCodeword read =
                    ReadCodeword.of(FileFormat.read(bytes, goal.data().size()), family);
            Quantization written = word.base().quantization();
            if (written.hasIntegers(read.integers())) {
                return CorrectedCodeword.values(read.header(), read.realize());
            }
        } catch (FormatException | CorruptCodeException | RuntimeException e) {
            throw VerifiedFile.misread(List.of(family), e);
        }
        throw VerifiedFile.misread(List.of(family), null);
    }

    /** The bits around a codeword with corrections, as {@link VerifiedFile#headerBits}. */
    static long headerBits(Goal goal, ApproximationFamily family, CorrectedWord word) {
        return FileFormat.LEAST_FRAME
                + FileFormat.beginCorrected(header(goal, family, word), word.kind())
                        .bitsWritten();
    }

    /** A coder that has written all but the corrections. */
    private static RangeEncoder uncorrected(Goal goal, ApproximationFamily family, CorrectedWord word) {
        RangeEncoder coder = FileFormat.beginCorrected(header(goal, family, word), word.kind());
        Payload.write(word.base().quantization(), Optional.empty(), coder);
        return coder;
    }

    private static byte[] finished(Goal goal, ApproximationFamily family, CorrectedWord word, RangeEncoder coder) {
        return FileFormat.finished(header(goal, family, word), Content.APPROXIMANT, coder);
    }

    private static FileHeader header(Goal goal, ApproximationFamily family, CorrectedWord word) {
        Codeword base = word.base();
        double step = base.quantization().step();
        return VerifiedFile.header(HeaderSeven.CORRECTED, goal, family.id(), word.map(), base.budget(), step);
    }
}
