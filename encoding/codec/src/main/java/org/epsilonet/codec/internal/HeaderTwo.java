package org.epsilonet.codec.internal;

import org.epsilonet.quantization.Steps;

/**
 * The header of versions 2 to 6: symbols of the range coder, the first ones of the stream, so that no number is rounded up
 * to whole bytes. What most files have in common is one symbol; scale and step are told relative to the error bound. Only
 * that of version 4 is still written. See {@code docs/format.md}.
 */
final class HeaderTwo {
    static final int VERSION = 2;

    /** The same header, before blocks that are range-coded throughout. */
    static final int BLOCKED = 3;

    /** The same header, before blocks with their raw bits apart: written for very many parameters. */
    static final int BLOCKED_APART = 4;

    /** The same header in fewer bits, without blocks. */
    static final int SHORT = 5;

    /** In fewer bits again. */
    static final int TERSE = 6;

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
        /** That of versions 2 to 4. */
        static final Edition FIRST = new Edition(HeaderKind.USUAL, 4, 64, false, false);

        private static final Edition SECOND = new Edition(HeaderKind.USUAL + HeaderKind.IMAGES, 3, 24, true, false);
        private static final Edition THIRD = new Edition(HeaderKind.USUAL + HeaderKind.IMAGES, 3, 24, true, true);

        static Edition of(int version) {
            return version >= TERSE ? THIRD : version >= SHORT ? SECOND : FIRST;
        }

        /** How many families have a code of their own among the frequent ones. */
        int frequent() {
            return isShort ? FamilyCodes.FREQUENT : 0;
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
