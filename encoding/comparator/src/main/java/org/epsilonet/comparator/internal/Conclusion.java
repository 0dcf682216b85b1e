package org.epsilonet.comparator.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.epsilonet.api.classes.CitedSpeed;
import org.epsilonet.api.classes.Instance;
import org.epsilonet.api.classes.Smoothness;
import org.epsilonet.api.encodability.EncodabilityVerdict;
import org.epsilonet.api.family.ApproximationFamily;
import org.epsilonet.comparator.PairResult;
import org.epsilonet.comparator.Point;
import org.epsilonet.comparator.QuantizationRule;
import org.epsilonet.comparator.SpeedEstimate;
import org.epsilonet.comparator.SpeedEstimator;
import org.epsilonet.comparator.Supremum;

/**
 * What follows from the measurements of a pair: speeds, evidence, verdict.
 *
 * @param pair the pair
 * @param family its family
 * @param problem what that meets
 * @param budgets the budgets measured
 * @param instances the functions measured
 * @param rule how parameters became bits
 */
record Conclusion(
        Pair pair,
        ApproximationFamily family,
        Problem problem,
        List<Integer> budgets,
        List<Instance> instances,
        QuantizationRule rule) {
    /**
     * What follows from the measurements.
     *
     * @param measured per instance one measurement for each budget
     * @param supremum what a search for hard functions found
     * @param errors the least of all families on the same functions
     */
    PairResult of(List<List<Measurement>> measured, Optional<Supremum> supremum, LeastErrors errors) {
        List<Point> points = new ArrayList<>();
        List<Integer> missed = new ArrayList<>();
        for (int i = 0; i < budgets.size(); i++) {
            List<Measurement> atBudget = new ArrayList<>();
            for (List<Measurement> ofInstance : measured) {
                atBudget.add(ofInstance.get(i));
            }
            points.add(pair.worstOf(budgets.get(i), atBudget));
            if (!atBudget.stream().allMatch(Measurement::reached)) {
                missed.add(budgets.get(i));
            }
        }
        List<Point> told =
                points.stream().filter(p -> !missed.contains(p.budget())).toList();
        SpeedEstimate speed = speed(told, Point::budget, Point::error);
        Optional<CitedSpeed> limit = problem.functionClass().flatMap(c -> c.encodingSpeed(problem.norm()));
        Optional<CitedSpeed> theory = problem.functionClass().flatMap(c -> cited(c.smoothness()));
        EncodabilityVerdict encodability =
                family.encodability(problem.domain(), problem.norm()).verdict();
        boolean saturated = problem.isInUsualMetric()
                && instances.stream().anyMatch(i -> i.saturates().contains(family.kind()));
        SpeedEstimate rate = speed(told, p -> p.bits() > 0 ? p.bits() : Double.NaN, Point::quantizedError);
        Judgement judgement = Judgement.of(new Evidence(
                speed,
                limit,
                theory,
                encodability,
                saturated,
                family.kind(),
                missed.size(),
                budgets.size(),
                rate,
                Stall.bitsGrowth(told),
                family.isNearBest(),
                Sweep.of(told, speed),
                violations(measured, supremum),
                problem.functionClass().isPresent() ? instances.size() : 0,
                errors.better(pair, used(told, speed))));
        return new PairResult(
                family.id(),
                family.title(),
                problem.id(),
                problem.title(),
                problem.norm(),
                asSpeed(speed),
                theory,
                asSpeed(speed(told, Point::budget, Point::quantizedError)),
                rate,
                limit.map(l -> OptionalDouble.of(l.speed())).orElseGet(OptionalDouble::empty),
                limit.map(CitedSpeed::source).orElse(""),
                encodability,
                judgement.verdict(),
                judgement.reason() + Stall.note(told, rule),
                points,
                ClassLimits.of(problem, instances, points, measured, supremum));
    }

    private static List<Point> used(List<Point> told, SpeedEstimate speed) {
        return told.stream()
                .filter(p -> p.budget() >= speed.firstBudgetUsed() && p.budget() <= speed.lastBudgetUsed())
                .toList();
    }

    /** Bounds that the measurements break: proven errors, and codes shorter than their number allows. */
    private List<String> violations(List<List<Measurement>> measured, Optional<Supremum> supremum) {
        List<String> violations = new ArrayList<>();
        supremum.flatMap(HardFunctions::violation).ifPresent(violations::add);
        for (int i = 0; i < budgets.size(); i++) {
            int budget = i;
            Pigeonhole.violation(
                            instances.stream().map(Instance::target).toList(),
                            measured.stream().map(m -> m.get(budget)).toList(),
                            problem.norm(),
                            problem.unit())
                    .ifPresent(v -> violations.add("at M = " + budgets.get(budget) + " " + v));
        }
        return violations;
    }

    /** A family that does not know the torus has the speed of the cube there; see {@link Smoothness.Periodic}. */
    private Optional<CitedSpeed> cited(Smoothness smoothness) {
        return family.theoreticalSpeed(smoothness, problem.norm())
                .or(() -> smoothness instanceof Smoothness.Periodic c ? cited(c.inner()) : Optional.empty());
    }

    /** A slope is an approximation speed if the elements are near-best. */
    private SpeedEstimate asSpeed(SpeedEstimate slope) {
        return family.isNearBest() ? slope : SpeedEstimate.UNKNOWN;
    }

    private SpeedEstimate speed(List<Point> points, ToDoubleFunction<Point> size, ToDoubleFunction<Point> error) {
        SpeedEstimate speed = SpeedEstimator.of(
                points.stream().mapToInt(Point::budget).toArray(),
                points.stream().mapToDouble(size).toArray(),
                points.stream().mapToDouble(error).toArray(),
                Measurement.ROUNDING * problem.magnitude() * problem.unit());
        return isDeterministic() ? speed.ofDeterministicSweep() : speed;
    }

    /** Whether neither the functions (instances that saturate no kind are random) nor the family draw lots. */
    private boolean isDeterministic() {
        return family.isNearBest()
                && (problem.functionClass().isEmpty()
                        || instances.stream().noneMatch(i -> i.saturates().isEmpty()));
    }
}
