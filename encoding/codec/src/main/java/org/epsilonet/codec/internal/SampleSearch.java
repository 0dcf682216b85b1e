package org.epsilonet.codec.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.epsilonet.api.family.Distances;
import org.epsilonet.api.function.Grid;
import org.epsilonet.api.function.SampleType;

/**
 * The shortest file of the samples themselves that meets a goal: on the coarsest lattice whose rounding meets it, on the
 * lattice that the data were made on, if there is one, or bit by bit. Only the first loses anything; one of them always
 * reaches the goal. Of large data a piece tells first whether that may be shorter than what is there.
 */
public final class SampleSearch {
    /** Rounding to a step errs by it over the root of twelve on the average. */
    private static final double STEPS_PER_DEVIATION = StrictMath.sqrt(12);

    private static final int MEASUREMENTS = 12;
    /** A step has so many digits: coarser ones would cost more in all samples than finer ones in the header. */
    private static final int STEP_DIGITS = 16;
    /** Beyond so many bits a sample on a lattice bit by bit may be shorter. */
    private static final int FINE = 20;

    /** Of large data so many samples from the middle, whole rows if they are short, tell whether the rest is worth it. */
    private static final int PIECE = 1 << 14;
    /** How much shorter per sample all may be than the piece. */
    private static final double MARGIN = 0.7;

    private final Goal goal;
    private final double[] samples;
    private final long limit;

    private SampleSearch(Goal goal, long limit) {
        this.goal = goal;
        this.samples = goal.data().values();
        this.limit = limit;
    }

    /**
     * Runs the search.
     *
     * @param goal what must be met
     * @param limit the bits of a file that is there already; {@link Long#MAX_VALUE} if there is none
     * @return the shortest file; empty if none is shorter than the limit
     */
    public static Optional<VerifiedFile> shortest(Goal goal, long limit) {
        return new SampleSearch(goal, limit).shortest();
    }

    private Optional<VerifiedFile> shortest() {
        List<VerifiedFile> files = new ArrayList<>();
        Optional<Lattice> own = DataLattice.of(goal.data());
        own.flatMap(this::coarsened).ifPresent(files::add);
        if (own.isEmpty() || goal.bound() > 0) {
            rounded().ifPresent(files::add);
        }
        boolean fine = files.stream().allMatch(f -> f.header().bits() > (long) FINE * samples.length);
        if (files.isEmpty() && limit < (long) FINE * samples.length) {
            return Optional.empty();
        }
        boolean floating = goal.data().type() == SampleType.F8 || goal.data().type() == SampleType.F4;
        if (floating && fine) {
            VerifiedFile.ofExact(goal).ifPresent(files::add);
        }
        return files.stream()
                .filter(f -> f.header().bits() < limit)
                .min(Comparator.comparingLong(f -> f.header().bits()));
    }

    /** Every so manieth point of the lattice of the data, if the error allows; of small data all its points too, without loss. */
    private Optional<VerifiedFile> coarsened(Lattice own) {
        double unit = own.step() / own.divisor();
        double skipped = goal.norm().isSup() ? Math.floor(goal.bound() / unit) : 0;
        double factor = 2 * Math.min(skipped, Lattice.LIMIT) + 1;
        Optional<VerifiedFile> coarse = file(new Lattice(own.offset(), own.step() * factor, own.divisor()));
        // What repeats on the lattice of the data need not do so on a coarser one.
        boolean isEnough = coarse.isPresent() && (factor == 1 || samples.length > Excerpts.SMALL);
        return isEnough ? coarse : shorter(coarse, file(own));
    }

    private Optional<VerifiedFile> file(Lattice lattice) {
        if (!lattice.holds(samples) || lattice.step() == Double.POSITIVE_INFINITY) {
            return Optional.empty();
        }
        long[] indices = lattice.nearest(samples);
        if (!isWorthIt(indices)) {
            return Optional.empty();
        }
        Optional<VerifiedFile> best = shorter(
                VerifiedFile.ofLattice(goal, lattice, indices, IndexCode.PREDICTED),
                VerifiedFile.ofLattice(goal, lattice, indices, IndexCode.DIFFERENCES));
        if (isRepetitive(indices)) {
            best = shorter(best, VerifiedFile.ofLattice(goal, lattice, indices, IndexCode.REPEATED));
        }
        return isRepetitive(IndexCode.differences(indices))
                ? shorter(best, VerifiedFile.ofLattice(goal, lattice, indices, IndexCode.REPEATED_DIFFERENCES))
                : best;
    }

    private static Optional<VerifiedFile> shorter(Optional<VerifiedFile> a, Optional<VerifiedFile> b) {
        boolean second = b.isPresent()
                && (a.isEmpty() || b.get().header().bits() < a.get().header().bits());
        return second ? b : a;
    }

    /** Whether at least every other index is the one before. */
    private static boolean isRepetitive(long[] indices) {
        int repeated = 0;
        for (int i = 1; i < indices.length; i++) {
            repeated += indices[i] == indices[i - 1] ? 1 : 0;
        }
        return repeated >= indices.length / 2;
    }

    private boolean isWorthIt(long[] indices) {
        if (indices.length <= 4 * PIECE || limit == Long.MAX_VALUE) {
            return true;
        }
        Grid grid = goal.data().grid();
        int row = grid.length(grid.dimension() - 1);
        boolean whole = row <= PIECE / 2;
        Grid rows = whole ? Grid.of(PIECE / row, row) : Grid.of(PIECE);
        int first = whole ? indices.length / 2 / row * row : indices.length / 2;
        long[] piece = Arrays.copyOfRange(indices, first, first + rows.points());
        return MARGIN * leastBits(piece, rows) / piece.length * indices.length < limit;
    }

    private static long leastBits(long[] piece, Grid rows) {
        long least = Long.MAX_VALUE;
        for (IndexCode code : IndexCode.values()) {
            RangeEncoder coder = new RangeEncoder();
            code.write(piece, rows, coder);
            least = Math.min(least, coder.bitsWritten());
        }
        return least;
    }

    /** The largest step found whose rounding meets the goal. */
    private Optional<VerifiedFile> rounded() {
        double bound = goal.bound();
        double step = digits(goal.norm().isSup() ? 2 * bound : STEPS_PER_DEVIATION * bound);
        double reached = 0;
        double missed = Double.POSITIVE_INFINITY;
        for (int n = 0; n < MEASUREMENTS && step > reached && step < missed; n++) {
            Lattice lattice = new Lattice(0, step, 1);
            if (!lattice.holds(samples)) {
                break;
            }
            double error = error(lattice);
            if (error <= bound) {
                reached = step;
            } else {
                missed = step;
            }
            step = next(step, error, reached, missed);
        }
        return reached > 0 ? placed(reached) : Optional.empty();
    }

    /** Where the points of a coarse lattice lie among the data decides how often neighbours fall to different ones. */
    private Optional<VerifiedFile> placed(double step) {
        Optional<VerifiedFile> best = file(HeaderSeven.lattice(step, 0));
        if (samples.length > Excerpts.SMALL) {
            return best;
        }
        for (int k = 1; k < HeaderSeven.PLACES; k++) {
            best = shorter(best, file(HeaderSeven.lattice(step, k)));
        }
        return best;
    }

    private double next(double step, double error, double reached, double missed) {
        if (goal.norm().isSup()) {
            // Where twice the bound is too much it is for the rounding of the last digit.
            return reached > 0 ? reached : digits(step * (1 - 0x1p-12));
        }
        double guess = digits(step * (goal.bound() / error) * (error <= goal.bound() ? 1 : 1 - 0x1p-14));
        if (guess > reached && guess < missed) {
            return guess;
        }
        return missed == Double.POSITIVE_INFINITY ? digits(1.25 * step) : digits(reached / 2 + missed / 2);
    }

    private double error(Lattice lattice) {
        double[] values = lattice.values(lattice.nearest(samples), goal.data().type());
        return Distances.betweenSamples(goal.data(), values, goal.norm()).value();
    }

    /** The nearest number of few digits towards 0. */
    private static double digits(double step) {
        long mask = -1L << (52 - STEP_DIGITS);
        return step < Double.MIN_NORMAL ? 0 : Double.longBitsToDouble(Double.doubleToLongBits(step) & mask);
    }
}
