package org.epsilonet.api.internal;

import java.lang.ref.SoftReference;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.function.Supplier;
import org.epsilonet.api.function.Formula;
import org.epsilonet.api.function.Grid;
import org.epsilonet.api.function.GridPoints;

/**
 * What quadrature knows of a formula whatever it is compared with: its values at the nodes. A formula meets many families
 * with many budgets each, and may take long to evaluate, so they are kept as long as it lives and memory is not short.
 * Thread-safe.
 */
final class TargetValues {
    private static final Map<Formula, TargetValues> KNOWN = new WeakHashMap<>();

    private final Map<Object, SoftReference<Object>> kept = new HashMap<>();

    private TargetValues() {}

    /** The values of a formula; formulas are the same only if they are one object. */
    static TargetValues of(Formula f) {
        synchronized (KNOWN) {
            return KNOWN.computeIfAbsent(f, any -> new TargetValues());
        }
    }

    /** In one variable. */
    Panels onInterval(Formula f) {
        return kept("panels", Panels.class, () -> Panels.of(f));
    }

    /** In two variables. */
    PlanarTarget planar(Formula f, int side) {
        return kept(side, PlanarTarget.class, () -> new PlanarTarget(f, side));
    }

    /** On the midpoints of a grid; not to be changed. */
    double[] on(Grid grid, Formula f) {
        return kept(grid, double[].class, () -> {
            double[] values = new double[grid.points()];
            GridPoints.forEach(grid, (i, x) -> values[i] = number(f, x));
            return values;
        });
    }

    /** Whoever comes second waits instead of computing the same. */
    private synchronized <T> T kept(Object key, Class<T> type, Supplier<T> made) {
        SoftReference<Object> reference = kept.get(key);
        Object known = reference == null ? null : reference.get();
        if (known == null) {
            T fresh = made.get();
            kept.put(key, new SoftReference<>(fresh));
            return fresh;
        }
        return type.cast(known);
    }

    /** The value at a point. Singularities may be infinite next to it; what is not a number is a mistake. */
    static double number(Formula f, double[] x) {
        double value = f.at(x);
        if (Double.isNaN(value)) {
            throw new IllegalArgumentException(
                    f.name() + " is NaN at " + Arrays.toString(x) + "; a formula must be a number everywhere");
        }
        return value;
    }
}
