package org.epsilonet.families.relu;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.epsilonet.families.relu.IntegerNetwork.Neuron;

/**
 * Writes the network of {@link BitExtraction} down, layer by layer. Its channels: the point \(x\); then the block \(j\)
 * and the place \(y = Mx - j \in [0,1]\) in it; then the rest \(z\) of the code, the number \(a\) being summed, made
 * nonnegative by a shift, and the number \(i\) of steps to take.
 */
final class BitExtractionLayers {
    private static final int Z_OR_PRODUCT = 0;
    private static final int A = 1;
    private static final int I = 2;
    private static final int Z = 3;

    private final BitExtraction walk;
    private final int m;
    private final BigInteger shift;
    private final List<List<Neuron>> layers = new ArrayList<>();
    private List<Neuron> layer = new ArrayList<>();

    private BitExtractionLayers(BitExtraction walk) {
        this.walk = walk;
        this.m = walk.blocks();
        int lowest = 0;
        for (int j = 0; j < m; j++) {
            lowest = Math.min(lowest, walk.value(j * m));
        }
        this.shift = BigInteger.valueOf(m - (long) lowest);
    }

    static IntegerNetwork of(BitExtraction walk) {
        if (walk.blocks() < 2) {
            throw new IllegalArgumentException("with one block there is nothing to extract");
        }
        BitExtractionLayers writer = new BitExtractionLayers(walk);
        writer.locate();
        writer.lookUp();
        for (int k = 1; k < walk.blocks(); k++) {
            writer.takeDigit(k);
        }
        // The last digit's product is still to be added.
        writer.neuron(new int[] {Z_OR_PRODUCT, A}, longs(1, 1), writer.shift.negate());
        writer.endLayer();
        return IntegerNetwork.of(writer.layers);
    }

    /** Ramps up to the ends of the blocks, their sum, and ramps up to the places in a block. */
    private void locate() {
        BigInteger slope = power(m, 6);
        for (int i = 1; i < m; i++) {
            BigInteger end = power(m, 5).multiply(BigInteger.valueOf(i));
            neuron(new int[] {0}, new BigInteger[] {slope}, BigInteger.ONE.subtract(end));
            neuron(new int[] {0}, new BigInteger[] {slope}, end.negate());
        }
        carry(0);
        endLayer();
        int ramps = 2 * (m - 1);
        neuron(range(0, ramps), alternating(ramps, 1), BigInteger.ZERO);
        BigInteger[] weights = alternating(ramps + 1, -1);
        weights[ramps] = BigInteger.valueOf(m);
        neuron(range(0, ramps + 1), weights, BigInteger.ZERO);
        endLayer();
    }

    /** The piecewise linear functions of the block that give code and first value, and the number of steps. */
    private void lookUp() {
        for (int k = 0; k < m - 1; k++) {
            neuron(new int[] {0}, longs(1), BigInteger.valueOf(-k));
        }
        for (int i = 1; i < m; i++) {
            BigInteger end = power(m, 3).multiply(BigInteger.valueOf(i));
            neuron(new int[] {1}, new BigInteger[] {power(m, 4)}, BigInteger.ONE.subtract(end));
            neuron(new int[] {1}, new BigInteger[] {power(m, 4)}, end.negate());
        }
        endLayer();
        BigInteger[] codes = new BigInteger[m];
        BigInteger[] values = new BigInteger[m];
        for (int j = 0; j < m; j++) {
            codes[j] = walk.code(j);
            values[j] = BigInteger.valueOf(walk.value(j * m));
        }
        neuron(range(0, m - 1), changesOfSlope(codes), codes[0]);
        neuron(range(0, m - 1), changesOfSlope(values), values[0].add(shift));
        neuron(range(m - 1, 3 * (m - 1)), alternating(2 * (m - 1), 1), BigInteger.ZERO);
        endLayer();
    }

    /** Digit k is taken off the code, and added to the sum less one if the place is at least k. */
    private void takeDigit(int k) {
        boolean isFirst = k == 1;
        int z = isFirst ? 0 : Z;
        BigInteger unit = BigInteger.valueOf(3).pow(m - 2);
        for (int multiple = 1; multiple <= 2; multiple++) {
            BigInteger threshold = unit.multiply(BigInteger.valueOf(multiple));
            neuron(new int[] {z}, longs(1), BigInteger.ONE.subtract(threshold));
            neuron(new int[] {z}, longs(1), threshold.negate());
        }
        neuron(new int[] {I}, longs(1), BigInteger.valueOf(1L - k));
        neuron(new int[] {I}, longs(1), BigInteger.valueOf(-k));
        carry(z);
        if (isFirst) {
            carry(A);
        } else {
            neuron(new int[] {Z_OR_PRODUCT, A}, longs(1, 1), BigInteger.ZERO);
        }
        carry(I);
        endLayer();
        neuron(range(0, 6), longs(1, -1, 1, -1, 2, -2), BigInteger.valueOf(-2));
        neuron(new int[] {4, 5, 7}, longs(-1, 1, 1), BigInteger.ZERO);
        carry(8);
        BigInteger three = unit.multiply(BigInteger.valueOf(3));
        neuron(
                new int[] {0, 1, 2, 3, 6},
                new BigInteger[] {three.negate(), three, three.negate(), three, BigInteger.valueOf(3)},
                BigInteger.ZERO);
        endLayer();
    }

    private void neuron(int[] inputs, BigInteger[] weights, BigInteger bias) {
        layer.add(new Neuron(inputs, weights, bias, false));
    }

    /** A weight 1 for a channel that passes by. */
    private void carry(int input) {
        layer.add(new Neuron(new int[] {input}, longs(1), BigInteger.ZERO, true));
    }

    private void endLayer() {
        layers.add(layer);
        layer = new ArrayList<>();
    }

    private static BigInteger power(int base, int exponent) {
        return BigInteger.valueOf(base).pow(exponent);
    }

    private static int[] range(int from, int to) {
        int[] range = new int[to - from];
        for (int i = 0; i < range.length; i++) {
            range[i] = from + i;
        }
        return range;
    }

    private static BigInteger[] longs(long... values) {
        BigInteger[] result = new BigInteger[values.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = BigInteger.valueOf(values[i]);
        }
        return result;
    }

    private static BigInteger[] alternating(int length, int first) {
        BigInteger[] signs = new BigInteger[length];
        for (int i = 0; i < length; i++) {
            signs[i] = BigInteger.valueOf(i % 2 == 0 ? first : -first);
        }
        return signs;
    }

    /** The coefficients of \(\sigma(j-k)\), \(0 \le k < M-1\), in the interpolant of the given values. */
    private static BigInteger[] changesOfSlope(BigInteger[] values) {
        BigInteger[] changes = new BigInteger[values.length - 1];
        BigInteger before = BigInteger.ZERO;
        for (int k = 0; k < changes.length; k++) {
            BigInteger slope = values[k + 1].subtract(values[k]);
            changes[k] = slope.subtract(before);
            before = slope;
        }
        return changes;
    }
}
