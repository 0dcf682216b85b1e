package org.epsilonet.families.splines.internal;

/**
 * Moves every knot, one after the other, to the best place between its neighbours: the \(L^2\) error never grows. Each
 * pass costs two merges per atom and side.
 */
final class KnotSliding {
    /** A knot moves only if that gains more than rounding. */
    private static final double GAIN = 1 - 1e-9;

    private KnotSliding() {}

    /** Moves the knots of a partition in place: odd ones, then even ones, in every pass. */
    static void slide(Atoms atoms, int[] ends, int passes) {
        for (int half = 0; half < 2 * passes; half++) {
            for (int knot = 1 + half % 2; knot + 1 < ends.length; knot += 2) {
                ends[knot] = best(atoms, ends[knot - 1], ends[knot], ends[knot + 1]);
            }
        }
    }

    private static int best(Atoms atoms, int from, int current, int to) {
        double[] ofRight = new double[to - from];
        double[] state = atoms.state(to - 1);
        for (int i = to - 1; i > from; i--) {
            if (i < to - 1) {
                atoms.prepend(i, state);
            }
            ofRight[i - from] = Merging.error(state, 0);
        }
        state = atoms.state(from);
        double least = Double.POSITIVE_INFINITY;
        double atCurrent = Double.POSITIVE_INFINITY;
        int best = current;
        for (int i = from + 1; i < to; i++) {
            if (i > from + 1) {
                atoms.append(state, i - 1);
            }
            double error = Merging.error(state, 0) + ofRight[i - from];
            if (error < least) {
                least = error;
                best = i;
            }
            atCurrent = i == current ? error : atCurrent;
        }
        return least < GAIN * atCurrent ? best : current;
    }
}
