package org.epsilonet.examples.fourier;

import java.util.Set;
import org.epsilonet.api.classes.ApproximationKind;

/** Which \(M\) atoms are kept. */
enum Selection {
    /** Those of lowest frequency, \(|k|_2\) in more dimensions. */
    FIRST("first", "first M terms", ApproximationKind.LINEAR, Set.of(1, 2), 1 << 14, 1 << 14),
    /** Those with the largest coefficients among the first \(M^2\). */
    BEST("best", "best M terms", ApproximationKind.NONLINEAR, Set.of(1, 2), 1 << 9, 1 << 8) {
        @Override
        long depth(int budget) {
            return (long) budget * budget;
        }
    },
    /** Those of the lowest \(\prod_i\max(1,|k_i|)\): for functions with mixed derivatives. */
    HYPERBOLIC_CROSS("hyperbolic-cross", "hyperbolic cross", ApproximationKind.LINEAR, Set.of(2, 3), 1, 1 << 13) {
        @Override
        long partial(long before, int frequency) {
            return before * Math.max(1, frequency);
        }

        @Override
        long most(int key) {
            return key;
        }

        @Override
        int key(long whole) {
            return (int) whole;
        }
    };

    private static final int LARGEST_IN_3D = 1 << 11;

    private final String word;
    private final String title;
    private final ApproximationKind kind;
    private final Set<Integer> dimensions;
    private final int largestOnInterval;
    private final int largestOnSquare;

    Selection(
            String word,
            String title,
            ApproximationKind kind,
            Set<Integer> dimensions,
            int largestOnInterval,
            int largestOnSquare) {
        this.word = word;
        this.title = title;
        this.kind = kind;
        this.dimensions = dimensions;
        this.largestOnInterval = largestOnInterval;
        this.largestOnSquare = largestOnSquare;
    }

    /** The search depth \(\pi(M)\): how many atoms are looked at on the cube. A polynomial, or nothing is encodable. */
    long depth(int budget) {
        return budget;
    }

    boolean isChoice() {
        return this == BEST;
    }

    // Atoms are ordered by a key, built up coordinate by coordinate.

    /** The key's value after one more coordinate; 1 before the first. */
    long partial(long before, int frequency) {
        return before + (long) frequency * frequency;
    }

    /** The largest {@link #partial} with this key. */
    long most(int key) {
        return (key + 1L) * (key + 1L);
    }

    /** The key: \(\lfloor|k|_2\rfloor\), or the product. */
    int key(long whole) {
        return (int) Math.sqrt((double) (whole - 1));
    }

    String word() {
        return word;
    }

    String title() {
        return title;
    }

    ApproximationKind kind() {
        return kind;
    }

    Set<Integer> dimensions() {
        return dimensions;
    }

    /** So that a formula can be sampled on few million points, several per period of the highest frequency. */
    int largestBudgetOnCube(int dimension) {
        return switch (dimension) {
            case 1 -> largestOnInterval;
            case 2 -> largestOnSquare;
            default -> LARGEST_IN_3D;
        };
    }
}
