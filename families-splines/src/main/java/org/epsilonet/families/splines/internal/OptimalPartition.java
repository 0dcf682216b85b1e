package org.epsilonet.families.splines.internal;

import java.util.Arrays;

/**
 * The best partition into at most \(M\) pieces of \(A\) atoms in \(L^2\), by dynamic programming in \(O(A^2(M+k^2))\):
 * \(E_m(j) = \min_{i<j} E_{m-1}(i) + e(i,j)\). Of equally good numbers of pieces the smallest is taken.
 *
 * @see <a href="https://doi.org/10.1145/366573.366611">Bellman, On the approximation of curves by line segments using
 *     dynamic programming, CACM 1961</a>
 */
final class OptimalPartition {
    private static final long MOST_STEPS = 1L << 26;
    private static final int MOST_ATOMS = 2048;
    /** Relative to squared norms: errors within rounding of each other are equal. */
    private static final double EQUAL = 1e-27;

    private OptimalPartition() {}

    /** Whether the program is small enough. */
    static boolean affordable(int atoms, int pieces) {
        return atoms <= MOST_ATOMS && (long) atoms * atoms * Math.min(atoms, pieces) / 2 <= MOST_STEPS;
    }

    /** Ends of the pieces, as numbers of atoms. */
    static int[] of(Atoms atoms, int pieces) {
        int n = atoms.count();
        int most = Math.min(pieces, n);
        double[][] error = errors(atoms);
        int[][] last = new int[most + 1][n + 1];
        double[] best = new double[n + 1];
        double[] total = new double[most + 1];
        for (int j = 1; j <= n; j++) {
            best[j] = error[0][j - 1];
        }
        total[1] = best[n];
        for (int m = 2; m <= most; m++) {
            for (int j = n; j >= m; j--) {
                double least = Double.POSITIVE_INFINITY;
                for (int i = j - 1; i >= m - 1; i--) {
                    double candidate = best[i] + error[i][j - 1 - i];
                    if (candidate < least) {
                        least = candidate;
                        last[m][j] = i;
                    }
                }
                best[j] = least;
            }
            total[m] = best[n];
        }
        return trace(last, fewest(total, EQUAL * atoms.magnitude(false)), n);
    }

    /** For i the errors of the pieces that begin with atom i: of one atom, of two, ... */
    private static double[][] errors(Atoms atoms) {
        int n = atoms.count();
        double[][] error = new double[n][];
        for (int i = 0; i < n; i++) {
            double[] state = atoms.state(i);
            error[i] = new double[n - i];
            error[i][0] = Merging.error(state, 0);
            for (int j = i + 1; j < n; j++) {
                atoms.append(state, j);
                error[i][j - i] = Merging.error(state, 0);
            }
        }
        return error;
    }

    private static int fewest(double[] total, double tolerance) {
        int most = total.length - 1;
        double least = Arrays.stream(total, 1, most + 1).min().orElse(0);
        int m = 1;
        while (total[m] > least + tolerance) {
            m++;
        }
        return m;
    }

    private static int[] trace(int[][] last, int pieces, int n) {
        int[] ends = new int[pieces + 1];
        ends[pieces] = n;
        for (int m = pieces; m > 1; m--) {
            ends[m - 1] = last[m][ends[m]];
        }
        return ends;
    }
}
