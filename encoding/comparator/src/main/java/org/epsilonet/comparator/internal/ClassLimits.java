package org.epsilonet.comparator.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.epsilonet.api.classes.EntropyBounds;
import org.epsilonet.api.classes.FunctionClass;
import org.epsilonet.api.classes.Instance;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.comparator.Limits;
import org.epsilonet.comparator.Point;
import org.epsilonet.comparator.Supremum;

/**
 * The limits that a class sets to what was measured on its elements: at every budget the bits that any code of the ball
 * needs, which is scaled to the element with the largest error.
 *
 * @see BallRadius
 */
final class ClassLimits {
    private ClassLimits() {}

    /** The limits; none on data. */
    static Limits of(
            Problem problem,
            List<Instance> instances,
            List<Point> points,
            List<List<Measurement>> measured,
            Optional<Supremum> supremum) {
        if (problem.functionClass().isEmpty()) {
            return Limits.NONE;
        }
        FunctionClass c = problem.functionClass().get();
        double[] radii = instances.stream()
                .mapToDouble(i -> BallRadius.of(c.smoothness(), i.target()))
                .toArray();
        List<Double> needed = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            double epsilon = points.get(i).quantizedError() / radii[hardest(i, measured)];
            needed.add(entropyLower(c, epsilon, problem.norm()));
        }
        return new Limits(Math.log(instances.size()) / Math.log(2), needed, supremum);
    }

    /** The instance with the largest error after quantization. */
    private static int hardest(int budget, List<List<Measurement>> measured) {
        int hardest = 0;
        for (int i = 1; i < measured.size(); i++) {
            if (measured.get(i).get(budget).quantizedError()
                    > measured.get(hardest).get(budget).quantizedError()) {
                hardest = i;
            }
        }
        return hardest;
    }

    private static double entropyLower(FunctionClass c, double epsilon, LpNorm norm) {
        return epsilon > 0 && epsilon < Double.POSITIVE_INFINITY
                ? c.entropy(epsilon, norm).map(EntropyBounds::bitsLower).orElse(Double.NaN)
                : Double.NaN;
    }
}
