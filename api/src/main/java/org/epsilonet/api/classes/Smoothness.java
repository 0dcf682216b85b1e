package org.epsilonet.api.classes;

/**
 * The smoothness that defines a class: the one vocabulary shared by families (which cite speeds for it) and function
 * classes (which have it). Every kind knows the dimension \(d\) of its domain.
 */
public sealed interface Smoothness {
    /** The dimension \(d \ge 1\) of the domain. */
    int dimension();

    /**
     * Hölder–Zygmund ball \(C^\alpha\): \(|f(x)-f(y)| \le |x-y|^\alpha\) for \(\alpha \le 1\), derivatives beyond.
     *
     * @param dimension the dimension
     * @param alpha the order, {@code > 0}
     */
    record Hoelder(int dimension, double alpha) implements Smoothness {}

    /**
     * Besov ball \(B^s_{p,\tau}\). Sobolev balls \(W^s_p\) lie between \(\tau = \min(p,2)\) and \(\max(p,2)\), and
     * \(H^s = B^s_{2,2}\).
     *
     * @param dimension the dimension
     * @param s the order, {@code > 0}
     * @param p the integrability, {@code > 0}, possibly infinite
     * @param tau the fine index, {@code > 0}, possibly infinite
     */
    record Besov(int dimension, double s, double p, double tau) implements Smoothness {
        /** How far below \(L^2\) the integrability is: \((1/p - 1/2)_+\). */
        public double deficit() {
            return Math.max(0, 1 / p - 0.5);
        }
    }

    /**
     * On [0, 1], at most {@code jumps} jumps between pieces bounded in \(C^m\).
     *
     * @param order the order \(m\) of the pieces, {@code > 0}; infinite for piecewise polynomials
     * @param jumps the largest number of jumps
     */
    record PiecewiseSmooth(double order, int jumps) implements Smoothness {
        @Override
        public int dimension() {
            return 1;
        }
    }

    /**
     * Bounded functions of bounded variation.
     *
     * @param dimension the dimension
     */
    record BoundedVariation(int dimension) implements Smoothness {}

    /**
     * Cartoon-like functions \(f_0 + 1_B f_1\) with \(f_i \in C^\beta\) and a \(C^\beta\) boundary.
     *
     * @param dimension the dimension, {@code >= 2}
     * @param beta the order of pieces and boundary, {@code > 0}
     */
    record Cartoon(int dimension, double beta) implements Smoothness {}

    /**
     * Horizon functions, the indicators of \(\{x_d \le h(x_1,\dots,x_{d-1})\}\) with \(h \in C^\beta\): the cartoons
     * whose pieces are constant.
     *
     * @param dimension the dimension, {@code >= 2}
     * @param beta the order of the horizon, {@code > 0}
     */
    record Horizon(int dimension, double beta) implements Smoothness {}

    /**
     * Mixed smoothness \(H^r_{mix}\).
     *
     * @param dimension the dimension
     * @param r the order in every coordinate, {@code > 0}
     */
    record Mixed(int dimension, double r) implements Smoothness {}

    /**
     * Analytic and bounded in a neighbourhood of the domain.
     *
     * @param dimension the dimension
     * @param rho size of the neighbourhood (Bernstein ellipse or disc), {@code > 1}; infinite for entire functions
     */
    record Analytic(int dimension, double rho) implements Smoothness {}

    /**
     * Closed convex hull of ridge functions \(\pm\sigma(w\cdot x+b)\) with the ReLU.
     *
     * @param dimension the dimension
     */
    record Barron(int dimension) implements Smoothness {}

    /**
     * A single function.
     *
     * @param dimension the dimension
     * @param function its name: {@code takagi}, {@code weierstrass}, ...
     */
    record Singleton(int dimension, String function) implements Smoothness {}

    /**
     * The functions of a class that continue periodically: the class on the torus. It lies between the functions of the
     * class that vanish near the boundary and the class itself, so that a family without an eye for the boundary has the
     * speed of {@code inner} on it; sums of sines and cosines may be faster.
     *
     * @param inner the smoothness, held by the continuation with period 1 in every coordinate
     */
    record Periodic(Smoothness inner) implements Smoothness {
        @Override
        public int dimension() {
            return inner.dimension();
        }
    }

    /**
     * Any other class, known by name to those who care.
     *
     * @param dimension the dimension
     * @param id the name
     */
    record Other(int dimension, String id) implements Smoothness {}
}
