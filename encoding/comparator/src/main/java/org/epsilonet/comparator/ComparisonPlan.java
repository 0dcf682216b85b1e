package org.epsilonet.comparator;

import java.util.List;
import java.util.Optional;
import org.epsilonet.api.classes.FunctionClass;
import org.epsilonet.api.family.ApproximationFamily;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.Samples;

/**
 * What to compare.
 *
 * @param families the families
 * @param classes the function classes; a family meets those whose dimension it supports
 * @param data the user's own data; a family meets those whose grid it supports
 * @param budgets the budgets \(M \ge 1\), in any order; larger ones than a family can use are left out, and on data of
 *     \(N\) samples those from \(N\) on; where this leaves fewer than five, halves, quarters and so on of the smallest
 *     make up for those left out
 * @param norm the norm of all errors; if empty, the usual metric of each class and \(L^2\) for data
 * @param seed of the random instances
 * @param threads how many threads work, {@code >= 1}; the result does not depend on it
 * @param quick of each class in its usual metric only the first instance that is hard for the family's kind; on classes
 *     only budgets up to 512, and every second of them in more than one dimension
 * @param rule how parameters become bits
 * @param adversarial how many functions a search for hard ones tries for every pair, at its largest budget; 0 for no search.
 *     Each costs about as much as a measurement at that budget
 */
public record ComparisonPlan(
        List<ApproximationFamily> families,
        List<FunctionClass> classes,
        List<Samples> data,
        List<Integer> budgets,
        Optional<LpNorm> norm,
        long seed,
        int threads,
        boolean quick,
        QuantizationRule rule,
        int adversarial) {

    /** A plan without a search for hard functions. */
    public ComparisonPlan(
            List<ApproximationFamily> families,
            List<FunctionClass> classes,
            List<Samples> data,
            List<Integer> budgets,
            Optional<LpNorm> norm,
            long seed,
            int threads,
            boolean quick,
            QuantizationRule rule) {
        this(families, classes, data, budgets, norm, seed, threads, quick, rule, 0);
    }

    /** A plan with the certified rule. */
    public ComparisonPlan(
            List<ApproximationFamily> families,
            List<FunctionClass> classes,
            List<Samples> data,
            List<Integer> budgets,
            Optional<LpNorm> norm,
            long seed,
            int threads,
            boolean quick) {
        this(families, classes, data, budgets, norm, seed, threads, quick, QuantizationRule.DEFAULT);
    }

    /**
     * Copies the lists; sorts the budgets.
     *
     * @throws IllegalArgumentException if a budget or the number of threads is below 1, there is no budget, or the number of
     *     functions to try is negative
     */
    public ComparisonPlan {
        families = List.copyOf(families);
        classes = List.copyOf(classes);
        data = List.copyOf(data);
        budgets = budgets.stream().distinct().sorted().toList();
        if (budgets.isEmpty() || budgets.get(0) < 1) {
            throw new IllegalArgumentException("budgets must be >= 1 and at least one, were " + budgets);
        }
        if (adversarial < 0) {
            throw new IllegalArgumentException("the number of functions to try must be >= 0, was " + adversarial);
        }
        if (threads < 1) {
            throw new IllegalArgumentException("the number of threads must be >= 1, was " + threads);
        }
    }
}
