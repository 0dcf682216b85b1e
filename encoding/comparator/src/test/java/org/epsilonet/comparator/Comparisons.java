package org.epsilonet.comparator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.epsilonet.api.classes.ApproximationKind;
import org.epsilonet.api.classes.CitedSpeed;
import org.epsilonet.api.classes.FunctionClass;
import org.epsilonet.api.classes.FunctionClasses;
import org.epsilonet.api.classes.Instance;
import org.epsilonet.api.classes.Smoothness;
import org.epsilonet.api.family.ApproximationFamily;
import org.epsilonet.api.function.Formula;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.Samples;

/** Comparisons of piecewise constants, and what they are run on. */
final class Comparisons {
    static final long SEED = 42;

    static ComparisonResult run(List<ApproximationFamily> families, List<FunctionClass> classes) {
        List<Integer> budgets = List.of(16, 32, 64, 128, 256, 512, 1024);
        return Comparison.run(
                new ComparisonPlan(families, classes, List.of(), budgets, Optional.empty(), SEED, 2, false),
                ComparisonProgress.NONE);
    }

    static ComparisonPlan plan(
            List<FunctionClass> classes,
            List<Samples> data,
            List<Integer> budgets,
            Optional<LpNorm> norm,
            boolean quick) {
        return new ComparisonPlan(List.of(PiecewiseConstants.family()), classes, data, budgets, norm, SEED, 1, quick);
    }

    static PairResult only(ComparisonResult result) {
        assertEquals(1, result.pairs().size());
        return result.pairs().get(0);
    }

    static FunctionClass standard(String id) {
        return FunctionClasses.installed().get(id);
    }

    static FunctionClass smooth() {
        return aClass("smooth", 1, Formula.of("sine", x -> Math.sin(5 * x)));
    }

    static FunctionClass aClass(String id, double encodingSpeed, Formula element) {
        return new FunctionClass() {
            @Override
            public String id() {
                return id;
            }

            @Override
            public String title() {
                return id;
            }

            @Override
            public Smoothness smoothness() {
                return new Smoothness.Other(1, id);
            }

            @Override
            public LpNorm norm() {
                return LpNorm.L2;
            }

            @Override
            public Optional<CitedSpeed> encodingSpeed(LpNorm norm) {
                return Optional.of(CitedSpeed.of(encodingSpeed, "made up"));
            }

            @Override
            public List<Instance> instances(long seed) {
                return List.of(new Instance(element, Set.of(ApproximationKind.LINEAR)));
            }
        };
    }

    private Comparisons() {}
}
