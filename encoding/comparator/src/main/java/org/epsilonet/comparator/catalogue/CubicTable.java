package org.epsilonet.comparator.catalogue;

import java.util.function.DoubleUnaryOperator;

/**
 * A function of period 1 by its values on \(2^{16}\) equal steps, with cubics between them (Catmull and Rom's, continuously
 * differentiable). It is the function that is meant: what has frequencies up to \(2^{12}\) differs from the function whose values
 * were taken by less than a hundredth of its highest frequencies. An evaluation looks up four values, whatever went into them.
 */
final class CubicTable implements DoubleUnaryOperator {
    static final int STEPS = 1 << 16;

    private final double[] values;

    /** @param values {@value #STEPS} values, at multiples of \(2^{-16}\) */
    CubicTable(double[] values) {
        this.values = values;
    }

    @Override
    public double applyAsDouble(double x) {
        double t = x * STEPS;
        double floor = Math.floor(t);
        double u = t - floor;
        int k = (int) floor;
        double before = at(k - 1);
        double left = at(k);
        double right = at(k + 1);
        double slope = 0.5 * (right - before);
        double next = 0.5 * (at(k + 2) - left);
        double v = 1 - u;
        return v * v * ((1 + 2 * u) * left + u * slope) + u * u * ((1 + 2 * v) * right - v * next);
    }

    private double at(int k) {
        return values[k & STEPS - 1];
    }
}
