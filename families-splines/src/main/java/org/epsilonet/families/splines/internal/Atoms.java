package org.epsilonet.families.splines.internal;

import java.util.Arrays;

/**
 * The smallest cells between which knots may be placed, with the local approximation on each as a state of {@link
 * Merging}: single samples, or the cells of a fine adaptive bisection. Not thread-safe.
 */
public final class Atoms {
    final Merging merging;
    final double[] states;
    final int stride;
    private final long[] ends;

    private Atoms(Merging merging, double[] states, long[] ends) {
        this.merging = merging;
        this.states = states;
        this.stride = merging.stride();
        this.ends = ends;
    }

    /**
     * Fits every atom.
     *
     * @param fit local fits in the same norm
     * @param lattice the lattice
     * @param ends where atoms end, in steps of the lattice, from 0 to the resolution
     * @param degree the degree
     * @param sup whether the norm is the supremum
     */
    public static Atoms of(LocalFit fit, Lattice lattice, long[] ends, int degree, boolean sup) {
        Merging merging = new Merging(degree, lattice.discrete(), sup);
        int stride = merging.stride();
        double[] states = new double[(ends.length - 1) * stride];
        double[] coefficients = new double[degree + 1];
        long[] from = new long[1];
        long[] to = new long[1];
        double unit = lattice.discrete() ? 1 : 1.0 / lattice.resolution(0);
        double mass = lattice.discrete() && !sup ? lattice.resolution(0) : 1;
        for (int i = 0; i + 1 < ends.length; i++) {
            from[0] = ends[i];
            to[0] = ends[i + 1];
            Arrays.fill(coefficients, 0);
            fit.fit(from, to, coefficients, 0);
            double error = to[0] - from[0] == 1 && lattice.discrete() ? 0 : mass * fit.error(from, to);
            Merging.set(states, i * stride, unit * (to[0] - from[0]), error, coefficients, degree + 1);
        }
        return new Atoms(merging, states, ends);
    }

    int count() {
        return ends.length - 1;
    }

    /** Where the pieces end, in steps of the lattice, that end with the given atoms. */
    long[] endsOf(int[] pieces) {
        return Arrays.stream(pieces).mapToLong(i -> ends[i]).toArray();
    }

    /** Size of the function, in the units of errors: errors below a tiny part of it are rounding. */
    double magnitude(boolean sup) {
        double sum = 0;
        double largest = 0;
        for (int i = 0; i < states.length; i += stride) {
            double value = states[i + Merging.FIRST];
            sum += states[i] * value * value;
            largest = Math.max(largest, Math.abs(value));
        }
        return sup ? largest : sum;
    }

    /** Appends atom {@code i} to a state. */
    void append(double[] state, int i) {
        merging.merge(state, 0, states, i * stride, state, 0);
    }

    /** Puts atom {@code i} before a state. */
    void prepend(int i, double[] state) {
        merging.merge(states, i * stride, state, 0, state, 0);
    }

    /** A copy of the state of atom {@code i}. */
    double[] state(int i) {
        return Arrays.copyOfRange(states, i * stride, (i + 1) * stride);
    }
}
