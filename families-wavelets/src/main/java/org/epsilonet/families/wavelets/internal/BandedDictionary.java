package org.epsilonet.families.wavelets.internal;

import org.epsilonet.api.family.Parametrization;
import org.epsilonet.api.family.PerturbationBound;
import org.epsilonet.api.function.LpNorm;

/** A dictionary whose atoms come in bands, for each of which the norms of the synthesis are bounded. */
sealed interface BandedDictionary extends Parametrization permits Dictionary, DeepDictionary {
    /** The wavelets. */
    WaveletSystem system();

    /** How many bands there are. */
    int bandCount();

    /** The number of atoms in a band. */
    double atoms(int band);

    /** Bound on the operator norm on \(\ell^2\) of the synthesis from a band. */
    double two(int band);

    /** Bound on the operator norm on \(\ell^\infty\) of the synthesis from a band; infinite where it is not known. */
    double sup(int band);

    /** The number of samples. */
    double samples();

    /** Factor from the discrete to the continuous \(L^2\) norm. */
    double continuousTwo();

    /** Factor from the discrete to the continuous supremum norm. */
    double continuousSup();

    /** The number of levels. */
    int depth();

    @Override
    default double radius() {
        return system().isOrthonormal() ? 4 : 16;
    }

    @Override
    default double lipschitz(LpNorm norm) {
        double two = 0;
        double sup = 0;
        for (int b = 0; b < bandCount(); b++) {
            sup += norm.p() > 2 ? sup(b) : 0;
            two += two(b) * Math.sqrt(Math.min(size(), atoms(b)));
        }
        two = system().isOrthonormal() ? Math.sqrt((double) size()) : two;
        return combined(norm, two, sup, bandCount());
    }

    /** A bound in the given norm and on the right domain from bounds in \(L^2\) and in the supremum norm of the grid. */
    default double combined(LpNorm norm, double two, double sup, int operations) {
        double l2 = two * continuousTwo();
        boolean isUnknown = sup == Double.POSITIVE_INFINITY && system().isOrthonormal();
        // One sample is at most the root of the sum of squares of all.
        double worst = (isUnknown ? Math.sqrt(samples()) * two : sup) * continuousSup();
        double bound = norm.isSup() ? worst : l2;
        if (norm.p() > 2 && !norm.isSup() && l2 < worst && worst < Double.POSITIVE_INFINITY) {
            bound = l2 == 0 ? 0 : l2 * Math.pow(worst / l2, 1 - 2 / norm.p());
        } else if (norm.p() > 2) {
            bound = worst;
        }
        // Filters are rounded: every level departs from an exact one by a few units.
        return PerturbationBound.outward(bound, 4 * operations + 64 + 8 * depth());
    }
}
