package org.epsilonet.examples.fourier;

import org.epsilonet.api.classes.ApproximationKind;

/** Which \(M\) atoms are kept. */
enum Selection {
    /** Those of lowest frequency. */
    FIRST("first", ApproximationKind.LINEAR, 1 << 14) {
        @Override
        long depth(int budget) {
            return budget;
        }
    },
    /** Those with the largest coefficients among the first \(M^2\). */
    BEST("best", ApproximationKind.NONLINEAR, 1 << 9) {
        @Override
        long depth(int budget) {
            return (long) budget * budget;
        }
    };

    private final String word;
    private final ApproximationKind kind;
    private final int largestBudgetOnCube;

    Selection(String word, ApproximationKind kind, int largestBudgetOnCube) {
        this.word = word;
        this.kind = kind;
        this.largestBudgetOnCube = largestBudgetOnCube;
    }

    /** The search depth \(\pi(M)\): how many atoms are looked at on the interval. A polynomial, or nothing is encodable. */
    abstract long depth(int budget);

    String word() {
        return word;
    }

    ApproximationKind kind() {
        return kind;
    }

    /** So that a formula can be sampled on at most 2^20 points, eight or more per period of the highest frequency. */
    int largestBudgetOnCube() {
        return largestBudgetOnCube;
    }
}
