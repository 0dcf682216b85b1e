package org.epsilonet.codec.internal;

import org.epsilonet.api.function.SampleType;
import org.epsilonet.api.symbol.CorruptCodeException;
import org.epsilonet.codec.FileHeader;
import org.epsilonet.quantization.Steps;

/** Writes {@linkplain HeaderTwo headers} of versions 2 to 6. */
final class HeaderTwoWriter {
    private final HeaderTwo.Edition edition;
    private final BitWriter out;

    private HeaderTwoWriter(HeaderTwo.Edition edition, BitWriter out) {
        this.edition = edition;
        this.out = out;
    }

    /** Writes a header as its version has it. */
    static void write(FileHeader h, Content content, Lattice lattice, RangeEncoder sink) {
        new HeaderTwoWriter(HeaderTwo.Edition.of(h.version()), new BitWriter(sink)).write(h, content, lattice);
    }

    private void write(FileHeader h, Content content, Lattice lattice) {
        HeaderTwo.Place place = HeaderTwo.Place.of(h);
        int norm = HeaderTwo.NORMS.indexOf(h.norm());
        int kind = content == Content.APPROXIMANT ? 0 : content == Content.LATTICE ? 1 : 2;
        boolean usual = kind < 2
                && h.type() == SampleType.F8
                && (norm == 0 || norm == 1)
                && place != HeaderTwo.Place.ELSEWHERE
                && h.dimension() == 1;
        boolean usualImage = edition.isShort()
                && kind < 2
                && h.type() == SampleType.F8
                && (norm == 0 || norm == 1)
                && place == HeaderTwo.Place.UNIT_CUBE
                && h.dimension() == 2;
        int code = usual
                ? kind << 2 | norm << 1 | place.ordinal()
                : usualImage ? HeaderTwo.USUAL + (kind << 1 | norm) : edition.usual();
        writeKind(code);
        if (code == edition.usual()) {
            out.choice(content.ordinal(), HeaderTwo.CONTENTS.length);
            out.choice(HeaderTwo.TYPES.indexOf(h.type()), HeaderTwo.TYPES.size());
            out.choice(norm < 0 ? HeaderTwo.NORMS.size() : norm, HeaderTwo.NORMS.size() + 1);
            out.choice(place.ordinal(), HeaderTwo.Place.values().length);
            out.choice(h.dimension() - 1, HeaderTwo.MOST_AXES);
        }
        for (int n : h.shape()) {
            if (edition.isTerse()) {
                out.terseLength(n);
            } else {
                out.length(n);
            }
        }
        for (int axis = 0; axis < h.dimension() && place == HeaderTwo.Place.ELSEWHERE; axis++) {
            out.real(h.origin()[axis]);
            out.real(h.spacing()[axis]);
        }
        if (norm < 0) {
            out.real(h.norm().p());
        }
        out.bound(h.errorBound(), edition);
        switch (content) {
            case APPROXIMANT -> {
                writeFamily(h.family());
                writeScale(h);
            }
            case CONSTANT -> out.real(h.offset());
            case LATTICE -> writeLattice(lattice);
            case EXACT -> {}
        }
    }

    private void writeKind(int code) {
        if (!edition.isTerse()) {
            out.choice(code, edition.usual() + 1);
            return;
        }
        for (int row = 0; row < HeaderTwo.KINDS.length; row++) {
            int[] kinds = HeaderTwo.KINDS[row];
            for (int place = 0; place < kinds.length; place++) {
                if (kinds[place] == code) {
                    out.choice(row, HeaderTwo.KINDS.length);
                    out.choice(place, kinds.length);
                }
            }
        }
    }

    private void writeFamily(String id) {
        if (edition.isShort()) {
            int frequent = FamilyCodes.frequent(id);
            out.choice(frequent, FamilyCodes.FREQUENT + 1);
            if (frequent < FamilyCodes.FREQUENT) {
                return;
            }
        }
        int code = FamilyCodes.of(id);
        if (code >= 0 && code < HeaderTwo.SHORT_CODES) {
            out.choice(code, HeaderTwo.CODES);
        } else if (code >= 0) {
            out.choice(HeaderTwo.SHORT_CODES, HeaderTwo.CODES);
            out.choice(code - HeaderTwo.SHORT_CODES, HeaderTwo.LONG_CODES);
        } else {
            out.choice(HeaderTwo.SHORT_CODES + 1, HeaderTwo.CODES);
            out.choice(id.length() - 1, HeaderTwo.LONGEST_ID);
            for (char c : id.toCharArray()) {
                int symbol = HeaderTwo.ID_CHARACTERS.indexOf(c);
                if (symbol < 0) {
                    throw new IllegalArgumentException("the id '" + id + "' of a family has a character not allowed");
                }
                out.choice(symbol, HeaderTwo.ID_CHARACTERS.length());
            }
        }
    }

    /** Exponent and step relative to the bound, budget. */
    private void writeScale(FileHeader h) {
        double bound = decoded(h.errorBound());
        int scale = h.exponent() - HeaderTwo.octave(bound) - HeaderTwo.LEAST_SCALE;
        boolean near = scale >= 0 && scale < edition.scales() - 1;
        out.choice(near ? scale : edition.scales() - 1, edition.scales());
        if (!near) {
            out.signed(h.exponent(), HeaderTwo.ANY_EXPONENT);
        }
        long offset = (long) Math.scalb(h.offset(), Normalization.OFFSET_DIGITS - h.exponent());
        boolean small = Math.abs(offset) < HeaderTwo.OFFSETS / 2;
        out.choice(small ? (int) offset + HeaderTwo.OFFSETS / 2 : 0, HeaderTwo.OFFSETS);
        if (!small) {
            writeSigned(offset, HeaderTwo.ANY_OFFSET, HeaderTwo.OFFSET_LENGTHS);
        }
        out.number(h.budget(), FileFormat.largestBudget(h.grid().points()));
        long finer = Steps.code(h.step()) - (long) HeaderTwo.expectedStep(bound, h.exponent());
        writeSigned(finer, 2L * Steps.COUNT, HeaderTwo.STEP_LENGTHS);
    }

    private void writeSigned(long value, long largest, int lengths) {
        if (edition.isTerse()) {
            out.terseSigned(value, largest, lengths);
        } else {
            out.signed(value, largest);
        }
    }

    private void writeLattice(Lattice lattice) {
        if (edition.isShort()) {
            boolean plain = lattice.divisor() == 1 && Double.doubleToRawLongBits(lattice.offset()) == 0;
            out.choice(plain ? 1 : 0, 2);
            if (plain) {
                out.real(lattice.step());
                return;
            }
        }
        out.choice((int) Math.rint(StrictMath.log10(lattice.divisor())), Lattice.MOST_DECIMALS + 1);
        out.real(lattice.step());
        out.real(lattice.offset());
    }

    /** The bound as a reader will see it. */
    private double decoded(double bound) {
        RangeEncoder coder = new RangeEncoder();
        new BitWriter(coder).bound(bound, edition);
        byte[] bytes = coder.finish();
        try {
            return new BitReader(new RangeDecoder(bytes, 0, bytes.length)).bound(edition);
        } catch (CorruptCodeException e) {
            throw new IllegalStateException("a bound is not read as it was written", e);
        }
    }
}
