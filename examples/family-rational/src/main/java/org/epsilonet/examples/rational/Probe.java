package org.epsilonet.examples.rational;

import java.util.Arrays;
import java.util.function.LongToDoubleFunction;
import org.epsilonet.api.function.LpNorm;

/**
 * Where a function is looked at while nodes are sought: everywhere on short data; otherwise a uniform background, and some
 * places in every gap between nodes, so that the finest looks are where the nodes are densest.
 *
 * @param places in increasing order
 * @param values the function there
 * @see <a href="https://doi.org/10.1137/23M1570508">Driscoll, Nakatsukasa, Trefethen: AAA rational approximation on a
 *     continuum, SIAM J. Sci. Comput. 2024</a>
 */
record Probe(long[] places, double[] values) {
    private static final int EVERYWHERE = 1 << 12;
    private static final int BACKGROUND = 1 << 10;
    private static final int PER_GAP = 8;

    static Probe of(NodeLattice lattice, long[] nodes, LongToDoubleFunction function) {
        long last = lattice.places() - 1;
        int uniform = (int) Math.min(lattice.places(), last < EVERYWHERE ? EVERYWHERE : BACKGROUND);
        boolean all = uniform == lattice.places();
        long[] places = new long[uniform + (all ? 0 : (nodes.length + 1) * PER_GAP + nodes.length)];
        int n = 0;
        for (int i = 0; i < uniform; i++) {
            places[n++] = all ? i : last / uniform * i + last / uniform / 2;
        }
        if (!all) {
            for (int i = 0; i <= nodes.length; i++) {
                long from = i == 0 ? 0 : nodes[i - 1];
                long to = i == nodes.length ? last : nodes[i];
                for (int q = 0; q < PER_GAP; q++) {
                    places[n++] = from + (long) ((to - from) * ((q + 0.5) / PER_GAP));
                }
            }
            System.arraycopy(nodes, 0, places, n, nodes.length);
        }
        long[] different = Arrays.stream(places).sorted().distinct().toArray();
        double[] values = new double[different.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = function.applyAsDouble(different[i]);
        }
        return new Probe(different, values);
    }

    /** How much a place counts in an \(L^p\) norm: its surroundings to the power \(1/p\), alike in the supremum norm. */
    double[] shares(LpNorm norm) {
        double[] shares = new double[places.length];
        double whole = places[places.length - 1] - places[0] + 1.0;
        for (int i = 0; i < shares.length; i++) {
            double around = places[Math.min(i + 1, shares.length - 1)] - places[Math.max(i - 1, 0)] + 1.0;
            shares[i] = norm.isSup() ? 1 : norm.root(around / whole);
        }
        return shares;
    }

    /** The error of a rational function that takes the given values at its nodes. */
    double error(Barycentric form, double[] atNodes, LpNorm norm) {
        double[] shares = shares(norm);
        double[] errors = new double[places.length];
        for (int i = 0; i < errors.length; i++) {
            errors[i] = shares[i] * (values[i] - form.at(places[i], atNodes));
        }
        return norm.of(errors) * norm.root(norm.isSup() ? 1 : errors.length);
    }
}
