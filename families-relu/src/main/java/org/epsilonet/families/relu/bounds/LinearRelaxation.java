package org.epsilonet.families.relu.bounds;

import org.epsilonet.api.family.PerturbationBound;
import org.epsilonet.api.model.InputBox;
import org.epsilonet.families.relu.AffineMap;
import org.epsilonet.families.relu.ReluNetwork;

/**
 * Backward linear bounds on the difference of two networks on a box. With \(d = y - y'\) and \(e = z - z'\),
 * \[ e_\ell = W_\ell d_{\ell-1} + (W_\ell - W'_\ell) y'_{\ell-1} + (b_\ell - b'_\ell), \]
 * a linear form in \(d\) and \(y'\). Going backward, \(d = \sigma(z)-\sigma(z')\) is replaced by lines in \(e\) (it is
 * \(e\) where both neurons are on, 0 where both are off, and otherwise between 0 and \(e\)), \(y'\) by lines in \(z'\),
 * until a linear form in \(x\) is left, whose maximum over the box is known. Positive and negative roundings cancel along
 * the way, which no bound with absolute values sees: usually the tightest method.
 *
 * <p>Where only \(|\theta-\theta'| \le \delta\) is known, the term in \(y'\) is an interval. Every floating point error is
 * bounded and added, so the result is certified. Cost: one product of matrices per pair of layers.
 *
 * @see <a href="https://arxiv.org/abs/1811.00866">Zhang, Weng, Chen, Hsieh, Daniel: Efficient neural network robustness
 *     certification with general activation functions (CROWN)</a>
 * @see "docs/theory.md, B6"
 */
final class LinearRelaxation {
    /** Multiplications beyond which hidden ranges are not refined: about a second on one core. */
    private static final double AFFORDABLE = 2e9;

    private static final double UNIT = 0x1p-52;
    private static final int CHUNK = 16;

    private final Layer[] layers;
    private final Activations activations;
    private final InputBox box;
    private final double slackOf;

    private LinearRelaxation(Deviation deviation, InputBox box) {
        ReluNetwork network = deviation.network();
        this.box = box;
        this.activations = Activations.of(deviation, box);
        this.slackOf = deviation instanceof Deviation.Within within ? within.delta() : 0;
        this.layers = new Layer[network.depth()];
        for (int l = 0; l < layers.length; l++) {
            AffineMap map = network.maps().get(l);
            layers[l] = Layer.of(
                    map,
                    deviation instanceof Deviation.Given given
                            ? given.other().maps().get(l)
                            : map);
        }
    }

    /**
     * Bounds on the components of the difference.
     *
     * @return per output a bound on \(|R_\theta(x)_j - R_{\theta'}(x)_j|\) over the box, rounded up
     */
    static double[] of(Deviation deviation, InputBox box) {
        LinearRelaxation relaxation = new LinearRelaxation(deviation, box);
        int last = relaxation.layers.length - 1;
        boolean refine = relaxation.cost() <= AFFORDABLE;
        for (int l = 0; l <= last; l++) {
            if (l > 0 && (refine || l == last)) {
                relaxation.refine(l);
            }
            if (l < last) {
                relaxation.layers[l].relax(relaxation.activations, l);
            }
        }
        double[] bounds = new double[relaxation.layers[last].rows()];
        for (int i = 0; i < bounds.length; i++) {
            bounds[i] = Math.max(
                    Math.abs(relaxation.activations.errorLow[last][i]),
                    Math.abs(relaxation.activations.errorHigh[last][i]));
        }
        return bounds;
    }

    private double cost() {
        double cost = 0;
        double below = 0;
        for (int l = 0; l < layers.length; l++) {
            cost += 10 * below * layers[l].rows();
            below += (double) layers[l].rows() * layers[l].columns();
        }
        return cost;
    }

    private void refine(int l) {
        int rows = layers[l].rows();
        boolean last = l == layers.length - 1;
        double costOfOne = 0;
        for (int k = 0; k < l; k++) {
            costOfOne += 3.0 * layers[k].rows() * layers[k].columns();
        }
        double[] low = new double[rows];
        double[] high = new double[rows];
        double[] otherLow = new double[rows];
        double[] otherHigh = new double[rows];
        Rows.forEach(rows, (long) Math.max(1L << 11, Math.min(1e9, costOfOne)), (from, to) -> {
            for (int first = from; first < to; first += CHUNK) {
                int end = Math.min(to, first + CHUNK);
                new Backward(l, first, end, true, 1).run(high);
                new Backward(l, first, end, true, -1).run(low);
                if (!last) {
                    new Backward(l, first, end, false, 1).run(otherHigh);
                    new Backward(l, first, end, false, -1).run(otherLow);
                }
            }
        });
        for (int i = 0; i < rows; i++) {
            activations.narrow(
                    l,
                    i,
                    -low[i],
                    high[i],
                    last ? Double.NEGATIVE_INFINITY : -otherLow[i],
                    last ? Double.POSITIVE_INFINITY : otherHigh[i]);
        }
    }

    /** Upper bounds on {@code sign * e} or {@code sign * z'} of a few neurons of one layer, going backward together. */
    private final class Backward {
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

        Backward(int top, int first, int end, boolean difference, double sign) {
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
            Layer layer = layers[l];
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
            Layer layer = layers[l];
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

        private void add(double[] to, double factor, double[] row) {
            for (int j = 0; j < to.length; j++) {
                to[j] += factor * row[j];
            }
        }
    }

    /** An affine map of both networks, unpacked, and the lines that enclose the ReLU after it. */
    private static final class Layer {
        private final double[][] weights;
        private final double[][] otherWeights;
        private final double[][] changes;
        private final double[] biasChanges;
        private final double[] otherBiases;
        private double largest;
        private double largestOther;
        private double largestChange;

        private Lines[] errorLines = {};
        private Lines[] otherLines = {};
        private double[] errorSizes = {};
        private double[] otherSizes = {};
        private double errorSizeTotal;
        private double otherSizeTotal;
        private double errorTotal;
        private double otherTotal;

        private Layer(int rows, int columns) {
            weights = new double[rows][columns];
            otherWeights = new double[rows][columns];
            changes = new double[rows][columns];
            biasChanges = new double[rows];
            otherBiases = new double[rows];
        }

        static Layer of(AffineMap map, AffineMap other) {
            Layer layer = new Layer(map.rows(), map.columns());
            for (int i = 0; i < map.rows(); i++) {
                map.copyRow(i, layer.weights[i]);
                other.copyRow(i, layer.otherWeights[i]);
                layer.otherBiases[i] = other.bias(i);
                layer.biasChanges[i] = map.bias(i) - other.bias(i);
                layer.largestOther = Math.max(layer.largestOther, Math.abs(other.bias(i)));
                layer.largestChange = Math.max(layer.largestChange, Math.abs(layer.biasChanges[i]));
                for (int j = 0; j < map.columns(); j++) {
                    double change = layer.weights[i][j] - layer.otherWeights[i][j];
                    layer.changes[i][j] = change;
                    layer.largest = Math.max(layer.largest, Math.abs(layer.weights[i][j]));
                    layer.largestOther = Math.max(layer.largestOther, Math.abs(layer.otherWeights[i][j]));
                    layer.largestChange = Math.max(layer.largestChange, Math.abs(change));
                }
            }
            return layer;
        }

        int rows() {
            return weights.length;
        }

        int columns() {
            return weights[0].length;
        }

        /** Encloses the ReLU, given the ranges of what enters it. */
        void relax(Activations ranges, int l) {
            errorLines = new Lines[rows()];
            otherLines = new Lines[rows()];
            errorSizes = new double[rows()];
            otherSizes = new double[rows()];
            double[] errorsAfter = ranges.errorsAfter(l);
            for (int j = 0; j < rows(); j++) {
                errorLines[j] = Lines.ofDifference(ranges, l, j);
                otherLines[j] = Lines.ofRelu(ranges.otherLow[l][j], ranges.otherHigh[l][j]);
                errorSizes[j] = Math.max(Math.abs(ranges.errorLow[l][j]), Math.abs(ranges.errorHigh[l][j]));
                otherSizes[j] = Math.max(Math.abs(ranges.otherLow[l][j]), Math.abs(ranges.otherHigh[l][j]));
                errorSizeTotal += errorSizes[j];
                otherSizeTotal += otherSizes[j];
                errorTotal += errorsAfter[j];
                otherTotal += Math.max(0, ranges.otherHigh[l][j]);
            }
            errorTotal = PerturbationBound.outward(errorTotal, rows());
            otherTotal = PerturbationBound.outward(otherTotal, rows());
        }
    }
}
