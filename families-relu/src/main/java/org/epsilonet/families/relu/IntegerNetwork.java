package org.epsilonet.families.relu;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;

/**
 * A ReLU network \(\mathbb R \to \mathbb R\) whose weights are integers of any size, evaluated without rounding: doubles
 * are dyadic rationals, and integer weights keep the denominator. For constructions whose weights need more bits than a
 * double has. Immutable.
 */
public final class IntegerNetwork {
    private final List<List<Neuron>> layers;

    private IntegerNetwork(List<List<Neuron>> layers) {
        this.layers = layers;
    }

    /**
     * One neuron.
     *
     * @param inputs the entries of the layer before that it reads
     * @param weights their weights
     * @param bias its bias
     * @param isCarry whether it only hands a value on, past what the layer computes
     */
    record Neuron(int[] inputs, BigInteger[] weights, BigInteger bias, boolean isCarry) {}

    /** The layers, first to last; the last one is affine and has one neuron. */
    static IntegerNetwork of(List<List<Neuron>> layers) {
        return new IntegerNetwork(layers.stream().map(List::copyOf).toList());
    }

    /** The number \(L\) of affine maps. */
    public int depth() {
        return layers.size();
    }

    /** The largest layer size. */
    public int width() {
        return layers.stream().mapToInt(List::size).max().orElseThrow();
    }

    /** The number of neurons that compute something: all but those that only hand a value on, and the output. */
    public int neurons() {
        return (int) layers.subList(0, layers.size() - 1).stream()
                .flatMap(List::stream)
                .filter(n -> !n.isCarry())
                .count();
    }

    /** The number of weights of those neurons and of the output, without biases. */
    public int fanIn() {
        return layers.stream()
                .flatMap(List::stream)
                .filter(n -> !n.isCarry())
                .mapToInt(n -> n.inputs.length)
                .sum();
    }

    /** The largest absolute value of a weight or bias. */
    public BigInteger largestWeight() {
        BigInteger largest = BigInteger.ZERO;
        for (List<Neuron> layer : layers) {
            for (Neuron neuron : layer) {
                largest = largest.max(neuron.bias.abs());
                for (BigInteger weight : neuron.weights) {
                    largest = largest.max(weight.abs());
                }
            }
        }
        return largest;
    }

    /**
     * The exact value at a point.
     *
     * @param x a finite double
     * @throws IllegalArgumentException if it is not finite
     */
    public BigDecimal at(double x) {
        if (!Double.isFinite(x)) {
            throw new IllegalArgumentException("a point must be finite, was " + x);
        }
        BigDecimal input = new BigDecimal(x);
        // Over 10^scale every value is an integer.
        BigInteger unit = BigInteger.TEN.pow(Math.max(0, input.scale()));
        BigInteger[] values = {input.setScale(Math.max(0, input.scale())).unscaledValue()};
        for (int l = 0; l < layers.size(); l++) {
            List<Neuron> layer = layers.get(l);
            BigInteger[] next = new BigInteger[layer.size()];
            for (int i = 0; i < next.length; i++) {
                Neuron neuron = layer.get(i);
                BigInteger sum = neuron.bias.multiply(unit);
                for (int k = 0; k < neuron.inputs.length; k++) {
                    sum = sum.add(neuron.weights[k].multiply(values[neuron.inputs[k]]));
                }
                next[i] = l + 1 < layers.size() ? sum.max(BigInteger.ZERO) : sum;
            }
            values = next;
        }
        return new BigDecimal(values[0], Math.max(0, input.scale()));
    }

    /**
     * The same network with weights in doubles.
     *
     * @throws ArithmeticException if a weight is not a double
     */
    public ReluNetwork inDoubles() {
        AffineMap[] maps = new AffineMap[layers.size()];
        int columns = 1;
        for (int l = 0; l < maps.length; l++) {
            List<Neuron> layer = layers.get(l);
            double[] weights = new double[layer.size() * columns];
            double[] biases = new double[layer.size()];
            for (int i = 0; i < biases.length; i++) {
                Neuron neuron = layer.get(i);
                biases[i] = exact(neuron.bias);
                for (int k = 0; k < neuron.inputs.length; k++) {
                    weights[i * columns + neuron.inputs[k]] = exact(neuron.weights[k]);
                }
            }
            maps[l] = AffineMap.of(weights, columns, biases);
            columns = layer.size();
        }
        return ReluNetwork.of(Arrays.asList(maps));
    }

    private static double exact(BigInteger weight) {
        double value = weight.doubleValue();
        if (Double.isInfinite(value)
                || !new BigDecimal(value).toBigIntegerExact().equals(weight)) {
            throw new ArithmeticException("a weight of " + weight.bitLength() + " bits is not a double");
        }
        return value;
    }

    @Override
    public String toString() {
        return "ReLU network with integer weights: depth " + depth() + ", width " + width() + ", " + fanIn()
                + " weights of up to " + largestWeight().bitLength() + " bits";
    }
}
