package org.epsilonet.families.relu.bounds;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.epsilonet.api.family.PerturbationBound;
import org.epsilonet.api.model.InputBox;
import org.epsilonet.families.relu.AffineMap;
import org.epsilonet.families.relu.ReluNetwork;

/**
 * What two networks do on a box, by interval arithmetic: ranges of the values \(z = W y + b\) before each ReLU in
 * \(R_\theta\), of \(z'\) in \(R_{\theta'}\), and of their difference \(e = z - z'\). It refines the {@linkplain
 * ComponentwiseBound componentwise recursion}: signs are followed, the box need not be symmetric, and neurons that are
 * off in both networks pass nothing on.
 *
 * <p>All ranges are rounded outward. Index {@code l} is an affine map, counted from 0.
 *
 * @see "docs/theory.md, B4"
 */
final class Activations {
    final double[][] low;
    final double[][] high;
    final double[][] otherLow;
    final double[][] otherHigh;
    final double[][] errorLow;
    final double[][] errorHigh;

    private Activations(int depth) {
        low = new double[depth][];
        high = new double[depth][];
        otherLow = new double[depth][];
        otherHigh = new double[depth][];
        errorLow = new double[depth][];
        errorHigh = new double[depth][];
    }

    static Activations of(Deviation deviation, InputBox box) {
        ReluNetwork network = deviation.network();
        Activations activations = new Activations(network.depth());
        Ball in = Ball.box(box, network.inputs());
        Ball otherIn = in;
        double[] errors = new double[network.inputs()];
        for (int l = 0; l < network.depth(); l++) {
            activations.layer(deviation, l, in, otherIn, errors);
            in = Ball.rectified(activations.low[l], activations.high[l]);
            otherIn = Ball.rectified(activations.otherLow[l], activations.otherHigh[l]);
            errors = activations.errorsAfter(l);
        }
        return activations;
    }

    /** Nothing is known: every neuron may be on or off. */
    static Activations unbounded(ReluNetwork network) {
        Activations activations = new Activations(network.depth());
        for (int l = 0; l < network.depth(); l++) {
            int rows = network.maps().get(l).rows();
            activations.low[l] = filled(rows, Double.NEGATIVE_INFINITY);
            activations.high[l] = filled(rows, Double.POSITIVE_INFINITY);
            activations.otherLow[l] = activations.low[l];
            activations.otherHigh[l] = activations.high[l];
            activations.errorLow[l] = activations.low[l];
            activations.errorHigh[l] = activations.high[l];
        }
        return activations;
    }

    /** Layer and index of the hidden neurons of \(R_\theta\) that may be on or off. */
    List<int[]> undecided() {
        List<int[]> neurons = new ArrayList<>();
        for (int l = 0; l + 1 < low.length; l++) {
            for (int j = 0; j < low[l].length; j++) {
                if (low[l][j] < 0 && high[l][j] > 0) {
                    neurons.add(new int[] {l, j});
                }
            }
        }
        return neurons;
    }

    /** Narrows the range of a neuron to where it is on, or off. */
    void decide(int[] neuron, boolean on) {
        low[neuron[0]][neuron[1]] = on ? 0 : -1;
        high[neuron[0]][neuron[1]] = on ? 1 : 0;
    }

    private static double[] filled(int length, double value) {
        double[] array = new double[length];
        Arrays.fill(array, value);
        return array;
    }

    /** Bounds on \(|y_\ell - y'_\ell|\) after the ReLU, one per neuron. */
    double[] errorsAfter(int l) {
        double[] errors = new double[low[l].length];
        for (int j = 0; j < errors.length; j++) {
            // Both are in [0, largest].
            double largest = Math.max(0, Math.max(high[l][j], otherHigh[l][j]));
            errors[j] = Math.min(largest, Math.max(Math.abs(errorLow[l][j]), Math.abs(errorHigh[l][j])));
        }
        return errors;
    }

    /** Narrows the range of an error, where another method knows more. */
    void narrow(int l, int j, double lowError, double highError, double lowOther, double highOther) {
        errorLow[l][j] = Math.max(errorLow[l][j], lowError);
        errorHigh[l][j] = Math.min(errorHigh[l][j], highError);
        otherLow[l][j] = Math.max(otherLow[l][j], lowOther);
        otherHigh[l][j] = Math.min(otherHigh[l][j], highOther);
        low[l][j] = Math.max(low[l][j], Math.nextDown(otherLow[l][j] + errorLow[l][j]));
        high[l][j] = Math.min(high[l][j], Math.nextUp(otherHigh[l][j] + errorHigh[l][j]));
    }

    private void layer(Deviation deviation, int l, Ball in, Ball otherIn, double[] errors) {
        AffineMap map = deviation.network().maps().get(l);
        AffineMap otherMap = deviation instanceof Deviation.Given given
                ? given.other().maps().get(l)
                : map;
        double delta = deviation instanceof Deviation.Within within ? within.delta() : 0;
        double slack = delta == 0 ? 0 : PerturbationBound.outward(delta * (1 + otherIn.total()), otherIn.size() + 4);
        int rows = map.rows();
        int columns = map.columns();
        low[l] = new double[rows];
        high[l] = new double[rows];
        otherLow[l] = new double[rows];
        otherHigh[l] = new double[rows];
        errorLow[l] = new double[rows];
        errorHigh[l] = new double[rows];
        double[] otherSizes = otherIn.sizes();
        Rows.forEach(rows, 4L * columns, (from, to) -> {
            double[] weights = new double[columns];
            double[] otherWeights = new double[columns];
            double[] magnitudes = new double[columns];
            double[] changes = new double[columns];
            for (int i = from; i < to; i++) {
                map.copyRow(i, weights);
                otherMap.copyRow(i, otherWeights);
                deviation.row(l, i, weights, magnitudes, changes);
                in.image(weights, map.bias(i), 0, low[l], high[l], i);
                otherIn.image(otherWeights, otherMap.bias(i), slack, otherLow[l], otherHigh[l], i);
                double error = deviation.biasChange(l, i);
                for (int j = 0; j < columns; j++) {
                    error += ComponentwiseBound.product(Math.abs(weights[j]), errors[j])
                            + ComponentwiseBound.product(changes[j], otherSizes[j]);
                }
                double bound = PerturbationBound.outward(error, 4 * columns + 2);
                narrowed(l, i, bound);
            }
        });
    }

    /** Each of \(z\), \(z'\), \(e\) is known from the other two. */
    private void narrowed(int l, int i, double bound) {
        double up = Math.nextUp(high[l][i] - otherLow[l][i]);
        double down = Math.nextDown(low[l][i] - otherHigh[l][i]);
        errorHigh[l][i] = up < bound ? up : bound;
        errorLow[l][i] = down > -bound ? down : -bound;
    }

    /**
     * A box as centres and radii.
     *
     * @param centres finite
     * @param radii possibly infinite
     */
    private record Ball(double[] centres, double[] radii) {
        static Ball box(InputBox box, int inputs) {
            double[] lows = new double[inputs];
            double[] highs = new double[inputs];
            Arrays.fill(lows, box.low());
            Arrays.fill(highs, box.high());
            return between(lows, highs);
        }

        static Ball rectified(double[] low, double[] high) {
            double[] lows = new double[low.length];
            double[] highs = new double[low.length];
            for (int j = 0; j < lows.length; j++) {
                lows[j] = Math.max(0, low[j]);
                highs[j] = Math.max(0, high[j]);
            }
            return between(lows, highs);
        }

        private static Ball between(double[] lows, double[] highs) {
            double[] centres = new double[lows.length];
            double[] radii = new double[lows.length];
            for (int j = 0; j < lows.length; j++) {
                boolean bounded = lows[j] > Double.NEGATIVE_INFINITY && highs[j] < Double.POSITIVE_INFINITY;
                double centre = bounded ? 0.5 * lows[j] + 0.5 * highs[j] : 0;
                double radius = Math.max(highs[j] - centre, centre - lows[j]);
                centres[j] = centre;
                radii[j] = lows[j] == highs[j] && bounded ? Math.abs(lows[j] - centre) : Math.nextUp(radius);
            }
            return new Ball(centres, radii);
        }

        int size() {
            return centres.length;
        }

        /** The largest absolute values. */
        double[] sizes() {
            double[] sizes = new double[centres.length];
            for (int j = 0; j < sizes.length; j++) {
                double size = Math.abs(centres[j]) + radii[j];
                sizes[j] = size == 0 ? 0 : Math.nextUp(size);
            }
            return sizes;
        }

        /** The sum of the largest absolute values. */
        double total() {
            double sum = 0;
            for (double size : sizes()) {
                sum += size;
            }
            return sum;
        }

        /** The range of \(w\cdot y + b\), widened by a slack. */
        void image(double[] w, double b, double slack, double[] lows, double[] highs, int i) {
            double centre = b;
            double radius = slack;
            double magnitude = Math.abs(b) + slack;
            for (int j = 0; j < centres.length; j++) {
                double part = w[j] * centres[j];
                double spread = ComponentwiseBound.product(Math.abs(w[j]), radii[j]);
                centre += part;
                radius += spread;
                magnitude += Math.abs(part) + spread;
            }
            double rounding = magnitude * (centres.length + 4) * 0x1p-51 + centres.length * Double.MIN_NORMAL;
            double reach = radius + rounding;
            boolean known = magnitude < Double.POSITIVE_INFINITY;
            lows[i] = known ? Math.nextDown(centre - reach) : Double.NEGATIVE_INFINITY;
            highs[i] = known ? Math.nextUp(centre + reach) : Double.POSITIVE_INFINITY;
        }
    }
}
