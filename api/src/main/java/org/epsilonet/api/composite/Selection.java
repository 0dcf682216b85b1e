package org.epsilonet.api.composite;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.epsilonet.api.function.LpNorm;

/** The best ways to fill the domain for all budgets at once, from the smallest cells up. */
final class Selection {
    /** In the supremum norm error bounds fall by this factor from one to the next, four an octave. */
    private static final double FINER = 0.8408964152537145;

    private static final int BOUNDS = 200;

    private final Trials trials;
    private final LpNorm norm;

    Selection(Trials trials, LpNorm norm) {
        this.trials = trials;
        this.norm = norm;
    }

    /** The candidates for the whole domain that nothing cheaper is as good as, from cheap to good; maybe none. */
    List<Candidate> best() {
        Cell root = trials.dissection().root();
        List<Candidate> whole = trials.of(root);
        List<Candidate> all = new ArrayList<>(norm.isSup() ? inSup(root, whole) : inMean(root, whole));
        // Also those between: a budget may lie where the hull has none.
        all.addAll(whole);
        return Candidate.best(all);
    }

    private List<Candidate> inMean(Cell cell, List<Candidate> whole) {
        List<Candidate> all = new ArrayList<>(whole);
        List<Cell> children = trials.dissection().children(cell);
        if (!children.isEmpty()) {
            all.addAll(sum(children.stream()
                    .map(child -> inMean(child, trials.of(child)))
                    .toList()));
        }
        return Candidate.hull(all);
    }

    /** The hull of all sums: the cheapest of each, then one step on one hull at a time, the largest gain first. */
    private static List<Candidate> sum(List<List<Candidate>> hulls) {
        if (hulls.stream().anyMatch(List::isEmpty)) {
            return List.of();
        }
        int[] at = new int[hulls.size()];
        List<Candidate> sums = new ArrayList<>();
        OptionalInt next;
        do {
            sums.add(joined(IntStream.range(0, at.length)
                    .mapToObj(i -> hulls.get(i).get(at[i]))
                    .toList()));
            next = steepest(hulls, at);
            next.ifPresent(i -> at[i]++);
        } while (next.isPresent());
        return sums;
    }

    private static OptionalInt steepest(List<List<Candidate>> hulls, int[] at) {
        int steepest = -1;
        double most = 0;
        for (int i = 0; i < at.length; i++) {
            if (at[i] + 1 < hulls.get(i).size()) {
                double gain = hulls.get(i).get(at[i]).gainTo(hulls.get(i).get(at[i] + 1));
                if (steepest < 0 || gain > most) {
                    steepest = i;
                    most = gain;
                }
            }
        }
        return steepest < 0 ? OptionalInt.empty() : OptionalInt.of(steepest);
    }

    private static Candidate joined(List<Candidate> parts) {
        double error = 0;
        for (Candidate part : parts) {
            error += part.error();
        }
        return new Candidate(cost(parts), error, cut(parts));
    }

    private static Choice cut(List<Candidate> parts) {
        return new Choice.Cut(parts.stream().map(Candidate::choice).toList());
    }

    /** That of the parts, and one for each leaf beyond the first. */
    private static int cost(List<Candidate> parts) {
        long cost = parts.size() - 1L;
        for (Candidate part : parts) {
            cost += part.cost();
        }
        return (int) Math.min(Integer.MAX_VALUE, cost);
    }

    private List<Candidate> inSup(Cell cell, List<Candidate> whole) {
        return cheapest(cell, whole).stream().flatMap(Optional::stream).toList();
    }

    /** For each error bound, the last of them 0, the cheapest way to stay within it. */
    private List<Optional<Candidate>> cheapest(Cell cell, List<Candidate> whole) {
        List<Candidate> own = Candidate.best(whole);
        List<List<Optional<Candidate>>> parts = trials.dissection().children(cell).stream()
                .map(child -> cheapest(child, trials.of(child)))
                .toList();
        List<Optional<Candidate>> cheapest = new ArrayList<>();
        double bound = Trials.LARGEST;
        for (int k = 0; k <= BOUNDS; k++) {
            double most = k < BOUNDS ? bound : 0;
            int rung = k;
            List<Candidate> each =
                    parts.stream().flatMap(part -> part.get(rung).stream()).toList();
            Stream<Candidate> ways = own.stream().filter(c -> c.error() <= most).limit(1);
            if (!each.isEmpty() && each.size() == parts.size()) {
                ways = Stream.concat(ways, Stream.of(together(each)));
            }
            cheapest.add(ways.min(Comparator.comparingInt(Candidate::cost)));
            bound *= FINER;
        }
        return cheapest;
    }

    private static Candidate together(List<Candidate> parts) {
        double error = 0;
        for (Candidate part : parts) {
            error = Math.max(error, part.error());
        }
        return new Candidate(cost(parts), error, cut(parts));
    }
}
