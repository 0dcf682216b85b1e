package org.epsilonet.codec;

import org.epsilonet.api.family.Approximant;
import org.epsilonet.api.family.Parametrization;
import org.epsilonet.api.family.PerturbationBound;
import org.epsilonet.api.family.Structure;
import org.epsilonet.api.function.Domain;
import org.epsilonet.api.function.Grid;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.symbol.CorruptCodeException;
import org.epsilonet.api.symbol.SymbolSink;
import org.epsilonet.api.symbol.SymbolSource;

/** Means of cells, whose structures have other last digits when they are read back, as sums in another order have. */
final class WobblyMeans extends CellMeans {
    /** How it reads back what it wrote. */
    enum Reading {
        WELL,
        NOT,
        BADLY
    }

    private final Reading reading;

    /** With few parameters if it does not read well. */
    WobblyMeans(Reading reading) {
        this.reading = reading;
    }

    @Override
    public int largestBudget(Domain domain) {
        return reading == Reading.WELL ? super.largestBudget(domain) : 600;
    }

    @Override
    public String id() {
        return "test.wobbly-means";
    }

    @Override
    public Parametrization parametrization(Domain domain, int budget) {
        Parametrization same = super.parametrization(domain, budget);
        return new Parametrization() {
            @Override
            public double log2Structures() {
                return same.log2Structures();
            }

            @Override
            public int size() {
                return same.size();
            }

            @Override
            public double radius() {
                return same.radius();
            }

            @Override
            public double lipschitz(LpNorm norm) {
                return same.lipschitz(norm);
            }

            @Override
            public Structure read(SymbolSource source) throws CorruptCodeException {
                if (reading == Reading.NOT) {
                    throw new CorruptCodeException("forgotten");
                }
                if (reading == Reading.BADLY) {
                    throw new IllegalArgumentException("forgotten");
                }
                return new Read(same.read(source), (Grid) domain);
            }
        };
    }

    private record Read(Structure same, Grid grid) implements Structure {
        @Override
        public int size() {
            return same.size();
        }

        @Override
        public Approximant realize(double[] parameters) {
            double[] values = same.realize(parameters).on(grid);
            for (int i = 0; i < values.length; i++) {
                values[i] += 1e-13 * (i % 4);
            }
            return new GridFunction(same, parameters.clone(), grid, values);
        }

        @Override
        public PerturbationBound perturbation(double[] parameters, LpNorm norm) {
            return same.perturbation(parameters, norm);
        }

        @Override
        public void write(SymbolSink sink) {
            same.write(sink);
        }
    }
}
