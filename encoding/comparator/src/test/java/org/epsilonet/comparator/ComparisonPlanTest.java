package org.epsilonet.comparator;

import static org.epsilonet.comparator.Comparisons.SEED;
import static org.epsilonet.comparator.Comparisons.aClass;
import static org.epsilonet.comparator.Comparisons.only;
import static org.epsilonet.comparator.Comparisons.plan;
import static org.epsilonet.comparator.Comparisons.run;
import static org.epsilonet.comparator.Comparisons.smooth;
import static org.epsilonet.comparator.Comparisons.standard;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.epsilonet.api.function.Formula;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.Samples;
import org.junit.jupiter.api.Test;

/** What a plan measures: which elements, at which budgets, how often, and what it skips or refuses. */
class ComparisonPlanTest {
    @Test
    void elementsOfTwoClassesAreMeasuredOnce() {
        Formula common = Formula.of("line", x -> x);
        List<Integer> totals = new ArrayList<>();
        ComparisonPlan plan = new ComparisonPlan(
                List.of(PiecewiseConstants.family()),
                List.of(aClass("slow", 0.5, common), aClass("fast", 1, common)),
                List.of(),
                List.of(16, 32),
                Optional.empty(),
                SEED,
                2,
                false);
        List<PairResult> pairs =
                Comparison.run(plan, (done, total, label) -> totals.add(total)).pairs();
        assertEquals(List.of(1), totals);
        assertEquals(pairs.get(0).points(), pairs.get(1).points());
    }

    @Test
    void progressCountsEveryInstanceOnce() {
        List<Integer> done = new ArrayList<>();
        List<Integer> totals = new ArrayList<>();
        ComparisonPlan plan = new ComparisonPlan(
                List.of(PiecewiseConstants.family()),
                List.of(standard("bv"), standard("takagi")),
                List.of(),
                List.of(16),
                Optional.empty(),
                SEED,
                2,
                false);
        Comparison.run(plan, (d, total, label) -> {
            done.add(d);
            totals.add(total);
            assertTrue(label.startsWith("test.constants on "), label);
        });
        assertEquals(IntStream.rangeClosed(1, 4).boxed().toList(), done);
        assertEquals(Set.of(4), Set.copyOf(totals));
    }

    /** What is hard in the usual metric of the class need not be so in another one. */
    @Test
    void quickMeasuresAllInstancesInAnUnusualMetric() {
        assertEquals(1, quickInstances(Optional.empty()));
        assertEquals(1, quickInstances(Optional.of(LpNorm.L2)));
        assertEquals(3, quickInstances(Optional.of(LpNorm.L1)));
    }

    @Test
    void noMoreBudgetsThanWanted() {
        assertEquals(List.of(64), budgets(List.of(64), false));
        assertEquals(List.of(64, 128), budgets(List.of(64, 128), false));
        assertEquals(List.of(256, 512), budgets(List.of(256, 512, 1024, 2048), true));
        assertEquals(List.of(128, 256, 512), budgets(List.of(1024, 2048, 4096), true));
    }

    /** 100 samples: budgets up to 99. */
    @Test
    void smallBudgetsMakeUpForThoseOutOfReach() {
        assertEquals(List.of(4, 8, 16, 32, 64), dataBudgets(List.of(16, 32, 64, 128, 256, 512)));
        assertEquals(List.of(16, 32, 64), dataBudgets(List.of(32, 64, 128)));
        assertEquals(List.of(64), dataBudgets(List.of(128)));
        assertEquals(List.of(32, 64), dataBudgets(List.of(32, 64)));
    }

    @Test
    void whatMeetsNothingIsSkippedByName() {
        ComparisonResult result = run(List.of(PiecewiseConstants.family()), List.of(standard("cartoon.2"), smooth()));
        assertEquals(List.of("cartoon.2"), result.skipped());
        assertEquals(1, result.pairs().size());
    }

    @Test
    void budgetsAreChecked() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new ComparisonPlan(
                        List.of(), List.of(), List.of(), List.of(0), Optional.empty(), SEED, 1, false));
        assertThrows(
                IllegalArgumentException.class,
                () -> new ComparisonPlan(List.of(), List.of(), List.of(), List.of(), Optional.empty(), SEED, 1, false));
        assertThrows(
                IllegalArgumentException.class,
                () -> new ComparisonPlan(
                        List.of(), List.of(), List.of(), List.of(1), Optional.empty(), SEED, 0, false));
    }

    private static int quickInstances(Optional<LpNorm> norm) {
        List<Integer> totals = new ArrayList<>();
        Comparison.run(
                plan(List.of(standard("bv")), List.of(), List.of(16), norm, true),
                (done, total, label) -> totals.add(total));
        return totals.get(0);
    }

    private static List<Integer> budgets(List<Integer> wanted, boolean quick) {
        return measured(plan(List.of(smooth()), List.of(), wanted, Optional.empty(), quick));
    }

    private static List<Integer> dataBudgets(List<Integer> wanted) {
        Samples ramp =
                Samples.of("ramp", IntStream.range(0, 100).asDoubleStream().toArray());
        return measured(plan(List.of(), List.of(ramp), wanted, Optional.empty(), false));
    }

    private static List<Integer> measured(ComparisonPlan plan) {
        return only(Comparison.run(plan, ComparisonProgress.NONE)).points().stream()
                .map(Point::budget)
                .toList();
    }
}
