package org.epsilonet.families.relu.internal;

/**
 * Least squares by continuous piecewise linear functions with given knots: the normal equations of the hat functions are
 * tridiagonal, positive definite and diagonally dominant, so elimination without pivoting is stable. \(O(N)\).
 */
final class HatLeastSquares {
    private HatLeastSquares() {}

    /**
     * The best values at the knots.
     *
     * @param curve the points
     * @param knots indices of points, strictly increasing, the first and the last among them
     */
    static double[] values(Curve curve, int[] knots) {
        int n = knots.length;
        double[] diagonal = new double[n];
        double[] beside = new double[n];
        double[] right = new double[n];
        for (int i = 0; i < n; i++) {
            diagonal[i] += curve.weights()[knots[i]];
            right[i] += curve.weights()[knots[i]] * curve.y()[knots[i]];
            if (i + 1 < n) {
                double start = curve.x()[knots[i]];
                double length = curve.x()[knots[i + 1]] - start;
                for (int j = knots[i] + 1; j < knots[i + 1]; j++) {
                    double b = (curve.x()[j] - start) / length;
                    double a = 1 - b;
                    double w = curve.weights()[j];
                    diagonal[i] += w * a * a;
                    diagonal[i + 1] += w * b * b;
                    beside[i] += w * a * b;
                    right[i] += w * a * curve.y()[j];
                    right[i + 1] += w * b * curve.y()[j];
                }
            }
        }
        return solved(diagonal, beside, right);
    }

    private static double[] solved(double[] diagonal, double[] beside, double[] right) {
        int n = diagonal.length;
        for (int i = 1; i < n; i++) {
            double factor = beside[i - 1] / diagonal[i - 1];
            diagonal[i] -= factor * beside[i - 1];
            right[i] -= factor * right[i - 1];
        }
        for (int i = n - 1; i >= 0; i--) {
            double known = i + 1 < n ? beside[i] * right[i + 1] : 0;
            right[i] = (right[i] - known) / diagonal[i];
        }
        return right;
    }
}
