package org.epsilonet.codec.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.epsilonet.api.family.ApproximationFamily;
import org.epsilonet.api.family.ParametrizedFamily;
import org.epsilonet.api.function.Samples;
import org.epsilonet.codec.EncodingProgress;

/**
 * Ranks families by the bits they need for a goal, in rounds: a large field of families is thinned out by a heat on very
 * small {@linkplain Excerpts excerpts}, the rest, on large data, by one on larger excerpts, and only the best are searched
 * on all the data. If none of these reaches the goal, the others follow until one does.
 */
public final class Contest {
    /** Samples of an excerpt in the first heat. */
    private static final int FIRST_HEAT = 1 << 11;
    /** Families that have no larger budgets than that are limited: they go through a trial before. */
    static final int LIMITED = FIRST_HEAT / 4;
    /** Samples of a trial. */
    private static final int TRIAL = 1 << 8;
    /** In a trial the error may be so many times as large: few samples may be the worse ones. */
    private static final double TRIAL_ERROR = 2;
    /**
     * So many of the best are refined in haste, and of these so many at leisure, if one that shrinks to a share would be the best.
     */
    private static final int HASTILY_REFINED = 12;

    private static final int REFINED = 4;

    private static final double MOST_REFINED = 0.9;
    /** The share to which haste may shrink what was searched for the root mean square, to meet the supremum. */
    private static final double MOST_HASTILY_REFINED = 0.6;

    static final Comparator<Entry> BY_BITS = Comparator.comparingLong(Entry::bits)
            .thenComparingDouble(Entry::leastError)
            .thenComparing(e -> e.family().id());

    private final Goal goal;
    private final Effort effort;
    private final Workers workers;
    private final EncodingProgress progress;
    private final AtomicInteger done = new AtomicInteger();
    private final Map<ParametrizedFamily, Double> seconds = new ConcurrentHashMap<>();
    private int expected;

    /**
     * @param goal what must be met
     * @param effort how many families are searched, and how
     * @param threads how many families are searched at a time
     * @param progress hears of each family done
     */
    public Contest(Goal goal, Effort effort, int threads, EncodingProgress progress) {
        this.goal = goal;
        this.effort = effort;
        this.workers = new Workers(threads);
        this.progress = progress;
    }

    /**
     * What is known of a family.
     *
     * @param family the family
     * @param bits of its shortest codeword and of the header before it, estimated if it was not searched on all the data;
     *     {@link Long#MAX_VALUE} if the goal was not reached
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
        boolean large = goal.data().size() > Excerpts.SMALL && families.size() > 1;
        int most = effort.field(large);
        boolean crowded = families.size() > most && goal.data().size() > FIRST_HEAT;
        int field = crowded ? most : families.size();
        expected = (crowded ? 2 * families.size() : 0)
                + (large ? 2 * field + effort.finalists() : field)
                + (refines() ? (hastens() ? HASTILY_REFINED : 0) + REFINED : 0);
        List<Entry> known = families.stream().map(f -> unknown(f)).collect(Collectors.toCollection(ArrayList::new));
        Set<ParametrizedFamily> next = new LinkedHashSet<>(families);
        if (crowded) {
            next = plausible(known, next);
            next = narrowed(known, next, FIRST_HEAT, most);
        }
        if (large) {
            next = narrowed(known, next, effort.excerpt(), effort.finalists());
        }
        List<Entry> ranked = sorted(searched(known, next, large));
        return refines() ? sorted(refined(ranked)) : ranked;
    }

    /** The same entries, the best of them with codewords that are shorter by other integers. */
    private List<Entry> refined(List<Entry> ranked) {
        Map<ParametrizedFamily, Entry> entries = new LinkedHashMap<>();
        ranked.forEach(e -> entries.put(e.family(), e));
        List<Entry> first;
        if (hastens()) {
            List<Entry> hasty = promising(ranked, HASTILY_REFINED, MOST_HASTILY_REFINED);
            List<Entry> better = sorted(refined(hasty, RateDistortionSearch::shorterInHaste));
            better.forEach(e -> entries.put(e.family(), e));
            Set<ParametrizedFamily> best = promising(better, REFINED, MOST_REFINED).stream()
                    .map(Entry::family)
                    .collect(Collectors.toSet());
            // At leisure all begins anew: zeros that haste has left out may be worth their bits with another step.
            first = hasty.stream().filter(e -> best.contains(e.family())).toList();
        } else {
            first = promising(ranked, REFINED, MOST_REFINED);
        }
        refined(first, RateDistortionSearch::shorter)
                .forEach(e -> entries.merge(e.family(), e, (a, b) -> b.bits() < a.bits() ? b : a));
        return List.copyOf(entries.values());
    }

    private boolean refines() {
        return effort.refines() && goal.data().size() <= Excerpts.SMALL;
    }

    /** In the supremum norm the ranking before any refinement says little. */
    private boolean hastens() {
        return goal.norm().isSup();
    }

    /** How a codeword becomes shorter. */
    private interface Refinement {
        Codeword of(Goal goal, ApproximationFamily family, Codeword word);
    }

    /** The first few, as far as shrinking to a share may make one of them the first. */
    private List<Entry> promising(List<Entry> ranked, int most, double share) {
        double hope = ranked.isEmpty() ? 0 : ranked.get(0).bits() / share;
        List<Entry> first = ranked.stream()
                .limit(most)
                .filter(e -> e.codeword().isPresent() && e.bits() <= hope)
                .toList();
        expected += first.size() - most;
        return first;
    }

    /** With codewords that are shorter by other integers. */
    private List<Entry> refined(List<Entry> entries, Refinement refinement) {
        return workers.map(entries, e -> refined(e, refinement));
    }

    private Entry refined(Entry e, Refinement refinement) {
        long start = System.nanoTime();
        Codeword given = e.codeword().orElseThrow();
        Codeword word = named(e.family(), goal, () -> refinement.of(goal, e.family(), given));
        took(e.family(), start);
        return new Entry(e.family(), bits(e.family(), word), e.leastError(), e.budget(), Optional.of(word));
    }

    private static Entry unknown(ParametrizedFamily family) {
        return new Entry(family, Long.MAX_VALUE, Double.POSITIVE_INFINITY, 1, Optional.empty());
    }

    /**
     * Without the families that have few parameters at most, and miss the goal on a few of the samples with three eighths as many
     * parameters: on more samples they are not likely to meet it, which proves nothing. Those are often the families of
     * which each element takes long to find. Whoever has fewer parameters than these only because there are few samples is
     * not tried: more samples would be another matter.
     */
    private Set<ParametrizedFamily> plausible(List<Entry> known, Set<ParametrizedFamily> field) {
        Samples few = Excerpts.of(goal.data(), TRIAL).get(0);
        int budget = 3 * TRIAL / 8;
        List<ParametrizedFamily> limited = field.stream()
                .filter(f -> isLimited(f) && !isCutShort(f, few, budget))
                .toList();
        expected += limited.size();
        Goal trial = Goal.of(few, TRIAL_ERROR * goal.bound(), goal.norm());
        Effort.Depth depth = effort.onTrial(budget);
        List<Entry> missed = workers.map(limited, f -> entry(f, trial, depth, 1)).stream()
                .filter(e -> !e.reached())
                .toList();
        expected -= 2 * missed.size();
        Set<ParametrizedFamily> rest = new LinkedHashSet<>(field);
        missed.forEach(e -> rest.remove(e.family()));
        known.removeIf(e -> !rest.contains(e.family()));
        known.addAll(missed);
        return rest;
    }

    private boolean isLimited(ParametrizedFamily family) {
        return family.largestBudget(goal.data().grid()) <= LIMITED;
    }

    /** Whether some of the samples leave a family less than a budget that all of them would. */
    private boolean isCutShort(ParametrizedFamily family, Samples excerpt, int budget) {
        int largest = family.largestBudget(goal.data().grid());
        return family.largestBudget(excerpt.grid()) < Math.min(largest, budget);
    }

    /**
     * The best of a heat, and the limited ones that missed the goal where the excerpt cut them short; what the heat tells replaces
     * what was known.
     */
    private Set<ParametrizedFamily> narrowed(List<Entry> known, Set<ParametrizedFamily> field, int samples, int count) {
        Heat heat = heat(List.copyOf(field), samples);
        known.removeIf(e -> field.contains(e.family()));
        known.addAll(heat.estimates());
        Set<ParametrizedFamily> best = heat.best(count);
        Samples thin = Excerpts.of(goal.data(), samples).get(0);
        heat.estimates().stream()
                .filter(e -> !e.reached() && isLimited(e.family()) && isCutShort(e.family(), thin, LIMITED))
                .filter(e -> best.add(e.family()))
                .forEach(e -> expected++);
        return best;
    }

    private Heat heat(List<ParametrizedFamily> field, int samples) {
        List<Samples> excerpts = Excerpts.of(goal.data(), samples);
        Goal thin = part(excerpts.get(0));
        List<Entry> thinned = workers.map(field, f -> entry(f, thin, 1));
        Goal dense = part(excerpts.get(1));
        List<Entry> alsoDense =
                workers.map(thinned, t -> t.reached() ? entry(t.family(), dense, 1) : told(unknown(t.family())));
        double share = (double) goal.data().size() / samples;
        return Heat.of(thinned, alsoDense, share);
    }

    private Goal part(Samples excerpt) {
        return Goal.of(excerpt, goal.bound(), goal.norm());
    }

    /** What fails on one excerpt need not be searched on the other. */
    private Entry told(Entry entry) {
        tell(entry.family().id());
        return entry;
    }

    /**
     * What is known, with the entries of some families replaced by searches on all the data: the chosen ones and, until
     * one reaches the goal, the next best.
     */
    private List<Entry> searched(List<Entry> known, Set<ParametrizedFamily> chosen, boolean large) {
        List<Entry> waiting = known.stream().sorted(BY_BITS).collect(Collectors.toCollection(ArrayList::new));
        List<Entry> searched = new ArrayList<>();
        List<Entry> next =
                waiting.stream().filter(e -> chosen.contains(e.family())).toList();
        while (!next.isEmpty() && searched.stream().noneMatch(Entry::reached)) {
            waiting.removeAll(next);
            searched.addAll(workers.map(next, e -> entry(e.family(), goal, large ? e.budget() : 1)));
            next = List.copyOf(waiting.subList(0, Math.min(effort.finalists(), waiting.size())));
        }
        searched.addAll(waiting);
        return searched;
    }

    private Entry entry(ParametrizedFamily family, Goal on, int guess) {
        boolean large = on.data().size() > Excerpts.SMALL;
        return entry(family, on, on == goal ? effort.onAll(large) : effort.onExcerpts(), guess);
    }

    private Entry entry(ParametrizedFamily family, Goal on, Effort.Depth depth, int guess) {
        long start = System.nanoTime();
        FamilySearch search = named(family, on, () -> new FamilySearch(family, on, depth).run(guess));
        Optional<Codeword> codeword = search.best();
        took(family, start);
        return new Entry(
                family,
                codeword.map(c -> bits(family, c)).orElse(Long.MAX_VALUE),
                search.leastError(),
                search.smallestBudget(),
                on == goal ? codeword : Optional.empty());
    }

    private long bits(ParametrizedFamily family, Codeword word) {
        return word.bits() + VerifiedFile.headerBits(goal, family, word);
    }

    /** How long each family was searched in all. */
    public Map<ParametrizedFamily, Double> seconds() {
        return Map.copyOf(seconds);
    }

    private void took(ParametrizedFamily family, long start) {
        seconds.merge(family, 1e-9 * (System.nanoTime() - start), Double::sum);
        tell(family.id());
    }

    /** Whatever a family throws is the family's fault, and is said so by name. */
    static <T> T named(ApproximationFamily family, Goal on, Supplier<T> work) {
        try {
            return work.get();
        } catch (RuntimeException e) {
            if (e instanceof IllegalStateException
                    && String.valueOf(e.getMessage()).contains(family.id())) {
                throw e;
            }
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
