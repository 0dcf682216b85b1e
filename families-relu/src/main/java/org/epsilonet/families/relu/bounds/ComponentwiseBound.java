package org.epsilonet.families.relu.bounds;

import java.util.Arrays;
import org.epsilonet.api.family.PerturbationBound;
import org.epsilonet.families.relu.AffineMap;
import org.epsilonet.families.relu.ReluNetwork;

/**
 * The componentwise recursion: with \(B_0 = D\cdot 1\), \(E_0 = 0\),
 * \[ E_\ell = |W_\ell|E_{\ell-1} + |W_\ell-W'_\ell|B_{\ell-1} + |b_\ell-b'_\ell|, \qquad
 *    B_\ell = |W'_\ell|B_{\ell-1} + |b'_\ell|, \]
 * \(|R_\theta(x)-R_{\theta'}(x)|_j \le (E_L)_j\) on \([-D,D]^d\), because \(|\sigma(s)-\sigma(t)| \le |s-t|\). Never
 * larger than the norm recursion for \(q = 1, \infty\), and equal to the path metric where no weight grows or changes
 * sign. One pass over the weights, on all cores.
 *
 * @see <a href="https://arxiv.org/abs/2405.15006">Gonon, Brisebarre, Riccietti, Gribonval: A rescaling-invariant Lipschitz
 *     bound based on path-metrics for modern ReLU network parameterizations</a>
 * @see "docs/theory.md, B4"
 */
public final class ComponentwiseBound {
    private ComponentwiseBound() {}

    /**
     * Bounds on the difference of two networks, output by output.
     *
     * @param network \(\theta\)
     * @param other \(\theta'\), of the same architecture
     * @param largestInput \(D\)
     * @return \(E_L\), rounded up; +∞ where it overflows
     * @throws IllegalArgumentException if the architectures differ
     */
    public static double[] difference(ReluNetwork network, ReluNetwork other, double largestInput) {
        if (!Arrays.equals(network.architecture(), other.architecture())) {
            throw new IllegalArgumentException("two networks of one architecture are compared, but the layer sizes are "
                    + Arrays.toString(network.architecture()) + " and " + Arrays.toString(other.architecture()));
        }
        return of(new Deviation.Given(network, other), largestInput);
    }

    /**
     * Bounds on the components of the difference.
     *
     * @param deviation the two networks
     * @param largestInput \(D\)
     * @return \(E_L\), rounded up; +∞ where it overflows
     */
    static double[] of(Deviation deviation, double largestInput) {
        ReluNetwork network = deviation.network();
        double[] sizes = new double[network.inputs()];
        Arrays.fill(sizes, largestInput);
        double[] errors = new double[network.inputs()];
        for (int l = 0; l < network.depth(); l++) {
            double[] nextErrors = new double[network.maps().get(l).rows()];
            double[] nextSizes = new double[nextErrors.length];
            layer(deviation, l, sizes, errors, nextSizes, nextErrors);
            sizes = nextSizes;
            errors = nextErrors;
        }
        return errors;
    }

    private static void layer(
            Deviation deviation, int l, double[] sizes, double[] errors, double[] nextSizes, double[] nextErrors) {
        AffineMap map = deviation.network().maps().get(l);
        int columns = map.columns();
        Rows.forEach(map.rows(), columns, (from, to) -> {
            double[] weights = new double[columns];
            double[] magnitudes = new double[columns];
            double[] changes = new double[columns];
            for (int i = from; i < to; i++) {
                map.copyRow(i, weights);
                deviation.row(l, i, weights, magnitudes, changes);
                double error = deviation.biasChange(l, i);
                double size = deviation.biasMagnitude(l, i);
                for (int j = 0; j < columns; j++) {
                    error += product(Math.abs(weights[j]), errors[j]) + product(changes[j], sizes[j]);
                    size += product(magnitudes[j], sizes[j]);
                }
                nextErrors[i] = PerturbationBound.outward(error, 4 * columns + 2);
                nextSizes[i] = PerturbationBound.outward(size, 2 * columns + 2);
            }
        });
    }

    /** Zero times infinity is zero: the weight is not there. A product of positive numbers never vanishes. */
    static double product(double weight, double size) {
        return weight == 0 || size == 0 ? 0 : Math.max(Double.MIN_VALUE, weight * size);
    }
}
