package org.epsilonet.comparator.codes;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.LongToDoubleFunction;
import org.epsilonet.codec.CorruptFileException;
import org.epsilonet.codec.SpreadStream;
import org.epsilonet.comparator.entropy.EllipsoidEntropy;

/**
 * A code of the ellipsoid \(\sum_k(x_k/a_k)^2 \le 1\) in \(\ell^2\) by reverse water-filling: the coefficients on the axes longer
 * than some length are rounded with one step, and each integer is written in the probabilities of a Gaussian number of deviation
 * \(\rho a_k/\sqrt m\). The hardest elements are like that, with \(\rho = 1\) and the \(m\) axes longer than \(\varepsilon\): the
 * Gaussian law of these variances has the rate \(S(\varepsilon) = \sum(\log_2a_k/\varepsilon)_+\) at the distortion
 * \(\varepsilon^2\), which is the lower bound on the entropy. Rounding instead of vector quantization costs at most
 * \(\frac12\log_2\frac{2\pi e}{12} = 0.255\) bits for each of them: for \(a_k = k^{-s}\), where \(S \approx sm\log_2e\), about
 * \(0.177/s\) of \(S\).
 *
 * <p><b>Stream:</b> 15 bits of head (the shortest axis, \(\rho\), the step), and the integers. <b>Cost:</b> linear in the number of
 * axes, for each of the steps tried.
 *
 * @see org.epsilonet.comparator.entropy.EllipsoidEntropy
 * @see <a href="https://doi.org/10.1109/18.720541">Gray, Neuhoff: Quantization, 1998</a>
 * @see "docs/theory.md, F2"
 */
public final class EllipsoidCode {
    private static final int LENGTH_CHOICES = 16;
    private static final int RADIUS_CHOICES = 32;
    private static final int STEP_CHOICES = 64;
    private static final long HEADS = (long) LENGTH_CHOICES * RADIUS_CHOICES * STEP_CHOICES;

    /** The shortest axis is the accuracy divided by a power of this. */
    private static final double LENGTHS = StrictMath.sqrt(2);

    private static final double RADII = StrictMath.sqrt(2);
    private static final double STEPS = StrictMath.pow(2, 1.0 / 16);
    /** The first step is so many powers coarser than the one whose errors, were they uniform, add up to the accuracy. */
    private static final int COARSER = 16;

    /** What rounds up is nearer to the next integer than this: zeros are cheaper than what they add to the error. */
    private static final double DEAD_ZONE = 0.6;

    private static final int MOST_AXES = 1 << 24;

    private final LongToDoubleFunction axes;
    private final double epsilon;

    /**
     * @param axes \(a_k\) for {@code k >= 1}, positive, not increasing, the same on both sides to the last bit
     * @param epsilon \(\varepsilon\), positive and finite
     */
    public EllipsoidCode(LongToDoubleFunction axes, double epsilon) {
        if (!(epsilon > 0) || epsilon == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("the accuracy must be positive and finite, was " + epsilon);
        }
        this.axes = axes;
        this.epsilon = epsilon;
    }

    /** What the head of a stream says. */
    private record Head(int length, int radius, int step) {
        static Head of(long number) {
            long lengthAndRadius = number / STEP_CHOICES;
            return new Head((int) (lengthAndRadius / RADIUS_CHOICES), (int) (lengthAndRadius % RADIUS_CHOICES), (int)
                    (number % STEP_CHOICES));
        }

        long number() {
            return ((long) length * RADIUS_CHOICES + radius) * STEP_CHOICES + step;
        }
    }

    /**
     * The shortest code of an element of the ellipsoid, of those that keep the accuracy with the fewest axes and the longest step.
     *
     * @param x coefficients, those behind them 0
     * @return a stream from which {@link #decode} finds coefficients within \(\varepsilon\) in \(\ell^2\)
     * @throws IllegalArgumentException if the coefficients are not in the ellipsoid, more than 2^24 axes matter, or the longest
     *     axis is 2^40 times the accuracy or more: with the finest step for 2^24 axes its integers would have 52 bits
     */
    public byte[] encode(double[] x) {
        if (!(axes.applyAsDouble(1) / epsilon < 0x1p40)) {
            throw new IllegalArgumentException("the longest axis must be below 2^40 times the accuracy " + epsilon
                    + ", was " + axes.applyAsDouble(1));
        }
        double radius = radius(x);
        if (!(radius <= 1 + 0x1p-30)) {
            throw new IllegalArgumentException(
                    "coefficients must be in the ellipsoid, were in " + radius + " times it");
        }
        int log =
                (int) Math.min(RADIUS_CHOICES - 1, Math.max(0, Math.floor(-Math.log(radius) / Math.log(RADII) + 0.5)));
        // In the end the tail is below 1/100 of the accuracy, and the finest step, which is the accuracy over 2.2 times
        // the root
        // of the number of axes, errs by less than a third of it: every element has a code.
        Optional<byte[]> best = Optional.empty();
        for (int length = 0; length < LENGTH_CHOICES; length++) {
            Optional<byte[]> next = encode(x, length, log);
            if (best.isPresent() && (next.isEmpty() || next.get().length >= best.get().length)) {
                break;
            }
            best = next;
        }
        return best.orElseThrow(() ->
                new IllegalArgumentException("more than " + MOST_AXES + " axes matter to the accuracy " + epsilon));
    }

    /** With the longest step that keeps the accuracy on the axes longer than a length of the list. */
    private Optional<byte[]> encode(double[] x, int length, int radius) {
        int kept = kept(length);
        if (kept <= MOST_AXES && tail(x, kept) <= 1) {
            for (int i = 0; i < STEP_CHOICES; i++) {
                double step = step(kept, i);
                long[] integers = rounded(x, kept, step);
                if (error(x, integers, step) <= 1) {
                    Head head = new Head(length, radius, i);
                    return Optional.of(SpreadStream.encode(
                            new SpreadStream.Content(head.number(), integers), HEADS, DEAD_ZONE, spreads(head)));
                }
            }
        }
        return Optional.empty();
    }

    /**
     * The coefficients of a stream.
     *
     * @param stream what {@link #encode} wrote, for the same axes and accuracy
     * @return the coefficients, those behind them 0
     * @throws CorruptFileException if no encoder writes such a stream
     */
    public double[] decode(byte[] stream) throws CorruptFileException {
        SpreadStream.Content content =
                SpreadStream.decode(stream, HEADS, DEAD_ZONE, number -> spreads(Head.of(number)));
        double step = step(content.integers().length, Head.of(content.head()).step());
        return Arrays.stream(content.integers()).mapToDouble(q -> q * step).toArray();
    }

    private double radius(double[] x) {
        double sum = 0;
        for (int k = 0; k < x.length; k++) {
            double part = x[k] / axes.applyAsDouble(k + 1);
            sum += part * part;
        }
        return Math.sqrt(sum);
    }

    /** How many axes are longer than a length of the list, and no more than one too many. */
    private int kept(int length) {
        double shortest = epsilon / StrictMath.pow(LENGTHS, length);
        return (int) Math.min(MOST_AXES + 1, EllipsoidEntropy.longer(axes, shortest));
    }

    private double step(int kept, int step) {
        return epsilon * StrictMath.sqrt(12.0 / Math.max(1, kept)) * StrictMath.pow(STEPS, COARSER - step);
    }

    private double[] spreads(Head head) {
        int kept = kept(head.length());
        if (kept > MOST_AXES) {
            throw new IllegalArgumentException("the head asks for more than " + MOST_AXES + " axes");
        }
        double unit =
                StrictMath.pow(RADII, -head.radius()) / StrictMath.sqrt(Math.max(1, kept(0))) / step(kept, head.step());
        double[] spreads = new double[kept];
        Arrays.setAll(spreads, k -> axes.applyAsDouble(k + 1) * unit);
        return spreads;
    }

    private static long[] rounded(double[] x, int kept, double step) {
        long[] integers = new long[kept];
        for (int i = 0; i < Math.min(kept, x.length); i++) {
            long magnitude = (long) (Math.abs(x[i]) / step + (1 - DEAD_ZONE));
            integers[i] = x[i] < 0 ? -magnitude : magnitude;
        }
        return integers;
    }

    /** In units of the accuracy: squares of small numbers vanish. */
    private double tail(double[] x, int kept) {
        double sum = 0;
        for (int i = kept; i < x.length; i++) {
            sum += squared(x[i] / epsilon);
        }
        return Math.sqrt(sum);
    }

    /** Of every coefficient as the decoder finds it, in units of the accuracy, rounded up. */
    private double error(double[] x, long[] integers, double step) {
        double sum = 0;
        for (int i = 0; i < Math.max(x.length, integers.length); i++) {
            double d = (i < x.length ? x[i] : 0) - (i < integers.length ? integers[i] * step : 0);
            sum += squared(d / epsilon);
        }
        return Math.sqrt(sum) * (1 + (x.length + 4) * 0x1p-52);
    }

    private static double squared(double d) {
        return d * d;
    }
}
