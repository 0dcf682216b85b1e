package org.epsilonet.codec.internal;

import java.util.Arrays;
import java.util.zip.CRC32;
import org.epsilonet.api.function.Distance;
import org.epsilonet.api.function.Grid;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.SampleType;
import org.epsilonet.codec.CorruptFileException;
import org.epsilonet.codec.FileHeader;
import org.epsilonet.codec.FormatException;
import org.epsilonet.codec.FormatTooNewException;
import org.epsilonet.codec.FormatTooOldException;
import org.epsilonet.quantization.Steps;

/**
 * The layout of a file, version 1: magic and version, header, range-coded payload, checksum. Every version begins with
 * magic and version and ends with the CRC-32 of all bytes before it, so that a damaged file is told from a new one. See
 * {@code docs/format.md}.
 */
public final class FileFormat {
    /** The oldest version that is read. */
    public static final int OLDEST = 1;

    /** The version that is written. */
    public static final int CURRENT = 1;

    /** The first bytes of every file: ε, N. */
    private static final byte[] MAGIC = {(byte) 0xCE, (byte) 0xB5, 'N'};

    private static final int CHECKSUM_BYTES = 4;
    private static final int LONGEST_ID = 64;
    private static final int MOST_AXES = 16;
    /** The achieved error is written in units of the bound divided by this. */
    private static final int ACHIEVED_UNITS = 0xFFFF;

    private static final int TYPE_MASK = 0x07;
    private static final int NORM_SHIFT = 3;
    private static final int PLACED = 0x20;
    private static final int CONSTANT = 0x40;
    private static final int RESERVED = 0x80;

    /** Norms with a number of their own; 3 is any other exponent. */
    private static final LpNorm[] NORMS = {LpNorm.L2, LpNorm.SUP, LpNorm.L1};

    private static final SampleType[] TYPES = {
        SampleType.F8, SampleType.F4, SampleType.I4, SampleType.I2, SampleType.U1, SampleType.U2
    };

    private FileFormat() {}

    /**
     * A header with the place of its payload.
     *
     * @param header what the file says
     * @param payloadStart the first byte of the payload
     * @param payloadEnd the first byte behind it
     */
    public record Layout(FileHeader header, int payloadStart, int payloadEnd) {}

    /** At most so many parameters, and so large a budget, are allowed for data of so many samples. */
    public static long largestBudget(long samples) {
        return Math.min(4 * samples + 1024, Integer.MAX_VALUE - 8);
    }

    /**
     * The bytes of a file.
     *
     * @param header what it says; its bits of the header need not be right yet
     * @param payload the range-coded structure and parameters; empty if the budget is 0
     * @return the file
     */
    public static byte[] write(FileHeader header, byte[] payload) {
        byte[] head = head(header);
        byte[] file = Arrays.copyOf(head, head.length + payload.length + CHECKSUM_BYTES);
        System.arraycopy(payload, 0, file, head.length, payload.length);
        int checksum = checksum(file);
        for (int k = 1; k <= CHECKSUM_BYTES; k++) {
            file[file.length - k] = (byte) (checksum >>> 8 * (k - 1));
        }
        return file;
    }

    private static byte[] head(FileHeader h) {
        HeaderWriter out = new HeaderWriter();
        for (byte b : MAGIC) {
            out.one(b);
        }
        out.one(CURRENT);
        boolean constant = h.budget() == 0;
        int norm = Arrays.asList(NORMS).indexOf(h.norm());
        boolean placed = isPlaced(h);
        out.one(Arrays.asList(TYPES).indexOf(h.type())
                | (norm < 0 ? NORMS.length : norm) << NORM_SHIFT
                | (placed ? PLACED : 0)
                | (constant ? CONSTANT : 0));
        out.id(h.family());
        out.one(h.dimension());
        for (int n : h.shape()) {
            out.number(n);
        }
        if (placed) {
            for (int axis = 0; axis < h.dimension(); axis++) {
                out.real(h.origin()[axis]);
                out.real(h.spacing()[axis]);
            }
        }
        if (norm < 0) {
            out.real(h.norm().p());
        }
        out.real(h.errorBound());
        out.two(achievedUnits(h.achieved().value(), h.errorBound()));
        if (constant) {
            out.real(h.offset());
        } else {
            out.signed(h.exponent());
            out.signed((long) Math.scalb(h.offset(), Normalization.OFFSET_DIGITS - h.exponent()));
            out.number(h.budget());
            out.two(Steps.code(h.step()));
            out.number(h.parameters());
            out.number(h.structureBits());
        }
        return out.bytes();
    }

    /**
     * Checks the frame of a file and reads its header.
     *
     * @param file the bytes
     * @param maxSamples the most samples that are welcome
     * @return the header and where its payload is
     * @throws FormatException if the bytes are damaged, of another version, or promise more samples
     */
    public static Layout read(byte[] file, long maxSamples) throws FormatException {
        checkFrame(file);
        int end = file.length - CHECKSUM_BYTES;
        HeaderReader in = new HeaderReader(file, MAGIC.length + 1, end);
        int flags = in.one();
        int type = flags & TYPE_MASK;
        int norm = flags >>> NORM_SHIFT & 3;
        if (type >= TYPES.length || (flags & RESERVED) != 0) {
            throw new CorruptFileException("the flags are " + flags + "; not all of them are defined");
        }
        String family = in.id(LONGEST_ID);
        Grid grid = grid(in, maxSamples);
        double[] origin = new double[grid.dimension()];
        double[] spacing = new double[grid.dimension()];
        for (int axis = 0; axis < grid.dimension(); axis++) {
            boolean placed = (flags & PLACED) != 0;
            origin[axis] = placed ? in.finite("origin") : 0.5 / grid.length(axis);
            spacing[axis] = placed ? positive(in.finite("spacing"), "spacing") : 1.0 / grid.length(axis);
        }
        LpNorm lp = norm < NORMS.length ? NORMS[norm] : otherNorm(in);
        double bound = nonnegative(in.finite("error bound"), "error bound");
        Distance achieved = Distance.measured(achieved(bound, in.two()), lp);
        boolean constant = (flags & CONSTANT) != 0;
        int exponent = constant ? 0 : (int) in.signed("exponent", Normalization.LARGEST_EXPONENT + 60L);
        double offset = constant ? in.finite("constant") : offset(in, exponent);
        long largest = largestBudget(grid.points());
        int budget = constant ? 0 : (int) in.number("budget", 1, largest);
        double step = constant ? 0 : step(in.two());
        int parameters = constant ? 0 : (int) in.number("number of parameters", 0, largest);
        long payload = 8L * (end - in.position());
        long structure = constant ? 0 : in.number("length of the structure", 0, payload);
        payload = 8L * (end - in.position());
        if (constant && payload != 0) {
            throw new CorruptFileException("a constant needs no payload, there are " + payload + " bits");
        }
        if (structure > payload) {
            throw new CorruptFileException("the structure has " + structure + " bits of a payload of " + payload);
        }
        FileHeader header = new FileHeader(
                CURRENT,
                family,
                grid,
                origin,
                spacing,
                TYPES[type],
                lp,
                bound,
                achieved,
                offset,
                exponent,
                budget,
                step,
                parameters,
                structure,
                payload - structure,
                8L * file.length - payload);
        return new Layout(header, in.position(), end);
    }

    private static void checkFrame(byte[] file) throws FormatException {
        int shortest = MAGIC.length + 1 + CHECKSUM_BYTES;
        if (file.length < shortest || !Arrays.equals(file, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            throw new CorruptFileException("not an Epsilonet file: it does not begin with CE B5 4E");
        }
        int written = 0;
        for (int i = file.length - CHECKSUM_BYTES; i < file.length; i++) {
            written = written << 8 | file[i] & 0xFF;
        }
        if (written != checksum(file)) {
            throw new CorruptFileException("the checksum is wrong: the file is damaged or cut short");
        }
        int version = file[MAGIC.length] & 0xFF;
        if (version < OLDEST) {
            throw new FormatTooOldException(version, OLDEST);
        }
        if (version > CURRENT) {
            throw new FormatTooNewException(version, CURRENT);
        }
    }

    private static Grid grid(HeaderReader in, long maxSamples) throws CorruptFileException {
        int axes = in.one();
        if (axes < 1 || axes > MOST_AXES) {
            throw new CorruptFileException("the dimension must be 1.." + MOST_AXES + ", was " + axes);
        }
        int[] shape = new int[axes];
        long left = Math.min(maxSamples, Integer.MAX_VALUE - 8);
        for (int axis = 0; axis < axes; axis++) {
            shape[axis] = (int) in.number("number of samples along axis " + axis, 1, left);
            left /= shape[axis];
        }
        return Grid.of(shape);
    }

    private static LpNorm otherNorm(HeaderReader in) throws CorruptFileException {
        double p = in.finite("exponent of the norm");
        if (!(p > 1) || p == 2) {
            throw new CorruptFileException("an unusual norm must have an exponent above 1 other than 2, was " + p);
        }
        return new LpNorm(p);
    }

    private static double offset(HeaderReader in, int exponent) throws CorruptFileException {
        long digits = in.signed("offset", 1L << 60);
        double offset = Math.scalb((double) digits, exponent - Normalization.OFFSET_DIGITS);
        if (!Double.isFinite(offset)) {
            throw new CorruptFileException("the offset must be finite, was " + offset);
        }
        return offset;
    }

    private static double step(int code) throws CorruptFileException {
        if (code >= Steps.COUNT) {
            throw new CorruptFileException("the code of the step must be below " + Steps.COUNT + ", was " + code);
        }
        return Steps.of(code);
    }

    private static double positive(double value, String what) throws CorruptFileException {
        if (!(value > 0)) {
            throw new CorruptFileException("the " + what + " must be > 0, was " + value);
        }
        return value;
    }

    private static double nonnegative(double value, String what) throws CorruptFileException {
        if (!(value >= 0)) {
            throw new CorruptFileException("the " + what + " must be >= 0, was " + value);
        }
        return value;
    }

    /** Rounded up to a fraction of the bound. */
    private static int achievedUnits(double achieved, double bound) {
        int units = achieved == 0 ? 0 : (int) Math.min(ACHIEVED_UNITS, Math.ceil(achieved / bound * ACHIEVED_UNITS));
        return units < ACHIEVED_UNITS && achieved(bound, units) < achieved ? units + 1 : units;
    }

    private static double achieved(double bound, int units) {
        return bound * ((double) units / ACHIEVED_UNITS);
    }

    private static boolean isPlaced(FileHeader h) {
        for (int axis = 0; axis < h.dimension(); axis++) {
            int n = h.grid().length(axis);
            if (h.origin()[axis] != 0.5 / n || h.spacing()[axis] != 1.0 / n) {
                return true;
            }
        }
        return false;
    }

    private static int checksum(byte[] file) {
        CRC32 crc = new CRC32();
        crc.update(file, 0, file.length - CHECKSUM_BYTES);
        return (int) crc.getValue();
    }
}
