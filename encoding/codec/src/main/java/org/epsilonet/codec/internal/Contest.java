package org.epsilonet.codec.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.epsilonet.api.family.ParametrizedFamily;
import org.epsilonet.api.function.Samples;
import org.epsilonet.codec.EncodingProgress;

/**
 * Ranks families by the bits they need for a goal. On small data every family is searched. On large data they are ranked
 * on {@linkplain Excerpts excerpts} first, and only the best are searched; if none of these reaches the goal, the others
 * follow until one does.
 */
public final class Contest {
    private static final double[] THOROUGH = {1, 1.06, 1.12, 1.25, 1.5, 2, 3, 5};
    private static final double[] QUICK = {1, 1.2, 2};
    /** How many families are searched on all of large data. */
    private static final int FINALISTS = 6;
    /** The bits that a codeword begins with: the coder learns, a few coefficients are always there. */
    private static final int BEGINNING = 200;

    private static final Comparator<Entry> BY_BITS = Comparator.comparingLong(Entry::bits)
            .thenComparingDouble(Entry::leastError)
            .thenComparing(e -> e.family().id());

    private final Goal goal;
    private final Workers workers;
    private final EncodingProgress progress;
    private final AtomicInteger done = new AtomicInteger();
    private int expected;

    /**
     * @param goal what must be met
     * @param threads how many families are searched at a time
     * @param progress hears of each family done
     */
    public Contest(Goal goal, int threads, EncodingProgress progress) {
        this.goal = goal;
        this.workers = new Workers(threads);
        this.progress = progress;
    }

    /**
     * What is known of a family.
     *
     * @param family the family
     * @param bits of its shortest codeword and its id, estimated if it was not searched on all the data; {@link Long#MAX_VALUE} if
     *     the goal was not reached
     * @param leastError the least error of its approximations
     * @param budget the smallest budget that reached the goal unquantized; 0 if none did
     * @param codeword its shortest codeword; empty if not reached or not searched on all the data
     */
    public record Entry(
            ParametrizedFamily family, long bits, double leastError, int budget, Optional<Codeword> codeword) {
        boolean reached() {
            return bits < Long.MAX_VALUE;
        }
    }

    /**
     * Ranks the families.
     *
     * @param families all that exist on the grid of the data
     * @return one entry per family; those with a codeword first, then by bits
     */
    public List<Entry> run(List<ParametrizedFamily> families) {
        List<Samples> excerpts = Excerpts.of(goal.data());
        if (excerpts.size() == 1) {
            expected = families.size();
            return sorted(workers.map(families, f -> entry(f, goal, THOROUGH, 1)));
        }
        expected = families.size() * excerpts.size() + FINALISTS;
        List<List<Entry>> rankings = new ArrayList<>();
        for (Samples excerpt : excerpts) {
            Goal part = Goal.of(excerpt, goal.bound(), goal.norm());
            rankings.add(workers.map(families, f -> entry(f, part, QUICK, 1)));
        }
        return sorted(searched(estimates(rankings.get(0), rankings.get(1)), rankings));
    }

    /**
     * All data need at least the bits of the thinned ones, and of each piece like the dense one what it needs beyond the
     * bits that any codeword begins with.
     */
    private List<Entry> estimates(List<Entry> thinned, List<Entry> dense) {
        double share = (double) goal.data().size() / Excerpts.SMALL;
        List<Entry> estimates = new ArrayList<>();
        for (int i = 0; i < thinned.size(); i++) {
            Entry t = thinned.get(i);
            Entry d = dense.get(i);
            boolean reached = t.reached() && d.reached();
            double beyond = d.bits() - idBits(d.family()) - BEGINNING;
            long bits = reached ? Math.max(t.bits(), Math.round(share * beyond)) : Long.MAX_VALUE;
            double least = Math.max(t.leastError(), d.leastError());
            estimates.add(new Entry(t.family(), bits, least, Math.max(1, t.budget()), Optional.empty()));
        }
        return estimates;
    }

    /** The estimates, with those of the finalists replaced by searches on all the data. */
    private List<Entry> searched(List<Entry> estimates, List<List<Entry>> rankings) {
        List<Entry> byEstimate = estimates.stream().sorted(BY_BITS).toList();
        Set<ParametrizedFamily> finalists = new LinkedHashSet<>();
        for (List<Entry> ranking : rankings) {
            finalists.add(ranking.stream().min(BY_BITS).orElseThrow().family());
        }
        byEstimate.stream()
                .map(Entry::family)
                .takeWhile(f -> finalists.size() < FINALISTS)
                .forEach(finalists::add);
        List<Entry> waiting = new ArrayList<>(byEstimate);
        List<Entry> done = new ArrayList<>();
        List<Entry> next =
                byEstimate.stream().filter(e -> finalists.contains(e.family())).toList();
        while (!next.isEmpty() && done.stream().noneMatch(Entry::reached)) {
            waiting.removeAll(next);
            done.addAll(workers.map(next, e -> entry(e.family(), goal, QUICK, e.budget())));
            next = List.copyOf(waiting.subList(0, Math.min(FINALISTS, waiting.size())));
        }
        done.addAll(waiting);
        return done;
    }

    private Entry entry(ParametrizedFamily family, Goal on, double[] factors, int guess) {
        FamilySearch search = searched(family, on, factors, guess);
        Optional<Codeword> codeword = search.best();
        tell(family.id());
        return new Entry(
                family,
                codeword.map(c -> c.bits() + idBits(family)).orElse(Long.MAX_VALUE),
                search.leastError(),
                search.smallestBudget(),
                on == goal ? codeword : Optional.empty());
    }

    /** Headers differ by the length of the id: two bytes for each three characters. */
    private static long idBits(ParametrizedFamily family) {
        return 16L * ((family.id().length() + 2) / 3);
    }

    /** Whatever a family throws is the family's fault, and is said so by name. */
    private static FamilySearch searched(ParametrizedFamily family, Goal on, double[] factors, int guess) {
        try {
            return new FamilySearch(family, on, factors).run(guess);
        } catch (IllegalStateException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new IllegalStateException(
                    "The family " + family.id() + " failed on " + on.data().name() + ": " + e, e);
        }
    }

    private synchronized void tell(String id) {
        progress.update(id, Math.min(1.0, (double) done.incrementAndGet() / expected));
    }

    private static List<Entry> sorted(List<Entry> entries) {
        Comparator<Entry> withCodeword = Comparator.comparing(e -> e.codeword().isEmpty());
        return entries.stream().sorted(withCodeword.thenComparing(BY_BITS)).toList();
    }
}
