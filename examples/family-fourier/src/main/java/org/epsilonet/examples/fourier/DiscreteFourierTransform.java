package org.epsilonet.examples.fourier;

import java.util.stream.IntStream;
import org.epsilonet.api.function.Stretches;

/**
 * \(y_k = \sum_j x_j e^{-2\pi i jk/n}\) for every \(n\) in \(O(n \log n)\): radix 2 for powers of two, otherwise as a
 * convolution with a chirp. Bit-exact on every machine: a fixed order of operations, angles through {@link StrictMath}.
 *
 * @see <a href="https://doi.org/10.1109/TAU.1970.1162132">Bluestein: A linear filtering approach to the computation of
 *     discrete Fourier transform, IEEE Trans. Audio Electroacoustics 1970</a>
 */
final class DiscreteFourierTransform {
    private static final ByLength<DiscreteFourierTransform> TRANSFORMS = new ByLength<>(DiscreteFourierTransform::new);

    private final int n;
    private final PowerOfTwo direct;
    private final double[] chirpCos;
    private final double[] chirpSin;
    private final double[] filterRe;
    private final double[] filterIm;

    /**
     * The transform of one length, with its tables of angles; several threads may use it.
     *
     * @param n the length, at least 1
     */
    static DiscreteFourierTransform of(int n) {
        return TRANSFORMS.of(n);
    }

    private DiscreteFourierTransform(int n) {
        this.n = n;
        boolean isPowerOfTwo = Integer.bitCount(n) == 1;
        this.direct = new PowerOfTwo(isPowerOfTwo ? n : Integer.highestOneBit(2 * n - 1) * 2);
        this.chirpCos = new double[isPowerOfTwo ? 0 : n];
        this.chirpSin = new double[chirpCos.length];
        this.filterRe = new double[isPowerOfTwo ? 0 : direct.length];
        this.filterIm = new double[filterRe.length];
        for (int j = 0; j < chirpCos.length; j++) {
            double angle = Math.PI * ((long) j * j % (2L * n)) / n;
            chirpCos[j] = StrictMath.cos(angle);
            chirpSin[j] = StrictMath.sin(angle);
            filterRe[j] = chirpCos[j];
            filterIm[j] = chirpSin[j];
            if (j > 0) {
                filterRe[direct.length - j] = chirpCos[j];
                filterIm[direct.length - j] = chirpSin[j];
            }
        }
        if (!isPowerOfTwo) {
            direct.transform(filterRe, filterIm);
        }
    }

    /**
     * Transforms in place.
     *
     * @param re real parts
     * @param im imaginary parts, as many; swap the two arrays for the transform with \(e^{+2\pi i jk/n}\)
     */
    void forward(double[] re, double[] im) {
        if (chirpCos.length == 0) {
            direct.transform(re, im);
        } else {
            chirp(re, im);
        }
    }

    /** \(jk = \tfrac12(j^2 + k^2 - (k-j)^2)\) turns the sum into a convolution with \(e^{\pi i j^2/n}\). */
    private void chirp(double[] re, double[] im) {
        int m = direct.length;
        double[] ar = new double[m];
        double[] ai = new double[m];
        for (int j = 0; j < n; j++) {
            ar[j] = re[j] * chirpCos[j] + im[j] * chirpSin[j];
            ai[j] = im[j] * chirpCos[j] - re[j] * chirpSin[j];
        }
        direct.transform(ar, ai);
        for (int j = 0; j < m; j++) {
            double real = ar[j] * filterRe[j] - ai[j] * filterIm[j];
            ai[j] = ar[j] * filterIm[j] + ai[j] * filterRe[j];
            ar[j] = real;
        }
        direct.transform(ai, ar);
        for (int k = 0; k < n; k++) {
            re[k] = (ar[k] * chirpCos[k] + ai[k] * chirpSin[k]) / m;
            im[k] = (ai[k] * chirpCos[k] - ar[k] * chirpSin[k]) / m;
        }
    }

    /** Radix 2, with a table of angles for every level. */
    private static final class PowerOfTwo {
        /** Two halves of so many levels are worth two threads. */
        private static final int LONG = 15;

        private final int length;
        private final double[][] cos;
        private final double[][] sin;

        PowerOfTwo(int length) {
            this.length = length;
            int levels = Integer.numberOfTrailingZeros(length);
            double[] quarter = quarterOfCosines(length);
            this.cos = new double[levels][];
            this.sin = new double[levels][];
            for (int level = 0; level < levels; level++) {
                int half = 1 << level;
                cos[level] = new double[half];
                sin[level] = new double[half];
                cos[level][0] = 1;
                for (int j = 1; j < half; j++) {
                    int turn = j << (levels - 1 - level);
                    boolean acute = turn < quarter.length;
                    cos[level][j] = acute ? quarter[turn] : -quarter[2 * quarter.length - 2 - turn];
                    sin[level][j] = quarter[Math.abs(quarter.length - 1 - turn)];
                }
            }
        }

        void transform(double[] re, double[] im) {
            BitReversal.apply(re);
            BitReversal.apply(im);
            combine(re, im, 0, cos.length);
        }

        /**
         * Both halves, long ones at the same time, then their butterflies: depth first, so that small parts stay in the cache.
         */
        private void combine(double[] re, double[] im, int start, int levels) {
            if (levels == 0) {
                return;
            }
            int half = 1 << (levels - 1);
            if (levels > LONG) {
                IntStream.range(0, 2).parallel().forEach(h -> combine(re, im, start + h * half, levels - 1));
            } else {
                combine(re, im, start, levels - 1);
                combine(re, im, start + half, levels - 1);
            }
            Stretches.forEach(half, (begin, end) -> butterflies(re, im, start, levels, begin, end));
        }

        private void butterflies(double[] re, double[] im, int start, int levels, int begin, int end) {
            double[] c = cos[levels - 1];
            double[] s = sin[levels - 1];
            for (int j = begin; j < end; j++) {
                int a = start + j;
                int b = a + c.length;
                double tr = re[b] * c[j] + im[b] * s[j];
                double ti = im[b] * c[j] - re[b] * s[j];
                re[b] = re[a] - tr;
                im[b] = im[a] - ti;
                re[a] += tr;
                im[a] += ti;
            }
        }

        /** \(\cos 2\pi j/n\) for a quarter of a turn. */
        private static double[] quarterOfCosines(int n) {
            double[] cos = new double[n / 4 + 1];
            for (int j = 0; j < cos.length; j++) {
                cos[j] = 8 * j <= n
                        ? StrictMath.cos(2 * Math.PI * j / n)
                        : StrictMath.sin(2 * Math.PI * (n / 4 - j) / n);
            }
            return cos;
        }
    }
}
