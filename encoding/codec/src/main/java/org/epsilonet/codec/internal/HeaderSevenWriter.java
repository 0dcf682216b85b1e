package org.epsilonet.codec.internal;

import java.util.Optional;
import org.epsilonet.codec.FileHeader;
import org.epsilonet.quantization.Steps;

/** Writes {@linkplain HeaderSeven headers} of version 7. */
final class HeaderSevenWriter {
    private final FileHeader header;
    private final BitWriter out;
    /** The bound as a reader will see it; empty if it is 0. */
    private final Optional<RoundedBound> bound;

    private HeaderSevenWriter(FileHeader header, BitWriter out) {
        this.header = header;
        this.out = out;
        this.bound = RoundedBound.ifPositive(header.errorBound());
    }

    /** The row of the kind of a file, which its mark tells. */
    static int row(FileHeader h, Content content) {
        HeaderKind kind = HeaderKind.of(h, content);
        return switch (h.version()) {
            case HeaderSeven.CORRECTED -> HeaderKind.ROWS.length;
            case HeaderSeven.LAWFUL -> HeaderKind.ROWS.length + 1 + kind.row(HeaderKind.LAWFUL);
            default -> kind.row(HeaderKind.ROWS);
        };
    }

    /** Writes all but the row of the kind. */
    static void write(FileHeader h, Content content, Lattice lattice, RangeEncoder sink) {
        HeaderKind kind = HeaderKind.of(h, content);
        BitWriter out = new BitWriter(sink);
        kind.writeInRow(HeaderKind.inRow(row(h, content)), out);
        new HeaderSevenWriter(h, out).write(kind, lattice);
    }

    /** The same for an approximant with corrections. */
    static void writeCorrected(FileHeader h, CorrectionKind corrections, RangeEncoder sink) {
        HeaderKind kind = HeaderKind.of(h, Content.APPROXIMANT);
        BitWriter out = new BitWriter(sink);
        kind.writeInRow(HeaderKind.CORRECTED, out);
        corrections.write(h.type(), out);
        new HeaderSevenWriter(h, out).write(kind, Lattice.INTEGERS);
    }

    private void write(HeaderKind kind, Lattice lattice) {
        Content content = kind.content();
        for (int n : header.shape()) {
            writeLength(n);
        }
        Placement.write(kind.place(), header, out);
        if (kind.norm() == HeaderKind.NORMS.size()) {
            out.real(header.norm().p());
        }
        if (content == Content.APPROXIMANT) {
            writeApproximant();
            return;
        }
        writeBound(HeaderSeven.LARGEST_OCTAVE, HeaderSeven.ALL_OCTAVES);
        if (content == Content.CONSTANT) {
            out.real(header.offset());
        } else if (content == Content.LATTICE) {
            writeLattice(lattice);
        }
    }

    private void writeLength(int n) {
        int all = HeaderSeven.POWERS + HeaderSeven.OTHERS;
        int bits = BitWriter.bitLength(n);
        int power = bits - 1 - HeaderSeven.LEAST_POWER;
        int other = bits - HeaderSeven.LEAST_OTHER;
        boolean isPower = Integer.bitCount(n) == 1;
        if (isPower && power >= 0 && power < HeaderSeven.POWERS) {
            out.choice(power, all + 1);
        } else if (!isPower && other >= 0 && other < HeaderSeven.OTHERS) {
            out.choice(HeaderSeven.POWERS + other, all + 1);
            out.belowLeading(n);
        } else {
            out.choice(all, all + 1);
            out.length(n);
        }
    }

    private void writeApproximant() {
        int exponent = header.exponent();
        int near = exponent - HeaderSeven.LEAST_EXPONENT;
        boolean isNear = near >= 0 && near < HeaderSeven.EXPONENTS;
        out.choice(isNear ? near : HeaderSeven.EXPONENTS, HeaderSeven.EXPONENTS + 1);
        if (!isNear) {
            out.signed(exponent, HeaderTwo.ANY_EXPONENT);
        }
        writeBound(exponent, HeaderSeven.OCTAVES);
        FamilyCodes.write(header.family(), FamilyCodes.ALL_FREQUENT, out);
        writeOffset();
        writeBudget();
        writeStep();
    }

    /** The bound, with short codes for some octaves downwards from one. */
    private void writeBound(int largestOctave, int octaves) {
        if (bound.isEmpty()) {
            out.choice(octaves, octaves + 1);
            out.choice(0, 2);
            return;
        }
        RoundedBound rounded = bound.get();
        int below = largestOctave - rounded.octave();
        boolean near = below >= 0 && below < octaves;
        out.choice(near ? below : octaves, octaves + 1);
        if (!near) {
            out.choice(1, 2);
            out.choice(rounded.octave() - RoundedBound.LEAST_OCTAVE, RoundedBound.OCTAVES);
        }
        out.choice(rounded.symbol(), RoundedBound.SYMBOLS);
    }

    private double boundAsRead() {
        return RoundedBound.told(header.errorBound());
    }

    private void writeOffset() {
        long units = (long) Math.scalb(header.offset(), Normalization.OFFSET_DIGITS - header.exponent());
        int quarter = 1 << Normalization.OFFSET_DIGITS - Normalization.SHORT_DIGITS;
        boolean isShort = units % quarter == 0 && Math.abs(units / quarter) <= HeaderSeven.QUARTERS;
        out.choice(
                isShort ? (int) (units / quarter) + HeaderSeven.QUARTERS : HeaderSeven.OFFSETS,
                HeaderSeven.OFFSETS + 1);
        if (isShort) {
            return;
        }
        boolean small = Math.abs(units) < HeaderTwo.OFFSETS / 2;
        out.choice(small ? (int) units + HeaderTwo.OFFSETS / 2 : 0, HeaderTwo.OFFSETS);
        if (!small) {
            out.terseSigned(units, HeaderTwo.ANY_OFFSET, HeaderTwo.OFFSET_LENGTHS);
        }
    }

    private void writeBudget() {
        int bits = BitWriter.bitLength(header.budget());
        boolean isShort = bits <= HeaderSeven.BUDGET_LENGTHS;
        out.choice(isShort ? bits : 0, HeaderSeven.BUDGET_LENGTHS + 1);
        if (!isShort) {
            int more =
                    BitWriter.bitLength(FileFormat.largestBudget(header.grid().points())) - HeaderSeven.BUDGET_LENGTHS;
            out.choice(bits - 1 - HeaderSeven.BUDGET_LENGTHS, more);
        }
        out.belowLeading(header.budget());
    }

    private void writeStep() {
        int expected = HeaderSeven.expectedStep(boundAsRead(), header.exponent(), header.budget());
        int stride = HeaderSeven.stride(header.budget());
        long coarser = Steps.code(header.step()) - (long) expected;
        long folded = BitWriter.folded(coarser / stride);
        int bits = BitWriter.bitLength(folded);
        boolean isShort = coarser % stride == 0 && bits < HeaderSeven.STEP_LENGTHS;
        out.choice(isShort ? bits : HeaderSeven.STEP_LENGTHS, HeaderSeven.STEP_LENGTHS + 1);
        if (isShort) {
            out.belowLeading(folded);
        } else {
            out.terseSigned(coarser, 2L * Steps.COUNT, HeaderTwo.STEP_LENGTHS);
        }
    }

    /** The step relative to the octave of the bound, and the place of 0 among parts of it; or anything. */
    private void writeLattice(Lattice lattice) {
        int place = HeaderSeven.placeOf(lattice);
        boolean plain = place >= 0;
        int octave =
                Math.getExponent(lattice.step()) - HeaderTwo.octave(boundAsRead()) - HeaderSeven.LEAST_LATTICE_OCTAVE;
        int digits = BitWriter.digits(lattice.step());
        boolean isShort = plain
                && lattice.step() >= Double.MIN_NORMAL
                && octave >= 0
                && octave < HeaderSeven.LATTICE_OCTAVES + HeaderSeven.HIGH_LATTICE_OCTAVES
                && digits < HeaderSeven.LATTICE_DIGITS;
        int symbol =
                isShort ? Math.min(octave, HeaderSeven.LATTICE_OCTAVES) : HeaderSeven.LATTICE_OCTAVES + (plain ? 0 : 1);
        out.choice(symbol, HeaderSeven.LATTICE_OCTAVES + 2);
        if (!plain) {
            out.lattice(lattice);
            return;
        }
        if (symbol == HeaderSeven.LATTICE_OCTAVES) {
            int high = isShort ? octave - HeaderSeven.LATTICE_OCTAVES : HeaderSeven.HIGH_LATTICE_OCTAVES;
            out.choice(high, HeaderSeven.HIGH_LATTICE_OCTAVES + 1);
        }
        if (isShort) {
            out.choice(digits, HeaderSeven.LATTICE_DIGITS);
            out.mantissa(lattice.step(), digits);
        } else {
            out.real(lattice.step());
        }
        out.choice(place == 0 ? 0 : 1, 2);
        if (place > 0) {
            out.choice(place - 1, HeaderSeven.PLACES - 1);
        }
    }
}
