package org.epsilonet.codec;

import org.epsilonet.api.family.Approximant;
import org.epsilonet.api.family.ApproximationFamily;
import org.epsilonet.api.family.Families;
import org.epsilonet.api.family.Parametrization;
import org.epsilonet.api.family.ParametrizedFamily;
import org.epsilonet.api.family.Structure;
import org.epsilonet.api.function.Samples;
import org.epsilonet.api.symbol.CorruptCodeException;
import org.epsilonet.codec.internal.FileFormat;
import org.epsilonet.codec.internal.Normalization;
import org.epsilonet.codec.internal.ParameterCode;
import org.epsilonet.codec.internal.RangeDecoder;
import org.epsilonet.codec.internal.Zero;
import org.epsilonet.quantization.Quantization;

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
     * @return what the file says about itself
     * @throws FormatException if the bytes are damaged, or of another version of the format
     */
    public static FileHeader inspect(byte[] file) throws FormatException {
        return FileFormat.read(file, Long.MAX_VALUE).header();
    }

    /**
     * Decodes a file.
     *
     * @param file the bytes of a file
     * @param families where its family is looked up
     * @param maxSamples the most samples that are welcome
     * @return header, samples and function
     * @throws FormatException if the bytes are damaged, of another version, or hold more samples
     * @throws IllegalArgumentException if its family is not among the families; names the nearest and how to add it
     */
    public static Decoded decode(byte[] file, Families families, long maxSamples) throws FormatException {
        FileFormat.Layout layout = FileFormat.read(file, maxSamples);
        return decode(file, layout, families.get(layout.header().family()));
    }

    static Decoded decode(byte[] file, FileFormat.Layout layout, ApproximationFamily family)
            throws CorruptFileException {
        FileHeader header = layout.header();
        // A family meets numbers here that no encoder wrote, if a stranger computed the checksum anew. Whatever it
        // makes of them, an exception or a function that is nowhere finite, the file is to blame.
        try {
            Approximant approximant =
                    header.budget() == 0 ? new Zero(header.dimension()) : approximant(file, layout, family);
            double[] values = Normalization.of(header).restored(approximant.on(header.grid()), header.type());
            Samples samples = Samples.of("decoded", header.grid(), values)
                    .placedAt(header.origin(), header.spacing())
                    .storedAs(header.type());
            return new Decoded(header, samples, approximant);
        } catch (CorruptCodeException | RuntimeException e) {
            throw new CorruptFileException(
                    "no file of the family " + header.family() + " is written this way: " + e.getMessage(), e);
        }
    }

    private static Approximant approximant(byte[] file, FileFormat.Layout layout, ApproximationFamily family)
            throws CorruptCodeException {
        FileHeader header = layout.header();
        if (!(family instanceof ParametrizedFamily parametrized) || !family.supports(header.grid())) {
            throw new CorruptCodeException("the family does not exist on " + header.grid());
        }
        RangeDecoder stream = new RangeDecoder(file, layout.payloadStart(), layout.payloadEnd());
        Parametrization parametrization = parametrized.parametrization(header.grid(), header.budget());
        Structure structure = parametrization.read(stream);
        if (structure.size() != header.parameters() || structure.size() > parametrization.size()) {
            throw new CorruptCodeException("the structure has " + structure.size() + " parameters, the header says "
                    + header.parameters() + ", allowed are " + parametrization.size());
        }
        long payload = header.structureBits() + header.parameterBits();
        long structureBits = Math.min(stream.bitsRead(layout.payloadStart()), payload);
        if (structureBits != header.structureBits()) {
            throw new CorruptCodeException(
                    "the structure has " + structureBits + " bits, the header says " + header.structureBits());
        }
        stream.startAfresh();
        long[] integers = ParameterCode.read(structure, stream);
        stream.finish();
        return structure.realize(Quantization.parameters(structure, integers, header.step(), header.norm()));
    }
}
