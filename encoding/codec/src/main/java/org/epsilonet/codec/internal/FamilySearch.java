package org.epsilonet.codec.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.epsilonet.api.classes.ApproximationKind;
import org.epsilonet.api.family.Approximation;
import org.epsilonet.api.family.ParametrizedFamily;
import org.epsilonet.api.family.Structure;
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
    /** In the supremum norm coefficients foretell errors badly: on fewer samples than these budgets are tried one by one. */
    private static final int LARGE_IN_SUP = 1 << 17;
    /** With so many parameters one more or less, or a bit in one of them, is little of the whole. */
    static final int MANY = 1 << 12;

    private final ParametrizedFamily family;
    private final Goal goal;
    private final Effort.Depth depth;
    private final IntFunction<Approximation> approximations;
    private final int largestBudget;
    private final Map<Integer, Approximation> seen = new HashMap<>();
    private double leastError = Double.POSITIVE_INFINITY;
    private double leastQuantizedError = Double.POSITIVE_INFINITY;
    private int smallestBudget;
    private Optional<Codeword> best = Optional.empty();
    private int lastCode = -1;

    /**
     * @param family the family
     * @param goal what must be met
     * @param depth how thoroughly to search
     */
    FamilySearch(ParametrizedFamily family, Goal goal, Effort.Depth depth) {
        this.family = family;
        this.goal = goal;
        this.depth = depth;
        this.approximations = family.approximations(goal.normalized(), goal.norm());
        long allowed = Math.min(
                depth.largestBudget(), FileFormat.largestBudget(goal.data().size()));
        this.largestBudget = (int) Math.min(family.largestBudget(goal.data().grid()), allowed);
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
        if (goal.data().size() <= Excerpts.SMALL || !isThresholded(guess)) {
            searchBudgets(guess);
        }
        best = best.map(this::written);
        return this;
    }

    private void searchBudgets(int guess) {
        boolean followsPowerLaw = goal.data().size() > Excerpts.SMALL && guess >= MANY;
        smallestBudget = new SmallestBudget(largestBudget, goal.bound(), this::error, followsPowerLaw)
                .from(Math.min(guess, largestBudget));
        if (smallestBudget == 0) {
            return;
        }
        int worse = 0;
        int last = 0;
        for (double factor : depth.budgetFactors()) {
            int budget = (int) Math.min(largestBudget, Math.max(last + 1, Math.ceil(smallestBudget * factor)));
            if (budget == last || worse == 2) {
                break;
            }
            worse = tryBudget(budget) ? 0 : worse + 1;
            last = budget;
        }
        if (last < largestBudget && dropsZeros()) {
            tryBudget(largestBudget);
        }
        if (depth.deadZones()) {
            best.ifPresent(this::widenDeadZone);
        }
    }

    /** On large data, all coefficients of a family that chooses among them, thresholded: no search over budgets. */
    private boolean isThresholded(int guess) {
        Optional<Structure> whole =
                family.parametrization(goal.data().grid(), largestBudget).whole();
        boolean thresholds = goal.norm().isSup()
                ? whole.isPresent() && goal.data().size() > LARGE_IN_SUP
                : whole.isPresent()
                        || family.kind() == ApproximationKind.NONLINEAR
                                && dropsZeros(approximation(Math.min(Math.max(guess, 2), largestBudget)));
        if (!thresholds) {
            return false;
        }
        Approximation all = approximation(largestBudget);
        double[] parameters = all.approximant().parameters();
        boolean inBlocks = whole.filter(w -> w.size() == parameters.length).isPresent();
        // All the parameters there are determine the samples: how well is measured when they are rounded.
        if (all.outcome() == Approximation.Outcome.NOT_REACHED
                || !inBlocks && !(error(largestBudget) <= goal.bound())) {
            return false;
        }
        // The very one that a decoder takes: what is measured is what is decoded.
        Structure structure = inBlocks ? whole.get() : all.approximant().structure();
        ThresholdSearch search =
                new ThresholdSearch(goal, structure, parameters, inBlocks ? depth.many() : Integer.MAX_VALUE);
        Optional<Quantization> found = search.shortest();
        if (found.isEmpty()) {
            return false;
        }
        Quantization q = found.get();
        boolean unreduced = q.structure() == structure;
        if (unreduced && !inBlocks && q.withoutZeros() == q) {
            return false;
        }
        smallestBudget = largestBudget;
        leastQuantizedError = search.leastError();
        if (unreduced && inBlocks) {
            consider(Codeword.inBlocks(largestBudget, q, search.error(q)));
        } else {
            consider(largestBudget, q);
        }
        return true;
    }

    private Approximation approximation(int budget) {
        Approximation known = seen.get(budget);
        if (known != null) {
            return known;
        }
        Approximation a =
                FamilyContract.checked(family, goal.normalized(), budget, goal.norm(), approximations.apply(budget));
        if (goal.data().size() > Excerpts.SMALL) {
            seen.clear(); // Each holds arrays as long as the data.
        }
        seen.put(budget, a);
        return a;
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
        int start = lastCode >= 0 ? lastCode : steps.expected();
        Optional<Quantization> q = steps.largest(start, PLAIN);
        leastQuantizedError = Math.min(leastQuantizedError, steps.leastError());
        return q.isPresent() && consider(budget, q.get());
    }

    private boolean consider(int budget, Quantization q) {
        lastCode = Steps.code(q.step());
        Quantization reduced = q.withoutZeros();
        return consider(isLong(reduced.structure()) ? drafted(budget, reduced) : Codeword.inOneStream(budget, reduced));
    }

    /** Whether nothing but very many integers is coded: only the shortest of such codewords is written out. */
    private boolean isLong(Structure structure) {
        return family.kind() == ApproximationKind.LINEAR && structure.size() > depth.many();
    }

    private static Codeword drafted(int budget, Quantization q) {
        CodeLength expected = new CodeLength(0, Math.round(ExpectedBits.of(q.structure(), q.integers())));
        return new Codeword(budget, q, Optional.empty(), expected, List.of(), Optional.empty());
    }

    private Codeword written(Codeword shortest) {
        return shortest.blocks().isEmpty() && isLong(shortest.quantization().structure())
                ? Codeword.inOneStream(shortest.budget(), shortest.quantization())
                : shortest;
    }

    private boolean consider(Codeword codeword) {
        boolean shorter = best.isEmpty() || codeword.bits() < best.get().bits();
        if (shorter) {
            best = Optional.of(codeword);
        }
        return shorter;
    }

    private boolean dropsZeros() {
        return best.isEmpty() || dropsZeros(approximation(best.get().budget()));
    }

    private boolean dropsZeros(Approximation a) {
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
