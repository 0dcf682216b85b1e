package org.epsilonet.codec.internal;

import java.util.List;
import org.epsilonet.api.function.Distance;
import org.epsilonet.api.function.Grid;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.SampleType;
import org.epsilonet.codec.CorruptFileException;
import org.epsilonet.codec.FileHeader;
import org.epsilonet.quantization.Steps;

/** The header of version 1, in whole bytes. It is read, and no longer written. */
final class HeaderOne {
    static final int VERSION = 1;

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

    private HeaderOne() {}

    /**
     * Reads the header behind magic and version.
     *
     * @param file the bytes
     * @param start the first byte of the header
     * @param end the first byte of the checksum
     * @param maxSamples the most samples that are welcome
     */
    static FileFormat.Layout read(byte[] file, int start, int end, long maxSamples) throws CorruptFileException {
        HeaderReader in = new HeaderReader(file, start, end);
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
        Distance achieved = Distance.measured(bound * ((double) in.two() / ACHIEVED_UNITS), lp);
        boolean constant = (flags & CONSTANT) != 0;
        int exponent = constant ? 0 : (int) in.signed("exponent", Normalization.LARGEST_EXPONENT + 60L);
        double offset = constant ? in.finite("constant") : offset(in, exponent);
        long largest = FileFormat.largestBudget(grid.points());
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
                VERSION,
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
        Content content = constant ? Content.CONSTANT : Content.APPROXIMANT;
        return new FileFormat.Layout(
                header, content, Lattice.INTEGERS, new RangeDecoder(file, in.position(), end), List.of());
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
}
