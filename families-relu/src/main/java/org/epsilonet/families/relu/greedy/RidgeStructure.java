package org.epsilonet.families.relu.greedy;

import java.util.Arrays;
import org.epsilonet.api.family.PerturbationBound;
import org.epsilonet.api.family.Structure;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.symbol.CorruptCodeException;
import org.epsilonet.api.symbol.SymbolSink;
import org.epsilonet.api.symbol.SymbolSource;

/**
 * The hidden layer of a shallow network: \(d\) neurons \(\sigma(x_a)\) for the linear part, then the chosen ones. The
 * parameters are the bias and the weights of the output. Neurons have values in \([0, 1-q/Q]\), and errors add.
 */
final class RidgeStructure implements Structure {
    private final RidgeLattice lattice;
    private final long[] neurons;

    /** Takes over an increasing list of neurons. */
    RidgeStructure(RidgeLattice lattice, long[] neurons) {
        this.lattice = lattice;
        this.neurons = neurons;
    }

    RidgeLattice lattice() {
        return lattice;
    }

    /** The chosen neurons; a fresh array. */
    long[] neurons() {
        return neurons.clone();
    }

    @Override
    public int size() {
        return 1 + lattice.dimension() + neurons.length;
    }

    @Override
    public RidgeApproximant realize(double[] parameters) {
        if (parameters.length != size()) {
            throw new IllegalArgumentException(
                    "there are " + size() + " output weights, given were " + parameters.length);
        }
        return new RidgeApproximant(this, parameters.clone());
    }

    @Override
    public PerturbationBound perturbation(double[] parameters, LpNorm norm) {
        double[] weights = new double[size()];
        Arrays.setAll(weights, i -> Math.nextUp(largest(i)));
        return PerturbationBound.sum(weights);
    }

    /** The largest value of what parameter {@code i} multiplies. */
    private double largest(int i) {
        int chosen = i - 1 - lattice.dimension();
        return chosen < 0 ? 1 : (double) (lattice.offsets() - lattice.offsetOf(neurons[chosen])) / lattice.offsets();
    }

    @Override
    public double scale(int i, LpNorm norm) {
        return 1 / largest(i);
    }

    @Override
    public int context(int i) {
        return i <= lattice.dimension() ? 0 : 1;
    }

    @Override
    public void write(SymbolSink sink) {
        sink.uniform(neurons.length, lattice.budget() + 1L);
        for (int i = 0; i < neurons.length; i++) {
            sink.integer(0, i == 0 ? neurons[0] : neurons[i] - neurons[i - 1] - 1);
        }
    }

    /** Reads what {@link #write} wrote. */
    static RidgeStructure read(RidgeLattice lattice, SymbolSource source) throws CorruptCodeException {
        long[] neurons = new long[(int) source.uniform(lattice.budget() + 1L)];
        long next = 0;
        for (int i = 0; i < neurons.length; i++) {
            long gap = source.integer(0);
            if (gap > lattice.neurons() - 1 - next) {
                throw new CorruptCodeException("a gap of " + gap + " leads beyond the last neuron");
            }
            neurons[i] = next + gap;
            next = neurons[i] + 1;
        }
        return new RidgeStructure(lattice, neurons);
    }
}
