package org.epsilonet.families.relu.bounds;

import java.util.Arrays;
import org.epsilonet.api.family.PerturbationBound;
import org.epsilonet.families.relu.AffineMap;
import org.epsilonet.families.relu.ReluNetwork;

/**
 * A running bound on what evaluation in float32 adds to the exact function. A sum of \(n\) products, in any order, fused or
 * not, is off by at most \(\gamma_{n+1}\sum|w_jy_j|\), \(\gamma_n = nu/(1-nu)\), \(u = 2^{-24}\), plus what underflows;
 * inputs and weights are rounded to floats first.
 *
 * @see <a href="https://doi.org/10.1137/1.9780898718027">Higham, Accuracy and Stability of Numerical Algorithms, ch. 3</a>
 * @see "docs/theory.md, B12"
 */
final class FloatEvaluation {
    private static final double UNIT = 0x1p-24;
    private static final double SMALLEST = Float.MIN_NORMAL;

    private FloatEvaluation() {}

    /**
     * The bound in the supremum norm over inputs in \([-D,D]^d\), rounded up; +∞ where floats may overflow.
     *
     * @param network the network
     * @param largestInput \(D\)
     */
    static double bound(ReluNetwork network, double largestInput) {
        return largest(errors(network, largestInput, UNIT, SMALLEST));
    }

    /**
     * The same for any floating point numbers, output by output.
     *
     * @param unit the unit roundoff
     * @param smallest the smallest normal number; its reciprocal is about the largest
     */
    static double[] errors(ReluNetwork network, double largestInput, double unit, double smallest) {
        double[] sizes = new double[network.inputs()];
        double[] errors = new double[network.inputs()];
        Arrays.fill(sizes, largestInput);
        Arrays.fill(errors, Math.nextUp(largestInput * unit) + smallest);
        for (AffineMap map : network.maps()) {
            double[] nextSizes = new double[map.rows()];
            double[] nextErrors = new double[map.rows()];
            int n = map.columns();
            // Products, additions and the rounding of the weights themselves.
            double gamma = (n + 3) * unit / (1 - (n + 3) * unit);
            boolean tooLong = (n + 3) * unit >= 1;
            double[] fromSizes = sizes;
            double[] fromErrors = errors;
            Rows.forEach(map.rows(), 3L * n, (from, to) -> {
                double[] row = new double[n];
                for (int i = from; i < to; i++) {
                    map.copyRow(i, row);
                    double size = Math.abs(map.bias(i));
                    double largestWeight = size;
                    double error = 0;
                    for (int j = 0; j < n; j++) {
                        double w = Math.abs(row[j]);
                        largestWeight = Math.max(largestWeight, w);
                        size += ComponentwiseBound.product(w, fromSizes[j]);
                        error += ComponentwiseBound.product(w, fromErrors[j]);
                    }
                    size = largestWeight < 1 / smallest ? size : Double.POSITIVE_INFINITY;
                    nextSizes[i] = PerturbationBound.outward(size, 2 * n + 2);
                    double underflow = 2 * (n + 1) * smallest * (1 + largest(fromSizes) + largest(fromErrors));
                    nextErrors[i] = PerturbationBound.outward(
                            error + ComponentwiseBound.product(gamma, size + error) + underflow, 4 * n + 12);
                }
            });
            sizes = nextSizes;
            errors = nextErrors;
            for (int i = 0; i < sizes.length; i++) {
                if (tooLong || !(sizes[i] + errors[i] < 1 / smallest)) {
                    errors[i] = Double.POSITIVE_INFINITY;
                    sizes[i] = Double.POSITIVE_INFINITY;
                }
            }
        }
        return errors;
    }

    private static double largest(double[] values) {
        double largest = 0;
        for (double v : values) {
            largest = Math.max(largest, v);
        }
        return largest;
    }
}
