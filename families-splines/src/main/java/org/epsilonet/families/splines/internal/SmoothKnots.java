package org.epsilonet.families.splines.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.Target;

/**
 * Near-best knots for splines that are as smooth as their knots allow.
 *
 * <p>The asymptotically best density of knots is that of \(|f^{(k+1)}|^{1/(k+1+1/p)}\), the one for which polynomial
 * pieces without any smoothness have equal errors: {@link KnotSearch} finds it, jumps and kinks included. Where the pieces
 * of that partition meet with a gap in the \(s\)-th derivative that their own errors do not explain, the knot is inserted
 * again until the spline may be broken there, \(k-s+1\) times in all ({@link Breaks}); to pay for that, the partition is
 * sought once more with fewer pieces, and what still exceeds the budget is removed, the least significant gap first.
 *
 * <p>Among very many breaks there are too few pieces to end at each of them: errors are then as large as gaps, and explain
 * them. Hence a \((k+1)\)-th of the pieces is also taken without any smoothness, every knot repeated \(k+1\) times. A spline
 * with \(T\) knots being a piecewise polynomial of \(T+1\) pieces, no spline with a \((k+1)\)-th of the knots is better, up
 * to the constant of {@link KnotSearch}. Thread-safe.
 *
 * @see <a href="https://doi.org/10.1007/978-3-662-02888-9">DeVore and Lorentz, Constructive Approximation, 1993, chapter
 *     12; Burchard 1974 and de Boor 1973 for the density of knots</a>
 */
public final class SmoothKnots {
    /** Fewer samples on an interval, and nearby coefficients could no longer be told apart. */
    private static final int SAMPLES_PER_INTERVAL = 2;

    /** Where knots have little choice, fewer may be better: least squares are not best in the supremum norm. */
    private static final int FEW_SAMPLES = 256;

    private static final int ROUNDS = 3;

    private final Target target;
    private final Lattice lattice;
    private final int degree;
    private final LpNorm norm;
    private final KnotSearch search;

    /**
     * @param target the function, of one variable
     * @param lattice where knots may be
     * @param degree the degree \(k\)
     * @param norm the supremum norm, or any other, for which \(L^2\) is taken
     */
    public SmoothKnots(Target target, Lattice lattice, int degree, LpNorm norm) {
        this.target = Normalization.of(target);
        this.lattice = lattice;
        this.degree = degree;
        this.norm = norm;
        this.search = new KnotSearch(target, lattice, degree, norm);
    }

    /**
     * Knots worth trying, with at most {@code most} inner ones, repetitions included: equidistant, all simple, some repeated
     * if a break was seen, and all repeated as often as can be.
     */
    public List<FreeKnots> candidates(int most) {
        List<FreeKnots> candidates = new ArrayList<>();
        candidates.add(equidistant(most));
        if (most == 0) {
            return candidates;
        }
        int smaller = Integer.highestOneBit(most + degree) - degree - 1;
        if (lattice.discrete() && lattice.resolution(0) <= FEW_SAMPLES && smaller >= 0) {
            candidates.addAll(candidates(smaller));
        }
        long[] ends = apart(search.partition(most + 1));
        Partition broken = search.partition(most / (degree + 1) + 1);
        long[] fewer = apart(broken);
        candidates.add(repeated(ends, 1));
        Breaks breaks = affordable(ends, fewer, most);
        if (breaks.total() > breaks.ends.length - 2) {
            candidates.add(new FreeKnots(lattice, degree, breaks.ends, breaks.multiplicities));
        }
        if (broken.count() > 1) {
            // Pieces that do not meet may be single samples.
            candidates.add(repeated(apart(broken, 1), degree + 1));
        }
        return candidates;
    }

    /** The breaks of a partition into fewer pieces than {@code ends}; {@code fewest} can all be paid for, whatever breaks. */
    private Breaks affordable(long[] ends, long[] fewest, int most) {
        Breaks breaks = new Breaks(target, lattice, degree, ends);
        for (int round = 1; round < ROUNDS && breaks.total() > most; round++) {
            int pieces = breaks.ends.length - 1 - (breaks.total() - most);
            long[] fewer = pieces < fewest.length ? fewest : apart(search.partition(pieces));
            breaks = new Breaks(target, lattice, degree, fewer);
        }
        breaks.reduceTo(most);
        return breaks;
    }

    private FreeKnots repeated(long[] ends, int times) {
        int[] multiplicities = new int[ends.length];
        Arrays.fill(multiplicities, times);
        return new FreeKnots(lattice, degree, ends, multiplicities);
    }

    private FreeKnots equidistant(int most) {
        long resolution = lattice.resolution(0);
        long room = lattice.discrete() ? Math.max(1, resolution / SAMPLES_PER_INTERVAL) : resolution;
        int intervals = (int) Math.min(most + 1L, room);
        long[] ends = new long[intervals + 1];
        for (int i = 0; i <= intervals; i++) {
            ends[i] = resolution / intervals * i + resolution % intervals * i / intervals;
        }
        return repeated(ends, 1);
    }

    /** The ends of a partition, without those of intervals with too few samples. */
    private long[] apart(Partition partition) {
        return apart(partition, lattice.discrete() ? SAMPLES_PER_INTERVAL : 1);
    }

    private long[] apart(Partition partition, long least) {
        long resolution = lattice.resolution(0);
        long[] ends = new long[partition.count() + 1];
        int n = 1;
        for (int c = 1; c < partition.count(); c++) {
            long end = partition.from(c, 0);
            if (end - ends[n - 1] >= least && resolution - end >= least) {
                ends[n++] = end;
            }
        }
        ends[n++] = resolution;
        return Arrays.copyOf(ends, n);
    }
}
