package org.epsilonet.codec.internal;

import java.util.List;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.SampleType;
import org.epsilonet.codec.FileHeader;
import org.epsilonet.quantization.Steps;

/**
 * The header of versions 2 to 6: symbols of the range coder, the first ones of the stream, so that no number is rounded up
 * to whole bytes. What most files have in common is one symbol; scale and step are told relative to the error bound. See
 * {@code docs/format.md}.
 */
final class HeaderTwo {
    static final int VERSION = 2;

    /** The same header in fewer bits, without blocks: read, and no longer written. */
    static final int SHORT = 5;

    /** In fewer bits again. */
    static final int TERSE = 6;

    /** The same header, before samples in fewer bits. */
    static final int TERSER = 7;

    /** The same header, before blocks that are range-coded throughout: read, and no longer written. */
    static final int BLOCKED = 3;

    /** The same header, before blocks with their raw bits apart. */
    static final int BLOCKED_APART = 4;

    static final String ID_CHARACTERS = "-.0123456789abcdefghijklmnopqrstuvwxyz";
    static final int LONGEST_ID = 64;
    static final int MOST_AXES = 16;

    static final List<LpNorm> NORMS = List.of(LpNorm.L2, LpNorm.SUP, LpNorm.L1);
    static final List<SampleType> TYPES =
            List.of(SampleType.F8, SampleType.F4, SampleType.I4, SampleType.I2, SampleType.U1, SampleType.U2);
    static final Content[] CONTENTS = Content.values();

    /** Approximant or lattice, l2 or sup, on the unit interval or unit-spaced, one axis of doubles. */
    static final int USUAL = 8;

    /** Approximant or lattice, l2 or sup, on the unit square, doubles: version 5 counts them among the usual. */
    static final int USUAL_IMAGES = 4;

    /**
     * How version 6 tells the kinds of files of version 5: first the row, then the place in it. Approximants on the unit
     * interval, in l2 and in sup; lattices there and images; what is unit-spaced, and all others.
     */
    static final int[][] KINDS = {{0}, {2}, {4, 6, 8, 9, 10, 11}, {1, 3, 5, 7, USUAL + USUAL_IMAGES}};

    static final int CODES = 256;
    /** Above the codes of one symbol: the others in two, and an id spelled out. */
    static final int SHORT_CODES = CODES - 2;

    static final int LONG_CODES = 1 << 10;

    static final int LEAST_SCALE = -2;
    static final int OFFSETS = 32;
    static final long ANY_OFFSET = 1L << 60;
    /** In version 6 so many lengths of an offset, and of a step, have a short code. */
    static final int OFFSET_LENGTHS = 16;

    static final int STEP_LENGTHS = 11;
    static final int ANY_EXPONENT = 1 << 12;

    private HeaderTwo() {}

    /**
     * What differs between versions.
     *
     * @param usual how many kinds of files are told by one symbol
     * @param precision the decimal digits of the error bound
     * @param scales of the exponent, relative to the bound; the last is for all others
     * @param isShort whether frequent families and lattices have codes of their own
     * @param isTerse whether the likelier kinds, lengths, bounds, offsets and steps have shorter codes than the others
     */
    record Edition(int usual, int precision, int scales, boolean isShort, boolean isTerse) {
        private static final Edition FIRST = new Edition(USUAL, 4, 64, false, false);
        private static final Edition SECOND = new Edition(USUAL + USUAL_IMAGES, 3, 24, true, false);
        private static final Edition THIRD = new Edition(USUAL + USUAL_IMAGES, 3, 24, true, true);

        static Edition of(int version) {
            return version >= TERSE ? THIRD : version >= SHORT ? SECOND : FIRST;
        }
    }

    /** Where the samples sit. */
    enum Place {
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

    static boolean isBlocked(int version) {
        return version == BLOCKED || version == BLOCKED_APART;
    }

    static int octave(double bound) {
        return bound == 0 ? 0 : Math.getExponent(bound);
    }

    /** The step is expected at the bound, in the units of the normalized function. */
    static int expectedStep(double bound, int exponent) {
        return Math.max(0, Steps.codeAtMost(Math.scalb(bound, -exponent)));
    }
}
