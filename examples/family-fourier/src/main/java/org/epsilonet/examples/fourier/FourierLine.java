package org.epsilonet.examples.fourier;

import java.util.Arrays;
import org.epsilonet.api.function.Stretches;

/**
 * Real Fourier coefficients from values at cell centres \(x_i = (i+\tfrac12)/n\), and back, in \(O(n \log n)\).
 *
 * <p>With \(\hat f_k = \frac1n \sum_i f_i e^{-2\pi i k x_i} = e^{-\pi i k/n} \cdot \frac1n \mathrm{DFT}(f)_k\), the
 * coefficients of \(\sqrt2\cos 2\pi kx\) and \(\sqrt2\sin 2\pi kx\) are \(\sqrt2\,\mathrm{Re}\hat f_k\) and
 * \(-\sqrt2\,\mathrm{Im}\hat f_k\).
 */
final class FourierLine implements LineTransform {
    private static final double ROOT_2 = Math.sqrt(2);

    private static final ByLength<HalfTurns> ANGLES = new ByLength<>(HalfTurns::of);

    private final int n;
    private final DiscreteFourierTransform transform;
    private final double[] cos;
    private final double[] sin;
    private final double[] re;
    private final double[] im;

    FourierLine(int n) {
        this.n = n;
        this.transform = DiscreteFourierTransform.of(n);
        HalfTurns angles = ANGLES.of(n);
        this.cos = angles.cos;
        this.sin = angles.sin;
        this.re = new double[n];
        this.im = new double[n];
    }

    /** Cosine and sine of \(\pi k/n\) for \(k \le n/2\). */
    private record HalfTurns(double[] cos, double[] sin) {
        static HalfTurns of(int n) {
            double[] cos = new double[n / 2 + 1];
            double[] sin = new double[n / 2 + 1];
            Stretches.forEach(cos.length, (begin, end) -> {
                for (int k = begin; k < end; k++) {
                    cos[k] = StrictMath.cos(Math.PI * k / n);
                    sin[k] = StrictMath.sin(Math.PI * k / n);
                }
            });
            return new HalfTurns(cos, sin);
        }
    }

    @Override
    public void analyze(double[] line) {
        System.arraycopy(line, 0, re, 0, n);
        Arrays.fill(im, 0);
        transform.forward(re, im);
        line[0] = re[0] / n;
        for (int k = 1; k <= n / 2; k++) {
            double sine = (re[k] * sin[k] - im[k] * cos[k]) / n;
            if (2 * k == n) {
                line[n - 1] = sine;
            } else {
                line[2 * k - 1] = ROOT_2 * ((re[k] * cos[k] + im[k] * sin[k]) / n);
                line[2 * k] = ROOT_2 * sine;
            }
        }
    }

    /** \(\mathrm{Re}\,\overline{\mathrm{DFT}(z)}\) with \(z_k = (a_k + i b_k) e^{-\pi i k/n}\). */
    @Override
    public void synthesize(double[] line) {
        Arrays.fill(re, 0);
        Arrays.fill(im, 0);
        re[0] = line[0];
        for (int index = 1; index < n; index++) {
            int k = (index + 1) / 2;
            double c = isAlternating(index, n) ? line[index] : ROOT_2 * line[index];
            boolean sine = index % 2 == 0 || isAlternating(index, n);
            re[k] += sine ? c * sin[k] : c * cos[k];
            im[k] += sine ? c * cos[k] : -c * sin[k];
        }
        transform.forward(re, im);
        System.arraycopy(re, 0, line, 0, n);
    }

    /** Whether the atom is \(\sin\pi n x\) of an even line, which is \(\pm1\) at its points. */
    static boolean isAlternating(int index, int n) {
        return n > 1 && index == n - 1 && n % 2 == 0;
    }

    /**
     * Frequency \(k = qn + r\) looks like \((-1)^q\) times frequency \(r\), and frequency \(r > n/2\) like \(n-r\): the sine
     * as it is, the cosine negative. At \(r = n/2\) the cosine vanishes.
     */
    @Override
    public int folded(int index) {
        if (index < n && !isAlternating(index, n)) {
            return index;
        }
        int r = (index + 1) / 2 % n;
        int k = Math.min(r, n - r);
        if (k == 0) {
            return 0;
        }
        return 2 * k == n ? n - 1 : index % 2 == 0 ? 2 * k : 2 * k - 1;
    }

    @Override
    public double factor(int index) {
        if (index < n && !isAlternating(index, n)) {
            return 1;
        }
        int frequency = (index + 1) / 2;
        int r = frequency % n;
        boolean sine = index % 2 == 0;
        double sign = frequency / n % 2 == 0 ? 1 : -1;
        if (r == 0) {
            return sine ? 0 : sign * ROOT_2;
        }
        if (2 * r == n) {
            return sine ? sign * ROOT_2 : 0;
        }
        return 2 * r > n && !sine ? -sign : sign;
    }
}
