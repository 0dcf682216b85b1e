package org.epsilonet.comparator.catalogue;

import java.util.Arrays;

/**
 * Sums of cosines with given amplitudes and random signs, \(\sum_{1\le k\le K}\pm a_k\cos 2\pi kx\): a point of the
 * coefficient ball \(\sum(k^t|c_k|)^p \le 1\) that is hard for all, if \(a_k = k^{-t-1/p}\). The \(n\) frequencies of one
 * octave are \(n\) bits of size \(n^{-t-1/p}\), so that a code of fewer bits misses almost all choices of signs by a constant
 * times \(n^{-(t+1/p-1/2)}\) in \(L^2\). For budgets up to about \(2^{12}\).
 *
 * @see <a href="https://doi.org/10.1016/0022-1236(81)90003-2">Carl: Entropy numbers of diagonal operators, 1981</a>
 */
final class RandomFrequencies {
    private static final int HIGHEST = 1 << 12;

    private RandomFrequencies() {}

    /** The sum with \(a_k = ck^{-b}\). */
    static CubicTable powers(double scale, double exponent, long seed) {
        double[] re = new double[CubicTable.STEPS];
        for (int k = 1; k <= HIGHEST; k++) {
            re[k] = Hash.sign(seed, 3, k) * scale * Math.pow(k, -exponent);
        }
        transform(re, new double[re.length]);
        return new CubicTable(re);
    }

    /** \(\sum_k c_ke^{2\pi ikn/N}\) in place, Cooley and Tukey's algorithm. */
    private static void transform(double[] re, double[] im) {
        int n = re.length;
        for (int i = 0; i < n; i++) {
            int j = Integer.reverse(i) >>> 1 + Integer.numberOfLeadingZeros(n);
            if (j > i) {
                swap(re, i, j);
                swap(im, i, j);
            }
        }
        double[] cos = new double[n];
        double[] sin = new double[n];
        Arrays.setAll(cos, i -> Math.cos(2 * Math.PI * i / n));
        Arrays.setAll(sin, i -> Math.sin(2 * Math.PI * i / n));
        for (int half = 1; half < n; half *= 2) {
            for (int start = 0; start < n; start += 2 * half) {
                for (int i = 0; i < half; i++) {
                    int turn = i * (n / (2 * half));
                    int a = start + i;
                    int b = a + half;
                    double x = re[b] * cos[turn] - im[b] * sin[turn];
                    double y = re[b] * sin[turn] + im[b] * cos[turn];
                    re[b] = re[a] - x;
                    im[b] = im[a] - y;
                    re[a] += x;
                    im[a] += y;
                }
            }
        }
    }

    private static void swap(double[] v, int i, int j) {
        double kept = v[i];
        v[i] = v[j];
        v[j] = kept;
    }
}
