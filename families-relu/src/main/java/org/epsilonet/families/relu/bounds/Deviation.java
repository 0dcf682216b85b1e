package org.epsilonet.families.relu.bounds;

import org.epsilonet.families.relu.AffineMap;
import org.epsilonet.families.relu.ReluNetwork;

/** What is known of the other parameters \(\theta'\), seen from \(\theta\). */
sealed interface Deviation {
    /** \(R_\theta\). */
    ReluNetwork network();

    /**
     * What is known of \(\theta'\) on one row of one layer.
     *
     * @param layer index of the affine map
     * @param row index of the output
     * @param weights the row of \(W\)
     * @param magnitudes receives upper bounds on \(|W'_{ij}|\)
     * @param changes receives upper bounds on \(|W_{ij}-W'_{ij}|\)
     */
    void row(int layer, int row, double[] weights, double[] magnitudes, double[] changes);

    /** Upper bound on \(|b'_i|\). */
    double biasMagnitude(int layer, int row);

    /** Upper bound on \(|b_i - b'_i|\). */
    double biasChange(int layer, int row);

    /** Another network is given. */
    record Given(ReluNetwork network, ReluNetwork other) implements Deviation {
        @Override
        public void row(int layer, int row, double[] weights, double[] magnitudes, double[] changes) {
            AffineMap map = other.maps().get(layer);
            map.copyRow(row, magnitudes);
            for (int j = 0; j < map.columns(); j++) {
                changes[j] = distance(weights[j], magnitudes[j]);
                magnitudes[j] = Math.abs(magnitudes[j]);
            }
        }

        @Override
        public double biasMagnitude(int layer, int row) {
            return Math.abs(other.maps().get(layer).bias(row));
        }

        @Override
        public double biasChange(int layer, int row) {
            return distance(
                    network.maps().get(layer).bias(row), other.maps().get(layer).bias(row));
        }

        private static double distance(double a, double b) {
            return a == b ? 0 : Math.nextUp(Math.abs(a - b));
        }
    }

    /** Every parameter moves by at most \(\delta\). */
    record Within(ReluNetwork network, double delta) implements Deviation {
        @Override
        public void row(int layer, int row, double[] weights, double[] magnitudes, double[] changes) {
            int columns = network.maps().get(layer).columns();
            for (int j = 0; j < columns; j++) {
                magnitudes[j] = grown(weights[j]);
                changes[j] = delta;
            }
        }

        @Override
        public double biasMagnitude(int layer, int row) {
            return grown(network.maps().get(layer).bias(row));
        }

        @Override
        public double biasChange(int layer, int row) {
            return delta;
        }

        private double grown(double parameter) {
            return delta == 0 ? Math.abs(parameter) : Math.nextUp(Math.abs(parameter) + delta);
        }
    }
}
