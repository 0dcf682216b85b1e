package org.epsilonet.families.wavelets.internal;

/**
 * How large atoms are along one axis: the largest value of each by the root of the number of atoms on its scale, so that
 * sizes are about 1 on every scale. Those inside are alike; those at an end may be several times larger, as they must
 * make up for the neighbours they lack.
 *
 * @param first sizes from the left end
 * @param inside the size of all others
 * @param last sizes up to the right end, as many
 * @param count how many atoms there are
 */
record AtomSizes(double[] first, double inside, double[] last, long count) {
    /** All of size 1. */
    static final AtomSizes ONES = new AtomSizes(new double[0], 1, new double[0], Long.MAX_VALUE);

    /** The size of atom {@code k}, by the nearer end. */
    double at(long k) {
        long behind = count - k;
        if (k < behind) {
            return k < first.length ? first[(int) k] : inside;
        }
        return behind <= last.length ? last[last.length - (int) behind] : inside;
    }

    /** Powers of the sizes. */
    AtomSizes to(double exponent) {
        return new AtomSizes(powers(first, exponent), StrictMath.pow(inside, exponent), powers(last, exponent), count);
    }

    private static double[] powers(double[] sizes, double exponent) {
        double[] powers = new double[sizes.length];
        for (int i = 0; i < powers.length; i++) {
            powers[i] = StrictMath.pow(sizes[i], exponent);
        }
        return powers;
    }

    /** The same ends of another number of atoms. */
    AtomSizes withCount(long atoms) {
        return new AtomSizes(first, inside, last, atoms);
    }
}
