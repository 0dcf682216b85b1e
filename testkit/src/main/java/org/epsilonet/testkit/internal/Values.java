package org.epsilonet.testkit.internal;

import java.util.Arrays;
import org.epsilonet.api.family.Approximant;
import org.epsilonet.api.function.Domain;
import org.epsilonet.api.function.Grid;

/** The values of a function where a law looks at it. */
final class Values {
    private Values() {}

    /** The grid itself, or for the cube a grid that shares no points with dyadic ones. */
    static Grid lookout(Domain domain) {
        if (domain instanceof Grid grid) {
            return grid;
        }
        int[] shape = new int[domain.dimension()];
        Arrays.fill(shape, shape.length == 1 ? 509 : shape.length == 2 ? 61 : 13);
        return Grid.of(shape);
    }

    static double[] of(Approximant approximant, Domain domain) {
        return approximant.on(lookout(domain));
    }

    /** Bitwise equality, as for everything that a decoder recomputes. */
    static boolean same(double[] a, double[] b) {
        return Arrays.equals(a, b);
    }

    static double largest(double[] values) {
        double largest = 0;
        for (double v : values) {
            largest = Math.max(largest, Math.abs(v));
        }
        return largest;
    }

    static double[] difference(double[] a, double[] b) {
        double[] difference = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            difference[i] = a[i] - b[i];
        }
        return difference;
    }
}
