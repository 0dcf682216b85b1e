package org.epsilonet.families.relu.affine;

import java.util.Arrays;

/**
 * The atoms of one scale that meet the domain: \(\prod_a\psi(2^{e_a}x_a - k_a)\), for all \(k_a\) from \(1-w\) to
 * \(2^{e_a}-1\); or, beyond the finest scale of a grid, one atom per sample, so narrow that it sees no other sample.
 * Positions are row-major, starting with 0.
 */
final class Level {
    private final Generator generator;
    private final int[] exponents;
    private final int[] samples;
    private final boolean root;
    private final long offset;

    private Level(Generator generator, int[] exponents, int[] samples, boolean root, long offset) {
        this.generator = generator;
        this.exponents = exponents;
        this.samples = samples;
        this.root = root;
        this.offset = offset;
    }

    /** All atoms of a scale; a root level has no coarser one beside it in the tree of atoms. */
    static Level full(Generator generator, int[] exponents, boolean root, long offset) {
        return new Level(generator, exponents, new int[0], root, offset);
    }

    /** One atom per sample of a grid. */
    static Level perSample(Generator generator, int[] exponents, int[] shape, long offset) {
        return new Level(generator, exponents, shape, false, offset);
    }

    Generator generator() {
        return generator;
    }

    int exponent(int axis) {
        return exponents[axis];
    }

    int dimension() {
        return exponents.length;
    }

    boolean isPerSample() {
        return samples.length > 0;
    }

    /** Whether its atoms have no parents. */
    boolean isRoot() {
        return root;
    }

    /** The number of the first atom in the lattice. */
    long offset() {
        return offset;
    }

    long size() {
        long size = 1;
        for (int axis = 0; axis < exponents.length; axis++) {
            size *= count(axis);
        }
        return size;
    }

    long count(int axis) {
        return isPerSample() ? samples[axis] : (1L << exponents[axis]) + generator.cells() - 1;
    }

    /** \(k\) of a position along an axis. */
    long translate(int axis, long position) {
        if (!isPerSample()) {
            return position - (generator.cells() - 1);
        }
        double y = Math.scalb((position + 0.5) / samples[axis], exponents[axis]);
        double t = y - (long) y;
        int widest = (int) (0.5 * generator.cells() - t + 0.5);
        return (long) y - Math.min(widest, generator.cells() - 1);
    }

    /** The position of a translate along an axis; -1 if there is no such atom. */
    long position(int axis, long k) {
        if (!isPerSample()) {
            long position = k + generator.cells() - 1;
            return position < 0 || position >= count(axis) ? -1 : position;
        }
        double centre = Math.scalb(k + 0.5 * generator.cells(), -exponents[axis]);
        long near = (long) Math.floor(centre * samples[axis]);
        for (long s = Math.max(0, near - 1); s <= Math.min(samples[axis] - 1, near + 1); s++) {
            if (translate(axis, s) == k) {
                return s;
            }
        }
        return -1;
    }

    /** The cell of a point of [0, 1] along an axis. */
    long cell(int axis, double x) {
        return Math.min((long) Math.scalb(x, exponents[axis]), (1L << exponents[axis]) - 1);
    }

    /** The place of a point in its cell, in [0, 1]; exact. */
    double place(int axis, double x, long cell) {
        return Math.scalb(x, exponents[axis]) - cell;
    }

    @Override
    public String toString() {
        return "level 2^" + Arrays.toString(exponents) + (isPerSample() ? " per sample" : "");
    }
}
