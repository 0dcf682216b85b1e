package org.epsilonet.families.relu.affine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.epsilonet.api.function.LpNorm;

/**
 * The multiscale expansion of a target, from which the atoms of largest \(|c_i|\,\|\psi_i\|_p\) are chosen.
 *
 * <p>It may start at any scale \(j_0\): \(Q_{j_0}f + \sum_{j>j_0}(Q_j - Q_{j-1})f\). Coarse quasi-interpolants of an
 * oscillating function only have to be undone by finer ones; so the start is the one for which the atoms left out matter
 * least, \(\bigl(\sum|c_i|^p\|\psi_i\|_p^p\bigr)^{1/p}\), in the supremum norm the sum over scales of their maxima.
 */
final class Candidates {
    private final LpNorm norm;
    private final List<Scale> scales = new ArrayList<>();
    private double largest;

    Candidates(LpNorm norm) {
        this.norm = norm;
    }

    /** The atoms of one scale: those of the details, and of the quasi-interpolant if the expansion may start here. */
    private record Scale(Terms details, Terms all) {}

    /** Adds the next finer scale. */
    void add(Terms details, Terms all) {
        scales.add(new Scale(details, all));
        largest = Math.max(largest, Math.max(details.largest(), all.largest()));
    }

    /** The importance that {@code rank} details of all scales so far reach or exceed; 0 if there are fewer. */
    double threshold(int rank) {
        return threshold(scales.stream().map(Scale::details).toList(), rank);
    }

    /** The most important atoms of a lattice, as many as its budget; the coarser come first among equals. */
    ExpansionApproximant best(AtomLattice lattice) {
        List<Terms> best = from(0, lattice);
        double least = leftOut(best, lattice.budget());
        for (int start = 1; start < scales.size() && scales.get(start).all().size() > 0; start++) {
            if (lattice.levels().size() <= start || lattice.levels().get(start).size() > lattice.budget()) {
                break;
            }
            List<Terms> expansion = from(start, lattice);
            double leftOut = leftOut(expansion, lattice.budget());
            if (leftOut < least) {
                least = leftOut;
                best = expansion;
            }
        }
        return chosen(best, lattice);
    }

    private List<Terms> from(int start, AtomLattice lattice) {
        List<Terms> expansion = new ArrayList<>();
        expansion.add(start == 0 ? scales.get(0).details() : scales.get(start).all());
        for (int l = start + 1; l < Math.min(scales.size(), lattice.levels().size()); l++) {
            expansion.add(scales.get(l).details());
        }
        return expansion;
    }

    private double leftOut(List<Terms> expansion, int budget) {
        double threshold = threshold(expansion, budget);
        double sum = 0;
        for (Terms terms : expansion) {
            sum += norm.isSup() ? terms.largestBelow(threshold) : terms.powersBelow(threshold, norm, largest);
        }
        return sum;
    }

    private static ExpansionApproximant chosen(List<Terms> expansion, AtomLattice lattice) {
        int budget = lattice.budget();
        double threshold = threshold(expansion, budget);
        long above = expansion.stream().mapToLong(t -> t.above(threshold)).sum();
        long equal = threshold > 0 ? budget - above : 0;
        long[] atoms = new long[budget];
        double[] coefficients = new double[budget];
        int n = 0;
        for (Terms terms : expansion) {
            for (int i = 0; i < terms.size() && n < budget; i++) {
                if (terms.importance(i) > threshold || (terms.importance(i) == threshold && equal-- > 0)) {
                    atoms[n] = terms.atom(i);
                    coefficients[n++] = terms.coefficient(i);
                }
            }
        }
        return new ExpansionStructure(lattice, Arrays.copyOf(atoms, n)).realize(Arrays.copyOf(coefficients, n));
    }

    /** Bisection over the bits of the nonnegative doubles, which are ordered as the numbers are. */
    private static double threshold(List<Terms> expansion, int rank) {
        long low = 0;
        long high = Double.doubleToLongBits(Double.POSITIVE_INFINITY);
        while (high - low > 1) {
            long middle = (low + high) >>> 1;
            double value = Double.longBitsToDouble(middle);
            long count = 0;
            for (Terms terms : expansion) {
                count += terms.from(value);
            }
            if (count >= rank) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return Double.longBitsToDouble(low);
    }
}
