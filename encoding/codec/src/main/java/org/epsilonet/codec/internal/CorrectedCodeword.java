package org.epsilonet.codec.internal;

import org.epsilonet.api.family.Approximant;
import org.epsilonet.api.function.SampleType;
import org.epsilonet.api.symbol.CorruptCodeException;
import org.epsilonet.codec.FileHeader;

/**
 * What a file with corrections decodes to.
 *
 * @param header what the file says, with what is known behind the last correction
 * @param function the approximant that is corrected, before offset and exponent are applied
 * @param samples the samples, corrected and cast
 */
public record CorrectedCodeword(FileHeader header, Approximant function, double[] samples) {
    /**
     * Reads the corrections behind a codeword.
     *
     * @param layout of the file
     * @param codeword what was read of it
     * @return function and samples
     * @throws CorruptCodeException if no writer produces such a file
     */
    public static CorrectedCodeword of(FileFormat.Layout layout, ReadCodeword codeword) throws CorruptCodeException {
        FileHeader header = codeword.header();
        CorrectionKind kind = layout.corrections().orElseThrow();
        double unit = Corrections.step(header.errorBound(), header.type(), kind.halved());
        if (!(unit > 0 && unit < Double.POSITIVE_INFINITY)) {
            throw new CorruptCodeException("no corrections belong to the error bound " + header.errorBound());
        }
        Approximant function = codeword.realize();
        double[] values = values(header, function);
        RangeDecoder stream = layout.stream();
        long start = stream.bitsRead();
        long[] corrections = CorrectionCode.read(header.grid(), values, unit, stream);
        stream.finish();
        int count = 0;
        for (long k : corrections) {
            count += k == 0 ? 0 : 1;
        }
        long read = Math.max(0, stream.bitsRead() - start);
        return new CorrectedCodeword(
                header.withCorrections(count, Math.min(read, header.parameterBits())),
                function,
                Corrections.applied(values, corrections, unit, header.type()));
    }

    /** The values that are corrected, not cast. */
    static double[] values(FileHeader header, Approximant function) {
        return Normalization.of(header).restored(function.on(header.grid()), SampleType.F8);
    }
}
