package org.epsilonet.api.family;

import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.symbol.SymbolSink;

/** Piecewise constants on equal cells: the plainest approximant, to test measurements with. */
record StepFunction(double[] values) implements Approximant {
    @Override
    public Structure structure() {
        int size = values.length;
        return new Structure() {
            @Override
            public int size() {
                return size;
            }

            @Override
            public Approximant realize(double[] parameters) {
                return new StepFunction(parameters.clone());
            }

            @Override
            public PerturbationBound perturbation(double[] parameters, LpNorm norm) {
                return PerturbationBound.largest(parameters);
            }

            @Override
            public void write(SymbolSink sink) {}
        };
    }

    @Override
    public double[] parameters() {
        return values.clone();
    }

    @Override
    public int dimension() {
        return 1;
    }

    @Override
    public double at(double... x) {
        return values[Math.min(values.length - 1, (int) (x[0] * values.length))];
    }

    @Override
    public double[] breakpoints() {
        double[] points = new double[values.length - 1];
        for (int i = 0; i < points.length; i++) {
            points[i] = (i + 1.0) / values.length;
        }
        return points;
    }
}
