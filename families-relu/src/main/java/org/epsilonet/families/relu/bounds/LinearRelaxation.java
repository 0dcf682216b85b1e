package org.epsilonet.families.relu.bounds;

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

    private static final int CHUNK = 16;

    private final LayerPair[] layers;
    private final Activations activations;
    private final InputBox box;
    private final double slackOf;

    private LinearRelaxation(Deviation deviation, InputBox box) {
        ReluNetwork network = deviation.network();
        this.box = box;
        this.activations = Activations.of(deviation, box);
        this.slackOf = deviation instanceof Deviation.Within within ? within.delta() : 0;
        this.layers = new LayerPair[network.depth()];
        for (int l = 0; l < layers.length; l++) {
            AffineMap map = network.maps().get(l);
            layers[l] = LayerPair.of(
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
                forms(l, first, end, true, 1).run(high);
                forms(l, first, end, true, -1).run(low);
                if (!last) {
                    forms(l, first, end, false, 1).run(otherHigh);
                    forms(l, first, end, false, -1).run(otherLow);
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

    private BackwardForms forms(int top, int first, int end, boolean difference, double sign) {
        return new BackwardForms(layers, box, slackOf, top, first, end, difference, sign);
    }
}
