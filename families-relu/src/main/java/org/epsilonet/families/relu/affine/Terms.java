package org.epsilonet.families.relu.affine;

import java.util.Arrays;
import org.epsilonet.api.function.LpNorm;

/** Atoms of one scale with coefficients; their importance is \(|c_i|\) times a common weight. Immutable. */
final class Terms {
    /** No atoms. */
    static final Terms NONE = new Terms(new long[0], new double[0], 1);

    private final long[] atoms;
    private final double[] coefficients;
    private final double weight;
    private final double[] sorted;

    /** Takes over increasing atoms. */
    Terms(long[] atoms, double[] coefficients, double weight) {
        this.atoms = atoms;
        this.coefficients = coefficients;
        this.weight = weight;
        this.sorted = new double[atoms.length];
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = importance(i);
        }
        Arrays.sort(sorted);
    }

    /** The atoms of a whole level. */
    static Terms all(Level level, double[] coefficients, double weight) {
        long[] atoms = new long[coefficients.length];
        for (int i = 0; i < atoms.length; i++) {
            atoms[i] = level.offset() + i;
        }
        return new Terms(atoms, coefficients, weight);
    }

    /** Those whose coefficients exceed a threshold. */
    Terms exceeding(double threshold) {
        long[] kept = new long[atoms.length];
        double[] values = new double[atoms.length];
        int n = 0;
        for (int i = 0; i < atoms.length; i++) {
            if (Math.abs(coefficients[i]) > threshold) {
                kept[n] = atoms[i];
                values[n++] = coefficients[i];
            }
        }
        return new Terms(Arrays.copyOf(kept, n), Arrays.copyOf(values, n), weight);
    }

    /** Their sum, as a network of a lattice. */
    ExpansionApproximant realized(AtomLattice lattice) {
        return new ExpansionStructure(lattice, atoms).realize(coefficients);
    }

    int size() {
        return atoms.length;
    }

    long atom(int i) {
        return atoms[i];
    }

    double coefficient(int i) {
        return coefficients[i];
    }

    double importance(int i) {
        return Math.abs(coefficients[i]) * weight;
    }

    double largest() {
        return sorted.length == 0 ? 0 : sorted[sorted.length - 1];
    }

    /** How many have at least this importance. */
    int from(double importance) {
        return sorted.length - first(importance);
    }

    /** How many have more than this importance. */
    int above(double importance) {
        return sorted.length - first(Math.nextUp(importance));
    }

    double largestBelow(double importance) {
        int end = first(importance);
        return end == 0 ? 0 : sorted[end - 1];
    }

    /** \(\sum(\cdot)^p\) over those of less importance, in units of the given one. */
    double powersBelow(double importance, LpNorm norm, double unit) {
        int end = first(importance);
        double sum = 0;
        for (int i = 0; i < end; i++) {
            sum += norm.power(sorted[i] / unit);
        }
        return sum;
    }

    private int first(double importance) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < importance) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
