package org.epsilonet.examples.fourier;

/**
 * Coefficients from values at cell centres \(x_i = (i+\tfrac12)/N\), and back, in \(O(N \log N)\).
 *
 * <p>With \(\hat f_k = \frac1N \sum_i f_i e^{-2\pi i k x_i} = e^{-\pi i k/N} \cdot \frac1N \mathrm{DFT}(f)_k\), the
 * coefficients of \(\sqrt2\cos 2\pi kx\) and \(\sqrt2\sin 2\pi kx\) are \(\sqrt2\,\mathrm{Re}\hat f_k\) and
 * \(-\sqrt2\,\mathrm{Im}\hat f_k\).
 */
final class CellCentredTransform {
    private CellCentredTransform() {}

    /**
     * The inner products of grid values with all \(N\) atoms of the grid, in the normalized discrete measure.
     *
     * @param values one per cell centre
     */
    static double[] analyze(double[] values) {
        int n = values.length;
        double[] re = values.clone();
        double[] im = new double[n];
        DiscreteFourierTransform.forward(re, im);
        double[] coefficients = new double[n];
        coefficients[0] = re[0] / n;
        for (int k = 1; k <= n / 2; k++) {
            double angle = Math.PI * k / n;
            double cos = StrictMath.cos(angle);
            double sin = StrictMath.sin(angle);
            double sine = (re[k] * sin - im[k] * cos) / n;
            if (2 * k == n) {
                coefficients[n - 1] = sine;
            } else {
                coefficients[2 * k - 1] = Math.sqrt(2) * ((re[k] * cos + im[k] * sin) / n);
                coefficients[2 * k] = Math.sqrt(2) * sine;
            }
        }
        return coefficients;
    }

    /**
     * The sum of atoms at the cell centres of any grid: \(\mathrm{Re}\,\overline{\mathrm{DFT}(z)}\) with \(z_k = (a_k +
     * i b_k) e^{-\pi i k/N}\). Frequencies \(k = qN + r\) beyond the grid look like \((-1)^q\) times frequency \(r\).
     *
     * @param n the number of cell centres
     */
    static double[] synthesize(Frequencies frequencies, double[] coefficients, int n) {
        Dictionary dictionary = frequencies.dictionary();
        double[] re = new double[n];
        double[] im = new double[n];
        double cos = 1;
        double sin = 0;
        int angleOf = 0;
        for (int i = 0; i < coefficients.length; i++) {
            int atom = frequencies.atom(i);
            int k = dictionary.frequency(atom);
            int r = k % n;
            if (r != angleOf) {
                cos = StrictMath.cos(Math.PI * r / n);
                sin = StrictMath.sin(Math.PI * r / n);
                angleOf = r;
            }
            double sign = (k / n) % 2 == 0 ? 1 : -1;
            double c = sign * dictionary.amplitude(atom) * coefficients[i];
            re[r] += dictionary.isSine(atom) ? c * sin : c * cos;
            im[r] += dictionary.isSine(atom) ? c * cos : -c * sin;
        }
        DiscreteFourierTransform.forward(re, im);
        return re;
    }
}
