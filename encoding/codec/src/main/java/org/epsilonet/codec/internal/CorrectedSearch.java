package org.epsilonet.codec.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.epsilonet.api.family.ParametrizedFamily;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.Samples;
import org.epsilonet.codec.EncodingProgress;

/**
 * Searches the shortest codeword with {@linkplain Corrections corrections} that meets a goal in the supremum norm: one that is
 * good in the root mean square, and beyond the bound at some samples. How good is best depends on the data: from nearly
 * everywhere within the bound, so that a few outliers are corrected, to so coarse that corrections carry the detail. So two
 * errors are tried, and from the better one the best families go up or down a ladder as long as that pays.
 *
 * <p>{@linkplain Outliers} are taken out before: a function that need not follow them may also meet the bound everywhere else.
 */
public final class CorrectedSearch {
    /** The rungs of the ladder, as multiples of the bound. */
    private static final double[] LADDER = {0.16, 0.25, 0.4, 0.63, 1, 1.6, 2.5};
    /** The rungs to begin with: where many samples are corrected, and where few are. */
    private static final int COARSE = 4;

    private static final int FINE = 2;
    /** What is searched in the supremum norm is on none of them. */
    private static final int SUP_RUNG = -1;

    /** So many families are tried on the fine one, of the best on the coarse one and of the best without corrections. */
    private static final int NARROWED = 8;
    /** So many go up or down. */
    private static final int BEST = 8;
    /** More parameters than one for so many samples are not tried: then corrections are no small part. */
    private static final int SAMPLES_PER_PARAMETER = 4;
    /** The share to which all that follows the first tries may shrink what they found, and what follows the ladder. */
    private static final double SHRINKING = 0.85;

    private static final double REFINING = 0.93;

    private final Goal goal;
    private final Samples target;
    private final Normalization map;
    private final boolean hasOutliers;
    private final Effort effort;
    private final Workers workers;
    private final EncodingProgress progress;
    private int done;
    /** How often a family is searched at most. */
    private int expected = 1;

    /**
     * A search that may be run once.
     *
     * @param goal what must be met
     * @param effort how thoroughly families are searched
     * @param threads how many at a time
     * @param progress hears of each family done
     */
    public CorrectedSearch(Goal goal, Effort effort, int threads, EncodingProgress progress) {
        this.goal = goal.within(Corrections.bound(goal.bound(), goal.data().type()));
        this.effort = effort;
        this.progress = progress;
        this.workers = new Workers(threads);
        // Without its outliers the target may be a constant: what is below the bound is not looked at.
        int least = Math.max(Normalization.LEAST_EXPONENT, RoundedBound.octave(this.goal.bound()));
        Optional<Samples> replaced = Outliers.replaced(goal.data(), 2 * this.goal.bound())
                .filter(t -> Normalization.of(t, least).isWritable());
        this.target = replaced.orElse(goal.data());
        this.map = replaced.map(t -> Normalization.of(t, least)).orElse(goal.map());
        this.hasOutliers = replaced.isPresent();
    }

    /** A family, the place of a rung and the goal there, and its codeword with corrections. */
    private record Found(ParametrizedFamily family, int at, Goal rung, CorrectedWord word, double bits) {}

    /** Whether there is anything to search: not in other norms, on large data, in haste. */
    public static boolean isWorthwhile(Goal goal, Effort effort) {
        return goal.norm().isSup() && goal.bound() > 0 && goal.data().size() <= Excerpts.SMALL && effort.refines();
    }

    /**
     * Runs the search.
     *
     * @param entries the families, the best without corrections first
     * @param limit the bits of a file that is there already
     * @return a shorter file; empty if none is found
     */
    public Optional<VerifiedFile> shorter(List<Contest.Entry> entries, long limit) {
        Optional<VerifiedFile> file = run(entries, limit);
        progress.update("corrections", 1);
        return file;
    }

    private Optional<VerifiedFile> run(List<Contest.Entry> entries, long limit) {
        List<Found> tried = tried(entries);
        if (tried.isEmpty() || SHRINKING * tried.get(0).bits() >= limit) {
            return Optional.empty();
        }
        List<Found> first = bestOfFamilies(tried);
        List<Found> all = new ArrayList<>(workers.map(first, this::climbed));
        if (hasOutliers) {
            List<ParametrizedFamily> families =
                    first.stream().map(Found::family).toList();
            all.addAll(found(families, SUP_RUNG, rung(1, LpNorm.SUP), effort.onExcerpts()));
        }
        return all.stream()
                .min(Comparator.comparingDouble(Found::bits))
                .filter(f -> REFINING * f.bits() < limit)
                .map(this::thoroughly)
                .map(f -> Contest.named(f.family(), f.rung(), () -> refined(f)))
                .filter(f -> f.bits() - Byte.SIZE < limit)
                .flatMap(f -> CorrectedFile.of(goal, f.family(), f.word()))
                .filter(f -> 8L * f.bytes().length < limit);
    }

    /** What is found on the two rungs to begin with, the shortest first. */
    private List<Found> tried(List<Contest.Entry> entries) {
        int limited = Math.min(Contest.LIMITED, goal.data().size() / SAMPLES_PER_PARAMETER);
        List<ParametrizedFamily> field = entries.stream()
                .map(Contest.Entry::family)
                .filter(f -> f.largestBudget(goal.data().grid()) > limited)
                .limit(effort.field(false))
                .toList();
        expected = field.size() + 2 * NARROWED + BEST * (LADDER.length + (hasOutliers ? 1 : 0)) + 1;
        Effort.Depth depth = effort.onTrial(Math.max(1, goal.data().size() / SAMPLES_PER_PARAMETER));
        List<Found> tried = new ArrayList<>(found(field, COARSE, depth));
        Set<ParametrizedFamily> narrowed = new LinkedHashSet<>();
        tried.stream().limit(NARROWED).map(Found::family).forEach(narrowed::add);
        field.stream().limit(NARROWED).forEach(narrowed::add);
        tried.addAll(found(List.copyOf(narrowed), FINE, depth));
        tried.sort(Comparator.comparingDouble(Found::bits));
        return tried;
    }

    private static List<Found> bestOfFamilies(List<Found> tried) {
        Map<ParametrizedFamily, Found> best = new LinkedHashMap<>();
        tried.forEach(f -> best.putIfAbsent(f.family(), f));
        return best.values().stream().limit(BEST).toList();
    }

    /** The best on the way up or down the ladder. */
    private Found climbed(Found start) {
        Found finer = climbed(start, -1);
        return finer == start ? climbed(start, 1) : finer;
    }

    private Found climbed(Found start, int way) {
        Found best = start;
        for (int at = start.at() + way; at >= 0 && at < LADDER.length; at += way) {
            Optional<Found> next = found(start.family(), at, rung(LADDER[at], LpNorm.L2), effort.onExcerpts());
            if (next.isEmpty() || next.get().bits() >= best.bits()) {
                break;
            }
            best = next.get();
        }
        return best;
    }

    /** The same rung, with more budgets and dead zones. */
    private Found thoroughly(Found found) {
        return found(found.family(), found.at(), found.rung(), effort.onAll(false))
                .filter(f -> f.bits() < found.bits())
                .orElse(found);
    }

    private Goal rung(double factor, LpNorm norm) {
        return Goal.of(target, map, factor * goal.bound(), norm);
    }

    /** What the families find on a rung, the shortest first. */
    private List<Found> found(List<ParametrizedFamily> families, int at, Effort.Depth depth) {
        return found(families, at, rung(LADDER[at], LpNorm.L2), depth);
    }

    private List<Found> found(List<ParametrizedFamily> families, int at, Goal rung, Effort.Depth depth) {
        return workers.map(families, f -> found(f, at, rung, depth)).stream()
                .flatMap(Optional::stream)
                .sorted(Comparator.comparingDouble(Found::bits))
                .toList();
    }

    private Optional<Found> found(ParametrizedFamily family, int at, Goal rung, Effort.Depth depth) {
        Optional<Found> found = Contest.named(
                family,
                rung,
                () -> new FamilySearch(family, rung, depth)
                        .run(1)
                        .best()
                        .flatMap(word -> corrected(family, at, rung, word)));
        tell(family.id());
        return found;
    }

    private synchronized void tell(String id) {
        progress.update(id, Math.min(1.0, (double) ++done / expected));
    }

    private Optional<Found> corrected(ParametrizedFamily family, int at, Goal rung, Codeword word) {
        return CorrectedWord.of(goal, word, rung.map())
                .map(w -> new Found(family, at, rung, w, w.bits() + CorrectedFile.headerBits(goal, family, w)));
    }

    /** With other integers, which need fewer bits and meet the goal of the rung too. */
    private Found refined(Found found) {
        Codeword shorter = RateDistortionSearch.shorterWithoutLaw(
                found.rung(), found.family(), found.word().base());
        return corrected(found.family(), found.at(), found.rung(), shorter)
                .filter(f -> f.bits() < found.bits())
                .orElse(found);
    }
}
