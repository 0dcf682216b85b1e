package org.epsilonet.families.relu.internal;

import org.epsilonet.api.family.Approximant;
import org.epsilonet.api.family.Structure;
import org.epsilonet.api.function.Grid;
import org.epsilonet.families.relu.ReluNetwork;

/** A deep network of width 3, evaluated as one: its forward pass is as accurate as the sum of the series. */
final class SawtoothApproximant implements Approximant {
    /** With more compositions there are too many kinks to be listed. */
    private static final int LISTED = 12;

    private final SawtoothStructure structure;
    private final double[] coefficients;
    private final ReluNetwork network;

    SawtoothApproximant(SawtoothStructure structure, double[] coefficients, ReluNetwork network) {
        this.structure = structure;
        this.coefficients = coefficients;
        this.network = network;
    }

    @Override
    public Structure structure() {
        return structure;
    }

    @Override
    public double[] parameters() {
        return coefficients.clone();
    }

    @Override
    public int dimension() {
        return 1;
    }

    @Override
    public double at(double... x) {
        return network.at(x)[0];
    }

    @Override
    public double[] on(Grid grid) {
        double[] points = new double[grid.points()];
        for (int i = 0; i < points.length; i++) {
            points[i] = (i + 0.5) / points.length;
        }
        return network.atAll(points);
    }

    @Override
    public double[] atIncreasing(double[] increasing) {
        return network.atAll(increasing);
    }

    /** The multiples of \(2^{-m}\). */
    @Override
    public double[] breakpoints() {
        int m = structure.compositions();
        double[] kinks = new double[m > LISTED ? 0 : (1 << m) - 1];
        for (int i = 0; i < kinks.length; i++) {
            kinks[i] = Math.scalb(i + 1.0, -m);
        }
        return kinks;
    }

    @Override
    public String toString() {
        return network.toString();
    }
}
