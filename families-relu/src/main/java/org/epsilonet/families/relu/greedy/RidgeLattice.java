package org.epsilonet.families.relu.greedy;

import java.util.Arrays;
import java.util.Optional;
import org.epsilonet.api.family.Parametrization;
import org.epsilonet.api.family.Structure;
import org.epsilonet.api.family.StructureNumbering;
import org.epsilonet.api.family.Subsets;
import org.epsilonet.api.function.Domain;
import org.epsilonet.api.function.Grid;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.symbol.CorruptCodeException;
import org.epsilonet.api.symbol.SymbolSource;

/**
 * The neurons among which \(M\) are chosen: \(\sigma(w\cdot x - \tau)\) with directions \(w = v/P\), \(v \in \mathbb
 * Z^d\), \(|v|_1 = P\), one of each pair \(\pm v\), and the offsets that divide the range of \(w\cdot x\) on the cube,
 * which has length \(|w|_1 = 1\), into \(Q\) parts. The direction \(-w\) adds nothing, since \(\sigma(t) - \sigma(-t) =
 * t\) and all networks have a linear part. \(P\) grows like \(M^{1/d}\): \(O(M)\) neurons, a polynomial search depth.
 *
 * @param dimension \(d\), 2 or 3
 * @param resolution \(P\)
 * @param offsets \(Q\)
 * @param budget \(M\)
 * @param directions the \(v\), one after the other
 */
record RidgeLattice(int dimension, int resolution, int offsets, int budget, int[] directions)
        implements Parametrization {
    private static final int LARGEST_BUDGET = 256;
    private static final double RADIUS = 1024;

    static RidgeLattice of(Domain domain, int budget) {
        int d = domain.dimension();
        if (d < 2 || d > 3 || budget < 1) {
            throw new IllegalArgumentException("needs dimension 2 or 3 and a budget >= 1, were " + d + ", " + budget);
        }
        int useful = Math.min(budget, largestBudget(domain));
        int log = Integer.SIZE - Integer.numberOfLeadingZeros(useful - 1);
        int p = d == 2 ? 1 << Math.max(6, (log + 1) / 2 + 2) : 1 << Math.max(3, (log + 2) / 3 + 1);
        return new RidgeLattice(d, p, (d == 2 ? 4 : 8) * p, useful, directions(d, p));
    }

    static int largestBudget(Domain domain) {
        return domain instanceof Grid grid ? Math.min(grid.points(), LARGEST_BUDGET) : LARGEST_BUDGET;
    }

    /** Half of the lattice points on the sphere: those whose first nonzero entry is positive. */
    private static int[] directions(int d, int p) {
        int count = d == 2 ? 2 * p : 2 * p * p + 1;
        int[] all = new int[count * d];
        int n = 0;
        for (int first = 0; first <= p; first++) {
            int rest = p - first;
            for (int second = -rest; second <= rest; second++) {
                int left = rest - Math.abs(second);
                int[][] ends = d == 2
                        ? new int[][] {{first, second}}
                        : new int[][] {{first, second, left}, {first, second, -left}};
                for (int e = 0; e < (left == 0 ? 1 : ends.length); e++) {
                    if ((d == 3 || left == 0) && isPositive(ends[e])) {
                        System.arraycopy(ends[e], 0, all, n, d);
                        n += d;
                    }
                }
            }
        }
        return Arrays.copyOf(all, n);
    }

    private static boolean isPositive(int[] v) {
        for (int entry : v) {
            if (entry != 0) {
                return entry > 0;
            }
        }
        return false;
    }

    int directionCount() {
        return directions.length / dimension;
    }

    /** The number of neurons to choose from. */
    long neurons() {
        return (long) directionCount() * (offsets - 1);
    }

    int directionOf(long neuron) {
        return (int) (neuron / (offsets - 1));
    }

    /** The number \(q\) of its offset, 1..Q-1. */
    int offsetOf(long neuron) {
        return (int) (neuron % (offsets - 1)) + 1;
    }

    /** Entry {@code axis} of \(w\). */
    double weight(int direction, int axis) {
        return (double) directions[direction * dimension + axis] / resolution;
    }

    /** The smallest value of \(w\cdot x\) on the cube. */
    double lowest(int direction) {
        double low = 0;
        for (int axis = 0; axis < dimension; axis++) {
            low += Math.min(0, weight(direction, axis));
        }
        return low;
    }

    /** \(\tau\). */
    double threshold(long neuron) {
        return lowest(directionOf(neuron)) + (double) offsetOf(neuron) / offsets;
    }

    @Override
    public double log2Structures() {
        return subsets().log2Count();
    }

    private Subsets subsets() {
        return new Subsets(neurons(), budget);
    }

    @Override
    public int size() {
        return 1 + dimension + budget;
    }

    /** Second differences over one offset are of order \(Q^2\). */
    @Override
    public double radius() {
        return RADIUS * offsets * offsets;
    }

    @Override
    public double lipschitz(LpNorm norm) {
        return size();
    }

    @Override
    public Optional<StructureNumbering> numbering() {
        return subsets()
                .numbering(1 + dimension, 1, RidgeLattice::neurons, neurons -> new RidgeStructure(this, neurons));
    }

    private static long[] neurons(Structure s) {
        if (s instanceof RidgeStructure ridges) {
            return ridges.neurons();
        }
        throw new IllegalArgumentException("not a choice of neurons");
    }

    @Override
    public Structure read(SymbolSource source) throws CorruptCodeException {
        return RidgeStructure.read(this, source);
    }
}
