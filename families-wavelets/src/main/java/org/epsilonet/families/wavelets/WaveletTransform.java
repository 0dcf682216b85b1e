package org.epsilonet.families.wavelets;

import java.util.Arrays;
import org.epsilonet.families.wavelets.internal.Separable;

/**
 * The fast wavelet transform on an interval, a rectangle or a box of samples, and its inverse.
 *
 * <p>One level splits \(n\) numbers into \(\lceil n/2 \rceil\) low-pass and \(\lfloor n/2 \rfloor\) high-pass coefficients;
 * the next level goes on with the low-pass ones. Inside they are those of the {@link Wavelet}'s filters of decomposition.
 * At the ends nothing is continued periodically or reflected: orthonormal wavelets get boundary filters that keep the
 * transform an orthogonal matrix, biorthogonal ones lifting steps that extrapolate polynomials. So for every length and at
 * every level details of polynomials of degree below {@link Wavelet#vanishingMoments} are zero, up to the ends.
 *
 * <p><b>Order of the coefficients:</b> as Mallat drew them. Along one axis low-pass part of the last level, details of
 * the last level, ..., details of the first. In two and three dimensions each level splits every axis that is long enough,
 * and the coefficients of row-major samples lie row-major, the low-pass corner first.
 *
 * <p><b>Levels:</b> an axis is split while it is as long as its two ends need: {@code 2L - 1} for an orthonormal filter of
 * length {@code L}, 8 times the vanishing moments for biorthogonal ones, 2 for Haar's. A shorter axis is left as it is.
 *
 * <p><b>Cost:</b> proportional to the number of samples times the length of the filters. In more than one dimension all
 * processors are used; the result does not depend on how many there are. Immutable; safe for concurrent use.
 *
 * @see <a href="https://doi.org/10.1109/34.192463">Mallat, A theory for multiresolution signal decomposition, 1989</a>
 * @see <a href="https://doi.org/10.1006/acha.1993.1005">Cohen, Daubechies, Vial, Wavelets on the interval and fast
 *     wavelet transforms, 1993</a>
 */
public final class WaveletTransform {
    private final Wavelet wavelet;
    private final int[] shape;
    private final Separable transform;

    private WaveletTransform(Wavelet wavelet, int levels, int... shape) {
        this.wavelet = wavelet;
        this.shape = shape.clone();
        this.transform = Separable.of(wavelet.name(), levels, shape);
    }

    /**
     * The transform of arrays of a shape by as many levels as it allows.
     *
     * @param wavelet the wavelet
     * @param shape one to three lengths, each at least 1, of a row-major array of less than 2^31 numbers
     * @throws IllegalArgumentException if the shape is not so
     */
    public static WaveletTransform of(Wavelet wavelet, int... shape) {
        double size = 1;
        for (int n : shape) {
            size *= n;
        }
        if (shape.length < 1 || shape.length > 3 || Arrays.stream(shape).anyMatch(n -> n < 1) || size >= 0x1p31) {
            throw new IllegalArgumentException(
                    "a shape has one to three lengths >= 1 with a product below 2^31, was " + Arrays.toString(shape));
        }
        return new WaveletTransform(wavelet, Integer.MAX_VALUE, shape);
    }

    /**
     * The same with fewer levels.
     *
     * @param most how many levels at most; 0 changes nothing
     * @throws IllegalArgumentException if it is negative
     */
    public WaveletTransform withLevels(int most) {
        if (most < 0) {
            throw new IllegalArgumentException("the number of levels must be >= 0, was " + most);
        }
        return new WaveletTransform(wavelet, most, shape);
    }

    /** The wavelet. */
    public Wavelet wavelet() {
        return wavelet;
    }

    /** The shape of the arrays; a fresh array. */
    public int[] shape() {
        return shape.clone();
    }

    /** How many levels there are, on the axis that allows most. */
    public int levels() {
        return transform.depth();
    }

    /**
     * The shape of the low-pass corner after so many levels; the details of that level are what else the corner of the
     * level before holds.
     *
     * @param level 0 to {@link #levels}
     * @throws IllegalArgumentException if it is not between
     */
    public int[] lowPassShape(int level) {
        if (level < 0 || level > levels()) {
            throw new IllegalArgumentException("a level is between 0 and " + levels() + ", was " + level);
        }
        int[] corner = new int[shape.length];
        Arrays.setAll(corner, axis -> transform.lows(axis, level));
        return corner;
    }

    /**
     * The coefficients of samples.
     *
     * @param samples row-major
     * @throws IllegalArgumentException if there are more or fewer samples than the shape holds
     */
    public double[] forward(double[] samples) {
        double[] coefficients = new double[samples.length];
        forward(samples, coefficients);
        return coefficients;
    }

    /**
     * The coefficients of samples, into an array that is there.
     *
     * @param samples row-major; not changed
     * @param coefficients takes the coefficients; another array
     * @throws IllegalArgumentException if a length is wrong or the arrays are the same
     */
    public void forward(double[] samples, double[] coefficients) {
        requireTwoArrays(samples, coefficients);
        transform.analyze(samples, coefficients);
    }

    /**
     * The samples of coefficients: inverts {@link #forward} up to rounding.
     *
     * @param coefficients as {@link #forward} gives them
     * @throws IllegalArgumentException if there are more or fewer than the shape holds
     */
    public double[] inverse(double[] coefficients) {
        double[] samples = new double[coefficients.length];
        inverse(coefficients, samples);
        return samples;
    }

    /**
     * The samples of coefficients, into an array that is there.
     *
     * @param coefficients not changed
     * @param samples takes the samples; another array
     * @throws IllegalArgumentException if a length is wrong or the arrays are the same
     */
    public void inverse(double[] coefficients, double[] samples) {
        requireTwoArrays(coefficients, samples);
        transform.synthesize(coefficients, samples);
    }

    private void requireTwoArrays(double[] from, double[] to) {
        int size = Arrays.stream(shape).reduce(1, (a, b) -> a * b);
        if (from.length != size || to.length != size) {
            throw new IllegalArgumentException("shape " + Arrays.toString(shape) + " holds " + size + " numbers, were "
                    + from.length + " and " + to.length);
        }
        if (from == to) {
            throw new IllegalArgumentException("the result needs an array of its own");
        }
    }

    @Override
    public String toString() {
        return levels() + " levels of " + wavelet.name() + " on " + Arrays.toString(shape);
    }
}
