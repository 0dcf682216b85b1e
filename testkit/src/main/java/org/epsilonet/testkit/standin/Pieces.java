package org.epsilonet.testkit.standin;

import org.epsilonet.api.family.Approximant;
import org.epsilonet.api.family.PerturbationBound;
import org.epsilonet.api.family.Structure;
import org.epsilonet.api.function.Domain;
import org.epsilonet.api.function.Grid;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.symbol.SymbolSink;

/** Equal pieces of [0, 1]. */
class Pieces implements Structure {
    private final Domain domain;
    private final int budget;
    private final int count;

    Pieces(Domain domain, int budget, int count) {
        this.domain = domain;
        this.budget = budget;
        this.count = count;
    }

    /** The piece of a point; the last one is closed. */
    int indexOf(double x) {
        return Math.min(count - 1, (int) (x * count));
    }

    /** The values on the pieces, from the parameters. */
    double[] values(double[] parameters) {
        return parameters.clone();
    }

    /** The parameters that give these values. */
    double[] parameters(double[] values) {
        return values.clone();
    }

    @Override
    public int size() {
        return count;
    }

    @Override
    public Approximant realize(double[] parameters) {
        if (parameters.length != count) {
            throw new IllegalArgumentException(parameters.length + " values for " + count + " pieces");
        }
        return new Step(this, values(parameters), parameters.clone());
    }

    /** Pieces are disjoint: \(\|R(\theta)-R(\theta')\|_p^p = \sum_i \mu_i|\theta_i-\theta'_i|^p\). */
    @Override
    public PerturbationBound perturbation(double[] parameters, LpNorm norm) {
        double[] mass = masses();
        return deltas -> {
            double sum = 0;
            for (int i = 0; i < count; i++) {
                double moved = norm.power(deltas[i]);
                sum = norm.isSup() ? Math.max(sum, moved) : sum + mass[i] * moved;
            }
            // Powers and roots beyond the square root are good to a few units in the last place.
            return PerturbationBound.outward(norm.root(sum), 4 * count + 16);
        };
    }

    private double[] masses() {
        double[] mass = new double[count];
        int points = domain instanceof Grid grid ? grid.points() : count;
        for (int j = 0; j < points; j++) {
            mass[indexOf((j + 0.5) / points)] += 1.0 / points;
        }
        return mass;
    }

    @Override
    public void write(SymbolSink sink) {
        sink.uniform(count - 1, PiecewiseConstants.most(domain, budget));
    }

    /**
     * A function constant on each piece.
     *
     * @param structure the pieces
     * @param values one value per piece, as they are evaluated
     * @param said one value per piece, as they are handed out
     */
    record Step(Pieces structure, double[] values, double[] said) implements Approximant {
        @Override
        public double[] parameters() {
            return said.clone();
        }

        @Override
        public int dimension() {
            return 1;
        }

        @Override
        public double at(double... x) {
            return values[structure.indexOf(x[0])];
        }

        @Override
        public double[] breakpoints() {
            double[] ends = new double[values.length - 1];
            for (int i = 0; i < ends.length; i++) {
                ends[i] = (i + 1.0) / values.length;
            }
            return ends;
        }
    }
}
