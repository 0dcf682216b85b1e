package org.epsilonet.codec.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.epsilonet.api.family.ApproximationFamily;
import org.epsilonet.quantization.Quantization;
import org.epsilonet.quantization.Steps;

/**
 * Rate-distortion optimized quantization of few parameters: integers next to those that rounding gives, which together
 * need fewer bits and still meet the goal, since rounding each to the nearest is the best of neither. Neighbours are
 * taken one by one, those first that save most for what they do to the samples, measured with the models of the real
 * code. Steps a little coarser are tried too, where neighbours may repair what rounding has broken, and a little finer
 * ones. What changes do is known from the {@link Columns}, in \(O(N)\) samples each, and less where atoms are local.
 *
 * <p>In the supremum norm \(\sum_j r_j^{16}\) stands for the largest residual \(r_j\): a change may grow what is small.
 */
final class RateDistortionSearch {
    /** More parameters would take too long. */
    private static final int MOST_PARAMETERS = 1024;
    /** So many parameters times samples at most: as many doubles are held. */
    private static final long MOST_PRODUCTS = 1 << 22;

    /** All repairs of one step go through at most twice so many samples of columns. */
    private static final long MOST_REPAIRING = 1 << 25;

    /** Farther beyond the bound, in its units, repair is not tried; nor with more changes than that share of parameters. */
    private static final double REPAIRABLE = 2;

    private static final double MOST_REPAIRS = 0.25;
    private static final int REPAIRS = 8;
    /** Coarser steps are tried in strides of so many codes, of 32 an octave. */
    private static final int COARSER = 4;

    private static final int MOST_COARSER = 64;
    /** After so many in a row that cannot be repaired no coarser one is tried. */
    private static final int MOST_FAILURES = 2;
    /** Finer steps. */
    private static final int[] FINER = {5, 10};
    /** Less is not worth a change. */
    private static final double LEAST_GAIN = 0.05;

    private static final int MOST_ROUNDS = 8;
    /** Of at most so many parameters the bits of the step matter; so far from the step given, in codes. */
    private static final int FEW = 24;

    private static final int FARTHEST = 24;

    private static final double PLAIN = 0.5;
    /** So far below the bound, and by so much more, errors by columns are taken to be below it; they are measured at the end. */
    private static final double SAFE = 1 - 1e-10;

    private static final double ROUNDING = 1e-13;

    private final Goal goal;
    private final ApproximationFamily family;
    private final Codeword word;
    private final Columns columns;
    private final boolean sup;
    private final double bound;
    private Codeword best;
    private double bestBits;

    private RateDistortionSearch(Goal goal, ApproximationFamily family, Codeword word, Columns columns) {
        this.goal = goal;
        this.family = family;
        this.word = word;
        this.columns = columns;
        this.sup = goal.norm().isSup();
        this.bound = Math.scalb(goal.bound(), -goal.map().exponent()) * SAFE - ROUNDING;
        this.best = word;
        this.bestBits = fileBits(word);
    }

    /** A change of one integer, and what it saves in bits for what it adds to the residual. */
    private record Change(int at, int by, double gain, double harm) {
        double ratio() {
            return harm <= 0 ? Double.POSITIVE_INFINITY : gain / harm;
        }
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
        return of(goal, family, word).map(RateDistortionSearch::search).orElse(word);
    }

    /** The same for the step there is alone. */
    static Codeword shorterInHaste(Goal goal, ApproximationFamily family, Codeword word) {
        return of(goal, family, word).map(RateDistortionSearch::searchInHaste).orElse(word);
    }

    private static Optional<RateDistortionSearch> of(Goal goal, ApproximationFamily family, Codeword word) {
        boolean small = goal.data().size() <= Excerpts.SMALL
                && word.blocks().isEmpty()
                && word.quantization().structure().size() <= MOST_PARAMETERS
                && (long) word.quantization().structure().size() * goal.data().size() <= MOST_PRODUCTS
                && (goal.norm().isSup() || goal.norm().p() == 2);
        return small
                ? Columns.of(word.quantization(), goal.data().grid(), goal.norm())
                        .map(c -> new RateDistortionSearch(goal, family, word, c))
                : Optional.empty();
    }

    private Codeword searchInHaste() {
        consider(new Descent(word.quantization()).run());
        return shortest();
    }

    private Codeword search() {
        Quantization given = word.quantization();
        int code = Steps.code(given.step());
        consider(new Descent(given).run());
        int failures = 0;
        int stride = Math.max(COARSER, HeaderSeven.stride(word.budget()));
        for (int coarser = onStride(code) + stride;
                failures < MOST_FAILURES && coarser <= code + MOST_COARSER;
                coarser += stride) {
            failures = consider(from(coarser)) ? 0 : failures + 1;
        }
        consider(from(onStride(code)));
        for (int finer : FINER) {
            consider(from(onStride(code - finer)));
        }
        if (given.structure().size() <= FEW) {
            stepsOfShorterCodes(code).forEach(c -> consider(from(c)));
        }
        return shortest();
    }

    /** Whether the last byte is needed is a matter of luck. */
    private Codeword shortest() {
        return VerifiedFile.length(goal, family, best) <= VerifiedFile.length(goal, family, word) ? best : word;
    }

    private Optional<Quantization> from(int code) {
        boolean exists = code >= 0 && code < Steps.COUNT;
        return exists ? new Descent(word.quantization().withStep(Steps.of(code), PLAIN)).run() : Optional.empty();
    }

    /** The largest step up to one that the header tells in few bits. */
    private int onStride(int code) {
        return code - Math.floorMod(code - expected(), HeaderSeven.stride(word.budget()));
    }

    private int expected() {
        double told = goal.bound() == 0 ? 0 : RoundedBound.of(goal.bound()).value();
        return HeaderSeven.expectedStep(told, goal.map().exponent(), word.budget());
    }

    /** Of few parameters a step that the header tells in fewer bits may save more than it costs. */
    private IntStream stepsOfShorterCodes(int code) {
        int expected = expected();
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
            Codeword candidate = Codeword.inOneStream(word.budget(), written.get());
            double candidateBits = fileBits(candidate);
            if (candidateBits < bestBits) {
                best = candidate;
                bestBits = candidateBits;
            }
        }
        return found.isPresent();
    }

    /** Header and all, with fractions of bits: what is saved in both together may be a byte. */
    private double fileBits(Codeword candidate) {
        return VerifiedFile.headerBits(goal, family, candidate) + bits(candidate.quantization());
    }

    /** The descent from one quantization. */
    private final class Descent {
        private final double step;
        private final double[] residual;
        private double squares;
        private Quantization q;

        Descent(Quantization start) {
            this.q = start;
            this.step = start.step() / word.quantization().step();
            this.residual = goal.normalized().values();
            double[] approximant = columns.combined(start.integers(), step);
            for (int j = 0; j < residual.length; j++) {
                residual[j] -= approximant[j];
                squares += residual[j] * residual[j];
            }
        }

        private double size() {
            return sup ? goal.norm().of(residual) : Math.sqrt(squares / residual.length);
        }

        Optional<Quantization> run() {
            if (!isRepaired()) {
                return Optional.empty();
            }
            for (int round = 0; round < MOST_ROUNDS; round++) {
                double bits = bits(q);
                List<Change> changes = changes();
                Quantization before = q;
                boolean[] changed = new boolean[q.structure().size()];
                for (Change change : changes) {
                    if (!changed[change.at()] && isAllowed(change.at(), change.by())) {
                        apply(change.at(), change.by());
                        changed[change.at()] = true;
                    }
                }
                if (q == before || bits(q) > bits) {
                    q = before;
                    break;
                }
            }
            return Optional.of(q);
        }

        /** Takes changes that lower the residual the most, until the goal is met. */
        private boolean isRepaired() {
            double some = REPAIRS + MOST_REPAIRS * q.structure().size();
            int affordable = (int) Math.min(some, (double) MOST_REPAIRING / Math.max(1, columns.size()));
            int most = size() <= REPAIRABLE * bound ? affordable : 0;
            for (int n = 0; !(size() <= bound); n++) {
                Change least = new Change(-1, 0, 0, 0);
                for (int i = 0; i < q.structure().size() && n < most; i++) {
                    for (int by = -1; by <= 1; by += 2) {
                        double harm = harm(i, by);
                        if (harm < least.harm()) {
                            least = new Change(i, by, 0, harm);
                        }
                    }
                }
                if (least.at() < 0) {
                    return false;
                }
                apply(least.at(), least.by());
            }
            return true;
        }

        /** All that save bits and meet the goal alone, the best ratio first. */
        private List<Change> changes() {
            double[][] gains = ChangeGains.of(q, this::isAllowed);
            List<Change> changes = new ArrayList<>();
            for (int i = 0; i < gains.length; i++) {
                for (int way = 0; way < 2; way++) {
                    if (gains[i][way] > LEAST_GAIN) {
                        int by = 2 * way - 1;
                        changes.add(new Change(i, by, gains[i][way], harm(i, by)));
                    }
                }
            }
            changes.sort(Comparator.comparingDouble(Change::ratio)
                    .thenComparingDouble(Change::gain)
                    .reversed());
            return changes;
        }

        private boolean isAllowed(int i, int by) {
            double[] column = columns.column(i);
            int first = columns.first(i);
            if (!sup) {
                return squares + harm(i, by) <= bound * bound * residual.length;
            }
            for (int j = 0; j < column.length; j++) {
                if (!(Math.abs(residual[first + j] - by * step * column[j]) <= bound)) {
                    return false;
                }
            }
            return true;
        }

        /** What a change adds to the sum of squares, or of sixteenth powers in units of the bound. */
        private double harm(int i, int by) {
            double[] column = columns.column(i);
            int first = columns.first(i);
            double sum = 0;
            for (int j = 0; j < column.length; j++) {
                double before = residual[first + j];
                double after = before - by * step * column[j];
                sum += sup ? power(after / bound) - power(before / bound) : (after - before) * (after + before);
            }
            return sum;
        }

        private void apply(int i, int by) {
            squares += sup ? 0 : harm(i, by);
            columns.add(residual, i, -by * step);
            q = changed(q, i, by);
        }
    }

    /** \(x^{16}\). */
    private static double power(double x) {
        double square = x * x;
        double fourth = square * square;
        return fourth * fourth * (fourth * fourth);
    }

    private static Quantization changed(Quantization q, int at, int by) {
        long[] integers = q.integers();
        integers[at] += by;
        return q.withIntegers(integers);
    }

    /** Of structure and integers, without the zeros that the structure can do without. */
    private static double bits(Quantization q) {
        Quantization written = q.withoutZeros();
        return ChangeGains.structureBits(written.structure())
                + ParameterCode.bits(written.structure(), written.integers());
    }
}
