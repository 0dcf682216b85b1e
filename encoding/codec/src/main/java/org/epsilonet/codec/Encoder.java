package org.epsilonet.codec;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.epsilonet.api.family.ApproximationFamily;
import org.epsilonet.api.family.ParametrizedFamily;
import org.epsilonet.api.function.Samples;
import org.epsilonet.codec.internal.ConstantFile;
import org.epsilonet.codec.internal.Contest;
import org.epsilonet.codec.internal.CorrectedSearch;
import org.epsilonet.codec.internal.Effort;
import org.epsilonet.codec.internal.Extremes;
import org.epsilonet.codec.internal.Goal;
import org.epsilonet.codec.internal.SampleSearch;
import org.epsilonet.codec.internal.VerifiedFile;

/**
 * From samples to the smallest file that decodes within a given error. All families are treated alike; none is known by
 * name.
 */
public final class Encoder {
    /** A codeword is ranked in whole bytes, header apart: its file may be that much shorter. */
    private static final int ROUNDING = 8;
    /** Files of so many bits are little. */
    private static final int LITTLE = 1024;
    /** Of more samples even the best families take long. */
    private static final int MOST_SAMPLES = 1 << 14;
    /** So many families try for a little file again. */
    private static final int BEST = 4;
    /** The share of the whole, as progress tells it, that is done when families are ranked and corrections begin. */
    private static final double RANKING = 0.7;

    private Encoder() {}

    /**
     * Encodes samples by families.
     *
     * <p>Every candidate is searched for its shortest codeword; on large data they are ranked on excerpts, and only the
     * best are searched. The winner's file is decoded and its error measured on the samples before it is returned; if it
     * fails, the step is refined, then the next candidate is taken. Samples that are all the same, and very many that are
     * within the error of one number, become a file without parameters, and so do few where no candidate reaches the error.
     *
     * @param data the samples
     * @param options the error, its norm, and how to compute
     * @param candidates the families to choose from; those that do not exist on the grid are left aside
     * @return the file, or how near the candidates came
     * @throws IllegalArgumentException if no candidate exists on the grid of the data
     * @throws IllegalStateException if a family breaks its contract; names it
     */
    public static Encoding encode(
            Samples data, EncoderOptions options, List<? extends ApproximationFamily> candidates) {
        return unlessConstant(data, options, candidates, (ranked, constant) -> {
            Encoding byFamily =
                    ranked.encoding(corrected(ranked, options, ranked.bits()).or(ranked::file));
            return byFamily.reached() ? byFamily : constant.orElse(byFamily);
        });
    }

    /** What encodes where not all samples are the same, though they may be within the error of one number. */
    private interface ByRank {
        Encoding of(Ranked ranked, Optional<Encoding> constant);
    }

    private static Encoding unlessConstant(
            Samples data, EncoderOptions options, List<? extends ApproximationFamily> candidates, ByRank encoder) {
        Goal goal = Goal.of(data, absoluteError(data, options), options.norm());
        List<ParametrizedFamily> families = able(candidates, goal);
        Optional<Encoding> constant =
                ConstantFile.of(goal).map(file -> Outcome.reached(goal, file, List.of(), Map.of()));
        boolean settled = data.size() > MOST_SAMPLES || data.range() == 0;
        return constant.isPresent() && settled ? constant.get() : encoder.of(ranked(goal, options, families), constant);
    }

    private static List<ParametrizedFamily> able(List<? extends ApproximationFamily> candidates, Goal goal) {
        List<ParametrizedFamily> families = candidates.stream()
                .filter(f -> f instanceof ParametrizedFamily
                        && f.supports(goal.data().grid()))
                .map(f -> (ParametrizedFamily) f)
                .sorted(Comparator.comparing(ApproximationFamily::id))
                .toList();
        if (families.isEmpty()) {
            throw new IllegalArgumentException("none of the " + candidates.size() + " families given exists on "
                    + goal.data().grid() + " and can be encoded");
        }
        return families;
    }

    /**
     * Encodes samples by whatever is shortest: families, or the samples themselves, rounded to a lattice and predicted, or
     * bit by bit. So the error is always reached, 0 included, and no file is longer than one without loss.
     *
     * @param data the samples
     * @param options the error, its norm, and how to compute
     * @param candidates the families to choose from, if they exist on the grid of the data
     * @return the file
     * @throws IllegalArgumentException if no candidate exists on the grid of the data
     * @throws IllegalStateException if a family breaks its contract; names it
     */
    public static Encoding shortest(
            Samples data, EncoderOptions options, List<? extends ApproximationFamily> candidates) {
        return unlessConstant(data, options, candidates, (ranked, constant) -> {
            Encoding found = shortest(ranked, options);
            return constant.map(c -> shorter(found, c)).orElse(found);
        });
    }

    private static Encoding shortest(Ranked ranked, EncoderOptions options) {
        Optional<VerifiedFile> samples = SampleSearch.shortest(ranked.goal(), ranked.bits());
        Optional<VerifiedFile> corrected =
                corrected(ranked, options, samples.map(Encoder::bits).orElse(ranked.bits()));
        Encoding byFamily = ranked.encoding(corrected.or(ranked::file));
        if (samples.isEmpty()) {
            return byFamily;
        }
        Encoding bySamples = Outcome.reached(ranked.goal(), samples.get(), List.of(), Map.of());
        return corrected.isPresent() ? byFamily.beside(bySamples) : bySamples.beside(byFamily);
    }

    private static Encoding shorter(Encoding one, Encoding other) {
        return !one.reached() || other.bits() < one.bits() ? other.beside(one) : one.beside(other);
    }

    /**
     * What became of families.
     *
     * @param goal what must be met
     * @param entries the families, the best first
     * @param seconds how long each was searched
     * @param file the shortest verified one, if the goal was reached
     */
    private record Ranked(
            Goal goal,
            List<Contest.Entry> entries,
            Map<ParametrizedFamily, Double> seconds,
            Optional<VerifiedFile> file) {
        /** The length of the file. */
        long bits() {
            return file.map(Encoder::bits).orElse(Long.MAX_VALUE);
        }

        /** With that file, if there is one. */
        Encoding encoding(Optional<VerifiedFile> taken) {
            return taken.map(f -> Outcome.reached(goal, f, entries, seconds))
                    .orElseGet(() -> Outcome.notReached(goal, entries, seconds));
        }
    }

    private static long bits(VerifiedFile file) {
        return 8L * file.bytes().length;
    }

    private static Ranked ranked(Goal goal, EncoderOptions options, List<ParametrizedFamily> families) {
        EncodingProgress progress = corrects(goal, options)
                ? (what, fraction) -> options.progress().update(what, RANKING * fraction)
                : options.progress();
        Contest contest = new Contest(goal, new Effort(options.effort()), options.threads(), progress);
        List<Contest.Entry> entries = contest.run(families);
        Optional<VerifiedFile> file = shortest(goal, entries, Optional.empty());
        boolean small = goal.data().size() <= MOST_SAMPLES;
        if (small && file.isPresent() && bits(file.get()) <= LITTLE) {
            file = withShortOffset(goal, options, entries, file);
        }
        return new Ranked(goal, entries, contest.seconds(), file);
    }

    /** A file of a function that misses the goal here and there, with corrections, if it is shorter than there is one. */
    private static Optional<VerifiedFile> corrected(Ranked ranked, EncoderOptions options, long limit) {
        if (!corrects(ranked.goal(), options)) {
            return Optional.empty();
        }
        Effort effort = new Effort(options.effort());
        EncodingProgress progress =
                (what, fraction) -> options.progress().update(what, RANKING + (1 - RANKING) * fraction);
        return new CorrectedSearch(ranked.goal(), effort, options.threads(), progress).shorter(ranked.entries(), limit);
    }

    private static boolean corrects(Goal goal, EncoderOptions options) {
        return options.corrects() && CorrectedSearch.isWorthwhile(goal, new Effort(options.effort()));
    }

    /** In little files the digits of the offset count: the best families try with fewer of them, which may cost more
     * than it saves. */
    private static Optional<VerifiedFile> withShortOffset(
            Goal goal, EncoderOptions options, List<Contest.Entry> entries, Optional<VerifiedFile> file) {
        List<ParametrizedFamily> best =
                entries.stream().limit(BEST).map(Contest.Entry::family).toList();
        Effort effort = new Effort(options.effort());
        return goal.withShortOffset()
                .map(g -> shortest(g, new Contest(g, effort, options.threads(), EncodingProgress.NONE).run(best), file))
                .orElse(file);
    }

    /** The shortest file of those entries, or the one there is. */
    private static Optional<VerifiedFile> shortest(
            Goal goal, List<Contest.Entry> entries, Optional<VerifiedFile> known) {
        Optional<VerifiedFile> shortest = known;
        for (Contest.Entry entry : entries) {
            long limit = shortest.map(f -> 8L * f.bytes().length).orElse(Long.MAX_VALUE);
            if (entry.codeword().isEmpty() || entry.bits() - ROUNDING >= limit) {
                break;
            }
            Optional<VerifiedFile> file =
                    VerifiedFile.of(goal, entry.family(), entry.codeword().get());
            if (file.isPresent() && 8L * file.get().bytes().length < limit) {
                shortest = file;
            }
        }
        return shortest;
    }

    /** The absolute error asked for. The range is halved, so that it does not overflow, and doubled at the end. */
    private static double absoluteError(Samples data, EncoderOptions options) {
        if (!options.relative()) {
            return options.error();
        }
        Extremes extremes = Extremes.of(data);
        double range = extremes.high() - extremes.low();
        double error = range < Double.POSITIVE_INFINITY
                ? options.error() * range
                : 2 * (options.error() * (extremes.high() / 2 - extremes.low() / 2));
        return Math.min(error, Double.MAX_VALUE);
    }
}
