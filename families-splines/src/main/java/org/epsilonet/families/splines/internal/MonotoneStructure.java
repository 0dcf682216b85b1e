package org.epsilonet.families.splines.internal;

import org.epsilonet.api.family.Approximant;
import org.epsilonet.api.family.PerturbationBound;
import org.epsilonet.api.family.Structure;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.symbol.SymbolSink;

/**
 * Monotone splines with given knots and a direction. Parameters \(\theta\) realize \(\sum_j c_jB_j\) with \(c_j =
 * \max_{i\le j}\theta_i\) if it rises and \(\min_{i\le j}\theta_i\) if it falls, so that whatever a decoder finds is
 * monotone; parameters already in order are the coefficients.
 *
 * <p><b>Perturbation.</b> A running maximum moves by at most \(\max_{i\le j}\delta_i\), and is exact in doubles; the rest
 * is the bound of {@link SplineStructure}. Steps are equal for all parameters, so that rounding keeps the order.
 *
 * @param splines the space of splines of one variable, without shape
 * @param rising the direction
 */
public record MonotoneStructure(SplineStructure splines, boolean rising) implements Structure {
    @Override
    public int size() {
        return splines.size();
    }

    @Override
    public Approximant realize(double[] parameters) {
        splines.requireSize(parameters);
        return new Spline(this, parameters.clone(), splines.axis(0), ordered(parameters));
    }

    private double[] ordered(double[] parameters) {
        return rising
                ? IsotonicRegression.runningMaximum(parameters)
                : negated(IsotonicRegression.runningMaximum(negated(parameters)));
    }

    /** The values with the other sign. */
    static double[] negated(double[] values) {
        double[] result = new double[values.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = -values[i];
        }
        return result;
    }

    @Override
    public PerturbationBound perturbation(double[] parameters, LpNorm norm) {
        PerturbationBound ofCoefficients = splines.perturbation(parameters, norm);
        return deltas -> ofCoefficients.of(IsotonicRegression.runningMaximum(deltas));
    }

    @Override
    public void write(SymbolSink sink) {
        sink.bits(rising ? 1 : 0, 1);
    }
}
