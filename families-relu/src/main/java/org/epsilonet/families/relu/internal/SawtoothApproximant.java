package org.epsilonet.families.relu.internal;

import java.util.Arrays;
import org.epsilonet.api.family.Approximant;
import org.epsilonet.api.family.Structure;
import org.epsilonet.api.function.Grid;
import org.epsilonet.families.relu.ReluConstructions;
import org.epsilonet.families.relu.ReluNetwork;

/**
 * A deep network of width \(2d+1\), evaluated as one for each axis, whose outputs are added: its forward pass is as
 * accurate as the sum of the series, and a grid costs one addition a point for every axis beyond the first.
 */
final class SawtoothApproximant implements Approximant {
    /** With more compositions there are too many kinks to be listed. */
    private static final int LISTED = 12;

    private final SawtoothStructure structure;
    private final double[] coefficients;
    private final double constant;
    private final double[][] terms;
    private final ReluNetwork[] axes;

    /**
     * @param structure names the coefficients
     * @param coefficients of the centred series; owned from now on
     */
    SawtoothApproximant(SawtoothStructure structure, double[] coefficients) {
        this.structure = structure;
        this.coefficients = coefficients;
        double centre = 0;
        for (int i = 1; i < coefficients.length; i++) {
            centre += 0.5 * coefficients[i];
        }
        this.constant = coefficients[0] - centre;
        this.terms = new double[structure.dimension()][];
        this.axes = new ReluNetwork[terms.length];
        for (int axis = 0; axis < terms.length; axis++) {
            terms[axis] = Arrays.copyOfRange(coefficients, structure.linear(axis), structure.linear(axis + 1));
            axes[axis] = ReluConstructions.additiveSeries(axis == 0 ? constant : 0, terms[axis]);
        }
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
        return axes.length;
    }

    @Override
    public double at(double... x) {
        double sum = axes[0].at(x[0])[0];
        for (int axis = 1; axis < axes.length; axis++) {
            sum += axes[axis].at(x[axis])[0];
        }
        return sum;
    }

    @Override
    public double[] on(Grid grid) {
        double[] sums = along(grid, 0);
        for (int axis = 1; axis < axes.length; axis++) {
            sums = sums(sums, along(grid, axis));
        }
        return sums;
    }

    private double[] along(Grid grid, int axis) {
        double[] points = new double[grid.length(axis)];
        for (int i = 0; i < points.length; i++) {
            points[i] = (i + 0.5) / points.length;
        }
        return axes[axis].atAll(points);
    }

    /** Of each with each, the second varying fastest. */
    private static double[] sums(double[] a, double[] b) {
        double[] sums = new double[a.length * b.length];
        int i = 0;
        for (double first : a) {
            for (double second : b) {
                sums[i++] = first + second;
            }
        }
        return sums;
    }

    @Override
    public double[] atIncreasing(double[] increasing) {
        return axes[0].atAll(increasing);
    }

    /** The multiples of \(2^{-m}\). */
    @Override
    public double[] breakpoints() {
        int m = structure.compositions();
        double[] kinks = new double[axes.length > 1 || m > LISTED ? 0 : (1 << m) - 1];
        for (int i = 0; i < kinks.length; i++) {
            kinks[i] = Math.scalb(i + 1.0, -m);
        }
        return kinks;
    }

    /** Continuous, and ramps that are thin lie everywhere: no place is worth looking for. */
    @Override
    public boolean mayJump() {
        return false;
    }

    /** The network itself: depth \(m+1\), width \(2d+1\). */
    ReluNetwork network() {
        return axes.length == 1 ? axes[0] : ReluConstructions.additiveSeries(constant, terms);
    }

    @Override
    public String toString() {
        return network().toString();
    }
}
