package org.epsilonet.families.wavelets.internal;

import java.util.Arrays;
import java.util.stream.LongStream;

/**
 * Atoms of a {@link DeepCascade} with their coefficients, and how much each contributes in a norm: all atoms of the coarse
 * scales, then some of the fine ones, in increasing order.
 */
final class Terms {
    private final long[] deep;
    private final double[] values;
    private final double[] weighted;
    private final int dense;

    private Terms(long[] deep, double[] values, double[] weighted, int dense) {
        this.deep = deep;
        this.values = values;
        this.weighted = weighted;
        this.dense = dense;
    }

    /**
     * Puts coefficients together.
     *
     * @param cascade the wavelets
     * @param lows those of the atoms 0, 1, ...
     * @param deep further atoms, increasing
     * @param deepValues their coefficients
     * @param exponent of their {@link AtomWeights}
     */
    static Terms of(DeepCascade cascade, double[] lows, long[] deep, double[] deepValues, double exponent) {
        double[] values = Arrays.copyOf(lows, lows.length + deep.length);
        System.arraycopy(deepValues, 0, values, lows.length, deep.length);
        AtomWeights weights = new AtomWeights(cascade, exponent);
        double[] weighted = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            long atom = i < lows.length ? i : deep[i - lows.length];
            weighted[i] = Math.abs(values[i]) * weights.of(atom);
        }
        return new Terms(deep, values, weighted, lows.length);
    }

    private long atom(int i) {
        return i < dense ? i : deep[i - dense];
    }

    private int indexOf(long atom) {
        int found = atom < dense ? (int) atom : Arrays.binarySearch(deep, atom);
        return atom < dense || found < 0 ? found : dense + found;
    }

    /** How many of the terms have an atom below the given one. */
    private int below(long atom) {
        int i = indexOf(atom);
        return i >= 0 ? i : dense - i - 1;
    }

    /** The coefficients of some atoms, zero where one is unknown. */
    double[] values(long[] atoms) {
        double[] some = new double[atoms.length];
        for (int i = 0; i < some.length; i++) {
            int at = indexOf(atoms[i]);
            some[i] = at >= 0 ? values[at] : 0;
        }
        return some;
    }

    /**
     * The atoms that contribute most, without those that contribute nothing; among equals the coarser come first.
     *
     * @param most how many at most
     * @param end all of them are below this atom
     * @return increasing atoms
     */
    long[] largest(int most, long end) {
        return largest(Arrays.copyOf(weighted, below(end)), most);
    }

    /**
     * A tree that contributes nearly as much as any.
     *
     * @param most how many atoms it may have
     * @param forest the trees
     * @return increasing atoms, with each its parent
     */
    long[] tree(int most, Forest forest) {
        return closed(forest).largestTree(most, forest);
    }

    private long[] largestTree(int most, Forest forest) {
        double[] contributions = Arrays.copyOf(weighted, below(forest.atoms()));
        int[] parents = new int[contributions.length];
        for (int i = 0; i < parents.length; i++) {
            long parent = forest.parent(atom(i));
            parents[i] = parent < 0 ? -1 : indexOf(parent);
        }
        return largest(TreePriorities.of(contributions, parents), most);
    }

    /** These terms and, with the coefficient zero, all ancestors of their atoms. */
    private Terms closed(Forest forest) {
        LongList missing = new LongList();
        for (long atom : deep) {
            for (long a = forest.parent(atom); a >= dense && indexOf(a) < 0; a = forest.parent(a)) {
                missing.add(a);
            }
        }
        long[] all = LongStream.concat(Arrays.stream(deep), Arrays.stream(missing.toArray()))
                .sorted()
                .distinct()
                .toArray();
        double[] allValues = Arrays.copyOf(values, dense + all.length);
        double[] allWeighted = Arrays.copyOf(weighted, dense + all.length);
        for (int i = 0; i < all.length; i++) {
            int at = indexOf(all[i]);
            allValues[dense + i] = at >= 0 ? values[at] : 0;
            allWeighted[dense + i] = at >= 0 ? weighted[at] : 0;
        }
        return new Terms(all, allValues, allWeighted, dense);
    }

    private long[] largest(double[] contributions, int most) {
        int count = contributions.length;
        double threshold = count > most ? OrderStatistics.largest(contributions, most) : 0;
        int above = 0;
        for (int i = 0; i < count; i++) {
            above += contributions[i] > threshold ? 1 : 0;
        }
        int equal = threshold > 0 ? most - above : 0;
        long[] atoms = new long[above + equal];
        int n = 0;
        for (int i = 0; i < count && n < atoms.length; i++) {
            boolean isEqual = contributions[i] == threshold && equal > 0;
            if (contributions[i] > threshold || isEqual) {
                equal -= isEqual ? 1 : 0;
                atoms[n++] = atom(i);
            }
        }
        return atoms;
    }
}
