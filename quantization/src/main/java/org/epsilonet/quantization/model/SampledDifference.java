package org.epsilonet.quantization.model;

import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.model.Model;

/**
 * The distance of two models on a sample: an estimate of the true one, no certificate.
 *
 * @param value the estimate: in the supremum norm the largest difference seen, a lower bound up to rounding; in
 *     \(L^p\) the mean over the points spread evenly
 * @param least below this the true distance is not, except by six standard errors in \(L^p\)
 * @param points how many points were looked at
 */
public record SampledDifference(double value, double least, int points) {
    private static final int DOUBLES_AT_A_TIME = 1 << 18;
    private static final double STANDARD_ERRORS = 6;

    /**
     * Evaluates both models at all points.
     *
     * @param model a model
     * @param other another with the same inputs and outputs
     * @param sample points, of the dimension of the inputs
     * @param norm the norm; \(\ell^p\) over the outputs, normalized \(L^p\) over the inputs
     * @throws IllegalArgumentException if inputs or outputs differ
     */
    public static SampledDifference between(Model model, Model other, BoxSample sample, LpNorm norm) {
        int m = model.outputs();
        if (other.outputs() != m || other.inputs() != model.inputs() || sample.dimension() != model.inputs()) {
            throw new IllegalArgumentException("models of the same inputs and outputs are compared, were " + model
                    + " and " + other + " at points of dimension " + sample.dimension());
        }
        int batch = Math.max(1, DOUBLES_AT_A_TIME / Math.max(sample.dimension(), m));
        // A corner is a corner of no volume: it counts for the supremum only.
        int first = norm.isSup() ? 0 : sample.corners();
        double largest = 0;
        double mean = 0;
        double spread = 0;
        int seen = 0;
        for (int from = first; from < sample.size(); from += batch) {
            double[] points = sample.points(from, Math.min(sample.size(), from + batch));
            double[] a = model.atAll(points);
            double[] b = other.atAll(points);
            for (int i = 0; i < a.length; i += m) {
                double power = 0;
                for (int j = i; j < i + m; j++) {
                    double difference = Math.abs(a[j] - b[j]);
                    largest = Math.max(largest, difference);
                    power += norm.isSup() ? 0 : norm.power(difference);
                }
                // Welford's running mean and sum of squares.
                seen++;
                double off = power - mean;
                mean += off / seen;
                spread += off * (power - mean);
            }
        }
        if (norm.isSup()) {
            return new SampledDifference(largest, largest, seen);
        }
        double error = seen > 1 ? Math.sqrt(spread / (seen - 1) / seen) : mean;
        return new SampledDifference(norm.root(mean), norm.root(Math.max(0, mean - STANDARD_ERRORS * error)), seen);
    }
}
