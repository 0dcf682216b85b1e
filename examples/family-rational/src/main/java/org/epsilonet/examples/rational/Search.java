package org.epsilonet.examples.rational;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongToDoubleFunction;
import org.epsilonet.api.function.LpNorm;

/**
 * The best certified form with at most \(M\) nodes among those of AAA, with its own and with alternating weights (and, on its nodes, Floater and Hormann's weights if
 * AAA's are not certified) and Floater and Hormann's interpolants at equal distances. Work is shared over budgets; thread-safe.
 */
final class Search {
    /** Degrees of Floater and Hormann's blends: for kinks and for smooth functions. */
    private static final int[] DEGREES = {1, 3};

    /** Shorter weights may cost this much. */
    private static final double SLACK = 1.02;

    private final LongToDoubleFunction function;
    private final boolean restricted;
    private final LpNorm norm;
    private final List<Aaa> algorithms;
    private final NodeLattice lattice;
    private final Map<Barycentric, List<Candidate>> greedy = new IdentityHashMap<>();
    private final Map<Integer, List<Candidate>> equidistant = new HashMap<>();

    /**
     * A form and its error on the probe.
     *
     * @param interpolant the rounded form
     * @param error the error
     */
    private record Candidate(Interpolant interpolant, double error) {}

    /**
     * @param lattice the places; budgets to come have the same
     * @param function the function at a place
     * @param restricted whether forms must be certified
     * @param norm the norm in which the best is best
     */
    Search(NodeLattice lattice, LongToDoubleFunction function, boolean restricted, LpNorm norm) {
        this.lattice = lattice;
        this.function = function;
        this.restricted = restricted;
        this.norm = norm;
        Aaa plain = new Aaa(lattice, function, false, norm);
        this.algorithms = restricted ? List.of(plain, new Aaa(lattice, function, true, norm)) : List.of(plain);
    }

    /** The best form for a budget. */
    synchronized Interpolant best(NodeLattice within) {
        int most = within.budget();
        List<Candidate> all = new ArrayList<>();
        for (Aaa algorithm : algorithms) {
            for (Barycentric form : algorithm.forms(most)) {
                all.addAll(greedy.computeIfAbsent(form, this::fromGreedy));
            }
        }
        for (int m = 1; m <= most; m *= 2) {
            int nodes = m;
            all.addAll(equidistant.computeIfAbsent(m, key -> blended(equidistantNodes(nodes))));
        }
        Candidate best = all.stream()
                .filter(c -> isAllowed(c, within))
                .min(Comparator.comparingDouble(Candidate::error))
                .orElseThrow();
        return shortened(best, within).interpolant().within(within);
    }

    private boolean isAllowed(Candidate c, NodeLattice within) {
        return !restricted || c.interpolant().within(within).isTame();
    }

    private List<Candidate> fromGreedy(Barycentric form) {
        Candidate whole = candidate(form, Interpolant.ALL_DIGITS);
        return restricted && whole.interpolant().lebesgue() == Double.POSITIVE_INFINITY
                ? blended(form.nodes())
                : List.of(whole);
    }

    private List<Candidate> blended(long[] nodes) {
        return Arrays.stream(DEGREES)
                .mapToObj(d -> candidate(Barycentric.blended(nodes, d), Interpolant.ALL_DIGITS))
                .toList();
    }

    private long[] equidistantNodes(int m) {
        long last = lattice.places() - 1;
        long[] nodes = new long[m];
        for (int i = 0; i < m; i++) {
            nodes[i] = m == 1 ? last / 2 : (long) ((double) last * i / (m - 1));
        }
        return nodes;
    }

    /** With the fewest digits that are as good as all. */
    private Candidate shortened(Candidate whole, NodeLattice within) {
        for (int precision = 0; precision < Interpolant.ALL_DIGITS; precision++) {
            Candidate shorter = candidate(whole.interpolant().form(), precision);
            if (shorter.error <= SLACK * whole.error && isAllowed(shorter, within)) {
                return shorter;
            }
        }
        return whole;
    }

    private Candidate candidate(Barycentric form, int precision) {
        Interpolant interpolant = Interpolant.of(lattice, form, precision);
        Probe probe = Probe.of(lattice, form.nodes(), function);
        double[] atNodes =
                Arrays.stream(form.nodes()).mapToDouble(function::applyAsDouble).toArray();
        return new Candidate(interpolant, probe.error(interpolant.form(), atNodes, norm));
    }
}
