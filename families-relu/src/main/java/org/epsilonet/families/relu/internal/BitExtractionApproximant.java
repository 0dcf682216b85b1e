package org.epsilonet.families.relu.internal;

import org.epsilonet.api.family.Approximant;
import org.epsilonet.api.family.Structure;

/** The function \(a + \lambda N\) that a network of {@link BitExtractionStructure} computes, ramps included. */
final class BitExtractionApproximant implements Approximant {
    /** With more blocks the ramps are shorter than a thousandth of a percent of a cell. */
    private static final int RAMPS_LISTED = 64;

    private final BitExtractionStructure structure;
    private final double shift;
    private final double scale;

    BitExtractionApproximant(BitExtractionStructure structure, double shift, double scale) {
        this.structure = structure;
        this.shift = shift;
        this.scale = scale;
    }

    @Override
    public Structure structure() {
        return structure;
    }

    @Override
    public double[] parameters() {
        return new double[] {shift, scale};
    }

    @Override
    public int dimension() {
        return 1;
    }

    @Override
    public double at(double... x) {
        return value(x[0]);
    }

    @Override
    public double[] atIncreasing(double[] increasing) {
        double[] values = new double[increasing.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(increasing[i]);
        }
        return values;
    }

    private double value(double x) {
        double m = structure.network().blocks();
        return shift + scale * (structure.network().at(x) / (m * m));
    }

    /** Where the value changes, and where the ramps to it begin. */
    @Override
    public double[] breakpoints() {
        int m = structure.network().blocks();
        boolean ramps = m <= RAMPS_LISTED;
        double[] ends = new double[(ramps ? 2 : 1) * (m * m - 1)];
        int k = 0;
        for (int n = 1; n < m * m; n++) {
            if (ramps) {
                ends[k++] = structure.network().rampStart(n);
            }
            ends[k++] = (double) n / (m * m);
        }
        return ends;
    }

    @Override
    public String toString() {
        int m = structure.network().blocks();
        return "ReLU network that extracts bits: depth " + (2 * m + 3) + ", " + (35 * (m - 1) + 1)
                + " weights of up to 3^" + (m + 1);
    }
}
