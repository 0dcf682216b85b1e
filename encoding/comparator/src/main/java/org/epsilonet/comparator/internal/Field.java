package org.epsilonet.comparator.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.epsilonet.comparator.Point;

/**
 * Who has the least error with each budget, among the families of one kind on the functions of one problem. What the best
 * of them reaches bounds from above what the problem allows.
 */
final class Field {
    /** A smaller error is ahead by a hundredth at least: some families have the same elements. */
    private static final double AHEAD = 0.99;

    private final Map<Pair.Heat, Map<Integer, Leader>> leaders = new HashMap<>();

    /** The family with the least error with some budget. */
    private record Leader(String family, double error) {
        Leader better(Leader other) {
            return other.error < error ? other : this;
        }
    }

    /**
     * Adds a family.
     *
     * @param pair the family on a problem
     * @param measured per function one measurement for each budget
     */
    void add(Pair pair, List<List<Measurement>> measured) {
        Map<Integer, Leader> best = leaders.computeIfAbsent(pair.heat(), heat -> new HashMap<>());
        for (int i = 0; i < pair.budgets().size(); i++) {
            double error = 0;
            for (List<Measurement> ofFunction : measured) {
                Measurement m = ofFunction.get(i);
                error = Math.max(error, m.reached() ? m.error().value() : Double.POSITIVE_INFINITY);
            }
            if (error < Double.POSITIVE_INFINITY) {
                best.merge(pair.budgets().get(i), new Leader(pair.family(), error), Leader::better);
            }
        }
    }

    /**
     * Who is ahead of a family with a budget.
     *
     * @param pair the family on a problem
     * @param points what was measured of it
     * @param budget one of the budgets
     * @return the leader, if its error is smaller
     */
    Optional<String> ahead(Pair pair, List<Point> points, int budget) {
        Optional<Leader> leader =
                Optional.ofNullable(leaders.getOrDefault(pair.heat(), Map.of()).get(budget));
        return points.stream()
                .filter(p -> p.budget() == budget)
                .findAny()
                .flatMap(p -> leader.filter(l -> l.error < AHEAD * p.error()))
                .map(Leader::family);
    }
}
