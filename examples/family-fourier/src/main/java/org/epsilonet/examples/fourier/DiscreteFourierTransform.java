package org.epsilonet.examples.fourier;

/**
 * \(y_k = \sum_j x_j e^{-2\pi i jk/n}\) for every \(n\) in \(O(n \log n)\): radix 2 for powers of two, otherwise as a
 * convolution with a chirp. Bit-exact on every machine: a fixed order of operations, angles through {@link StrictMath}.
 *
 * @see <a href="https://doi.org/10.1109/TAU.1970.1162132">Bluestein: A linear filtering approach to the computation of
 *     discrete Fourier transform, IEEE Trans. Audio Electroacoustics 1970</a>
 */
final class DiscreteFourierTransform {
    private DiscreteFourierTransform() {}

    /**
     * Transforms in place.
     *
     * @param re real parts
     * @param im imaginary parts, as many; swap the two arrays for the transform with \(e^{+2\pi i jk/n}\)
     */
    static void forward(double[] re, double[] im) {
        int n = re.length;
        if (Integer.bitCount(n) == 1) {
            powerOfTwo(re, im);
        } else {
            chirp(re, im);
        }
    }

    private static void powerOfTwo(double[] re, double[] im) {
        reverseBits(re, im);
        int levels = Integer.numberOfTrailingZeros(re.length);
        double[] quarter = quarterOfCosines(re.length);
        double[][] cos = new double[levels][];
        double[][] sin = new double[levels][];
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
        combine(re, im, 0, levels, cos, sin);
    }

    /** Both halves, then their butterflies: depth first, so that small parts stay in the cache. */
    private static void combine(double[] re, double[] im, int start, int levels, double[][] cos, double[][] sin) {
        if (levels == 0) {
            return;
        }
        int half = 1 << (levels - 1);
        combine(re, im, start, levels - 1, cos, sin);
        combine(re, im, start + half, levels - 1, cos, sin);
        double[] c = cos[levels - 1];
        double[] s = sin[levels - 1];
        for (int j = 0; j < half; j++) {
            int a = start + j;
            int b = a + half;
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
            cos[j] = 8 * j <= n ? StrictMath.cos(2 * Math.PI * j / n) : StrictMath.sin(2 * Math.PI * (n / 4 - j) / n);
        }
        return cos;
    }

    private static void reverseBits(double[] re, double[] im) {
        int n = re.length;
        for (int i = 1, j = 0; i < n; i++) {
            int bit = n >> 1;
            for (; (j & bit) != 0; bit >>= 1) {
                j ^= bit;
            }
            j ^= bit;
            if (i < j) {
                swap(re, i, j);
                swap(im, i, j);
            }
        }
    }

    private static void swap(double[] values, int i, int j) {
        double value = values[i];
        values[i] = values[j];
        values[j] = value;
    }

    /** \(jk = \tfrac12(j^2 + k^2 - (k-j)^2)\) turns the sum into a convolution with \(e^{\pi i j^2/n}\). */
    private static void chirp(double[] re, double[] im) {
        int n = re.length;
        int m = Integer.highestOneBit(2 * n - 1) * 2;
        double[] cos = new double[n];
        double[] sin = new double[n];
        double[] ar = new double[m];
        double[] ai = new double[m];
        double[] br = new double[m];
        double[] bi = new double[m];
        for (int j = 0; j < n; j++) {
            double angle = Math.PI * ((long) j * j % (2L * n)) / n;
            cos[j] = StrictMath.cos(angle);
            sin[j] = StrictMath.sin(angle);
            ar[j] = re[j] * cos[j] + im[j] * sin[j];
            ai[j] = im[j] * cos[j] - re[j] * sin[j];
            br[j] = cos[j];
            bi[j] = sin[j];
            if (j > 0) {
                br[m - j] = cos[j];
                bi[m - j] = sin[j];
            }
        }
        powerOfTwo(ar, ai);
        powerOfTwo(br, bi);
        for (int j = 0; j < m; j++) {
            double real = ar[j] * br[j] - ai[j] * bi[j];
            ai[j] = ar[j] * bi[j] + ai[j] * br[j];
            ar[j] = real;
        }
        powerOfTwo(ai, ar);
        for (int k = 0; k < n; k++) {
            re[k] = (ar[k] * cos[k] + ai[k] * sin[k]) / m;
            im[k] = (ai[k] * cos[k] - ar[k] * sin[k]) / m;
        }
    }
}
