package org.epsilonet.comparator.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.Samples;
import org.epsilonet.comparator.RateDistortion;
import org.tukaani.xz.FinishableOutputStream;
import org.tukaani.xz.FinishableWrapperOutputStream;
import org.tukaani.xz.LZMA2Options;

/**
 * What everybody can do without a theory: round the samples to multiples of a step, take first differences along every axis,
 * write them as integers of the fewest bytes that hold them all (little-endian), and compress those by LZMA2 at the
 * setting of {@code xz -9}, without the frame of an .xz file.
 *
 * <p>The step is the largest of those tried that keeps the error, measured on every sample: powers of two first, so that data on
 * a dyadic lattice (integers, gray levels) are met exactly; then eighths of octaves. The smallest tried is the error itself,
 * which cannot fail: rounding moves a value by at most half a step.
 */
public final class DifferenceCode {
    private static final int PRESET = 9;
    private static final int STEPS_PER_OCTAVE = 8;

    /** Up to this multiple of the error eighths of octaves are tried; rounding in L1 needs a step of 4 times the error. */
    private static final int FINE_OCTAVES = 4;

    /** Integers beyond are not exact in a double. */
    private static final double LARGEST_INTEGER = 0x1p52;

    private final Samples data;
    private final double[] values;
    private final LpNorm norm;
    private final double low;
    private final double range;

    private DifferenceCode(Samples data, LpNorm norm) {
        this.data = data;
        this.values = data.values();
        this.norm = norm;
        double smallest = Double.POSITIVE_INFINITY;
        double largest = Double.NEGATIVE_INFINITY;
        for (double v : values) {
            smallest = Math.min(smallest, v);
            largest = Math.max(largest, v);
        }
        this.low = smallest;
        this.range = largest - smallest;
    }

    /**
     * The code of data within an error.
     *
     * @param data the data
     * @param norm the norm of the error
     * @param target the error, positive
     * @return the code; empty if rounding errors do not allow it, or the range of the data is not finite
     */
    public static Optional<RateDistortion.Coded> within(Samples data, LpNorm norm, double target) {
        DifferenceCode code = new DifferenceCode(data, norm);
        if (!(code.range < Double.POSITIVE_INFINITY)) {
            return Optional.empty();
        }
        int fine = Math.getExponent(target) + FINE_OCTAVES;
        for (int k = Math.getExponent(code.range) + 2; k > fine; k--) {
            double step = Math.scalb(1.0, k);
            if (code.error(step) <= target) {
                return Optional.of(code.coded(target, step));
            }
        }
        for (int k = 0; k <= (FINE_OCTAVES + 1) * STEPS_PER_OCTAVE; k++) {
            int octave = Math.floorDiv(-k, STEPS_PER_OCTAVE);
            double step = Math.scalb(
                    Math.pow(2, Math.floorMod(-k, STEPS_PER_OCTAVE) / (double) STEPS_PER_OCTAVE), fine + octave);
            if (code.range / step < LARGEST_INTEGER && code.error(step) <= target) {
                return Optional.of(code.coded(target, step));
            }
        }
        return Optional.empty();
    }

    private double error(double step) {
        double[] moved = new double[values.length];
        for (int i = 0; i < moved.length; i++) {
            moved[i] = low + step * Math.rint((values[i] - low) / step) - values[i];
        }
        return norm.of(moved);
    }

    private RateDistortion.Coded coded(double target, double step) {
        long[] integers = new long[values.length];
        for (int i = 0; i < integers.length; i++) {
            integers[i] = (long) Math.rint((values[i] - low) / step);
        }
        difference(integers, data.grid().shape());
        return new RateDistortion.Coded(target, step, error(step), 8L * compressed(bytes(integers)));
    }

    /** First differences along every axis in turn, in place; the first of every line stays. */
    static void difference(long[] integers, int[] shape) {
        int stride = 1;
        for (int axis = shape.length - 1; axis >= 0; axis--) {
            for (int i = integers.length - 1; i >= 0; i--) {
                if (i / stride % shape[axis] > 0) {
                    integers[i] -= integers[i - stride];
                }
            }
            stride *= shape[axis];
        }
    }

    private static byte[] bytes(long[] integers) {
        int bits = 1;
        for (long q : integers) {
            bits = Math.max(bits, 65 - Long.numberOfLeadingZeros(q ^ (q >> 63)));
        }
        int width = (bits + 7) / 8;
        byte[] bytes = new byte[Math.multiplyExact(width, integers.length)];
        for (int i = 0; i < integers.length; i++) {
            for (int b = 0; b < width; b++) {
                bytes[i * width + b] = (byte) (integers[i] >> (8 * b));
            }
        }
        return bytes;
    }

    private static int compressed(byte[] bytes) {
        ByteArrayOutputStream buffer = new ByteArrayOutputStream();
        try {
            LZMA2Options options = new LZMA2Options(PRESET);
            // No match is further away than the data are long; the dictionary of the preset would take 700 MB.
            options.setDictSize(Math.max(LZMA2Options.DICT_SIZE_MIN, Math.min(options.getDictSize(), bytes.length)));
            try (FinishableOutputStream out = options.getOutputStream(new FinishableWrapperOutputStream(buffer))) {
                out.write(bytes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("compression in memory failed", e);
        }
        return buffer.size();
    }
}
