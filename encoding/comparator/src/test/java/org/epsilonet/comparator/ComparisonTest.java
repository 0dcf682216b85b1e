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

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.epsilonet.api.classes.FunctionClass;
import org.epsilonet.api.encodability.EncodabilityClaim;
import org.epsilonet.api.encodability.Growth;
import org.epsilonet.api.family.ApproximationFamily;
import org.epsilonet.api.function.Distance;
import org.epsilonet.api.function.Formula;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.Samples;
import org.junit.jupiter.api.Test;

/** What comes out of a comparison: errors, bits, speeds, verdicts. */
class ComparisonTest {
    @Test
    void oneJumpHoldsUniformCellsAtOneHalf() {
        PairResult bv = only(run(List.of(PiecewiseConstants.family()), List.of(standard("bv"))));
        assertEquals(0.5, bv.approxSpeed().estimate(), 0.02);
        // Rounding adds between nothing and half of the error, orthogonally: ln(sqrt(1.25))/ln(8) over four budgets.
        assertEquals(0.5, bv.quantizedSpeed().estimate(), 0.06);
        assertEquals(PairVerdict.BELOW_LIMIT, bv.verdict(), bv.reason());
        assertEquals(1, bv.encodingSpeed().orElseThrow());
        assertTrue(bv.reason().contains("agrees with the cited speed 0.5"), bv.reason());
    }

    @Test
    void smoothFunctionsGiveSpeedOneAndItsBits() {
        PairResult h1 = only(run(List.of(PiecewiseConstants.family()), List.of(smooth())));
        assertEquals(1, h1.approxSpeed().estimate(), 0.02);
        assertEquals(1, h1.quantizedSpeed().estimate(), 0.06);
        // A bit or more for each parameter; fewer as neighbours become alike, so the exponent may exceed 1 on one
        // function.
        assertTrue(h1.rateExponent().low() > 0.9, h1.toString());
        assertEquals(PairVerdict.ATTAINS_LIMIT, h1.verdict(), h1.reason());
        for (Point p : h1.points()) {
            assertTrue(p.quantizedError() <= 1.5 * p.error(), p.toString());
            assertTrue(p.quantizedError() > 0.9 * p.error(), p.toString());
            assertTrue(p.bits() > p.budget() && p.bits() < 40L * p.budget() + 100, p.toString());
            assertEquals(Distance.Kind.ESTIMATED, p.errorKind());
        }
    }

    /** Random signs on every scale cannot be compressed: error against bits has the encoding speed at most. */
    @Test
    void bitsOfRandomFunctionsAreNotSaved() {
        PairResult h1 = only(run(List.of(PiecewiseConstants.family()), List.of(standard("besov.1.2"))));
        // Order 1 is exactly the smoothness: the root of a logarithm remains, see Interleaved.
        assertEquals(0.92, h1.approxSpeed().estimate(), 0.06, h1.toString());
        assertTrue(h1.rateExponent().low() < 1.1, h1.toString());
        assertTrue(h1.rateExponent().high() > 0.8, h1.toString());
    }

    @Test
    void linearMethodsAttainHoelderClasses() {
        PairResult hoelder = only(run(List.of(PiecewiseConstants.family()), List.of(standard("hoelder.0.5"))));
        // The supremum of sums of random signs grows a little with the number of cells.
        assertEquals(0.45, hoelder.approxSpeed().estimate(), 0.08);
        assertEquals(PairVerdict.ATTAINS_LIMIT, hoelder.verdict(), hoelder.reason());
    }

    @Test
    void easyInstancesExceedTheLimitAsTheFamilyMay() {
        FunctionClass easy = aClass("easy", 0.5, Formula.of("line", x -> x));
        EncodabilityClaim none =
                EncodabilityClaim.of(Growth.ZERO, Growth.LINEAR, Growth.LINEAR, Growth.CONSTANT, "huge radius");
        ComparisonResult result =
                run(List.of(PiecewiseConstants.family(), new PiecewiseConstants("test.wild", none, 8)), List.of(easy));
        assertEquals(PairVerdict.EXCEEDS_ON_INSTANCES, result.pairs().get(0).verdict());
        assertEquals(PairVerdict.EXCEEDS_NOT_ENCODABLE, result.pairs().get(1).verdict());
        assertTrue(
                result.pairs().get(1).reason().contains("the limit for its exponent h = 1 is 1"),
                result.pairs().get(1).reason());
    }

    @Test
    void resultsDoNotDependOnThreads() {
        List<FunctionClass> classes = List.of(standard("bv"), standard("sobolev.2"), standard("hoelder.1"));
        List<ApproximationFamily> families = List.of(PiecewiseConstants.family());
        List<Integer> budgets = List.of(16, 32, 64, 128);
        ComparisonResult one = Comparison.run(
                new ComparisonPlan(families, classes, List.of(), budgets, Optional.empty(), SEED, 1, true),
                ComparisonProgress.NONE);
        ComparisonResult four = Comparison.run(
                new ComparisonPlan(families, classes, List.of(), budgets, Optional.empty(), SEED, 4, true),
                ComparisonProgress.NONE);
        assertEquals(one, four);
    }

    @Test
    void noInstanceIsKnownToBeHardInAnUnusualMetric() {
        PairResult inL1 = only(Comparison.run(
                plan(
                        List.of(standard("bv")),
                        List.of(),
                        List.of(16, 32, 64, 128, 256, 512, 1024, 2048, 4096),
                        Optional.of(LpNorm.L1),
                        false),
                ComparisonProgress.NONE));
        assertEquals(PairVerdict.ATTAINS_LIMIT, inL1.verdict(), inL1.reason());
        assertTrue(inL1.reason().contains("on instances not known to be as hard as the class"), inL1.reason());
    }

    @Test
    void dataIsMeasuredInItsOwnUnitsBelowItsLength() {
        double[] values = new double[300];
        Arrays.setAll(values, i -> 1000 + 500 * Math.sin(i / 20.0));
        ComparisonPlan plan = new ComparisonPlan(
                List.of(PiecewiseConstants.family()),
                List.of(),
                List.of(Samples.of("waves", values)),
                List.of(16, 32, 64, 128, 256, 512),
                Optional.empty(),
                SEED,
                1,
                true);
        PairResult result = only(Comparison.run(plan, ComparisonProgress.NONE));
        assertEquals("waves", result.functionClass());
        assertTrue(result.encodingSpeed().isEmpty());
        assertEquals(PairVerdict.INCONCLUSIVE, result.verdict());
        assertEquals(
                List.of(16, 32, 64, 128, 256),
                result.points().stream().map(Point::budget).toList());
        Point first = result.points().get(0);
        assertEquals(Distance.Kind.MEASURED, first.errorKind());
        // Root mean square slope 25/sqrt(2) per sample, cells of 300/16 samples: 17.7 * 18.75 / sqrt(12) = 96.
        assertEquals(96, first.error(), 10);
    }

    @Test
    void constantDataIsExact() {
        ComparisonPlan plan = new ComparisonPlan(
                List.of(PiecewiseConstants.family()),
                List.of(),
                List.of(Samples.of("constant", 7, 7, 7, 7, 7, 7)),
                List.of(1, 2, 4),
                Optional.of(LpNorm.SUP),
                SEED,
                1,
                false);
        PairResult result = only(Comparison.run(plan, ComparisonProgress.NONE));
        assertTrue(result.points().stream().allMatch(p -> p.error() == 0 && p.quantizedError() == 0));
        assertTrue(result.approxSpeed().isInfinite());
    }

    @Test
    void aFamilyThatBreaksItsContractIsNamed() {
        ApproximationFamily narrow = new PiecewiseConstants("test.narrow", PiecewiseConstants.ENCODABLE, 0.25);
        IllegalStateException e =
                assertThrows(IllegalStateException.class, () -> run(List.of(narrow), List.of(smooth())));
        assertTrue(String.valueOf(e.getMessage()).contains("test.narrow"), e.toString());
    }

    /** A jump in the middle of a cell is the worst for constants on cells: M^-1/2 / 2. The search comes near from below. */
    @Test
    void aSearchForHardFunctionsBoundsTheSupremumFromBelow() {
        PairResult bv = only(Comparison.run(
                new ComparisonPlan(
                        List.of(PiecewiseConstants.family()),
                        List.of(standard("bv")),
                        List.of(),
                        List.of(16, 32, 64),
                        Optional.empty(),
                        SEED,
                        2,
                        false,
                        QuantizationRule.DEFAULT,
                        32),
                ComparisonProgress.NONE));
        Supremum supremum = bv.limits().supremum().orElseThrow();
        assertEquals(64, supremum.budget());
        assertEquals(32, supremum.evaluations());
        assertTrue(supremum.lower() > 0.9 * 0.0625 && supremum.lower() <= 0.0625 * (1 + 1e-9), supremum.toString());
        assertTrue(Double.isNaN(supremum.upper()) && supremum.upperSource().isEmpty());
        assertEquals(Math.log(3) / Math.log(2), bv.limits().instanceBits(), 1e-12);
        assertTrue(run(List.of(PiecewiseConstants.family()), List.of(standard("bv")))
                .pairs()
                .get(0)
                .limits()
                .supremum()
                .isEmpty());
    }
}
