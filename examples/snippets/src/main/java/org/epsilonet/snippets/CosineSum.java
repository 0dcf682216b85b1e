package org.epsilonet.snippets;

import java.util.Arrays;
import org.epsilonet.api.family.Approximant;
import org.epsilonet.api.family.Parametrization;
import org.epsilonet.api.family.PerturbationBound;
import org.epsilonet.api.family.Structure;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.symbol.SymbolSink;
import org.epsilonet.api.symbol.SymbolSource;

/**
 * A cosine sum.
 *
 * @param structure its frequencies
 * @param c its coefficients
 */
record CosineSum(Frequencies structure, double[] c) implements Approximant {
    /** A coefficient is a mean of a target bounded by 1 against a cosine, over the mean square of that. */
    static final double RADIUS = 2;

    /** {@link StrictMath}, because a decoder on another machine must find the same bits. */
    static double cosine(int k, double x) {
        return StrictMath.cos(k * Math.PI * x);
    }

    @Override
    public double[] parameters() {
        return c.clone();
    }

    @Override
    public int dimension() {
        return 1;
    }

    @Override
    public double at(double... x) {
        double sum = 0;
        for (int k = 0; k < c.length; k++) {
            sum += c[k] * cosine(k, x[0]);
        }
        return sum;
    }

    @Override
    public String toString() {
        return "CosineSum[terms=" + c.length + "]";
    }

    /** All sums of the first terms. */
    static Parametrization parametrization(int terms) {
        Frequencies frequencies = new Frequencies(terms);
        double[] ones = new double[terms];
        Arrays.fill(ones, 1);
        return new Parametrization() {
            @Override
            public double log2Structures() {
                return 0;
            }

            @Override
            public int size() {
                return terms;
            }

            @Override
            public double radius() {
                return RADIUS;
            }

            @Override
            public double lipschitz(LpNorm norm) {
                return frequencies.perturbation(ones, norm).of(ones);
            }

            @Override
            public Structure read(SymbolSource source) {
                return frequencies;
            }
        };
    }

    /**
     * The structure: frequencies 0 to {@code size - 1}.
     *
     * @param size how many
     */
    record Frequencies(int size) implements Structure {
        @Override
        public Approximant realize(double[] parameters) {
            if (parameters.length != size) {
                throw new IllegalArgumentException(parameters.length + " coefficients for " + size + " cosines");
            }
            return new CosineSum(this, parameters.clone());
        }

        /** Orthogonal in \(L^2\), of which smaller \(p\) are bounded; bounded by 1 in all norms. */
        @Override
        public PerturbationBound perturbation(double[] parameters, LpNorm norm) {
            double[] weights = new double[size];
            Arrays.fill(weights, norm.p() <= 2 ? Math.nextUp(Math.sqrt(0.5)) : 1);
            weights[0] = 1;
            return norm.p() <= 2 ? PerturbationBound.rootSumOfSquares(weights, 1) : PerturbationBound.sum(weights);
        }

        /** There is only one structure per budget: nothing to say. */
        @Override
        public void write(SymbolSink sink) {}
    }
}
