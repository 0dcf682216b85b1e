package org.epsilonet.codec;

import java.util.Optional;
import org.epsilonet.api.family.Approximant;
import org.epsilonet.api.family.ApproximationFamily;
import org.epsilonet.api.family.Families;
import org.epsilonet.api.family.Parametrization;
import org.epsilonet.api.function.Samples;
import org.epsilonet.api.symbol.CorruptCodeException;
import org.epsilonet.codec.internal.Content;
import org.epsilonet.codec.internal.CorrectedCodeword;
import org.epsilonet.codec.internal.FileFormat;
import org.epsilonet.codec.internal.Normalization;
import org.epsilonet.codec.internal.ReadCodeword;
import org.epsilonet.codec.internal.SampleContent;
import org.epsilonet.codec.internal.Zero;

/**
 * From bytes to samples and functions. The bytes may come from a stranger: the checksum is verified first, and every
 * length is bounded by the number of samples before anything of that length is allocated.
 */
public final class Decoder {
    private Decoder() {}

    /**
     * Reads the header; no family is needed.
     *
     * @param file the bytes of a file
     * @return what the file says about itself; {@link Decoded#header} tells, besides, what only the family knows
     * @throws FormatException if the bytes are damaged, or of another version of the format
     */
    public static FileHeader inspect(byte[] file) throws FormatException {
        return inspect(file, Long.MAX_VALUE);
    }

    /**
     * Reads the header of a file of bounded size; no family is needed.
     *
     * @param file the bytes of a file
     * @param maxSamples the most samples that are welcome
     * @return what the file says about itself
     * @throws FormatException if the bytes are damaged, of another version, or hold more samples
     */
    public static FileHeader inspect(byte[] file, long maxSamples) throws FormatException {
        return FileFormat.read(file, maxSamples).header();
    }

    /**
     * Decodes a file.
     *
     * @param file the bytes of a file
     * @param families where its family is looked up
     * @param maxSamples the most samples that are welcome
     * @return header, samples and function
     * @throws FormatException if the bytes are damaged, of another version, or hold more samples
     * @throws IllegalArgumentException if its family is not among the families; names the nearest and how to add it. Files
     *     that hold samples or one number need none. Also if the family is there and lacks another one that it is made of
     */
    public static Decoded decode(byte[] file, Families families, long maxSamples) throws FormatException {
        FileFormat.Layout layout = FileFormat.read(file, maxSamples);
        FileHeader header = layout.header();
        // A family, and the coder before it, meet numbers here that no encoder wrote, if a stranger computed the
        // checksum
        // anew. Whatever they make of them, an exception or a function that is nowhere finite, the file is to blame.
        Optional<Parametrization> elements = layout.content() == Content.APPROXIMANT
                ? Optional.of(elements(header, families.get(header.family())))
                : Optional.empty();
        try {
            if (elements.isPresent()) {
                return approximant(layout, elements.get());
            }
            double[] values = layout.content() == Content.CONSTANT
                    ? Normalization.of(header).restored(new double[header.grid().points()], header.type())
                    : SampleContent.read(layout);
            Approximant function = layout.content() == Content.CONSTANT
                    ? new Zero(header.dimension())
                    : SampleContent.function(header.grid(), values);
            return decoded(header, function, values);
        } catch (CorruptCodeException | RuntimeException e) {
            throw writtenByNobody(header, e);
        }
    }

    private static Parametrization elements(FileHeader header, ApproximationFamily family) throws FormatException {
        try {
            return ReadCodeword.elements(header, family);
        } catch (IllegalStateException e) {
            throw new IllegalArgumentException(
                    "the family " + header.family() + " cannot be used: " + e.getMessage(), e);
        } catch (CorruptCodeException | RuntimeException e) {
            throw writtenByNobody(header, e);
        }
    }

    private static CorruptFileException writtenByNobody(FileHeader header, Exception e) {
        return new CorruptFileException(
                "no file of the family " + header.family() + " is written this way: " + e.getMessage(), e);
    }

    private static Decoded decoded(FileHeader header, Approximant function, double[] values) {
        Samples samples = Samples.of("decoded", header.grid(), values)
                .placedAt(header.origin(), header.spacing())
                .storedAs(header.type());
        return new Decoded(header, samples, function);
    }

    private static Decoded approximant(FileFormat.Layout layout, Parametrization elements) throws CorruptCodeException {
        ReadCodeword codeword = ReadCodeword.of(layout, elements);
        if (layout.corrections().isPresent()) {
            CorrectedCodeword corrected = CorrectedCodeword.of(layout, codeword);
            return decoded(corrected.header(), corrected.function(), corrected.samples());
        }
        FileHeader header = codeword.header();
        Approximant function = codeword.realize();
        double[] values = Normalization.of(header).restored(function.on(header.grid()), header.type());
        return decoded(header, function, values);
    }
}
