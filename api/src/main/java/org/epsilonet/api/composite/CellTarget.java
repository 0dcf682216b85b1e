package org.epsilonet.api.composite;

import java.util.Arrays;
import org.epsilonet.api.function.Formula;
import org.epsilonet.api.function.Grid;
import org.epsilonet.api.function.Samples;
import org.epsilonet.api.function.Target;

/** A target on one cell, as a target of its own. */
final class CellTarget {
    private CellTarget() {}

    static Target of(Target target, Dissection dissection, Cell cell) {
        if (cell.level() == 0) {
            return target;
        }
        return target instanceof Samples samples
                ? samples(samples, dissection, cell)
                : formula((Formula) target, dissection, cell);
    }

    /** The samples in a cell; whole steps are whole samples. */
    static Samples samples(Samples samples, Dissection dissection, Cell cell) {
        if (cell.level() == 0) {
            return samples;
        }
        Grid grid = samples.grid();
        int[] begin = new int[grid.dimension()];
        int[] lengths = new int[grid.dimension()];
        for (int axis = 0; axis < begin.length; axis++) {
            int samplesPerStep = grid.length(axis) / dissection.steps(axis);
            begin[axis] = cell.from()[axis] * samplesPerStep;
            lengths[axis] = cell.width(axis) * samplesPerStep;
        }
        int last = begin.length - 1;
        int rows = last == 0 ? 1 : lengths[0];
        double[] values = new double[rows * lengths[last]];
        for (int i = 0; i < values.length; i++) {
            int row = last == 0 ? 0 : begin[0] + i / lengths[last];
            values[i] = samples.value(row * grid.length(last) + begin[last] + i % lengths[last]);
        }
        return Samples.of(samples.name(), Grid.of(lengths), values);
    }

    private static Formula formula(Formula formula, Dissection dissection, Cell cell) {
        if (dissection.dimension() == 1) {
            double[] inside = Arrays.stream(formula.breakpoints())
                    .filter(x -> x >= dissection.global(cell, 0, 0) && x <= dissection.global(cell, 0, 1))
                    .map(x -> dissection.local(cell, 0, x))
                    .toArray();
            return Formula.of(formula.name(), t -> formula.at(dissection.global(cell, 0, t)), inside);
        }
        return Formula.of(formula.name(), dissection.dimension(), t -> {
            double[] x = new double[t.length];
            for (int axis = 0; axis < x.length; axis++) {
                x[axis] = dissection.global(cell, axis, t[axis]);
            }
            return formula.at(x);
        });
    }
}
