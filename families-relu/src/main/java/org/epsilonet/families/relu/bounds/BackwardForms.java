package org.epsilonet.families.relu.bounds;

import org.epsilonet.api.family.PerturbationBound;
import org.epsilonet.api.model.InputBox;

/**
 * Upper bounds on {@code sign * e} or {@code sign * z'} of a few neurons of one layer: linear forms in \(e\) and \(z'\) that go
 * backward together, from that layer to the inputs. Their floating point errors are bounded on the way.
 *
 * @see LinearRelaxation
 */
final class BackwardForms {
    private static final double UNIT = 0x1p-52;

    private final LayerPair[] layers;
    private final InputBox box;
    private final double slackOf;
    private final int top;
    private final int first;
    private final int count;
    /** Coefficients of \(e\) and of \(z'\), one row per neuron. */
    private double[][] a;

    private double[][] c;
    private final double[] constant;
    private final double[] magnitude;
    private final double[] rounding;
    private int operations;

    /**
     * @param layers of both networks, relaxed below the top
     * @param box the inputs
     * @param slackOf by how much parameters may differ that are not given
     * @param top the layer of the neurons
     * @param first the first of them
     * @param end behind the last
     * @param difference whether it is \(e\) that is bounded, or \(z'\)
     * @param sign 1 or -1
     */
    BackwardForms(
            LayerPair[] layers,
            InputBox box,
            double slackOf,
            int top,
            int first,
            int end,
            boolean difference,
            double sign) {
        this.layers = layers;
        this.box = box;
        this.slackOf = slackOf;
        this.top = top;
        this.first = first;
        this.count = end - first;
        this.a = new double[count][layers[top].rows()];
        this.c = new double[count][layers[top].rows()];
        this.constant = new double[count];
        this.magnitude = new double[count];
        this.rounding = new double[count];
        for (int t = 0; t < count; t++) {
            (difference ? a : c)[t][first + t] = sign;
        }
    }

    /** Writes the bounds to the places of the neurons. */
    void run(double[] bounds) {
        for (int l = top; l >= 0; l--) {
            throughAffine(l);
            if (l > 0) {
                throughRelu(l - 1);
            }
        }
        for (int t = 0; t < count; t++) {
            bounds[first + t] = maximum(t);
        }
    }

    private void throughAffine(int l) {
        LayerPair layer = layers[l];
        double[][] nextA = new double[count][l > 0 ? layer.columns() : 0];
        double[][] nextC = new double[count][layer.columns()];
        for (int i = 0; i < layer.rows(); i++) {
            for (int t = 0; t < count; t++) {
                double ai = a[t][i];
                double ci = c[t][i];
                if (ai != 0) {
                    if (l > 0) {
                        add(nextA[t], ai, layer.weights[i]);
                    }
                    if (slackOf == 0) {
                        add(nextC[t], ai, layer.changes[i]);
                    }
                }
                if (ci != 0) {
                    add(nextC[t], ci, layer.otherWeights[i]);
                }
            }
        }
        double inputs = l > 0 ? layers[l - 1].otherTotal : layer.columns() * box.radius();
        double moved = l > 0 ? layers[l - 1].errorTotal : 0;
        for (int t = 0; t < count; t++) {
            double aSum = 0;
            double cSum = 0;
            for (int i = 0; i < layer.rows(); i++) {
                aSum += Math.abs(a[t][i]);
                cSum += Math.abs(c[t][i]);
                plus(t, a[t][i] * layer.biasChanges[i]);
                plus(t, c[t][i] * layer.otherBiases[i]);
            }
            // The unknown changes act as one number per neuron, both on e and on z'.
            double unknown = slackOf * (1 + inputs);
            plus(t, Math.nextUp((aSum + cSum) * unknown));
            double gamma = (layer.rows() + 8) * UNIT;
            rounding[t] += gamma
                    * (aSum * (layer.largest * moved + layer.largestChange * (1 + inputs))
                            + cSum * layer.largestOther * (1 + inputs)
                            + (aSum + cSum) * unknown);
            // What underflows is below the smallest normal number, times what it multiplies.
            rounding[t] += layer.rows() * Double.MIN_NORMAL * (1 + moved + inputs);
        }
        operations += 2 * layer.rows() + 2;
        a = nextA;
        c = nextC;
    }

    private void throughRelu(int l) {
        LayerPair layer = layers[l];
        for (int t = 0; t < count; t++) {
            for (int j = 0; j < a[t].length; j++) {
                Lines error = layer.errorLines[j];
                Lines other = layer.otherLines[j];
                double aj = a[t][j];
                double cj = c[t][j];
                a[t][j] = aj * error.slope(aj);
                c[t][j] = cj * other.slope(cj);
                plus(t, aj * error.intercept(aj));
                plus(t, cj * other.intercept(cj));
                rounding[t] += UNIT
                        * (ComponentwiseBound.product(Math.abs(a[t][j]), layer.errorSizes[j])
                                + ComponentwiseBound.product(Math.abs(c[t][j]), layer.otherSizes[j]));
            }
            rounding[t] += Double.MIN_NORMAL * (layer.errorSizeTotal + layer.otherSizeTotal);
        }
        operations += 2 * layer.rows() + 2;
    }

    private void plus(int t, double term) {
        constant[t] += term;
        magnitude[t] += Math.abs(term);
    }

    private double maximum(int t) {
        double centre = 0.5 * box.low() + 0.5 * box.high();
        double radius = Math.nextUp(Math.max(box.high() - centre, centre - box.low()));
        for (int j = 0; j < c[t].length; j++) {
            plus(t, c[t][j] * centre);
            plus(t, Math.abs(c[t][j]) * radius);
        }
        double roundings = (operations + 2.0 * c[t].length + 8) * UNIT * magnitude[t];
        double errors = PerturbationBound.outward(roundings + rounding[t], 4 * (operations + 8));
        double bound = Math.nextUp(constant[t] + errors) + Double.MIN_NORMAL;
        return Double.isNaN(bound) ? Double.POSITIVE_INFINITY : bound;
    }

    private static void add(double[] to, double factor, double[] row) {
        for (int j = 0; j < to.length; j++) {
            to[j] += factor * row[j];
        }
    }
}
