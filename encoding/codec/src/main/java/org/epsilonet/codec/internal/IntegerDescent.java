package org.epsilonet.codec.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.quantization.Quantization;

/**
 * The way down from the integers of one step to neighbours that need fewer bits: first, if the goal is missed, to those that
 * meet it; then one by one, those first that save most for what they do to the residual, in several rounds.
 *
 * <p>In the supremum norm \(\sum_j r_j^{16}\) stands for the largest residual \(r_j\): a change may grow what is small.
 */
final class IntegerDescent {
    /** All repairs of one step go through at most twice so many samples of columns. */
    private static final long MOST_REPAIRING = 1 << 25;

    /** Farther beyond the bound, in its units, repair is not tried; nor with more changes than that share of parameters. */
    private static final double REPAIRABLE = 2;

    private static final double MOST_REPAIRS = 0.25;
    private static final int REPAIRS = 8;
    /** Less is not worth a change. */
    private static final double LEAST_GAIN = 0.05;

    private static final int MOST_ROUNDS = 8;
    /** So far below the bound, and by so much more, errors by columns are taken to be below it; they are measured at the end. */
    private static final double SAFE = 1 - 1e-10;

    private static final double ROUNDING = 1e-13;

    private final LpNorm norm;
    private final Optional<DecayLaw> law;
    private final Columns columns;
    private final double bound;
    private final double step;
    private final double[] residual;
    private double squares;
    private Quantization q;

    /** A change of one integer, and what it saves in bits for what it adds to the residual. */
    private record Change(int at, int by, double gain, double harm) {
        double ratio() {
            return harm <= 0 ? Double.POSITIVE_INFINITY : gain / harm;
        }
    }

    /**
     * @param goal what must be met
     * @param columns what each integer does to the samples, for a step
     * @param unit that step
     * @param start where to begin
     * @param law how the integers fall, if that is told
     */
    IntegerDescent(Goal goal, Columns columns, double unit, Quantization start, Optional<DecayLaw> law) {
        this.norm = goal.norm();
        this.law = law;
        this.columns = columns;
        this.bound = Math.scalb(goal.bound(), -goal.map().exponent()) * SAFE - ROUNDING;
        this.q = start;
        this.step = start.step() / unit;
        this.residual = goal.normalized().values();
        double[] approximant = columns.combined(start.integers(), step);
        for (int j = 0; j < residual.length; j++) {
            residual[j] -= approximant[j];
            squares += residual[j] * residual[j];
        }
    }

    private double size() {
        return norm.isSup() ? norm.of(residual) : Math.sqrt(squares / residual.length);
    }

    /** The integers at which no change saves anything any more; empty if the goal cannot be met nearby. */
    Optional<Quantization> run() {
        if (!isRepaired()) {
            return Optional.empty();
        }
        for (int round = 0; round < MOST_ROUNDS; round++) {
            double bits = bits(q, law);
            List<Change> changes = changes();
            Quantization before = q;
            boolean[] changed = new boolean[q.structure().size()];
            for (Change change : changes) {
                if (!changed[change.at()] && isAllowed(change.at(), change.by())) {
                    apply(change.at(), change.by());
                    changed[change.at()] = true;
                }
            }
            if (q == before || bits(q, law) > bits) {
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
        double[][] gains = ChangeGains.of(q, law, this::isAllowed);
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
        if (!norm.isSup()) {
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
            sum += norm.isSup() ? power(after / bound) - power(before / bound) : (after - before) * (after + before);
        }
        return sum;
    }

    private void apply(int i, int by) {
        squares += norm.isSup() ? 0 : harm(i, by);
        columns.add(residual, i, -by * step);
        q = changed(q, i, by);
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
    static double bits(Quantization q, Optional<DecayLaw> law) {
        Quantization written = q.withoutZeros();
        return ChangeGains.structureBits(written.structure())
                + (law.isPresent() ? DecayLaw.BITS : 0)
                + ParameterCode.bits(written.structure(), law, written.integers());
    }
}
