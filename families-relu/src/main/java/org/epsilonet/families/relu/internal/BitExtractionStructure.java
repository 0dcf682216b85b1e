package org.epsilonet.families.relu.internal;

import org.epsilonet.api.family.Approximant;
import org.epsilonet.api.family.PerturbationBound;
import org.epsilonet.api.family.Structure;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.symbol.CorruptCodeException;
import org.epsilonet.api.symbol.SymbolSink;
import org.epsilonet.api.symbol.SymbolSource;
import org.epsilonet.families.relu.BitExtraction;

/**
 * The digits of a network of {@link BitExtraction} that starts at 0; the parameters are \(a\) and \(\lambda\) in \(a +
 * \lambda N\), \(N = F_n/M^2\) off the ramps. On a ramp inside a block the value is within 1 of those beside it. On one
 * between blocks the network adds at most \(M-1\) in modulus to an average of two first values. So \(|N| \le (\max_n|F_n|
 * + M)/M^2 \le 2\) everywhere.
 *
 * @param network the network
 */
record BitExtractionStructure(BitExtraction network) implements Structure {
    @Override
    public int size() {
        return 2;
    }

    @Override
    public Approximant realize(double[] parameters) {
        if (parameters.length != 2) {
            throw new IllegalArgumentException("a shift and a scale are needed, given were " + parameters.length);
        }
        return new BitExtractionApproximant(this, parameters[0], parameters[1]);
    }

    @Override
    public PerturbationBound perturbation(double[] parameters, LpNorm norm) {
        return PerturbationBound.sum(new double[] {1, bound()});
    }

    private double bound() {
        int m = network.blocks();
        int largest = 0;
        for (int n = 0; n < m * m; n++) {
            largest = Math.max(largest, Math.abs(network.value(n)));
        }
        return Math.nextUp(((double) largest + m) / ((double) m * m));
    }

    /** The digits in order; one predicts the next. */
    @Override
    public void write(SymbolSink sink) {
        int before = 1;
        for (int n = 1; n < network.blocks() * network.blocks(); n++) {
            int digit = network.digit(n);
            sink.adaptive(before, digit, 3);
            before = digit;
        }
    }

    /** Reads what {@link #write} wrote. */
    static BitExtractionStructure read(int blocks, SymbolSource source) throws CorruptCodeException {
        byte[] digits = new byte[blocks * blocks - 1];
        int before = 1;
        for (int n = 0; n < digits.length; n++) {
            before = source.adaptive(before, 3);
            digits[n] = (byte) before;
        }
        return new BitExtractionStructure(BitExtraction.of(blocks, 0, digits));
    }
}
