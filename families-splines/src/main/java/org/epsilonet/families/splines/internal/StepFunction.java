package org.epsilonet.families.splines.internal;

import java.util.Arrays;
import org.epsilonet.api.family.Approximant;
import org.epsilonet.api.family.Structure;

/** A step function of {@link Jumps}: its places in order, and the value right of each. */
final class StepFunction implements Approximant {
    private final Jumps structure;
    private final double[] parameters;
    private final double[] places;
    private final double[] values;

    StepFunction(Jumps structure, double[] parameters) {
        this.structure = structure;
        this.parameters = parameters;
        int n = structure.jumps();
        this.places = new double[n];
        this.values = new double[n + 1];
        // Places are nearly sorted: insertion.
        for (int i = 0; i < n; i++) {
            int k = i;
            for (; k > 0 && places[k - 1] > parameters[1 + i]; k--) {
                places[k] = places[k - 1];
                values[k + 1] = values[k];
            }
            places[k] = parameters[1 + i];
            values[k + 1] = parameters[1 + n + i];
        }
        values[0] = parameters[0];
        for (int k = 1; k <= n; k++) {
            values[k] += values[k - 1];
        }
    }

    @Override
    public Structure structure() {
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
        int low = 0;
        int high = places.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (places[middle] <= x[0]) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return values[low];
    }

    @Override
    public double[] atIncreasing(double[] increasing) {
        double[] result = new double[increasing.length];
        int piece = 0;
        for (int i = 0; i < result.length; i++) {
            while (piece > 0 && places[piece - 1] > increasing[i]) {
                piece--;
            }
            while (piece < places.length && places[piece] <= increasing[i]) {
                piece++;
            }
            result[i] = values[piece];
        }
        return result;
    }

    @Override
    public double[] breakpoints() {
        double[] inside = new double[places.length];
        int n = 0;
        for (double place : places) {
            if (place > 0 && place < 1 && (n == 0 || place > inside[n - 1])) {
                inside[n++] = place;
            }
        }
        return Arrays.copyOf(inside, n);
    }

    @Override
    public String toString() {
        return "Step function with " + places.length + " jumps";
    }
}
