package org.epsilonet.families.wavelets.internal;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.epsilonet.api.family.Approximant;
import org.epsilonet.api.function.Grid;
import org.jspecify.annotations.Nullable;

/**
 * A linear combination of deep wavelets, evaluated point by point on the scales that a point sees. A sum of Haar functions
 * is evaluated once on each of its pieces.
 */
final class DeepApproximant implements Approximant {
    /** Beyond so many jumps quadrature does as well without them. */
    private static final int MOST_BREAKPOINTS = 1 << 15;

    private final DeepStructure structure;
    private final double[] parameters;
    private final Supplier<double[]> pieces = new Once<>(this::computePieces);
    private final Supplier<double[]> pieceValues = new Once<>(this::computePieceValues);
    private final AtomicReference<@Nullable DeepSynthesis> idle = new AtomicReference<>();

    DeepApproximant(DeepStructure structure, double[] parameters) {
        this.structure = structure;
        this.parameters = parameters;
    }

    @Override
    public DeepStructure structure() {
        return structure;
    }

    @Override
    public double[] parameters() {
        return parameters.clone();
    }

    @Override
    public int dimension() {
        return 1;
    }

    @Override
    public double at(double... x) {
        return atIncreasing(x)[0];
    }

    @Override
    public double[] on(Grid grid) {
        double[] centres = new double[grid.points()];
        for (int i = 0; i < centres.length; i++) {
            centres[i] = (i + 0.5) / centres.length;
        }
        return atIncreasing(centres);
    }

    @Override
    public double[] atIncreasing(double[] increasing) {
        if (!isPiecewiseConstant()) {
            return synthesized(increasing);
        }
        double[] ends = pieces.get();
        double[] known = pieceValues.get();
        double[] values = new double[increasing.length];
        for (int i = 0; i < values.length; i++) {
            int end = Arrays.binarySearch(ends, increasing[i]);
            values[i] = known[end >= 0 ? end + 1 : -end - 1];
        }
        return values;
    }

    /** Haar functions, with jumps that are few enough to be listed. */
    private boolean isPiecewiseConstant() {
        return structure.dictionary().system() instanceof HaarSystem && 3L * structure.size() <= MOST_BREAKPOINTS;
    }

    private double[] synthesized(double[] increasing) {
        DeepSynthesis free = idle.getAndSet(null);
        DeepSynthesis synthesis = free != null ? free : new DeepSynthesis(structure, parameters);
        double[] values = new double[increasing.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = synthesis.at(increasing[i]);
        }
        idle.set(synthesis);
        return values;
    }

    private double[] computePieceValues() {
        double[] starts = new double[pieces.get().length + 1];
        System.arraycopy(pieces.get(), 0, starts, 1, starts.length - 1);
        return synthesized(starts);
    }

    /** The ends and middles of the supports of Haar functions. */
    private double[] computePieces() {
        DeepCascade cascade = structure.dictionary().cascade();
        double[] jumps = new double[3 * structure.size()];
        int n = 0;
        for (int i = 0; i < structure.size(); i++) {
            int scale = cascade.scale(structure.atom(i));
            if (scale >= cascade.coarsest()) {
                long k = structure.atom(i) - (1L << scale);
                jumps[n++] = Math.scalb((double) k, -scale);
                jumps[n++] = Math.scalb(k + 0.5, -scale);
                jumps[n++] = Math.scalb(k + 1.0, -scale);
            }
        }
        return Arrays.stream(jumps, 0, n)
                .filter(x -> x > 0 && x < 1)
                .sorted()
                .distinct()
                .toArray();
    }

    @Override
    public double[] breakpoints() {
        return isPiecewiseConstant() ? pieces.get().clone() : new double[0];
    }

    @Override
    public String toString() {
        return parameters.length + " coefficients of "
                + structure.dictionary().system().title() + " on [0, 1]";
    }
}
