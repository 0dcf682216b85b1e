package org.epsilonet.families.relu.training;

/** The one loop in which training spends its time. */
final class MatrixProduct {
    private MatrixProduct() {}

    /**
     * \(C_{mn} \mathrel{+}= \sum_k A_{mk} B_{kn}\). Four terms at a time, in order, whatever the order of the outer loops
     * (the smaller matrix stays in the cache); zeros of \(A\), which rectified values and their derivatives are full of,
     * are skipped.
     *
     * @param a entry \(A_{mk}\) is at {@code m * rowStep + k * termStep}
     * @param b entry \(B_{kn}\) is at {@code bFrom + k * columns + n}
     * @param c entry \(C_{mn}\) is at {@code cFrom + m * columns + n}
     */
    static void add(
            double[] a,
            int rowStep,
            int termStep,
            double[] b,
            int bFrom,
            double[] c,
            int cFrom,
            int rows,
            int terms,
            int columns) {
        if (rows < terms) {
            for (int k = 0; k < terms; k += 4) {
                for (int m = 0; m < rows; m++) {
                    addTerms(a, m * rowStep, termStep, b, bFrom, c, cFrom + m * columns, k, terms, columns);
                }
            }
        } else {
            for (int m = 0; m < rows; m++) {
                for (int k = 0; k < terms; k += 4) {
                    addTerms(a, m * rowStep, termStep, b, bFrom, c, cFrom + m * columns, k, terms, columns);
                }
            }
        }
    }

    /** Up to four terms for one row of \(C\). */
    private static void addTerms(
            double[] a, int aFrom, int step, double[] b, int bFrom, double[] c, int to, int k, int terms, int columns) {
        int from = bFrom + k * columns;
        if (k + 4 <= terms) {
            int at = aFrom + k * step;
            double a0 = a[at];
            double a1 = a[at + step];
            double a2 = a[at + 2 * step];
            double a3 = a[at + 3 * step];
            if (a0 != 0 || a1 != 0 || a2 != 0 || a3 != 0) {
                add4(a0, a1, a2, a3, b, from, c, to, columns);
            }
            return;
        }
        for (int t = k; t < terms; t++) {
            double factor = a[aFrom + t * step];
            if (factor != 0) {
                add1(factor, b, bFrom + t * columns, c, to, columns);
            }
        }
    }

    private static void add4(
            double a0, double a1, double a2, double a3, double[] b, int from, double[] c, int to, int columns) {
        int from1 = from + columns;
        int from2 = from1 + columns;
        int from3 = from2 + columns;
        for (int n = 0; n < columns; n++) {
            c[to + n] += (a0 * b[from + n] + a1 * b[from1 + n]) + (a2 * b[from2 + n] + a3 * b[from3 + n]);
        }
    }

    private static void add1(double factor, double[] b, int from, double[] c, int to, int columns) {
        for (int n = 0; n < columns; n++) {
            c[to + n] += factor * b[from + n];
        }
    }
}
