package org.epsilonet.codec.internal;

/**
 * The header of version 7, behind a mark that tells the version and the row of the {@linkplain HeaderKind kind}: what
 * {@linkplain HeaderTwo earlier ones} tell in fewer bits again. The error bound is told relative to the exponent; the step
 * relative to what rounding may do with so many parameters, and more coarsely where they are few: each of them loses less by
 * that than the header saves. See {@code docs/format.md}.
 */
final class HeaderSeven {
    static final int VERSION = 7;

    /** The same header, of approximants with {@linkplain Corrections corrections}; their mark is the next one. */
    static final int CORRECTED = 8;

    /** The same header, of approximants whose integers follow a {@link DecayLaw}; two more marks. */
    static final int LAWFUL = 9;

    /** The version of a row of kinds. */
    static int version(int row) {
        int behind = row - HeaderKind.ROWS.length;
        if (behind <= 0) {
            return behind < 0 ? VERSION : CORRECTED;
        }
        return LAWFUL + Math.max(0, behind - HeaderKind.LAWFUL.length);
    }

    /** Exponents from -7 to 16 have a code of their own. */
    static final int EXPONENTS = 24;

    static final int LEAST_EXPONENT = -7;
    /** So many octaves of the bound, from that of the exponent downwards, have one too. */
    static final int OCTAVES = 23;
    /** Where there is no exponent, those from 2^15 downwards. */
    static final int ALL_OCTAVES = 47;

    static final int LARGEST_OCTAVE = 15;

    /** Offsets that are multiples of a quarter of the unit, up to it. */
    static final int QUARTERS = 4;

    static final int OFFSETS = 2 * QUARTERS + 1;
    /** Bitlengths of budgets with a short code. */
    static final int BUDGET_LENGTHS = 10;
    /** Bitlengths of steps with a short code. */
    static final int STEP_LENGTHS = 10;
    /** Lengths of axes: powers of two from 2^6 to 2^15, others of 5 to 16 bits. */
    static final int POWERS = 10;

    static final int LEAST_POWER = 6;
    static final int OTHERS = 12;
    static final int LEAST_OTHER = 5;
    /** Steps of lattices from a quarter of the octave of the bound upwards. */
    static final int LATTICE_OCTAVES = 7;

    static final int LEAST_LATTICE_OCTAVE = -2;
    /** And so many above these have a longer one: lattices that data were made on. */
    static final int HIGH_LATTICE_OCTAVES = 31;

    /** Digits of a lattice's step. */
    static final int LATTICE_DIGITS = 17;

    /** A lattice may go through any of so many parts of a step. */
    static final int PLACES = 8;

    /** A budget of so many half octaves expects a step at the bound. */
    private static final int FEW_HALF_OCTAVES = 7;

    /** So many codes, of 32 an octave, is the step finer for each half octave of the budget: as its square root. */
    private static final int FINER_PER_HALF_OCTAVE = 8;

    private HeaderSeven() {}

    /**
     * The step to expect: k errors of rounding add up to the square root of k times one.
     *
     * @param bound the error bound as the header tells it
     * @param exponent the exponent of the normalization
     * @param budget the budget, of which the number of parameters is some multiple
     * @return a code of a step
     */
    static int expectedStep(double bound, int exponent, int budget) {
        int bits = BitWriter.bitLength(budget);
        int halfOctaves = 2 * bits - 2 + (bits < 2 ? 0 : budget >>> bits - 2 & 1);
        int finer = FINER_PER_HALF_OCTAVE * Math.max(0, halfOctaves - FEW_HALF_OCTAVES);
        return Math.max(0, HeaderTwo.expectedStep(bound, exponent) - finer);
    }

    /** A lattice of a step that goes through some parts of it. */
    static Lattice lattice(double step, int place) {
        return new Lattice(place * step / PLACES, step, 1);
    }

    /** The parts of its step that a lattice goes through; -1 if it does not. */
    static int placeOf(Lattice lattice) {
        for (int place = 0; place < PLACES; place++) {
            if (lattice.equals(lattice(lattice.step(), place))) {
                return place;
            }
        }
        return -1;
    }

    /** Steps with a short code are so many codes apart, of 32 an octave. */
    static int stride(int budget) {
        return budget <= 16 ? 8 : budget <= 64 ? 4 : budget <= 256 ? 2 : 1;
    }
}
