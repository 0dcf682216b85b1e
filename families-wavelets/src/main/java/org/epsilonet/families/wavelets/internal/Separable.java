package org.epsilonet.families.wavelets.internal;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Mallat's isotropic transform of a row-major array of one or more axes: at each level every axis that is still long
 * enough is split, the last axis first, and the transform goes on with the low-pass corner. Coefficients lie where Mallat
 * drew them: along each axis low-pass before high-pass, the coarsest in the first corner. Large arrays are transformed by
 * all processors; the result does not depend on their number. Immutable.
 *
 * @see <a href="https://doi.org/10.1109/34.192463">Mallat, A theory for multiresolution signal decomposition, 1989</a>
 */
public final class Separable {
    /** Lines across the last axis are transformed so many at a time, to use whole cache lines. */
    private static final int LINES = 16;

    /** Lines of a block are moved apart by a cache line, or those of a power of two would take each other's place. */
    private static final int APART = 8;

    /** Below it the work is less than that of distributing it. */
    private static final int PARALLEL = 1 << 16;

    private final List<Cascade> axes;

    Separable(List<Cascade> axes) {
        this.axes = List.copyOf(axes);
    }

    /**
     * The transform of a row-major array by the wavelet of a name, without polynomials among the coarsest.
     *
     * @param wavelet one of the usual names
     * @param most how many levels at most
     * @param shape lengths of the axes
     */
    public static Separable of(String wavelet, int most, int... shape) {
        WaveletSystem system = WaveletSystem.named(wavelet);
        return new Separable(Arrays.stream(shape)
                .mapToObj(n -> system.cascade(n).levelsOnly(most))
                .toList());
    }

    /** The largest number of levels of an axis. */
    public int depth() {
        return axes.stream().mapToInt(Cascade::depth).max().orElseThrow();
    }

    /** How many numbers the low-pass corner has along an axis after so many levels. */
    public int lows(int axis, int level) {
        Cascade cascade = axes.get(axis);
        return cascade.lows(Math.min(level, cascade.depth()));
    }

    /**
     * Transforms samples.
     *
     * @param samples row-major; not changed
     * @param coefficients takes the coefficients; another array of the same length
     */
    public void analyze(double[] samples, double[] coefficients) {
        if (axes.size() == 1) {
            analyzeLine(samples, coefficients);
            return;
        }
        System.arraycopy(samples, 0, coefficients, 0, samples.length);
        for (int level = 0; level < depth(); level++) {
            for (int axis = axes.size() - 1; axis >= 0; axis--) {
                if (level < axes.get(axis).depth()) {
                    along(axis, corner(level), coefficients, axes.get(axis).level(level)::analyze);
                }
            }
        }
        for (int axis = axes.size() - 1; axis >= 0; axis--) {
            along(axis, corner(depth()), coefficients, axes.get(axis)::analyzeCoarse);
        }
    }

    /**
     * The inverse of {@link #analyze}.
     *
     * @param coefficients not changed
     * @param samples takes the samples; another array of the same length
     */
    public void synthesize(double[] coefficients, double[] samples) {
        if (axes.size() == 1) {
            synthesizeLine(coefficients, samples);
            return;
        }
        System.arraycopy(coefficients, 0, samples, 0, samples.length);
        for (int axis = 0; axis < axes.size(); axis++) {
            along(axis, corner(depth()), samples, axes.get(axis)::synthesizeCoarse);
        }
        for (int level = depth() - 1; level >= 0; level--) {
            for (int axis = 0; axis < axes.size(); axis++) {
                if (level < axes.get(axis).depth()) {
                    along(axis, corner(level), samples, axes.get(axis).level(level)::synthesize);
                }
            }
        }
    }

    /** One axis: low-pass parts go back and forth between two arrays, details to their place at once. */
    private void analyzeLine(double[] samples, double[] coefficients) {
        Cascade cascade = axes.get(0);
        double[] from = samples;
        double[] to = new double[cascade.depth() > 0 ? cascade.lows(1) : 0];
        double[] spare = new double[cascade.depth() > 1 ? cascade.lows(2) : 0];
        for (int level = 0; level < cascade.depth(); level++) {
            cascade.level(level).analyze(from, 0, to, 0, coefficients, cascade.lows(level + 1));
            from = to;
            to = spare;
            spare = from;
        }
        System.arraycopy(from, 0, coefficients, 0, cascade.lows(cascade.depth()));
        cascade.analyzeCoarse(coefficients, 0, new double[cascade.lows(cascade.depth())]);
    }

    private void synthesizeLine(double[] coefficients, double[] samples) {
        Cascade cascade = axes.get(0);
        int depth = cascade.depth();
        // The finest low-pass part must not be where the samples go, the one before not where it goes, and so on.
        double[] odd = depth > 0 ? new double[cascade.lows(1)] : samples;
        double[] even = depth > 1 ? new double[cascade.lows(2)] : samples;
        double[] from = depth % 2 == 0 ? even : odd;
        System.arraycopy(coefficients, 0, from, 0, cascade.lows(depth));
        cascade.synthesizeCoarse(from, 0, new double[cascade.lows(depth)]);
        for (int level = depth - 1; level >= 0; level--) {
            double[] to = level == 0 ? samples : level % 2 == 0 ? even : odd;
            cascade.level(level).synthesize(from, 0, coefficients, cascade.lows(level + 1), to, 0);
            from = to;
        }
    }

    /** The corner that a level splits along every axis. */
    private int[] corner(int level) {
        int[] corner = new int[axes.size()];
        Arrays.setAll(corner, axis -> lows(axis, level));
        return corner;
    }

    /** What is done to one line of the array or of a block. */
    @FunctionalInterface
    private interface OneAxis {
        void apply(double[] x, int offset, double[] scratch);
    }

    /** Transforms all lines of a corner of the array along one axis, in place. */
    private void along(int axis, int[] corner, double[] x, OneAxis transform) {
        int length = corner[axis];
        int last = corner.length - 1;
        if (axis < last && length == 1) {
            return;
        }
        int lines = 1;
        for (int t = 0; t < last; t++) {
            lines *= t == axis ? 1 : corner[t];
        }
        int across = axis == last ? 1 : (corner[last] + LINES - 1) / LINES;
        int together = axis == last ? LINES : 1;
        int tasks = (lines * across + together - 1) / together;
        int all = lines * across;
        IntStream range = IntStream.range(0, tasks);
        ((long) length * lines * (axis == last ? 1 : corner[last]) > PARALLEL ? range.parallel() : range)
                .forEach(task -> {
                    double[] block = new double[axis == last ? 0 : LINES * (length + APART)];
                    double[] scratch = new double[length];
                    for (int i = task * together; i < Math.min(all, (task + 1) * together); i++) {
                        int start = start(i / across, axis, corner);
                        if (axis == last) {
                            transform.apply(x, start, scratch);
                        } else {
                            int first = i % across * LINES;
                            int count = Math.min(LINES, corner[last] - first);
                            transposed(x, start + first, stride(axis), length, count, block, scratch, transform);
                        }
                    }
                });
    }

    /** A few neighbouring lines across the last axis. */
    private static void transposed(
            double[] x,
            int start,
            int stride,
            int length,
            int count,
            double[] block,
            double[] scratch,
            OneAxis transform) {
        int apart = length + APART;
        for (int r = 0; r < length; r++) {
            for (int i = 0; i < count; i++) {
                block[i * apart + r] = x[start + r * stride + i];
            }
        }
        for (int i = 0; i < count; i++) {
            transform.apply(block, i * apart, scratch);
        }
        for (int r = 0; r < length; r++) {
            for (int i = 0; i < count; i++) {
                x[start + r * stride + i] = block[i * apart + r];
            }
        }
    }

    /** How far apart neighbours along an axis are. */
    private int stride(int axis) {
        int stride = 1;
        for (int t = axis + 1; t < axes.size(); t++) {
            stride *= axes.get(t).length();
        }
        return stride;
    }

    /** Where line i along an axis begins, counted over all axes but this one and the last. */
    private int start(int line, int axis, int[] corner) {
        int start = 0;
        int rest = line;
        for (int t = corner.length - 2; t >= 0; t--) {
            if (t != axis) {
                start += rest % corner[t] * stride(t);
                rest /= corner[t];
            }
        }
        return start;
    }
}
