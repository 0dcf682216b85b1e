package org.epsilonet.comparator.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import org.epsilonet.api.classes.ApproximationKind;
import org.epsilonet.api.classes.Instance;
import org.epsilonet.api.family.Approximation;
import org.epsilonet.api.family.ApproximationFamily;
import org.epsilonet.api.family.ParametrizedFamily;
import org.epsilonet.api.function.Distance;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.Target;
import org.epsilonet.comparator.PairResult;
import org.epsilonet.comparator.Point;
import org.epsilonet.comparator.QuantizationRule;
import org.epsilonet.comparator.Supremum;
import org.epsilonet.quantization.EncodingTheorem;
import org.epsilonet.quantization.FamilyContract;

/** A family on a problem: the measurements of its instances, each made once, and what follows from them. */
public final class Pair {
    private final ApproximationFamily family;
    private final Problem problem;
    private final List<Integer> budgets;
    private final List<Instance> instances;
    private final QuantizationRule rule;
    private final int evaluations;
    private final long seed;

    /**
     * @param family the family
     * @param problem what it meets
     * @param wanted the budgets of the plan
     * @param quick whether few instances and budgets are enough
     * @param rule how parameters become bits
     * @param evaluations how many functions a search for hard ones tries; 0 for none
     * @param seed decides where it begins
     */
    public Pair(
            ApproximationFamily family,
            Problem problem,
            List<Integer> wanted,
            boolean quick,
            QuantizationRule rule,
            int evaluations,
            long seed) {
        this.evaluations = evaluations;
        this.seed = seed;
        this.family = family;
        this.problem = problem;
        this.budgets = problem.budgets(family, wanted, quick);
        this.instances = problem.instances(family.kind(), quick);
        this.rule = rule;
    }

    int instances() {
        return instances.size();
    }

    /**
     * Families that meet the same functions of a problem, and may be compared on them.
     *
     * @param problem the problem
     * @param functions the functions
     * @param kinds of which kinds the families are
     */
    record Setting(Problem problem, List<Instance> functions, Set<ApproximationKind> kinds) {}

    /** With the families of the same kind, and with those of all kinds. */
    List<Setting> settings() {
        return List.of(
                new Setting(problem, instances, Set.of(family.kind())),
                new Setting(problem, instances, Set.of(ApproximationKind.values())));
    }

    /** Whether an element that is hard for the kind binds the family. */
    boolean isBound() {
        return family.kind() == ApproximationKind.LINEAR
                || family.encodability(problem.domain(), problem.norm())
                                .verdict()
                                .h()
                        == 0;
    }

    String family() {
        return family.id();
    }

    List<Integer> budgets() {
        return budgets;
    }

    String label() {
        return family.id() + " on " + problem.id();
    }

    /**
     * What the measurements of an instance depend on; two pairs may have it in common.
     *
     * @param family the family
     * @param target the function
     * @param norm the norm
     * @param budgets the budgets
     * @param magnitude the size of the functions in the class
     * @param unit what they were divided by
     */
    record Task(
            ApproximationFamily family,
            Target target,
            LpNorm norm,
            List<Integer> budgets,
            double magnitude,
            double unit) {}

    /** What is to be done for an instance. */
    Task task(int instance) {
        return new Task(
                family, instances.get(instance).target(), problem.norm(), budgets, problem.magnitude(), problem.unit());
    }

    /** Measures one instance with every budget. */
    List<Measurement> measure(int instance) {
        List<Measurement> measurements = new ArrayList<>();
        Instance element = instances.get(instance);
        IntFunction<Approximation> approximations = family.approximations(element.target(), problem.norm());
        for (int budget : budgets) {
            measurements.add(measured(element, approximations, budget));
        }
        return measurements;
    }

    private Measurement measured(Instance element, IntFunction<Approximation> approximations, int budget) {
        Approximation approximation = checked(element, approximations, budget);
        return Measurement.of(
                        family, element.target(), problem.magnitude(), approximation, problem.norm(), budget, rule)
                .times(problem.unit());
    }

    private Approximation checked(Instance element, IntFunction<Approximation> approximations, int budget) {
        return FamilyContract.checked(family, element.target(), budget, problem.norm(), approximations.apply(budget));
    }

    /** The search for hard functions at the largest budget. */
    Optional<Supremum> supremum() {
        return evaluations == 0 || budgets.isEmpty()
                ? Optional.empty()
                : problem.functionClass()
                        .flatMap(c -> HardFunctions.search(
                                family, c, problem.norm(), budgets.get(budgets.size() - 1), evaluations, seed));
    }

    /** This pair budget by budget, for those who do not know beforehand which budgets they need. */
    public Probe probe() {
        return new Probe();
    }

    /**
     * All instances, asked budget by budget; what the budgets share (a transform, a dynamic program) is done once.
     * Thread-safe.
     */
    public final class Probe {
        private final List<IntFunction<Approximation>> approximations = instances.stream()
                .map(i -> family.approximations(i.target(), problem.norm()))
                .toList();

        private Probe() {}

        /** Whether the error of every instance is within a bound, before quantization. */
        public boolean isWithin(int budget, double error) {
            for (int i = 0; i < instances.size(); i++) {
                double distance = checked(instances.get(i), approximations.get(i), budget)
                        .distance()
                        .value();
                if (!(distance * problem.unit() <= error)) {
                    return false;
                }
            }
            return true;
        }

        /** What {@link Pair#result} says of one budget, and whether the family found near-best elements. */
        public Trial at(int budget) {
            List<Measurement> measured = new ArrayList<>();
            for (int i = 0; i < instances.size(); i++) {
                measured.add(Pair.this.measured(instances.get(i), approximations.get(i), budget));
            }
            return new Trial(measured.stream().allMatch(Measurement::reached), worstOf(budget, measured));
        }
    }

    /**
     * One budget on all instances.
     *
     * @param reached whether the family found near-best elements for all of them
     * @param point the worst over them
     */
    public record Trial(boolean reached, Point point) {}

    /**
     * What follows from the measurements.
     *
     * @param measured per instance one measurement for each budget
     * @param supremum what a search for hard functions found
     * @param errors the least of all families on the same functions
     */
    PairResult result(List<List<Measurement>> measured, Optional<Supremum> supremum, LeastErrors errors) {
        return new Conclusion(this, family, problem, budgets, instances, rule).of(measured, supremum, errors);
    }

    /** The worst of all instances at a budget. */
    Point worstOf(int budget, List<Measurement> measurements) {
        return withTheorem(worst(budget, measurements));
    }

    /** The point with the bits that the encoding theorem asks for; its functions are measured before they are scaled. */
    private Point withTheorem(Point p) {
        double radius = p.error() / problem.unit();
        if (!(family instanceof ParametrizedFamily parametrized) || !(radius > 0)) {
            return p;
        }
        double bits = EncodingTheorem.bitsPerParameter(
                parametrized.parametrization(problem.domain(), p.budget()), problem.norm(), radius);
        return new Point(
                p.budget(), p.bits(), p.error(), p.errorKind(), p.quantizedError(), p.bitsPerParameter(), bits);
    }

    /** The worst over the instances, each number by itself; unknown as soon as it is unknown for one of them. */
    private static Point worst(int budget, List<Measurement> measurements) {
        double error = 0;
        double quantizedError = 0;
        double bitsPerParameter = Double.NaN;
        long bits = 0;
        Distance.Kind kind = Distance.Kind.CERTIFIED;
        boolean coded = true;
        for (Measurement m : measurements) {
            error = Math.max(error, m.error().value());
            quantizedError = Math.max(quantizedError, m.quantizedError());
            bits = Math.max(bits, m.bits());
            kind = m.error().kind().compareTo(kind) > 0 ? m.error().kind() : kind;
            coded &= m.bits() >= 0;
            if (!(m.bitsPerParameter() <= bitsPerParameter)) {
                bitsPerParameter = Double.isNaN(m.bitsPerParameter()) ? bitsPerParameter : m.bitsPerParameter();
            }
        }
        return coded
                ? new Point(budget, bits, error, kind, quantizedError, bitsPerParameter, Double.NaN)
                : new Point(budget, -1, error, kind, Double.NaN, Double.NaN, Double.NaN);
    }
}
