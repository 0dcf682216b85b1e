package org.epsilonet.families.relu.training;

import java.util.Arrays;
import java.util.function.Function;
import org.epsilonet.families.relu.ReluNetwork;

/**
 * Pairs \((x_i, y_i) \in \mathbb R^d \times \mathbb R^m\) that a network should learn. Immutable.
 */
public final class Examples {
    private final int inputs;
    private final int outputs;
    private final double[] x;
    private final double[] y;

    private Examples(int inputs, int outputs, double[] x, double[] y) {
        this.inputs = inputs;
        this.outputs = outputs;
        this.x = x;
        this.y = y;
    }

    /**
     * The given pairs.
     *
     * @param inputs \(d \ge 1\)
     * @param x the points \(x_i\), one after the other; copied
     * @param outputs \(m \ge 1\)
     * @param y the wanted values \(y_i\), one after the other; copied. For {@link Loss#CROSS_ENTROPY} each is a
     *     probability vector
     * @throws IllegalArgumentException if there is no pair, the lengths disagree or a number is not finite
     */
    public static Examples of(int inputs, double[] x, int outputs, double[] y) {
        if (inputs < 1
                || outputs < 1
                || x.length < inputs
                || x.length % inputs != 0
                || y.length != (long) (x.length / inputs) * outputs) {
            throw new IllegalArgumentException("examples of " + inputs + " inputs and " + outputs
                    + " outputs cannot have " + x.length + " and " + y.length + " numbers");
        }
        if (!Arrays.stream(x).allMatch(Double::isFinite) || !Arrays.stream(y).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("examples must be finite");
        }
        return new Examples(inputs, outputs, x.clone(), y.clone());
    }

    /**
     * A function of real values at the given points.
     *
     * @param inputs \(d \ge 1\)
     * @param x the points, one after the other; copied
     * @param function the function; gets a fresh array
     * @throws IllegalArgumentException as {@link #of}
     */
    public static Examples of(int inputs, double[] x, Function<double[], Double> function) {
        double[] y = new double[x.length / Math.max(1, inputs)];
        for (int i = 0; i < y.length; i++) {
            y[i] = function.apply(Arrays.copyOfRange(x, i * inputs, (i + 1) * inputs));
        }
        return of(inputs, x, 1, y);
    }

    /** The dimension \(d\) of the points. */
    public int inputs() {
        return inputs;
    }

    /** The dimension \(m\) of the values. */
    public int outputs() {
        return outputs;
    }

    /** The number \(n\) of pairs. */
    public int size() {
        return x.length / inputs;
    }

    /** All points, one after the other; a fresh array. */
    public double[] points() {
        return x.clone();
    }

    /** All wanted values, one after the other; a fresh array. */
    public double[] values() {
        return y.clone();
    }

    /**
     * Some of the pairs.
     *
     * @param from the first
     * @param to the one after the last, {@code > from}
     * @throws IndexOutOfBoundsException if there are not that many
     * @throws IllegalArgumentException if there would be none
     */
    public Examples range(int from, int to) {
        java.util.Objects.checkFromToIndex(from, to, size());
        return of(
                inputs,
                Arrays.copyOfRange(x, from * inputs, to * inputs),
                outputs,
                Arrays.copyOfRange(y, from * outputs, to * outputs));
    }

    /** The mean of \(\sum_j (R(x_i)_j - y_{ij})^2\) over the pairs. */
    public double meanSquare(ReluNetwork network) {
        double[] z = network.atAll(x);
        double sum = 0;
        for (int i = 0; i < z.length; i++) {
            sum += (z[i] - y[i]) * (z[i] - y[i]);
        }
        return sum / size();
    }

    /** The share of pairs for which the largest output is that of the largest wanted value, in [0, 1]. */
    public double accuracy(ReluNetwork network) {
        double[] z = network.atAll(x);
        int right = 0;
        for (int i = 0; i < size(); i++) {
            right += largest(z, i * outputs) == largest(y, i * outputs) ? 1 : 0;
        }
        return (double) right / size();
    }

    private int largest(double[] values, int from) {
        int best = 0;
        for (int j = 1; j < outputs; j++) {
            best = values[from + j] > values[from + best] ? j : best;
        }
        return best;
    }

    /** Copies point {@code i}. */
    void copyPoint(int i, double[] into, int at) {
        System.arraycopy(x, i * inputs, into, at, inputs);
    }

    /** Copies wanted value {@code i}. */
    void copyValue(int i, double[] into, int at) {
        System.arraycopy(y, i * outputs, into, at, outputs);
    }

    @Override
    public String toString() {
        return size() + " examples of " + inputs + " inputs and " + outputs + " outputs";
    }
}
