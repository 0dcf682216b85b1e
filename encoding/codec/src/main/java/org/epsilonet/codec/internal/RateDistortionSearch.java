package org.epsilonet.codec.internal;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.epsilonet.api.family.ApproximationFamily;
import org.epsilonet.quantization.Quantization;
import org.epsilonet.quantization.Steps;

/**
 * Rate-distortion optimized quantization of few parameters: integers next to those that rounding gives, which together
 * need fewer bits and still meet the goal, since rounding each to the nearest is the best of neither. Neighbours are
 * taken one by one, those first that save most for what they do to the samples, measured with the models of the real
 * code ({@link IntegerDescent}). Steps a little coarser are tried too, where neighbours may repair what rounding has broken, and a little finer
 * ones. What changes do is known from the {@link Columns}, in \(O(N)\) samples each, and less where atoms are local.
 */
final class RateDistortionSearch {
    /** More parameters would take too long. */
    private static final int MOST_PARAMETERS = 1024;
    /** So many parameters times samples at most: as many doubles are held. */
    private static final long MOST_PRODUCTS = 1 << 22;

    /** Coarser steps are tried in strides of so many codes, of 32 an octave. */
    private static final int COARSER = 4;

    private static final int MOST_COARSER = 64;
    /** After so many in a row that cannot be repaired no coarser one is tried. */
    private static final int MOST_FAILURES = 2;
    /** Finer steps. */
    private static final int[] FINER = {5, 10};
    /** With a law so many steps are tried beside the one there is, coarser and finer; if it is not much longer than without. */
    private static final int LAWFUL_STRIDES = 2;

    private static final double HOPE = 1.04;

    /** Of at most so many parameters the bits of the step matter; so far from the step given, in codes. */
    private static final int FEW = 24;

    private static final int FARTHEST = 24;

    private static final double PLAIN = 0.5;
    private final Goal goal;
    private final ApproximationFamily family;
    private final Codeword word;
    private final Columns columns;
    private final boolean mayTellLaws;
    /** The step that the header expects. */
    private final int expected;

    private Codeword best;
    private double bestBits;

    private RateDistortionSearch(
            Goal goal, ApproximationFamily family, Codeword word, Columns columns, boolean mayTellLaws) {
        this.goal = goal;
        this.family = family;
        this.word = word;
        this.columns = columns;
        this.mayTellLaws = mayTellLaws;
        double told =
                RoundedBound.ifPositive(goal.bound()).map(RoundedBound::value).orElse(0.0);
        this.expected = HeaderSeven.expectedStep(told, goal.map().exponent(), word.budget());
        this.best = word;
        this.bestBits = fileBits(word);
    }

    /**
     * A codeword with other integers, if one is found that is shorter.
     *
     * @param goal what must be met
     * @param family the family of the codeword
     * @param word a codeword that meets it
     * @return one that meets it too, and whose file is not longer
     */
    static Codeword shorter(Goal goal, ApproximationFamily family, Codeword word) {
        return of(goal, family, word, true)
                .map(RateDistortionSearch::search)
                .orElseGet(() -> word.blocks().isEmpty() ? lawful(goal, family, word) : word);
    }

    /** The same integers with the law that suits them, if the file is shorter. */
    private static Codeword lawful(Goal goal, ApproximationFamily family, Codeword word) {
        Optional<DecayLaw> law = LawSearch.best(word.quantization());
        Codeword told = Codeword.inOneStream(word.budget(), word.quantization(), law);
        return VerifiedFile.length(goal, family, told) < VerifiedFile.length(goal, family, word) ? told : word;
    }

    /** One that is shorter where no law can be told, as in files with corrections. */
    static Codeword shorterWithoutLaw(Goal goal, ApproximationFamily family, Codeword word) {
        return of(goal, family, word, false).map(RateDistortionSearch::search).orElse(word);
    }

    /** The same for the step there is alone. */
    static Codeword shorterInHaste(Goal goal, ApproximationFamily family, Codeword word) {
        return of(goal, family, word, true)
                .map(RateDistortionSearch::searchInHaste)
                .orElse(word);
    }

    private static Optional<RateDistortionSearch> of(
            Goal goal, ApproximationFamily family, Codeword word, boolean mayTellLaws) {
        boolean small = goal.data().size() <= Excerpts.SMALL
                && word.blocks().isEmpty()
                && word.quantization().structure().size() <= MOST_PARAMETERS
                && (long) word.quantization().structure().size() * goal.data().size() <= MOST_PRODUCTS
                && (goal.norm().isSup() || goal.norm().p() == 2);
        return small
                ? Columns.of(word.quantization(), goal.data().grid(), goal.norm())
                        .map(c -> new RateDistortionSearch(goal, family, word, c, mayTellLaws))
                : Optional.empty();
    }

    private Codeword searchInHaste() {
        consider(descent(word.quantization(), Optional.empty()));
        return shortest();
    }

    private Codeword search() {
        Quantization given = word.quantization();
        int code = Steps.code(given.step());
        consider(descent(given, Optional.empty()));
        int failures = 0;
        int stride = Math.max(COARSER, HeaderSeven.stride(word.budget()));
        for (int coarser = onStride(code) + stride;
                failures < MOST_FAILURES && coarser <= code + MOST_COARSER;
                coarser += stride) {
            failures = consider(from(coarser, Optional.empty())) ? 0 : failures + 1;
        }
        Set<Integer> others = new LinkedHashSet<>(List.of(onStride(code)));
        for (int finer : FINER) {
            others.add(onStride(code - finer));
        }
        if (given.structure().size() <= FEW) {
            stepsOfShorterCodes(code).forEach(others::add);
        }
        others.remove(code);
        others.forEach(c -> consider(from(c, Optional.empty())));
        lawful();
        return shortest();
    }

    /** Once more about the step that is best, at the prices of the law that suits its integers. */
    private void lawful() {
        Quantization found = best.quantization();
        Optional<DecayLaw> law = law(found);
        if (law.isEmpty() || fileBits(Codeword.inOneStream(word.budget(), found, law)) > HOPE * bestBits) {
            return;
        }
        int code = Steps.code(found.step());
        int stride = Math.max(COARSER, HeaderSeven.stride(word.budget()));
        for (int k = -LAWFUL_STRIDES; k <= LAWFUL_STRIDES; k++) {
            consider(from(code + k * stride, law));
        }
    }

    private Optional<DecayLaw> law(Quantization written) {
        return mayTellLaws ? LawSearch.best(written) : Optional.empty();
    }

    /** Whether the last byte is needed is a matter of luck. */
    private Codeword shortest() {
        return VerifiedFile.length(goal, family, best) <= VerifiedFile.length(goal, family, word) ? best : word;
    }

    private Optional<Quantization> descent(Quantization start, Optional<DecayLaw> law) {
        return new IntegerDescent(goal, columns, word.quantization().step(), start, law).run();
    }

    private Optional<Quantization> from(int code, Optional<DecayLaw> law) {
        boolean exists = code >= 0 && code < Steps.COUNT;
        return exists ? descent(word.quantization().withStep(Steps.of(code), PLAIN), law) : Optional.empty();
    }

    /** The largest step up to one that the header tells in few bits. */
    private int onStride(int code) {
        return code - Math.floorMod(code - expected, HeaderSeven.stride(word.budget()));
    }

    /** Of few parameters a step that the header tells in fewer bits may save more than it costs. */
    private IntStream stepsOfShorterCodes(int code) {
        int stride = HeaderSeven.stride(word.budget());
        int beside = code - expected;
        return IntStream.range(0, HeaderSeven.STEP_LENGTHS - 1)
                .map(k -> expected + stride * (beside < 0 ? -(1 << k) : (1 << k) - 1))
                .filter(c -> Math.abs(c - expected) < Math.abs(beside) && Math.abs(c - code) <= FARTHEST);
    }

    /** Whether anything was found; the shortest of all that meets the goal is kept. */
    private boolean consider(Optional<Quantization> found) {
        Optional<Quantization> written = found.map(Quantization::withoutZeros);
        if (written.isPresent() && goal.error(written.get().realize()).value() <= goal.bound()) {
            consider(Codeword.inOneStream(word.budget(), written.get()));
            Optional<DecayLaw> law = law(written.get());
            if (law.isPresent()) {
                consider(Codeword.inOneStream(word.budget(), written.get(), law));
            }
        }
        return found.isPresent();
    }

    private void consider(Codeword candidate) {
        double candidateBits = fileBits(candidate);
        if (candidateBits < bestBits) {
            best = candidate;
            bestBits = candidateBits;
        }
    }

    /** Header and all, with fractions of bits: what is saved in both together may be a byte. */
    private double fileBits(Codeword candidate) {
        return VerifiedFile.headerBits(goal, family, candidate)
                + IntegerDescent.bits(candidate.quantization(), candidate.law());
    }
}
