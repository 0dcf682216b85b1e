package org.epsilonet.families.splines.internal;

import java.util.Arrays;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.Target;

/**
 * Near-best free knots for one target.
 *
 * <p>Atoms are single samples where there are few, else the cells of a greedy bisection into many more cells than pieces
 * (which follows a jump to the finest level of the lattice). Among the ends of atoms, in \(L^2\): the optimal partition by
 * dynamic programming while that is affordable, an equidistributed one with sliding knots beyond. In the supremum norm: the
 * equidistributed partition. The atoms next to a knot are then cut into single samples (on the cube, into four) and
 * knots are moved once more among these. Thread-safe.
 */
public final class KnotSearch {
    private static final int ATOMS_PER_PIECE = 8;

    /** Of constants, whose best partition among atoms is found exactly: what atoms leave open is all that is left. */
    private static final int ATOMS_PER_CONSTANT = 32;

    private static final int FEWEST_ATOMS = 2048;
    private static final int MOST_ATOMS = 1 << 18;
    private static final int MOST_ATOMS_TO_SLIDE = 1 << 17;
    private static final int CUTS = 4;
    /** Squared norms below this part of the whole are rounding. */
    private static final double ROUNDING_SQUARED = 1e-29;

    private static final double ROUNDING = 1e-14;

    /** Errors of pieces are sampled: nearly equal ones are equal. */
    private static final double CLEARLY_BETTER = 0.97;

    private final Target target;
    private final Lattice lattice;
    private final int degree;
    private final LpNorm norm;
    private final ProjectionMemory memory;
    private final GreedyBisection bisection;

    /**
     * @param target the function, of one variable
     * @param lattice where knots may be
     * @param degree the degree
     * @param norm the supremum norm, or any other, for which \(L^2\) is taken
     */
    public KnotSearch(Target target, Lattice lattice, int degree, LpNorm norm) {
        this(target, lattice, degree, norm, new ProjectionMemory());
    }

    /**
     * A search that shares projections with others, of the same target and degree.
     *
     * @param target the function, of one variable
     * @param lattice where knots may be
     * @param degree the degree
     * @param norm the supremum norm, or any other, for which \(L^2\) is taken
     * @param memory what is remembered of them
     */
    public KnotSearch(Target target, Lattice lattice, int degree, LpNorm norm, ProjectionMemory memory) {
        this.memory = memory;
        this.target = Normalization.of(target);
        this.lattice = lattice;
        this.degree = degree;
        this.norm = norm;
        this.bisection = new GreedyBisection(lattice, fit(), degree, norm.isSup());
    }

    private LocalFit fit() {
        return LocalFit.of(target, lattice, degree, norm, memory);
    }

    /** A partition into at most {@code pieces} pieces. */
    public Partition partition(int pieces) {
        Partition free = new Partition(lattice, free(pieces));
        return norm.isSup() && degree > 0 && !lattice.discrete() ? orHalved(free, pieces) : free;
    }

    /**
     * The greedy bisection if it is better: merged errors of degree 1 and more are no exact suprema, and a function rough on
     * all scales is finer than the atoms.
     */
    private Partition orHalved(Partition free, int pieces) {
        Partition halved = new Partition(lattice, cells(pieces));
        return largestError(halved) < CLEARLY_BETTER * largestError(free) ? halved : free;
    }

    private double largestError(Partition partition) {
        LocalFit fit = fit();
        double[] coefficients = new double[degree + 1];
        double largest = 0;
        for (int i = 0; i < partition.count(); i++) {
            long[] from = {partition.from(i, 0)};
            long[] to = {partition.to(i, 0)};
            largest = Math.max(largest, fit.error(from, to, coefficients));
        }
        return largest;
    }

    private long[] free(int pieces) {
        int wanted = Math.max(FEWEST_ATOMS, (int)
                Math.min(MOST_ATOMS, (long) (degree == 0 ? ATOMS_PER_CONSTANT : ATOMS_PER_PIECE) * pieces));
        boolean few = lattice.discrete() && lattice.resolution(0) <= wanted;
        long[] ends = few ? samples() : cells(wanted);
        Atoms atoms = atoms(ends);
        long[] knots = atoms.endsOf(search(atoms, pieces));
        for (int round = 0; !few && round < rounds(); round++) {
            long[] opened = opened(ends, knots);
            if (opened.length == ends.length || opened.length > MOST_ATOMS) {
                break;
            }
            knots = polished(knots, opened, pieces);
            ends = opened;
        }
        return knots;
    }

    /** In the supremum norm a smaller threshold moves all knots, out of the atoms opened: it takes another round. */
    private int rounds() {
        return norm.isSup() && !lattice.discrete() ? 6 : 1;
    }

    /** Searches again among finer atoms, close to the knots found. */
    private long[] polished(long[] knots, long[] opened, int pieces) {
        Atoms atoms = atoms(opened);
        if (norm.isSup()) {
            return atoms.endsOf(search(atoms, pieces));
        }
        int[] found = Arrays.stream(knots)
                .mapToInt(k -> Arrays.binarySearch(opened, k))
                .toArray();
        KnotSliding.slide(atoms, found, 1);
        return atoms.endsOf(found);
    }

    private int[] search(Atoms atoms, int pieces) {
        if (norm.isSup()) {
            return new EquidistributedPartition(atoms).into(pieces, ROUNDING * atoms.magnitude(true));
        }
        if (OptimalPartition.affordable(atoms.count(), pieces)) {
            return OptimalPartition.of(atoms, pieces);
        }
        int[] found = new EquidistributedPartition(atoms).into(pieces, ROUNDING_SQUARED * atoms.magnitude(false));
        if (atoms.count() <= MOST_ATOMS_TO_SLIDE) {
            KnotSliding.slide(atoms, found, 2);
        }
        return found;
    }

    private Atoms atoms(long[] ends) {
        return Atoms.of(fit(), lattice, ends, degree, norm.isSup());
    }

    private long[] samples() {
        long[] ends = new long[(int) lattice.resolution(0) + 1];
        Arrays.setAll(ends, i -> i);
        return ends;
    }

    private long[] cells(int wanted) {
        BisectionTree tree = bisection.tree(wanted);
        long[] ends = new long[tree.count() + 1];
        for (int i = 0; i < tree.count(); i++) {
            ends[i + 1] = tree.to(i, 0);
        }
        return ends;
    }

    /** The two atoms at every knot cut into single samples, or on the cube into four; the old atoms elsewhere. */
    private long[] opened(long[] ends, long[] knots) {
        boolean[] open = new boolean[ends.length];
        for (int k = 1; k + 1 < knots.length; k++) {
            int atom = Arrays.binarySearch(ends, knots[k]);
            open[atom - 1] = true;
            open[atom] = true;
        }
        long[] opened = new long[ends.length];
        int n = 1;
        for (int i = 0; i + 1 < ends.length; i++) {
            long extent = ends[i + 1] - ends[i];
            int parts = !open[i] ? 1 : (int) (lattice.discrete() ? extent : Math.min(extent, CUTS));
            if (n + parts > opened.length) {
                opened = Arrays.copyOf(opened, 2 * opened.length + parts);
            }
            for (int part = 1; part <= parts; part++) {
                opened[n++] = ends[i] + part * extent / parts;
            }
        }
        return Arrays.copyOf(opened, n);
    }
}
