package org.epsilonet.comparator.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.epsilonet.api.classes.ApproximationKind;
import org.epsilonet.api.classes.FunctionClass;
import org.epsilonet.api.classes.Instance;
import org.epsilonet.api.family.ApproximationFamily;
import org.epsilonet.api.function.Cube;
import org.epsilonet.api.function.Domain;
import org.epsilonet.api.function.Formula;
import org.epsilonet.api.function.Grid;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.Samples;
import org.epsilonet.api.function.Target;

/**
 * What families are compared on: a class with its instances, or data.
 *
 * @param id id of the class or name of the data
 * @param title for tables
 * @param norm the norm of all errors
 * @param domain where the functions live
 * @param functionClass the class; empty for data
 * @param instances the functions
 * @param unit what their values were divided by
 * @param magnitude their largest absolute value, about
 */
public record Problem(
        String id,
        String title,
        LpNorm norm,
        Domain domain,
        Optional<FunctionClass> functionClass,
        List<Instance> instances,
        double unit,
        double magnitude) {

    private static final int QUICK_BUDGET = 512;

    /** A slope that grows with every budget shows on five points. */
    private static final int FEWEST_BUDGETS = 5;

    /** A class, in its usual metric unless a norm is given. */
    public static Problem of(FunctionClass c, Optional<LpNorm> norm, long seed) {
        List<Instance> instances = c.instances(seed);
        double magnitude = 0;
        for (Instance instance : instances) {
            magnitude = Math.max(magnitude, magnitude(instance.target()));
        }
        return new Problem(
                c.id(),
                c.title(),
                norm.orElse(c.norm()),
                new Cube(c.dimension()),
                Optional.of(c),
                instances,
                1,
                magnitude);
    }

    /** Data, moved and divided by a power of two so that its values are in [-1, 1]. */
    public static Problem of(Samples data, Optional<LpNorm> norm) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double v : data.values()) {
            low = Math.min(low, v);
            high = Math.max(high, v);
        }
        double offset = 0.5 * low + 0.5 * high;
        double unit = Math.scalb(1.0, Math.min(1023, Math.getExponent(0.5 * high - 0.5 * low) + 1));
        double[] values = data.values();
        for (int i = 0; i < values.length; i++) {
            values[i] = (values[i] - offset) / unit;
        }
        return new Problem(
                data.name(),
                data.name(),
                norm.orElse(LpNorm.L2),
                data.grid(),
                Optional.empty(),
                List.of(new Instance(data.withValues(values), Set.of())),
                unit,
                1);
    }

    /**
     * The budgets of a family here: within its reach, on data below the number of samples. A family that reaches few of
     * those wanted (a deep network that halves its error with every term) is measured at small ones too, though at no more
     * than were wanted.
     */
    List<Integer> budgets(ApproximationFamily family, List<Integer> wanted, boolean quick) {
        int reach = reach(family, instances.get(0).target().domain());
        int end = quick && functionClass.isPresent() ? Math.min(reach, QUICK_BUDGET) : reach;
        int stride = quick && functionClass.isPresent() && domain.dimension() > 1 ? 2 : 1;
        List<Integer> within =
                new ArrayList<>(wanted.stream().filter(m -> m <= end).toList());
        boolean isOutOfReach = within.isEmpty() || wanted.get(wanted.size() - 1) > reach;
        int fewest = isOutOfReach ? Math.min(FEWEST_BUDGETS, wanted.size()) : 0;
        for (int m = wanted.get(0) / 2; m > 1 && within.size() < fewest; m /= 2) {
            if (m <= end) {
                within.add(0, m);
            }
        }
        int parity = (within.size() - 1) % stride;
        return IntStream.range(0, within.size())
                .filter(i -> i % stride == parity)
                .mapToObj(within::get)
                .toList();
    }

    /** The largest budget of a family on a domain: on data below the number of samples. */
    public static int reach(ApproximationFamily family, Domain domain) {
        int reach = family.largestBudget(domain);
        return domain instanceof Grid grid ? Math.min(reach, grid.points() - 1) : reach;
    }

    /**
     * Whether errors are in the usual metric of the class. Only there do instances claim to be as hard as the class:
     * elsewhere another one may be the hardest.
     */
    boolean isInUsualMetric() {
        return functionClass.map(c -> c.norm().equals(norm)).orElse(false);
    }

    /**
     * The instances to measure: all, or in the usual metric the first that is hard for the kind of family (the first of all
     * where none is).
     */
    List<Instance> instances(ApproximationKind kind, boolean quick) {
        return quick && isInUsualMetric()
                ? List.of(instances.stream()
                        .filter(i -> i.saturates().contains(kind))
                        .findFirst()
                        .orElse(instances.get(0)))
                : instances;
    }

    private static double magnitude(Target target) {
        int[] shape = new int[target.dimension()];
        Arrays.fill(shape, target.dimension() == 1 ? 1021 : 31);
        return target instanceof Formula formula
                ? LpNorm.SUP.of(formula.sampledOn(shape).values())
                : LpNorm.SUP.of(((Samples) target).values());
    }
}
