package org.epsilonet.codec.internal;

import java.util.Optional;
import java.util.function.IntFunction;
import org.epsilonet.api.family.Approximation;
import org.epsilonet.api.family.ParametrizedFamily;
import org.epsilonet.codec.CodeLength;
import org.epsilonet.quantization.FamilyContract;
import org.epsilonet.quantization.Quantization;
import org.epsilonet.quantization.Steps;

/**
 * Searches the shortest codeword of one family that meets a goal, over the budget \(M\) and the step \(\eta\).
 *
 * <p>The smallest \(M\) whose approximation error meets the goal leaves nothing for quantization; a larger one costs more
 * parameters and allows coarser ones. So the error is split between the two by trying budgets upward from the smallest,
 * each with the largest step that it allows, as long as that pays. A structure that can drop the parameters that became
 * zero makes the largest budget a candidate too: there the step alone decides what is left.
 */
final class FamilySearch {
    /** How much wider than the dead zone of plain rounding zeros are tried. */
    private static final double[] DEAD_ZONES = {0.6, 0.7, 0.85};

    private static final double PLAIN = 0.5;
    /** The smallest budget is searched to this factor. */
    private static final double BUDGET_PRECISION = 1.1;

    private final ParametrizedFamily family;
    private final Goal goal;
    private final double[] budgetFactors;
    private final IntFunction<Approximation> approximations;
    private final int largestBudget;
    private double leastError = Double.POSITIVE_INFINITY;
    private double leastQuantizedError = Double.POSITIVE_INFINITY;
    private int smallestBudget;
    private Optional<Codeword> best = Optional.empty();
    private int lastCode = -1;

    /**
     * @param family the family
     * @param goal what must be met
     * @param budgetFactors the budgets to try, as multiples of the smallest, increasing
     */
    FamilySearch(ParametrizedFamily family, Goal goal, double[] budgetFactors) {
        this.family = family;
        this.goal = goal;
        this.budgetFactors = budgetFactors;
        this.approximations = family.approximations(goal.normalized(), goal.norm());
        this.largestBudget = (int) Math.min(
                family.largestBudget(goal.data().grid()),
                FileFormat.largestBudget(goal.data().size()));
    }

    /** The shortest codeword found; empty if the family does not meet the goal. */
    Optional<Codeword> best() {
        return best;
    }

    /** The least error seen: of quantized approximants if one of them could have met the goal, else of any. */
    double leastError() {
        return smallestBudget == 0 ? leastError : leastQuantizedError;
    }

    /** The smallest budget that meets the goal unquantized; 0 if none does. */
    int smallestBudget() {
        return smallestBudget;
    }

    /**
     * Runs the search.
     *
     * @param guess a budget near the smallest, if one is known; else 1
     * @return this
     */
    FamilySearch run(int guess) {
        smallestBudget = smallest(Math.min(guess, largestBudget));
        if (smallestBudget == 0) {
            return this;
        }
        int worse = 0;
        int last = 0;
        for (double factor : budgetFactors) {
            int budget = (int) Math.min(largestBudget, Math.ceil(smallestBudget * factor));
            if (budget == last || worse == 2) {
                break;
            }
            worse = tryBudget(budget) ? 0 : worse + 1;
            last = budget;
        }
        if (last < largestBudget && dropsZeros()) {
            tryBudget(largestBudget);
        }
        best.ifPresent(this::widenDeadZone);
        return this;
    }

    /** Doubling and halving from the guess, then bisection of the exponent. */
    private int smallest(int guess) {
        int reached = guess;
        int missed = 0;
        if (error(guess) <= goal.bound()) {
            while (reached > 1 && missed == 0) {
                int half = reached / 2;
                if (error(half) <= goal.bound()) {
                    reached = half;
                } else {
                    missed = half;
                }
            }
        } else {
            do {
                if (reached == largestBudget) {
                    return 0;
                }
                missed = reached;
                reached = (int) Math.min(largestBudget, 2L * reached);
            } while (!(error(reached) <= goal.bound()));
        }
        while (reached - missed > 1 && reached > BUDGET_PRECISION * missed) {
            int middle = missed + (reached - missed) / 2;
            if (error(middle) <= goal.bound()) {
                reached = middle;
            } else {
                missed = middle;
            }
        }
        return reached;
    }

    private Approximation approximation(int budget) {
        return FamilyContract.checked(family, goal.normalized(), budget, goal.norm(), approximations.apply(budget));
    }

    private double error(int budget) {
        double error = goal.error(approximation(budget));
        leastError = Math.min(leastError, error);
        return error;
    }

    /** Whether this budget gave a shorter codeword than all before. */
    private boolean tryBudget(int budget) {
        Approximation a = approximation(budget);
        double error = goal.error(a);
        if (error == Double.POSITIVE_INFINITY) {
            return false;
        }
        StepSearch steps = new StepSearch(goal, a, error);
        int start = lastCode >= 0 ? lastCode : steps.certified(a.approximant().parameters());
        Optional<Quantization> q = steps.largest(start, PLAIN);
        leastQuantizedError = Math.min(leastQuantizedError, steps.leastError());
        return q.isPresent() && consider(budget, q.get());
    }

    private boolean consider(int budget, Quantization q) {
        lastCode = Steps.code(q.step());
        Quantization reduced = q.withoutZeros();
        CodeLength length = CodeLength.of(reduced);
        boolean shorter = best.isEmpty() || length.total() < best.get().bits();
        if (shorter) {
            best = Optional.of(new Codeword(budget, reduced, length));
        }
        return shorter;
    }

    private boolean dropsZeros() {
        if (best.isEmpty()) {
            return true;
        }
        Approximation a = approximation(best.get().budget());
        double[] zeros = new double[a.approximant().structure().size()];
        Quantization q = Quantization.of(a.approximant().structure(), zeros, 1, goal.norm());
        return zeros.length > 0 && q.withoutZeros() != q;
    }

    /** Zeros cost the least: a wider dead zone with a finer step may be shorter. */
    private void widenDeadZone(Codeword codeword) {
        Approximation a = approximation(codeword.budget());
        StepSearch steps = new StepSearch(goal, a, goal.error(a));
        boolean shorter = true;
        for (double zone : DEAD_ZONES) {
            if (shorter) {
                shorter = steps.largest(lastCode, zone)
                        .map(q -> consider(codeword.budget(), q))
                        .orElse(false);
            }
        }
    }
}
