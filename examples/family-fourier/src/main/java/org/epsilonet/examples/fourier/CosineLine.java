package org.epsilonet.examples.fourier;

import java.util.Arrays;
import org.epsilonet.api.function.Stretches;

/**
 * Coefficients of \(1, \sqrt2\cos\pi kx\) from values at cell centres, and back: the discrete cosine transform, by one
 * Fourier transform of the same length. With \(v = (f_0, f_2, \dots, f_3, f_1)\) the sum \(\sum_i f_i\cos\pi
 * k(i+\frac12)/n\) is the real part of \(e^{-\pi ik/2n}\,\mathrm{DFT}(v)_k\).
 *
 * @see <a href="https://doi.org/10.1109/TASSP.1980.1163351">Makhoul: A fast cosine transform in one and two dimensions,
 *     IEEE Trans. Acoustics, Speech, Signal Processing 1980</a>
 */
final class CosineLine implements LineTransform {
    private static final double ROOT_2 = Math.sqrt(2);

    private static final ByLength<HalfAngles> ANGLES = new ByLength<>(HalfAngles::of);

    private final int n;
    private final DiscreteFourierTransform transform;
    private final double[] cos;
    private final double[] sin;
    private final double[] re;
    private final double[] im;

    CosineLine(int n) {
        this.n = n;
        this.transform = DiscreteFourierTransform.of(n);
        HalfAngles angles = ANGLES.of(n);
        this.cos = angles.cos;
        this.sin = angles.sin;
        this.re = new double[n];
        this.im = new double[n];
    }

    /** Cosine and sine of \(\pi k/2n\) for \(k < n\). */
    private record HalfAngles(double[] cos, double[] sin) {
        static HalfAngles of(int n) {
            double[] cos = new double[n];
            double[] sin = new double[n];
            Stretches.forEach(n, (begin, end) -> {
                for (int k = begin; k < end; k++) {
                    cos[k] = StrictMath.cos(0.5 * Math.PI * k / n);
                    sin[k] = StrictMath.sin(0.5 * Math.PI * k / n);
                }
            });
            return new HalfAngles(cos, sin);
        }
    }

    /** Even places in order, then odd places backwards. */
    private int place(int i) {
        return 2 * i < n ? 2 * i : 2 * (n - 1 - i) + 1;
    }

    @Override
    public void analyze(double[] line) {
        for (int i = 0; i < n; i++) {
            re[i] = line[place(i)];
        }
        Arrays.fill(im, 0);
        transform.forward(re, im);
        line[0] = re[0] / n;
        for (int k = 1; k < n; k++) {
            line[k] = ROOT_2 * ((re[k] * cos[k] + im[k] * sin[k]) / n);
        }
    }

    /** The spectrum of a real sequence is \(e^{\pi ik/2n}(c_k - ic_{n-k})\); its inverse transform is \(v\). */
    @Override
    public void synthesize(double[] line) {
        re[0] = line[0];
        im[0] = 0;
        for (int k = 1; k < n; k++) {
            double a = line[k] / ROOT_2;
            double b = line[n - k] / ROOT_2;
            re[k] = a * cos[k] + b * sin[k];
            im[k] = a * sin[k] - b * cos[k];
        }
        transform.forward(im, re);
        for (int i = 0; i < n; i++) {
            line[place(i)] = re[i];
        }
    }

    /** Frequency \(k = 2qn + r\) looks like \((-1)^q\) times \(r\), \(r > n\) like minus \(2n-r\); \(n\) vanishes. */
    @Override
    public int folded(int index) {
        int r = index % (2 * n);
        return r == n ? 0 : Math.min(r, 2 * n - r);
    }

    @Override
    public double factor(int index) {
        int r = index % (2 * n);
        double sign = index / (2 * n) % 2 == 0 ? 1 : -1;
        if (r == n) {
            return 0;
        }
        // The constant has no factor sqrt(2).
        return (r > n ? -sign : sign) * (r == 0 && index > 0 ? ROOT_2 : 1);
    }
}
