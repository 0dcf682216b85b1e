package org.epsilonet.families.wavelets.internal;

/**
 * One level of a transform, of whatever length, row by row: which numbers a coefficient is made of, and which
 * coefficients a number is made of. It is read off the {@link Level} of a short interval with the same ends.
 *
 * @param low the low-pass coefficients from the numbers
 * @param high the high-pass coefficients from the numbers
 * @param fromLow the numbers from the low-pass coefficients
 * @param fromHigh the numbers from the high-pass coefficients
 */
record LocalLevel(BandRows low, BandRows high, BandRows fromLow, BandRows fromHigh) {
    /**
     * Reads the rows of a level.
     *
     * @param level the level
     * @param length its true length, even
     * @param reach atoms whose indices differ by so much have disjoint supports
     */
    static LocalLevel of(Level level, long length, int reach) {
        // Boundary rows and what they reach, in pairs of numbers.
        int margin = reach / 2 + 1;
        int enough = 8 * margin;
        int n = (int) Math.min(length, enough);
        Level small = n == length ? level : level.resized(n);
        double[][] analysis = new double[n][n];
        double[][] synthesis = new double[n][n];
        double[] scratch = new double[n];
        for (int i = 0; i < n; i++) {
            double[] x = new double[n];
            x[i] = 1;
            small.analyze(x, 0, scratch);
            double[] y = new double[n];
            y[i] = 1;
            small.synthesize(y, 0, scratch);
            for (int r = 0; r < n; r++) {
                analysis[r][i] = x[r];
                synthesis[r][i] = y[r];
            }
        }
        int half = n / 2;
        return new LocalLevel(
                new BandRows(part(analysis, 0, half, 0, n), margin, 0, 2, length / 2),
                new BandRows(part(analysis, half, n, 0, n), margin, 0, 2, length / 2),
                new BandRows(part(synthesis, 0, n, 0, half), 2 * margin, 1, 1, length),
                new BandRows(part(synthesis, 0, n, half, n), 2 * margin, 1, 1, length));
    }

    private static double[][] part(double[][] matrix, int row0, int row1, int col0, int col1) {
        double[][] part = new double[row1 - row0][col1 - col0];
        for (int r = row0; r < row1; r++) {
            System.arraycopy(matrix[r], col0, part[r - row0], 0, col1 - col0);
        }
        return part;
    }
}
