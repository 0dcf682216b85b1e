package org.epsilonet.comparator.catalogue;

/** The shapes on [0, 1] from which multiscale instances are built. */
enum Profile {
    /** The constant 1: between neighbours it jumps. */
    STEP {
        @Override
        double at(double t) {
            return 1;
        }
    },
    /** The tent \(1 - |2t-1|\), Lipschitz. */
    TENT {
        @Override
        double at(double t) {
            return 1 - Math.abs(2 * t - 1);
        }
    },
    /**
     * \((1-u^2)^3(1-9u^2)\) with \(u = 2t-1\): up to a factor the second derivative of \((1-u^2)^5\), hence with
     * vanishing moments of order 0 and 1; twice continuously differentiable when continued by zero; largest value 1.
     */
    BUMP {
        @Override
        double at(double t) {
            return bump(t);
        }
    };

    /** {@link #BUMP}, where no other shape is in question. */
    static double bump(double t) {
        double u = 2 * t - 1;
        double v = 1 - u * u;
        return v * v * v * (9 * v - 8);
    }

    /**
     * The value.
     *
     * @param t in [0, 1]
     */
    abstract double at(double t);
}
