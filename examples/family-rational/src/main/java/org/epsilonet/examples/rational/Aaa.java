package org.epsilonet.examples.rational;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongToDoubleFunction;
import java.util.stream.IntStream;
import org.epsilonet.api.function.LpNorm;

/**
 * The AAA algorithm: the next node is where the error is largest (in \(L^p\): counts most); the weights make \(fD-N\) smallest
 * in the mean square over the probe, \(\sum_jw_j(f(x)-f(z_j))/(x-z_j)\) being linear in them. Not thread-safe.
 *
 * @see <a href="https://doi.org/10.1137/16M1106122">Nakatsukasa, Sète, Trefethen 2018</a>
 */
final class Aaa {
    /** Errors below this share of the largest value are rounding. */
    private static final double ROUNDING = 1e-14;

    private final NodeLattice lattice;
    private final LongToDoubleFunction function;
    private final LpNorm norm;
    private final List<Barycentric> forms = new ArrayList<>();
    private final boolean alternating;
    private long[] nodes = new long[0];
    private boolean finished;

    Aaa(NodeLattice lattice, LongToDoubleFunction function, boolean alternating, LpNorm norm) {
        this.lattice = lattice;
        this.function = function;
        this.alternating = alternating;
        this.norm = norm;
    }

    /** The forms with at most {@code 1, 2, ..., most} nodes; fewer of them if the function is reproduced before. */
    List<Barycentric> forms(int most) {
        while (forms.size() < most && !finished) {
            step();
        }
        return forms.subList(0, Math.min(most, forms.size()));
    }

    private void step() {
        Probe probe = Probe.of(lattice, nodes, function);
        long next = forms.isEmpty() ? nearestToMean(probe) : worst(probe);
        if (finished) {
            return;
        }
        long[] more = Arrays.copyOf(nodes, nodes.length + 1);
        more[nodes.length] = next;
        Arrays.sort(more);
        nodes = more;
        Barycentric form = new Barycentric(nodes, Weights.smallest(loewner()));
        boolean hasPoles = alternating && LebesgueConstant.of(form.withoutZeros(), lattice) == Double.POSITIVE_INFINITY;
        forms.add(
                hasPoles ? new Barycentric(nodes, Weights.alternating(loewner())).withoutZeros() : form.withoutZeros());
    }

    private static long nearestToMean(Probe probe) {
        double mean = 0;
        for (double value : probe.values()) {
            mean += value / probe.values().length;
        }
        int nearest = 0;
        for (int i = 1; i < probe.values().length; i++) {
            if (Math.abs(probe.values()[i] - mean) < Math.abs(probe.values()[nearest] - mean)) {
                nearest = i;
            }
        }
        return probe.places()[nearest];
    }

    /** The place of the largest error; none if that is rounding. */
    private long worst(Probe probe) {
        Barycentric form = forms.get(forms.size() - 1);
        double[] atNodes = values(form.nodes());
        double size = 0;
        double largest = 0;
        long place = 0;
        double[] shares = probe.shares(norm);
        for (int i = 0; i < probe.places().length; i++) {
            size = Math.max(size, Math.abs(probe.values()[i]));
            double error = shares[i] * Math.abs(probe.values()[i] - form.at(probe.places()[i], atNodes));
            if (error > largest && Arrays.binarySearch(nodes, probe.places()[i]) < 0) {
                largest = error;
                place = probe.places()[i];
            }
        }
        finished = largest <= ROUNDING * size;
        return place;
    }

    /** The values at nodes. */
    double[] values(long[] nodes) {
        return Arrays.stream(nodes).mapToDouble(function::applyAsDouble).toArray();
    }

    /** The matrix by columns; empty columns if there is nothing but nodes. */
    private double[][] loewner() {
        Probe probe = Probe.of(lattice, nodes, function);
        double[] atNodes = values(nodes);
        int[] others = IntStream.range(0, probe.places().length)
                .filter(i -> Arrays.binarySearch(nodes, probe.places()[i]) < 0)
                .toArray();
        double[] shares = probe.shares(norm);
        double unit = lattice.places();
        double[][] loewner = new double[nodes.length][others.length];
        for (int j = 0; j < nodes.length; j++) {
            for (int i = 0; i < others.length; i++) {
                double distance = (probe.places()[others[i]] - nodes[j]) / unit;
                loewner[j][i] = shares[others[i]] * (probe.values()[others[i]] - atNodes[j]) / distance;
            }
        }
        return loewner;
    }
}
