package org.epsilonet.families.relu.affine;

import java.util.ArrayList;
import java.util.List;
import org.epsilonet.families.relu.affine.Circuit.Form;

/**
 * Products on \([0,1]^2\) by a network: \(P(a,b) = f_m(\frac{a+b}2) - f_m(\frac{|a-b|}2)\), where \(f_m\) interpolates
 * the square at the multiples of \(2^{-m}\). Since \(0 \le f_m(z) - z^2 \le 2^{-2m-2}\), \(|P(a,b) - ab| \le 2^{-2m-2}\);
 * and \(P(a,0) = P(0,b) = 0\) exactly, so products inherit supports.
 *
 * <p>The value is computed from the piecewise linear form of \(f_m\), which is the function that the network computes, in
 * a few operations instead of \(m\) layers.
 *
 * @param compositions \(m\), 1..50
 * @see <a href="https://arxiv.org/abs/1610.01145">Yarotsky 2017, Proposition 3</a>
 * @see "docs/theory.md, G4"
 */
record Multiplication(int compositions) {
    /** Beyond, \(f_m\) differs from the square by less than doubles tell. */
    static final int MOST = 50;

    Multiplication {
        if (compositions < 1 || compositions > MOST) {
            throw new IllegalArgumentException(
                    "the number of compositions must be in 1.." + MOST + ", was " + compositions);
        }
    }

    /** \(2^{-2m-2}\), the largest error of a product of exact factors. */
    double error() {
        return Math.scalb(1.0, -2 * compositions - 2);
    }

    /** \(P(a,b)\). */
    double of(double a, double b) {
        return a == 0 || b == 0 ? 0 : square(0.5 * (a + b)) - square(0.5 * Math.abs(a - b));
    }

    /** \(f_m(z)\): on the interval from \(a\) to \(a+h\) the chord \(z(2a+h) - a(a+h)\). */
    private double square(double z) {
        double h = Math.scalb(1.0, -compositions);
        double a = (long) (z * (1L << compositions)) * h;
        return z * (2 * a + h) - a * (a + h);
    }

    /** Two forms with values in [0, 1], to be multiplied. */
    record Factors(Form first, Form second) {}

    /**
     * Adds \(m+1\) layers that compute sums of products.
     *
     * @param circuit the network so far
     * @param sums each a sum of products
     * @param carried forms with values {@code >= 0}, to be kept
     * @return the sums, then the carried forms, after those layers
     */
    List<Form> sumsOfProducts(Circuit circuit, List<List<Factors>> sums, List<Form> carried) {
        List<Form> halves = new ArrayList<>();
        for (List<Factors> sum : sums) {
            for (Factors f : sum) {
                halves.add(f.first().plus(f.second()).times(0.5));
                halves.add(f.first().minus(f.second()).times(0.5));
                halves.add(f.second().minus(f.first()).times(0.5));
            }
        }
        int products = halves.size() / 3;
        halves.addAll(carried);
        List<Form> neurons = circuit.layer(halves);
        neurons = circuit.layer(first(circuit, neurons, sums, products));
        for (int s = 1; s < compositions; s++) {
            neurons = circuit.layer(next(neurons, sums, products, s));
        }
        List<Form> results = accumulated(neurons, sums, products, compositions);
        for (int g = 0; g < sums.size(); g++) {
            results.set(g, results.get(g).plus(-sums.get(g).size()));
        }
        return results;
    }

    /** Per product \(u, u-\frac12, v, v-\frac12\); per sum \(\sum(u - v + 1)\), which stays nonnegative; what is kept. */
    private static List<Form> first(Circuit circuit, List<Form> halves, List<List<Factors>> sums, int products) {
        List<Form> forms = new ArrayList<>();
        for (int i = 0; i < products; i++) {
            for (Form z : List.of(u(halves, i), v(halves, i))) {
                forms.add(z);
                forms.add(z.plus(-0.5));
            }
        }
        int i = 0;
        for (List<Factors> sum : sums) {
            Form accumulator = circuit.zero().plus(sum.size());
            for (int k = 0; k < sum.size(); k++, i++) {
                accumulator = accumulator.plus(u(halves, i)).minus(v(halves, i));
            }
            forms.add(accumulator);
        }
        forms.addAll(halves.subList(3 * products, halves.size()));
        return forms;
    }

    private static Form u(List<Form> halves, int product) {
        return halves.get(3 * product);
    }

    private static Form v(List<Form> halves, int product) {
        return halves.get(3 * product + 1).plus(halves.get(3 * product + 2));
    }

    private static List<Form> next(List<Form> neurons, List<List<Factors>> sums, int products, int s) {
        List<Form> forms = new ArrayList<>();
        for (int i = 0; i < 2 * products; i++) {
            forms.add(hat(neurons, i));
            forms.add(hat(neurons, i).plus(-0.5));
        }
        forms.addAll(accumulated(neurons, sums, products, s));
        return forms;
    }

    /** The accumulators less \(4^{-s}(g_s(u) - g_s(v))\), and what is kept. */
    private static List<Form> accumulated(List<Form> neurons, List<List<Factors>> sums, int products, int s) {
        List<Form> forms = new ArrayList<>(neurons.subList(4 * products, neurons.size()));
        int i = 0;
        for (int g = 0; g < sums.size(); g++) {
            for (int k = 0; k < sums.get(g).size(); k++, i++) {
                Form change = hat(neurons, 2 * i).minus(hat(neurons, 2 * i + 1));
                forms.set(g, forms.get(g).plus(-Math.scalb(1.0, -2 * s), change));
            }
        }
        return forms;
    }

    private static Form hat(List<Form> neurons, int i) {
        return neurons.get(2 * i).times(2).plus(-4, neurons.get(2 * i + 1));
    }
}
