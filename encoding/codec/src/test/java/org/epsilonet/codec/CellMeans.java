package org.epsilonet.codec;

import java.util.Arrays;
import org.epsilonet.api.classes.ApproximationKind;
import org.epsilonet.api.family.Approximant;
import org.epsilonet.api.family.Approximation;
import org.epsilonet.api.family.Distances;
import org.epsilonet.api.family.Parametrization;
import org.epsilonet.api.family.PerturbationBound;
import org.epsilonet.api.family.Structure;
import org.epsilonet.api.function.Domain;
import org.epsilonet.api.function.Grid;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.Samples;
import org.epsilonet.api.function.Target;
import org.epsilonet.api.symbol.SymbolSink;
import org.epsilonet.api.symbol.SymbolSource;

/** Constant on \(M\) equal runs of samples: no choice of structure, \(M\) numbers. */
class CellMeans extends TestFamily {
    @Override
    public String id() {
        return "test.cell-means";
    }

    @Override
    public ApproximationKind kind() {
        return ApproximationKind.LINEAR;
    }

    @Override
    public Approximation approximate(Target target, int budget, LpNorm norm) {
        Samples f = (Samples) target;
        Cells cells = new Cells(f.grid(), Math.min(budget, f.size()));
        double[] theta = new double[cells.count];
        for (int j = 0; j < theta.length; j++) {
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            double sum = 0;
            for (int i = cells.start(j); i < cells.start(j + 1); i++) {
                low = Math.min(low, f.value(i));
                high = Math.max(high, f.value(i));
                sum += f.value(i);
            }
            theta[j] = norm.isSup() ? (low + high) / 2 : sum / (cells.start(j + 1) - cells.start(j));
        }
        Approximant a = cells.realize(theta);
        return Approximation.reached(a, Distances.between(f, a, norm));
    }

    @Override
    public Parametrization parametrization(Domain domain, int budget) {
        Grid grid = (Grid) domain;
        int count = Math.min(budget, grid.points());
        return new Parametrization() {
            @Override
            public double log2Structures() {
                return 0;
            }

            @Override
            public int size() {
                return count;
            }

            @Override
            public double radius() {
                return 2;
            }

            @Override
            public double lipschitz(LpNorm norm) {
                return 1;
            }

            @Override
            public Structure read(SymbolSource source) {
                return new Cells(grid, count);
            }
        };
    }

    private record Cells(Grid grid, int count) implements Structure {
        int start(int j) {
            return (int) ((long) j * grid.points() / count);
        }

        @Override
        public int size() {
            return count;
        }

        @Override
        public Approximant realize(double[] parameters) {
            double[] theta = parameters.clone();
            double[] values = new double[grid.points()];
            for (int j = 0; j < count; j++) {
                Arrays.fill(values, start(j), start(j + 1), theta[j]);
            }
            return new GridFunction(this, theta, grid, values);
        }

        @Override
        public PerturbationBound perturbation(double[] parameters, LpNorm norm) {
            double[] weights = new double[count];
            for (int j = 0; j < count; j++) {
                weights[j] =
                        norm.isSup() ? 1 : Math.nextUp(norm.root((start(j + 1) - start(j)) / (double) grid.points()));
            }
            return norm.isSup()
                    ? PerturbationBound.largest(weights)
                    : norm.p() == 2 ? PerturbationBound.rootSumOfSquares(weights, 1) : PerturbationBound.sum(weights);
        }

        @Override
        public void write(SymbolSink sink) {
            // There is only one for each budget.
        }
    }
}
