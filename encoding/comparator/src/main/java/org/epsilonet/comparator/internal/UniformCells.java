package org.epsilonet.comparator.internal;

/** Rounding of parameters to the middles of equal cells. */
final class UniformCells {
    /** Above this, cells are narrower than the spacing of doubles in the middle of the range: nothing is rounded. */
    private static final double EXACT = 0x1p52;

    private UniformCells() {}

    /**
     * Rounds.
     *
     * @param theta parameters in \([-r,r]\)
     * @param radius \(r \ge 0\)
     * @param cells how many cells, an integer {@code >= 1}, possibly infinite
     * @return fresh, each within \(r/\)cells of the original
     */
    static double[] rounded(double[] theta, double radius, double cells) {
        double[] middles = theta.clone();
        if (cells >= EXACT || radius == 0) {
            return middles;
        }
        double width = 2 * radius / cells;
        for (int i = 0; i < middles.length; i++) {
            double cell = Math.max(0, Math.min(cells - 1, Math.floor((theta[i] + radius) / width)));
            middles[i] = (cell + 0.5) * width - radius;
        }
        return middles;
    }
}
