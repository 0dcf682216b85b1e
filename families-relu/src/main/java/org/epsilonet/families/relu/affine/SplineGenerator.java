package org.epsilonet.families.relu.affine;

import java.util.ArrayList;
import java.util.List;
import org.epsilonet.families.relu.ReluNetwork;
import org.epsilonet.families.relu.affine.Circuit.Form;
import org.epsilonet.families.relu.affine.Multiplication.Factors;

/**
 * The cardinal B-spline \(N_K\) on the knots \(0,\dots,K+1\) by a network \(\tilde N_K\): the hat is exact, and de Boor's
 * recursion with products by {@link Multiplication},
 * \[ \tilde N_r(x) = \tfrac{r+1}r\bigl(P(\xi, \tilde N_{r-1}(x)) + P(1-\xi, \tilde N_{r-1}(x-1))\bigr), \qquad
 *    \xi = \min(1, \tfrac{\sigma(x)}{r+1}), \]
 * gives \(\varepsilon_r \le \frac{r+1}r(\varepsilon_{r-1} + 2^{-2m-1})\) and exactly the support of \(N_r\), which the
 * recursion by truncated powers would not. There are \(2 + (K-1)(m+1)\) affine maps.
 *
 * @param degree \(K\), 1..3
 * @param product how products are computed
 * @see "docs/theory.md, G7"
 */
record SplineGenerator(int degree, Multiplication product) implements Generator {
    @Override
    public int cells() {
        return degree + 1;
    }

    @Override
    public void values(double t, double[] values) {
        values[0] = t;
        values[1] = 1 - t;
        for (int r = 2; r <= degree; r++) {
            double order = r + 1.0;
            values[r] = 0;
            for (int i = r; i >= 0; i--) {
                double xi = (t + i) / order;
                double left = i == 0 ? 0 : product.of(1 - xi, values[i - 1]);
                values[i] = order / r * (product.of(xi, values[i]) + left);
            }
        }
    }

    @Override
    public double error() {
        double error = 0;
        for (int r = 2; r <= degree; r++) {
            error = Math.nextUp(Math.nextUp(r + 1.0) / r) * (error + 2 * product.error());
            error = Math.nextUp(Math.nextUp(error));
        }
        return error;
    }

    @Override
    public double sup() {
        return Math.nextUp((degree == 1 ? 1 : 0.75) + error());
    }

    /** B-splines are nonnegative and sum to one. */
    @Override
    public double sum() {
        return Math.nextUp(1 + cells() * error());
    }

    @Override
    public ReluNetwork network() {
        Circuit circuit = new Circuit(1);
        return circuit.output(splines(circuit, 1).get(0));
    }

    @Override
    public ReluNetwork network(Multiplication tensor) {
        Circuit circuit = new Circuit(2);
        List<Form> splines = splines(circuit, 2);
        return Generator.tensor(circuit, splines.get(0), splines.get(1), tensor);
    }

    /** The splines of all inputs, side by side. */
    private List<Form> splines(Circuit circuit, int inputs) {
        List<Form> kinks = new ArrayList<>();
        for (int a = 0; a < inputs; a++) {
            for (int i = 0; i <= degree + 1; i++) {
                kinks.add(circuit.neuron(a).plus(-i));
            }
        }
        List<Form> ramps = circuit.layer(kinks);
        List<List<Form>> splines = new ArrayList<>();
        for (int a = 0; a < inputs; a++) {
            splines.add(new ArrayList<>());
            for (int i = 0; i < degree; i++) {
                int first = a * (degree + 2) + i;
                splines.get(a)
                        .add(ramps.get(first).plus(-2, ramps.get(first + 1)).plus(ramps.get(first + 2)));
            }
        }
        for (int r = 2; r <= degree; r++) {
            ramps = raised(circuit, ramps, splines, r);
        }
        return splines.stream().map(list -> list.get(0)).toList();
    }

    /** One step of the recursion: the splines of degree {@code r} replace those before; the ramps, carried on. */
    private List<Form> raised(Circuit circuit, List<Form> ramps, List<List<Form>> splines, int r) {
        List<List<Factors>> sums = new ArrayList<>();
        for (int a = 0; a < splines.size(); a++) {
            for (int i = 0; i <= degree - r; i++) {
                int first = a * (degree + 2) + i;
                Form xi = ramps.get(first).minus(ramps.get(first + r + 1)).times(1 / (r + 1.0));
                sums.add(List.of(
                        new Factors(xi, splines.get(a).get(i)),
                        new Factors(xi.times(-1).plus(1), splines.get(a).get(i + 1))));
            }
        }
        List<Form> carried = r < degree ? ramps : List.of();
        List<Form> results = product.sumsOfProducts(circuit, sums, carried);
        int next = 0;
        for (List<Form> ofInput : splines) {
            ofInput.clear();
            for (int i = 0; i <= degree - r; i++) {
                ofInput.add(results.get(next++).times((r + 1.0) / r));
            }
        }
        return results.subList(sums.size(), results.size());
    }
}
