package org.epsilonet.codec.internal;

import java.util.List;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.SampleType;
import org.epsilonet.api.symbol.CorruptCodeException;
import org.epsilonet.codec.FileHeader;

/**
 * What a header says first, from version 2 on: what kind of file it is. The usual kinds have short codes.
 *
 * @param content what follows the header
 * @param type of the samples
 * @param norm its place among the {@link #NORMS}, or their number for all others
 * @param place where the samples sit
 * @param axes how many axes they have
 */
record HeaderKind(Content content, SampleType type, int norm, Place place, int axes) {
    static final List<LpNorm> NORMS = List.of(LpNorm.L2, LpNorm.SUP, LpNorm.L1);

    /** Approximant or lattice, l2 or sup, on the unit interval or unit-spaced, one axis of doubles: so many. */
    static final int USUAL = 8;

    /** Approximant or lattice, l2 or sup, on the unit square, doubles: version 5 counts them among the usual. */
    static final int IMAGES = 4;

    /**
     * How versions 6 and 7 tell the kinds of files of version 5: first the row, then the place in it. Approximants on the unit
     * interval, in l2 and in sup; lattices there and images; what is unit-spaced, and all others.
     */
    static final int[][] ROWS = {{0}, {2}, {4, 6, 8, 9, 10, 11}, {1, 3, 5, 7, USUAL + IMAGES}};

    /** The row behind those: approximants with corrections in sup, on the unit interval, unit-spaced, images, and all others. */
    static final int[] CORRECTED = {2, 3, 9, USUAL + IMAGES};

    /** The rows behind that: approximants whose integers follow a law, in l2 on the unit interval, and all others. */
    static final int[][] LAWFUL = {{0}, {1, 2, 3, 8, 9, USUAL + IMAGES}};

    private static final List<SampleType> TYPES =
            List.of(SampleType.F8, SampleType.F4, SampleType.I4, SampleType.I2, SampleType.U1, SampleType.U2);
    private static final Content[] CONTENTS = Content.values();
    private static final Place[] PLACES = Place.values();
    private static final int MOST_AXES = 16;

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

    /** The kind of a file. */
    static HeaderKind of(FileHeader h, Content content) {
        int norm = NORMS.indexOf(h.norm());
        return new HeaderKind(content, h.type(), norm < 0 ? NORMS.size() : norm, Place.of(h), h.dimension());
    }

    /** The kind with a code below that of all others. */
    static HeaderKind of(int code) {
        boolean image = code >= USUAL;
        // The same digits as of one axis, but for the place.
        int digits = image ? code - USUAL << 1 : code;
        return new HeaderKind(
                digits < USUAL / 2 ? Content.APPROXIMANT : Content.LATTICE,
                SampleType.F8,
                digits >> 1 & 1,
                PLACES[digits & 1],
                image ? 2 : 1);
    }

    /** The code of the kind among so many usual ones; their number if it is not usual. */
    int code(int usual) {
        boolean plain = (content == Content.APPROXIMANT || content == Content.LATTICE)
                && type == SampleType.F8
                && norm < 2
                && place != Place.ELSEWHERE;
        int lattice = content == Content.LATTICE ? 1 : 0;
        if (plain && axes == 1) {
            return lattice << 2 | norm << 1 | place.ordinal();
        }
        boolean image = plain && axes == 2 && place == Place.UNIT_CUBE;
        return image && usual > USUAL ? USUAL + (lattice << 1 | norm) : usual;
    }

    /** The row of the kind among some, one of which has it. */
    int row(int[][] rows) {
        int code = code(USUAL + IMAGES);
        int row = 0;
        while (row < rows.length - 1 && column(rows[row], code) < 0) {
            row++;
        }
        return row;
    }

    /** The kinds of a row of all. */
    static int[] inRow(int row) {
        int behind = row - ROWS.length;
        return behind < 0 ? ROWS[row] : behind == 0 ? CORRECTED : LAWFUL[behind - 1];
    }

    private static int column(int[] row, int code) {
        int column = row.length - 1;
        while (column >= 0 && row[column] != code) {
            column--;
        }
        return column;
    }

    /** Reads the kind in a row: a usual one, or all that is to be said of another. */
    static HeaderKind inRow(int[] row, BitReader in) throws CorruptCodeException {
        int code = row[in.choice(row.length)];
        return code < USUAL + IMAGES ? of(code) : read(in);
    }

    /** Writes the place of the kind in a row, where it may be among all others, and then all that is to be said. */
    void writeInRow(int[] row, BitWriter out) {
        int column = column(row, code(USUAL + IMAGES));
        boolean usual = column >= 0 && row[column] < USUAL + IMAGES;
        out.choice(usual ? column : row.length - 1, row.length);
        if (!usual) {
            write(out);
        }
    }

    /** Whether files of this kind may have corrections. */
    boolean mayBeCorrected() {
        return content == Content.APPROXIMANT
                && norm < NORMS.size()
                && NORMS.get(norm).isSup();
    }

    /** Writes all that is to be said of a kind that is not usual. */
    void write(BitWriter out) {
        out.choice(content.ordinal(), CONTENTS.length);
        out.choice(TYPES.indexOf(type), TYPES.size());
        out.choice(norm, NORMS.size() + 1);
        out.choice(place.ordinal(), PLACES.length);
        out.choice(axes - 1, MOST_AXES);
    }

    /** Reads what {@link #write} wrote. */
    static HeaderKind read(BitReader in) throws CorruptCodeException {
        return new HeaderKind(
                CONTENTS[in.choice(CONTENTS.length)],
                TYPES.get(in.choice(TYPES.size())),
                in.choice(NORMS.size() + 1),
                PLACES[in.choice(PLACES.length)],
                in.choice(MOST_AXES) + 1);
    }

    /** Reads the norm of the kind, with its exponent if it is an unusual one. */
    LpNorm readNorm(BitReader in) throws CorruptCodeException {
        if (norm < NORMS.size()) {
            return NORMS.get(norm);
        }
        double p = in.real("exponent of the norm");
        if (!(p > 1) || p == 2) {
            throw new CorruptCodeException("an unusual norm must have an exponent above 1 other than 2, was " + p);
        }
        return new LpNorm(p);
    }
}
