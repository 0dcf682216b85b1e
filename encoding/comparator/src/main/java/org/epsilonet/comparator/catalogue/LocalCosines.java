package org.epsilonet.comparator.catalogue;

/**
 * An element of the modulation space \(M^s_{p,p}\): on [0, 1] cut into \(2^5\) cells of unit length in time, cosines of
 * \(2^7\) frequencies a cell under smooth windows (a local cosine basis, of the kind of Wilson's), with random signs. The
 * atom at place \(x\) and frequency \(\xi\), both counted in cells, has the coefficient \((1+|x|+|\xi|)^{-s-2/p}\): the
 * \(n\) atoms with \(|x|+|\xi| \approx n^{1/2}\) are \(n\) bits of size \(n^{-s/2-1/p}\), as hard in \(L^2\) as the class. The
 * square of places and frequencies ends at \(2^{12}\) atoms.
 *
 * @see <a href="https://doi.org/10.1109/18.119732">Coifman, Wickerhauser: Entropy-based algorithms for best basis selection,
 *     1992, for the bases</a>
 */
final class LocalCosines {
    private static final int CELLS = 1 << 5;
    private static final int FREQUENCIES = 1 << 7;

    private LocalCosines() {}

    /** The function; its first and last half cell are windowed to zero. */
    static CubicTable of(double s, double p, long seed) {
        double[] values = new double[CubicTable.STEPS];
        for (int cell = 0; cell + 1 < CELLS; cell++) {
            add(values, cell, s + 2 / p, seed);
        }
        return new CubicTable(values);
    }

    /** Window and cosines around the point (cell + 1) / CELLS, of two cells' width; places count from the middle. */
    private static void add(double[] values, int cell, double decay, long seed) {
        int step = CubicTable.STEPS / CELLS;
        double place = Math.abs(cell + 1 - 0.5 * CELLS);
        double[] coefficient = new double[FREQUENCIES];
        for (int m = 0; m < FREQUENCIES; m++) {
            coefficient[m] = 4 * Hash.sign(seed, cell, m) * Math.pow(1 + place + m, -decay);
        }
        for (int i = 0; i < 2 * step; i++) {
            double t = (double) i / step;
            double rise = Math.sin(0.5 * Math.PI * t);
            double window = Math.sin(0.5 * Math.PI * rise * rise);
            double turn = Math.PI * (t - 0.5);
            values[cell * step + i] += window * series(coefficient, Math.cos(0.5 * turn), Math.cos(turn));
        }
    }

    /** \(\sum_m c_m\cos((m+\frac12)\alpha)\) from the cosines of \(\alpha/2\) and \(\alpha\), by Clenshaw's recurrence. */
    private static double series(double[] c, double half, double whole) {
        double next = 0;
        double afterNext = 0;
        for (int m = c.length - 1; m >= 0; m--) {
            double b = c[m] + 2 * whole * next - afterNext;
            afterNext = next;
            next = b;
        }
        return half * (next - afterNext);
    }
}
