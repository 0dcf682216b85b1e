package org.epsilonet.codec.internal;

import org.epsilonet.api.symbol.CorruptCodeException;
import org.epsilonet.codec.FileHeader;
import org.epsilonet.quantization.Steps;

/** Writes the {@linkplain HeaderTwo header} of version 4: that of an approximant with very many parameters. */
final class HeaderTwoWriter {
    private static final HeaderTwo.Edition EDITION = HeaderTwo.Edition.FIRST;

    private HeaderTwoWriter() {}

    static void write(FileHeader h, RangeEncoder sink) {
        BitWriter out = new BitWriter(sink);
        HeaderKind kind = HeaderKind.of(h, Content.APPROXIMANT);
        int code = kind.code(EDITION.usual());
        out.choice(code, EDITION.usual() + 1);
        if (code == EDITION.usual()) {
            kind.write(out);
        }
        for (int n : h.shape()) {
            out.length(n);
        }
        Placement.write(kind.place(), h, out);
        if (kind.norm() == HeaderKind.NORMS.size()) {
            out.real(h.norm().p());
        }
        out.decimal(h.errorBound(), EDITION.precision());
        FamilyCodes.write(h.family(), EDITION.frequent(), out);
        writeScale(h, out);
    }

    /** Exponent and step relative to the bound, budget. */
    private static void writeScale(FileHeader h, BitWriter out) {
        double bound = decoded(h.errorBound());
        int scale = h.exponent() - HeaderTwo.octave(bound) - HeaderTwo.LEAST_SCALE;
        boolean near = scale >= 0 && scale < EDITION.scales() - 1;
        out.choice(near ? scale : EDITION.scales() - 1, EDITION.scales());
        if (!near) {
            out.signed(h.exponent(), HeaderTwo.ANY_EXPONENT);
        }
        long offset = (long) Math.scalb(h.offset(), Normalization.OFFSET_DIGITS - h.exponent());
        boolean small = Math.abs(offset) < HeaderTwo.OFFSETS / 2;
        out.choice(small ? (int) offset + HeaderTwo.OFFSETS / 2 : 0, HeaderTwo.OFFSETS);
        if (!small) {
            out.signed(offset, HeaderTwo.ANY_OFFSET);
        }
        out.number(h.budget(), FileFormat.largestBudget(h.grid().points()));
        out.signed(Steps.code(h.step()) - (long) HeaderTwo.expectedStep(bound, h.exponent()), 2L * Steps.COUNT);
    }

    /** The bound as a reader will see it. */
    private static double decoded(double bound) {
        RangeEncoder coder = new RangeEncoder();
        new BitWriter(coder).decimal(bound, EDITION.precision());
        byte[] bytes = coder.finish();
        try {
            return new BitReader(new RangeDecoder(bytes, 0, bytes.length)).decimal(EDITION);
        } catch (CorruptCodeException e) {
            throw new IllegalStateException("a bound is not read as it was written", e);
        }
    }
}
