package org.epsilonet.codec.internal;

import java.util.List;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.SampleType;
import org.epsilonet.api.symbol.CorruptCodeException;

/**
 * What a header says of the {@linkplain Corrections corrections} that follow the parameters.
 *
 * @param base the norm whose scales the parameters have
 * @param halved whether the step is about the bound, not twice of it: only of floats, which in the last digits of their samples
 *     need room for the cast
 */
public record CorrectionKind(LpNorm base, boolean halved) {
    /** The norms whose scales the parameters of a corrected approximant may have. */
    private static final List<LpNorm> BASES = List.of(LpNorm.L2, LpNorm.SUP);

    /** Writes it; readers know the type of the samples. */
    void write(SampleType type, BitWriter out) {
        out.choice(BASES.indexOf(base), BASES.size());
        if (type == SampleType.F4) {
            out.choice(halved ? 1 : 0, 2);
        }
    }

    /** Reads what {@link #write} wrote. */
    static CorrectionKind read(SampleType type, BitReader in) throws CorruptCodeException {
        LpNorm base = BASES.get(in.choice(BASES.size()));
        return new CorrectionKind(base, type == SampleType.F4 && in.choice(2) == 1);
    }
}
