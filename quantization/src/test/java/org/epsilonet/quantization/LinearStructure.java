package org.epsilonet.quantization;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.epsilonet.api.family.Approximant;
import org.epsilonet.api.family.PerturbationBound;
import org.epsilonet.api.family.Structure;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.symbol.SymbolSink;

/** Piecewise constants on equal cells of [0, 1], all cells or some: \(\|\cdot\|_2\) of cell i of n is \(n^{-1/2}\). */
record LinearStructure(int cells, int[] kept, double[] scales) implements Structure {
    static LinearStructure of(double... scales) {
        return new LinearStructure(
                scales.length, IntStream.range(0, scales.length).toArray(), scales);
    }

    @Override
    public int size() {
        return kept.length;
    }

    @Override
    public Approximant realize(double[] parameters) {
        double[] values = new double[cells];
        for (int k = 0; k < kept.length; k++) {
            values[kept[k]] = parameters[k];
        }
        return new Steps1(this, parameters.clone(), values);
    }

    @Override
    public PerturbationBound perturbation(double[] parameters, LpNorm norm) {
        double[] weights = new double[kept.length];
        Arrays.fill(weights, norm.isSup() ? 1 : Math.nextUp(Math.sqrt(1.0 / cells)));
        return norm.isSup() ? PerturbationBound.largest(weights) : PerturbationBound.rootSumOfSquares(weights, 1);
    }

    @Override
    public void write(SymbolSink sink) {
        throw new UnsupportedOperationException("not asked for by a quantizer");
    }

    @Override
    public double scale(int i, LpNorm norm) {
        return scales[kept[i]];
    }

    @Override
    public Structure without(boolean[] zero) {
        int[] left = IntStream.range(0, kept.length)
                .filter(k -> !zero[k])
                .map(k -> kept[k])
                .toArray();
        return new LinearStructure(cells, left, scales);
    }

    private record Steps1(Structure structure, double[] theta, double[] values) implements Approximant {
        @Override
        public double[] parameters() {
            return theta.clone();
        }

        @Override
        public int dimension() {
            return 1;
        }

        @Override
        public double at(double... x) {
            return values[Math.min(values.length - 1, (int) (x[0] * values.length))];
        }
    }
}
