package org.epsilonet.families.wavelets.internal;

/**
 * How much atoms of a {@link DeepCascade} contribute in a norm by coefficients of 1: \(2^{je}\) on scale \(j\), for the
 * coarsest atoms 1, times the size of the atom to the power \(2e\), as all the others of its scale have it inside.
 */
final class AtomWeights {
    private final DeepCascade cascade;
    private final boolean equal;
    /** From the coarsest atoms on, scale by scale. */
    private final double[] scales;

    private final AtomSizes[] sizes;

    /**
     * @param cascade the wavelets
     * @param exponent \(e\)
     */
    AtomWeights(DeepCascade cascade, double exponent) {
        this.cascade = cascade;
        this.equal = exponent == 0;
        int count = equal ? 0 : DeepCascade.FINEST - cascade.coarsest() + 1;
        this.scales = new double[count];
        this.sizes = new AtomSizes[count];
        for (int i = 0; i < count; i++) {
            int scale = cascade.coarsest() - 1 + i;
            scales[i] = i == 0 ? 1 : StrictMath.pow(2, scale * exponent);
            sizes[i] = cascade.sizes(scale).to(2 * exponent);
        }
    }

    /** The weight of an atom. */
    double of(long atom) {
        if (equal) {
            return 1;
        }
        int scale = cascade.scale(atom);
        int i = scale - cascade.coarsest() + 1;
        return scales[i] * sizes[i].at(i == 0 ? atom : atom - (1L << scale));
    }
}
