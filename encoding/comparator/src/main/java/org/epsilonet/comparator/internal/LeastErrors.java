package org.epsilonet.comparator.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.epsilonet.comparator.Point;

/**
 * Who has the least error with each budget, among the families of one kind and among those of all kinds, on the functions of
 * one problem. What the best of them reaches bounds from above what the functions allow. Nonlinear families take part if they
 * are ∞-encodable: on those alone a hard element binds, others may have any error.
 */
final class LeastErrors {
    /** A smaller error is so by a hundredth at least: some families have the same elements. */
    private static final double SMALLER = 0.99;

    private final Map<Pair.Setting, Map<Integer, Leader>> leaders = new HashMap<>();

    /**
     * A family with a smaller error.
     *
     * @param family who has the least error at the last budget
     * @param slope at which the least errors of these families fall over the second half of the budgets
     * @param isOfTheKind whether these are the families of one kind, and not all
     */
    public record Better(String family, double slope, boolean isOfTheKind) {}

    /** The family with the least error with some budget. */
    private record Leader(String family, double error) {
        Leader least(Leader other) {
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
        if (!pair.isBound()) {
            return;
        }
        for (int i = 0; i < pair.budgets().size(); i++) {
            double error = 0;
            for (List<Measurement> ofFunction : measured) {
                Measurement m = ofFunction.get(i);
                error = Math.max(error, m.reached() ? m.error().value() : Double.POSITIVE_INFINITY);
            }
            if (error == Double.POSITIVE_INFINITY) {
                continue;
            }
            for (Pair.Setting setting : pair.settings()) {
                leaders.computeIfAbsent(setting, any -> new HashMap<>())
                        .merge(pair.budgets().get(i), new Leader(pair.family(), error), Leader::least);
            }
        }
    }

    /**
     * Who is better than a family.
     *
     * @param pair the family on a problem
     * @param used what was measured of it, with the budgets that tell its speed, increasing
     * @return the leaders at the last of them whose error is smaller: first that of the same kind, then that of all
     */
    List<Better> better(Pair pair, List<Point> used) {
        return pair.settings().stream()
                .flatMap(setting -> better(setting, leaders.getOrDefault(setting, Map.of()), used).stream())
                .toList();
    }

    private static Optional<Better> better(Pair.Setting setting, Map<Integer, Leader> best, List<Point> used) {
        List<Point> shared =
                used.stream().filter(p -> best.containsKey(p.budget())).toList();
        if (shared.isEmpty()) {
            return Optional.empty();
        }
        Point last = shared.get(shared.size() - 1);
        int half = shared.get(shared.size() / 2).budget();
        return Optional.ofNullable(best.get(last.budget()))
                .filter(l -> l.error < SMALLER * last.error())
                .map(l -> new Better(
                        l.family,
                        slope(best, half, last.budget()),
                        setting.kinds().size() == 1));
    }

    private static double slope(Map<Integer, Leader> best, int from, int to) {
        Leader first = best.get(from);
        Leader last = best.get(to);
        return first == null || last == null || from == to
                ? Double.NaN
                : Math.log(first.error / last.error) / Math.log((double) to / from);
    }
}
