package org.epsilonet.comparator;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.epsilonet.api.classes.FunctionClass;
import org.epsilonet.api.family.ApproximationFamily;
import org.epsilonet.api.function.Samples;
import org.epsilonet.comparator.internal.Pair;
import org.epsilonet.comparator.internal.Problem;
import org.epsilonet.comparator.internal.Workers;

/**
 * The comparison of approximation speed with encoding speed: every family on every class (or data) of its dimension.
 *
 * <p>For each budget \(M\) the error is the largest over the instances of the class, before quantization and after; the
 * slopes of these curves are {@linkplain SpeedEstimator estimated} and {@linkplain PairVerdict judged} against the
 * encoding speed. Instances bound the supremum over the class from below only.
 *
 * @see <a href="https://arxiv.org/abs/2205.11874">Gonon, Brisebarre, Gribonval, Riccietti: Approximation speed of
 *     quantized vs. unquantized ReLU neural networks and beyond</a>
 * @see "docs/theory.md, A2"
 */
public final class Comparison {
    private Comparison() {}

    /**
     * Runs a comparison. The result depends on the plan alone, not on threads or timing.
     *
     * @param plan what to compare
     * @param progress hears of every function done
     * @return one result per pair
     * @throws IllegalStateException if a family fails or breaks its contract; it is named
     * @throws java.util.concurrent.CancellationException if the calling thread is interrupted
     */
    public static ComparisonResult run(ComparisonPlan plan, ComparisonProgress progress) {
        List<Problem> problems = new ArrayList<>();
        for (FunctionClass c : plan.classes()) {
            problems.add(Problem.of(c, plan.norm(), plan.seed()));
        }
        for (Samples data : plan.data()) {
            problems.add(Problem.of(data, plan.norm()));
        }
        List<Pair> pairs = new ArrayList<>();
        Set<String> skipped = new LinkedHashSet<>();
        plan.families().forEach(f -> skipped.add(f.id()));
        problems.forEach(p -> skipped.add(p.id()));
        for (ApproximationFamily family : plan.families()) {
            for (Problem problem : problems) {
                if (family.supports(problem.domain())) {
                    pairs.add(new Pair(
                            family,
                            problem,
                            plan.budgets(),
                            plan.quick(),
                            plan.rule(),
                            plan.adversarial(),
                            plan.seed()));
                    skipped.remove(family.id());
                    skipped.remove(problem.id());
                }
            }
        }
        return new ComparisonResult(
                new Workers(plan.threads(), progress).run(pairs), List.copyOf(skipped), plan.rule());
    }
}
