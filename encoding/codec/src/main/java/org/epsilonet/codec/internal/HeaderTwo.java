package org.epsilonet.codec.internal;

import java.util.List;
import org.epsilonet.api.function.Distance;
import org.epsilonet.api.function.Grid;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.SampleType;
import org.epsilonet.api.symbol.CorruptCodeException;
import org.epsilonet.codec.FileHeader;
import org.epsilonet.quantization.Steps;

/**
 * The header of version 2: symbols of the range coder, the first ones of the stream, so that no number is rounded up to
 * whole bytes. What most files have in common is one symbol; scale and step are told relative to the error bound. See
 * {@code docs/format.md}.
 */
final class HeaderTwo {
    static final int VERSION = 2;

    private static final String ID_CHARACTERS = "-.0123456789abcdefghijklmnopqrstuvwxyz";
    private static final int LONGEST_ID = 64;
    private static final int MOST_AXES = 16;

    private static final List<LpNorm> NORMS = List.of(LpNorm.L2, LpNorm.SUP, LpNorm.L1);
    private static final List<SampleType> TYPES =
            List.of(SampleType.F8, SampleType.F4, SampleType.I4, SampleType.I2, SampleType.U1, SampleType.U2);
    private static final Content[] CONTENTS = Content.values();

    /** Approximant or lattice, l2 or sup, on the unit interval or unit-spaced, one axis of doubles. */
    private static final int USUAL = 8;

    private static final int CODES = 256;
    /** Above the codes of one symbol: the others in two, and an id spelled out. */
    private static final int SHORT_CODES = CODES - 2;

    private static final int LONG_CODES = 1 << 10;

    private static final int SCALES = 64;
    private static final int LEAST_SCALE = -2;
    private static final int OFFSETS = 32;
    private static final long ANY_OFFSET = 1L << 60;
    private static final int ANY_EXPONENT = 1 << 12;

    private HeaderTwo() {}

    /** Where the samples sit. */
    private enum Place {
        UNIT_CUBE,
        UNIT_SPACING,
        ELSEWHERE;

        static Place of(FileHeader h) {
            boolean cube = true;
            boolean unit = true;
            for (int axis = 0; axis < h.dimension(); axis++) {
                int n = h.grid().length(axis);
                double origin = h.origin()[axis];
                double spacing = h.spacing()[axis];
                cube &= origin == 0.5 / n && spacing == 1.0 / n;
                unit &= origin == 0 && spacing == 1;
            }
            return cube ? UNIT_CUBE : unit ? UNIT_SPACING : ELSEWHERE;
        }
    }

    static void write(FileHeader h, Content content, Lattice lattice, RangeEncoder sink) {
        BitWriter out = new BitWriter(sink);
        Place place = Place.of(h);
        int norm = NORMS.indexOf(h.norm());
        int kind = content == Content.APPROXIMANT ? 0 : content == Content.LATTICE ? 1 : 2;
        boolean usual = kind < 2
                && h.type() == SampleType.F8
                && (norm == 0 || norm == 1)
                && place != Place.ELSEWHERE
                && h.dimension() == 1;
        out.choice(usual ? kind << 2 | norm << 1 | place.ordinal() : USUAL, USUAL + 1);
        if (!usual) {
            out.choice(content.ordinal(), CONTENTS.length);
            out.choice(TYPES.indexOf(h.type()), TYPES.size());
            out.choice(norm < 0 ? NORMS.size() : norm, NORMS.size() + 1);
            out.choice(place.ordinal(), Place.values().length);
            out.choice(h.dimension() - 1, MOST_AXES);
        }
        for (int n : h.shape()) {
            out.length(n);
        }
        for (int axis = 0; axis < h.dimension() && place == Place.ELSEWHERE; axis++) {
            out.real(h.origin()[axis]);
            out.real(h.spacing()[axis]);
        }
        if (norm < 0) {
            out.real(h.norm().p());
        }
        out.bound(h.errorBound());
        switch (content) {
            case APPROXIMANT -> {
                writeFamily(h.family(), out);
                writeScale(h, out);
            }
            case CONSTANT -> out.real(h.offset());
            case LATTICE -> writeLattice(lattice, out);
            case EXACT -> {}
        }
    }

    private static void writeFamily(String id, BitWriter out) {
        int code = FamilyCodes.of(id);
        if (code >= 0 && code < SHORT_CODES) {
            out.choice(code, CODES);
        } else if (code >= 0) {
            out.choice(SHORT_CODES, CODES);
            out.choice(code - SHORT_CODES, LONG_CODES);
        } else {
            out.choice(SHORT_CODES + 1, CODES);
            out.choice(id.length() - 1, LONGEST_ID);
            for (char c : id.toCharArray()) {
                int symbol = ID_CHARACTERS.indexOf(c);
                if (symbol < 0) {
                    throw new IllegalArgumentException("the id '" + id + "' of a family has a character not allowed");
                }
                out.choice(symbol, ID_CHARACTERS.length());
            }
        }
    }

    /** Exponent and step relative to the bound, budget. */
    private static void writeScale(FileHeader h, BitWriter out) {
        double bound = decoded(h.errorBound());
        int scale = h.exponent() - octave(bound) - LEAST_SCALE;
        boolean near = scale >= 0 && scale < SCALES - 1;
        out.choice(near ? scale : SCALES - 1, SCALES);
        if (!near) {
            out.signed(h.exponent(), ANY_EXPONENT);
        }
        long offset = (long) Math.scalb(h.offset(), Normalization.OFFSET_DIGITS - h.exponent());
        boolean small = Math.abs(offset) < OFFSETS / 2;
        out.choice(small ? (int) offset + OFFSETS / 2 : 0, OFFSETS);
        if (!small) {
            out.signed(offset, ANY_OFFSET);
        }
        out.number(h.budget(), FileFormat.largestBudget(h.grid().points()));
        out.signed(Steps.code(h.step()) - (long) expectedStep(bound, h.exponent()), 2L * Steps.COUNT);
    }

    private static void writeLattice(Lattice lattice, BitWriter out) {
        out.choice((int) Math.rint(StrictMath.log10(lattice.divisor())), Lattice.MOST_DECIMALS + 1);
        out.real(lattice.step());
        out.real(lattice.offset());
    }

    /** The bound as a reader will see it. */
    private static double decoded(double bound) {
        RangeEncoder coder = new RangeEncoder();
        new BitWriter(coder).bound(bound);
        byte[] bytes = coder.finish();
        try {
            return new BitReader(new RangeDecoder(bytes, 0, bytes.length)).bound();
        } catch (CorruptCodeException e) {
            throw new IllegalStateException("a bound is not read as it was written", e);
        }
    }

    private static int octave(double bound) {
        return bound == 0 ? 0 : Math.getExponent(bound);
    }

    /** The step is expected at the bound, in the units of the normalized function. */
    private static int expectedStep(double bound, int exponent) {
        return Math.max(0, Steps.codeAtMost(Math.scalb(bound, -exponent)));
    }

    static FileFormat.Layout read(byte[] file, int start, int end, long maxSamples) throws CorruptCodeException {
        RangeDecoder stream = new RangeDecoder(file, start, end);
        BitReader in = new BitReader(stream);
        int usual = in.choice(USUAL + 1);
        boolean all = usual == USUAL;
        Content content =
                all ? CONTENTS[in.choice(CONTENTS.length)] : usual < 4 ? Content.APPROXIMANT : Content.LATTICE;
        SampleType type = all ? TYPES.get(in.choice(TYPES.size())) : SampleType.F8;
        int norm = all ? in.choice(NORMS.size() + 1) : usual >> 1 & 1;
        Place place = Place.values()[all ? in.choice(Place.values().length) : usual & 1];
        Grid grid = grid(in, all ? in.choice(MOST_AXES) + 1 : 1, maxSamples);
        double[] origin = new double[grid.dimension()];
        double[] spacing = new double[grid.dimension()];
        for (int axis = 0; axis < grid.dimension(); axis++) {
            int n = grid.length(axis);
            origin[axis] = switch (place) {
                case UNIT_CUBE -> 0.5 / n;
                case UNIT_SPACING -> 0;
                case ELSEWHERE -> in.real("origin");
            };
            spacing[axis] = switch (place) {
                case UNIT_CUBE -> 1.0 / n;
                case UNIT_SPACING -> 1;
                case ELSEWHERE -> in.positive("spacing");
            };
        }
        LpNorm lp = norm < NORMS.size() ? NORMS.get(norm) : otherNorm(in);
        double bound = in.bound();
        boolean approximant = content == Content.APPROXIMANT;
        String family = approximant ? family(in) : content.id();
        int exponent = approximant ? exponent(in, bound) : 0;
        double offset = approximant ? offset(in, exponent) : content == Content.CONSTANT ? in.real("constant") : 0;
        long largest = FileFormat.largestBudget(grid.points());
        int budget = approximant ? (int) in.number("budget", 1, largest) : 0;
        double step = approximant ? step(in, bound, exponent) : 0;
        Lattice lattice = content == Content.LATTICE ? lattice(in) : Lattice.INTEGERS;
        if (content == Content.LATTICE) {
            offset = lattice.offset();
            step = lattice.step() / lattice.divisor();
        }
        long head = Math.min(stream.bitsRead(), 8L * (end - start));
        FileHeader header = new FileHeader(
                VERSION,
                family,
                grid,
                origin,
                spacing,
                type,
                lp,
                bound,
                Distance.measured(bound, lp),
                offset,
                exponent,
                budget,
                step,
                approximant ? FileHeader.UNKNOWN : content == Content.CONSTANT ? 0 : grid.points(),
                0,
                8L * (end - start) - head,
                8L * (file.length - (end - start)) + head);
        return new FileFormat.Layout(header, content, lattice, stream);
    }

    private static Grid grid(BitReader in, int axes, long maxSamples) throws CorruptCodeException {
        int[] shape = new int[axes];
        long left = Math.min(maxSamples, Integer.MAX_VALUE - 8);
        for (int axis = 0; axis < axes; axis++) {
            shape[axis] = in.length("number of samples along axis " + axis, left);
            left /= shape[axis];
        }
        return Grid.of(shape);
    }

    private static LpNorm otherNorm(BitReader in) throws CorruptCodeException {
        double p = in.real("exponent of the norm");
        if (!(p > 1) || p == 2) {
            throw new CorruptCodeException("an unusual norm must have an exponent above 1 other than 2, was " + p);
        }
        return new LpNorm(p);
    }

    private static String family(BitReader in) throws CorruptCodeException {
        int code = in.choice(CODES);
        if (code > SHORT_CODES) {
            StringBuilder id = new StringBuilder();
            for (int left = in.choice(LONGEST_ID) + 1; left > 0; left--) {
                id.append(ID_CHARACTERS.charAt(in.choice(ID_CHARACTERS.length())));
            }
            return id.toString();
        }
        code = code < SHORT_CODES ? code : SHORT_CODES + in.choice(LONG_CODES);
        if (code >= FamilyCodes.count()) {
            throw new CorruptCodeException("the family has the code " + code + ", known are " + FamilyCodes.count()
                    + "; a newer release may know more");
        }
        return FamilyCodes.id(code);
    }

    private static int exponent(BitReader in, double bound) throws CorruptCodeException {
        int scale = in.choice(SCALES);
        return scale < SCALES - 1 ? scale + LEAST_SCALE + octave(bound) : (int) in.signed("exponent", ANY_EXPONENT);
    }

    private static double offset(BitReader in, int exponent) throws CorruptCodeException {
        int small = in.choice(OFFSETS);
        long digits = small > 0 ? small - OFFSETS / 2 : in.signed("offset", ANY_OFFSET);
        double offset = Math.scalb((double) digits, exponent - Normalization.OFFSET_DIGITS);
        if (!Double.isFinite(offset)) {
            throw new CorruptCodeException("the offset must be finite, was " + offset);
        }
        return offset;
    }

    private static double step(BitReader in, double bound, int exponent) throws CorruptCodeException {
        long code = expectedStep(bound, exponent) + in.signed("step", 2L * Steps.COUNT);
        if (code < 0 || code >= Steps.COUNT) {
            throw new CorruptCodeException("the code of the step must be below " + Steps.COUNT + ", was " + code);
        }
        return Steps.of((int) code);
    }

    private static Lattice lattice(BitReader in) throws CorruptCodeException {
        double divisor = 1;
        for (int decimals = in.choice(Lattice.MOST_DECIMALS + 1); decimals > 0; decimals--) {
            divisor *= 10;
        }
        double step = in.positive("step");
        return new Lattice(in.real("offset"), step, divisor);
    }
}
