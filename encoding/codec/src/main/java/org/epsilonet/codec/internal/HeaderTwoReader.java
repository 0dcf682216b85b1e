package org.epsilonet.codec.internal;

import java.util.List;
import org.epsilonet.api.function.Distance;
import org.epsilonet.api.function.Grid;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.SampleType;
import org.epsilonet.api.symbol.CorruptCodeException;
import org.epsilonet.codec.FileHeader;
import org.epsilonet.quantization.Steps;

/** Reads {@linkplain HeaderTwo headers} of versions 2 to 6. */
final class HeaderTwoReader {
    private HeaderTwoReader() {}

    /**
     * How long a file is.
     *
     * @param version its version
     * @param all its bits
     * @param stream those of the stream that the header begins
     * @param blocks those of the blocks behind that stream
     */
    record Sizes(int version, long all, long stream, long blocks) {
        /** The bits of the payload, behind a header of so many. */
        long payload(long header) {
            return HeaderTwo.isBlocked(version) ? blocks : stream - Math.min(header, stream);
        }
    }

    /**
     * Reads a header.
     *
     * @param stream begins with it
     * @param maxSamples the most samples that are welcome
     * @param bits how many bits there are in all, and of the payload
     */
    static FileFormat.Layout read(RangeDecoder stream, long maxSamples, Sizes bits) throws CorruptCodeException {
        BitReader in = new BitReader(stream);
        HeaderTwo.Edition edition = HeaderTwo.Edition.of(bits.version());
        int usual = kind(in, edition);
        boolean all = usual == edition.usual();
        boolean image = !all && usual >= HeaderTwo.USUAL;
        if (image) {
            // The same symbols as of one axis, on the unit cube.
            usual = usual - HeaderTwo.USUAL << 1;
        }
        Content content = all
                ? HeaderTwo.CONTENTS[in.choice(HeaderTwo.CONTENTS.length)]
                : usual < 4 ? Content.APPROXIMANT : Content.LATTICE;
        SampleType type = all ? HeaderTwo.TYPES.get(in.choice(HeaderTwo.TYPES.size())) : SampleType.F8;
        int norm = all ? in.choice(HeaderTwo.NORMS.size() + 1) : usual >> 1 & 1;
        HeaderTwo.Place place = HeaderTwo.Place.values()[all ? in.choice(HeaderTwo.Place.values().length) : usual & 1];
        Grid grid = grid(in, all ? in.choice(HeaderTwo.MOST_AXES) + 1 : image ? 2 : 1, maxSamples, edition);
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
        LpNorm lp = norm < HeaderTwo.NORMS.size() ? HeaderTwo.NORMS.get(norm) : otherNorm(in);
        double bound = in.bound(edition);
        boolean approximant = content == Content.APPROXIMANT;
        String family = approximant ? family(in, edition) : content.id();
        int exponent = approximant ? exponent(in, bound, edition) : 0;
        double offset =
                approximant ? offset(in, exponent, edition) : content == Content.CONSTANT ? in.real("constant") : 0;
        long largest = FileFormat.largestBudget(grid.points());
        int budget = approximant ? (int) in.number("budget", 1, largest) : 0;
        double step = approximant ? step(in, bound, exponent, edition) : 0;
        Lattice lattice = content == Content.LATTICE ? lattice(in, edition) : Lattice.INTEGERS;
        if (content == Content.LATTICE) {
            offset = lattice.offset();
            step = lattice.step() / lattice.divisor();
        }
        long payload = bits.payload(stream.bitsRead());
        FileHeader header = new FileHeader(
                bits.version(),
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
                payload,
                bits.all() - payload);
        return new FileFormat.Layout(header, content, lattice, stream, List.of());
    }

    private static int kind(BitReader in, HeaderTwo.Edition edition) throws CorruptCodeException {
        if (!edition.isTerse()) {
            return in.choice(edition.usual() + 1);
        }
        int[] kinds = HeaderTwo.KINDS[in.choice(HeaderTwo.KINDS.length)];
        return kinds[in.choice(kinds.length)];
    }

    private static Grid grid(BitReader in, int axes, long maxSamples, HeaderTwo.Edition edition)
            throws CorruptCodeException {
        int[] shape = new int[axes];
        long left = Math.min(maxSamples, Integer.MAX_VALUE - 8);
        for (int axis = 0; axis < axes; axis++) {
            String what = "number of samples along axis " + axis;
            shape[axis] = edition.isTerse() ? in.terseLength(what, left) : in.length(what, left);
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

    private static String family(BitReader in, HeaderTwo.Edition edition) throws CorruptCodeException {
        int frequent = edition.isShort() ? in.choice(FamilyCodes.FREQUENT + 1) : FamilyCodes.FREQUENT;
        if (frequent < FamilyCodes.FREQUENT) {
            return FamilyCodes.frequentId(frequent);
        }
        int code = in.choice(HeaderTwo.CODES);
        if (code > HeaderTwo.SHORT_CODES) {
            StringBuilder id = new StringBuilder();
            for (int left = in.choice(HeaderTwo.LONGEST_ID) + 1; left > 0; left--) {
                id.append(HeaderTwo.ID_CHARACTERS.charAt(in.choice(HeaderTwo.ID_CHARACTERS.length())));
            }
            return id.toString();
        }
        code = code < HeaderTwo.SHORT_CODES ? code : HeaderTwo.SHORT_CODES + in.choice(HeaderTwo.LONG_CODES);
        if (code >= FamilyCodes.count()) {
            throw new CorruptCodeException("the family has the code " + code + ", known are " + FamilyCodes.count()
                    + "; a newer release may know more");
        }
        return FamilyCodes.id(code);
    }

    private static int exponent(BitReader in, double bound, HeaderTwo.Edition edition) throws CorruptCodeException {
        int scale = in.choice(edition.scales());
        return scale < edition.scales() - 1
                ? scale + HeaderTwo.LEAST_SCALE + HeaderTwo.octave(bound)
                : (int) in.signed("exponent", HeaderTwo.ANY_EXPONENT);
    }

    private static double offset(BitReader in, int exponent, HeaderTwo.Edition edition) throws CorruptCodeException {
        int small = in.choice(HeaderTwo.OFFSETS);
        long digits = small > 0
                ? small - HeaderTwo.OFFSETS / 2
                : signed(in, "offset", HeaderTwo.ANY_OFFSET, HeaderTwo.OFFSET_LENGTHS, edition);
        double offset = Math.scalb((double) digits, exponent - Normalization.OFFSET_DIGITS);
        if (!Double.isFinite(offset)) {
            throw new CorruptCodeException("the offset must be finite, was " + offset);
        }
        return offset;
    }

    private static long signed(BitReader in, String what, long largest, int lengths, HeaderTwo.Edition edition)
            throws CorruptCodeException {
        return edition.isTerse() ? in.terseSigned(what, largest, lengths) : in.signed(what, largest);
    }

    private static double step(BitReader in, double bound, int exponent, HeaderTwo.Edition edition)
            throws CorruptCodeException {
        long code = HeaderTwo.expectedStep(bound, exponent)
                + signed(in, "step", 2L * Steps.COUNT, HeaderTwo.STEP_LENGTHS, edition);
        if (code < 0 || code >= Steps.COUNT) {
            throw new CorruptCodeException("the code of the step must be below " + Steps.COUNT + ", was " + code);
        }
        return Steps.of((int) code);
    }

    private static Lattice lattice(BitReader in, HeaderTwo.Edition edition) throws CorruptCodeException {
        if (edition.isShort() && in.choice(2) == 1) {
            return new Lattice(0, in.positive("step"), 1);
        }
        double divisor = 1;
        for (int decimals = in.choice(Lattice.MOST_DECIMALS + 1); decimals > 0; decimals--) {
            divisor *= 10;
        }
        double step = in.positive("step");
        return new Lattice(in.real("offset"), step, divisor);
    }
}
