package org.epsilonet.comparator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import org.epsilonet.api.classes.CitedSpeed;
import org.epsilonet.api.classes.FunctionClass;
import org.epsilonet.api.classes.FunctionClasses;
import org.epsilonet.api.classes.Instance;
import org.epsilonet.api.classes.Smoothness;
import org.epsilonet.api.family.ApproximationFamily;
import org.epsilonet.api.function.Formula;
import org.epsilonet.api.function.LpNorm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Theorem (i) as an experiment: which numbers of bits keep the speed, and what a family gains that hides bits. */
class QuantizationRuleTest {
    private static final long SEED = 42;
    private static final List<Integer> BUDGETS = List.of(16, 32, 64, 128, 256, 512, 1024);

    private static final List<Integer> DIGITS = List.of(4, 6, 8, 12, 16, 24, 32);

    private static PairResult run(ApproximationFamily family, String id, List<Integer> budgets, QuantizationRule rule) {
        FunctionClass c = FunctionClasses.installed().get(id);
        ComparisonResult result = Comparison.run(
                new ComparisonPlan(
                        List.of(family), List.of(c), List.of(), budgets, Optional.empty(), SEED, 2, false, rule),
                ComparisonProgress.NONE);
        assertEquals(rule, result.rule());
        return result.pairs().get(0);
    }

    @Test
    void theBitsOfTheTheoremKeepTheSpeed() {
        PairResult pair = run(
                PiecewiseConstants.family(),
                "hoelder.0.5",
                BUDGETS,
                new QuantizationRule.Theorem(OptionalDouble.of(0.5)));
        assertEquals(pair.approxSpeed().estimate(), pair.quantizedSpeed().estimate(), 0.06);
        assertFalse(pair.reason().contains("stalls"), pair.reason());
        for (Point p : pair.points()) {
            // Radius 8, Lipschitz constant 1, covering radius M^-1/2.
            double bits = Math.log(Math.ceil(8 * Math.sqrt(p.budget()) * (1 - 1e-12))) / Math.log(2);
            assertEquals(bits, p.bitsPerParameter(), 1e-9);
            assertEquals(Math.ceil(p.budget() * bits - 1e-9), p.bits());
            assertTrue(p.quantizedError() <= p.error() + Math.pow(p.budget(), -0.5), p.toString());
        }
    }

    @Test
    void theErrorItselfIsACoveringRadiusToo() {
        PairResult pair = run(
                PiecewiseConstants.family(),
                "sobolev.2",
                BUDGETS,
                new QuantizationRule.Theorem(OptionalDouble.empty()));
        // The ratio of the errors is in [1, 2] over six octaves: ln 2 / ln 64.
        assertEquals(pair.approxSpeed().estimate(), pair.quantizedSpeed().estimate(), 0.167);
        for (Point p : pair.points()) {
            assertTrue(p.quantizedError() <= 2 * p.error() && p.quantizedError() >= p.error() * 0.99, p.toString());
            // One number from the worst instance, the other from the worst error: the same where one instance is worst.
            assertTrue(p.bitsPerParameter() >= p.theoremBitsPerParameter() - 1e-9, p.toString());
        }
    }

    @Test
    void aFixedNumberOfBitsStalls() {
        PairResult pair = run(PiecewiseConstants.family(), "sobolev.2", BUDGETS, new QuantizationRule.Fixed(5));
        // An average over the falling and the stalling part.
        assertTrue(
                pair.quantizedSpeed().estimate() < 0.5 * pair.approxSpeed().estimate(),
                pair.quantizedSpeed().toString());
        assertTrue(pair.reason().contains("; quantized (5 bits a parameter) the error stalls near "), pair.reason());
        for (Point p : pair.points()) {
            assertEquals(5, p.bitsPerParameter());
            assertTrue(p.bits() >= 5L * p.budget() && p.bits() <= 5L * p.budget() + 40, p.toString());
        }
    }

    /** log2(r Lip / error), whatever the rule. */
    @Test
    void theTheoremStandsBesideEveryPoint() {
        for (Point p : run(PiecewiseConstants.family(), "bv", BUDGETS, QuantizationRule.DEFAULT)
                .points()) {
            assertEquals(Math.log(Math.ceil(8 / p.error())) / Math.log(2), p.theoremBitsPerParameter(), 1e-9);
            assertTrue(p.bitsPerParameter() < p.theoremBitsPerParameter(), p.toString());
        }
    }

    /** Faster than the encoding speed in M, not in bits. */
    @Test
    void digitsHideBits() {
        PairResult pair = Comparison.run(
                        new ComparisonPlan(
                                List.of(new DeltaDigits()),
                                List.of(lipschitz()),
                                List.of(),
                                DIGITS,
                                Optional.empty(),
                                SEED,
                                2,
                                false),
                        ComparisonProgress.NONE)
                .pairs()
                .get(0);
        assertEquals(2, pair.approxSpeed().estimate(), 0.05, pair.toString());
        assertEquals(PairVerdict.EXCEEDS_NOT_ENCODABLE, pair.verdict(), pair.reason());
        assertTrue(pair.reason().contains("h = 1 is 2: each parameter may need of order M bits"), pair.reason());
        // M (M + 2 log2 M + 6) bits: with 32 digits their growth is still far from M^2, and few budgets leave the
        // interval
        // in bits wide enough for 1.
        assertTrue(
                pair.reason().contains("; its bits grow like M^1.57, in bits its exponent 1.28 stays within the"),
                pair.reason());
        Point last = pair.points().get(pair.points().size() - 1);
        assertTrue(last.bitsPerParameter() > 32 && last.bitsPerParameter() < 32 + 20, last.toString());
        assertEquals(32 + 2 + 10, last.theoremBitsPerParameter(), 1, last.toString());
    }

    /** Random slopes +-1 on as many cells as a budget has bits: no code saves any of them. */
    private static FunctionClass lipschitz() {
        List<Instance> walks =
                DIGITS.stream().map(m -> new Instance(walk(m * m), Set.of())).toList();
        return new FunctionClass() {
            @Override
            public String id() {
                return "test.lipschitz";
            }

            @Override
            public String title() {
                return "Lipschitz, anchored";
            }

            @Override
            public Smoothness smoothness() {
                return new Smoothness.Hoelder(1, 1);
            }

            @Override
            public LpNorm norm() {
                return LpNorm.SUP;
            }

            @Override
            public Optional<CitedSpeed> encodingSpeed(LpNorm norm) {
                return Optional.of(CitedSpeed.of(1, "Kolmogorov and Tikhomirov 1959"));
            }

            @Override
            public List<Instance> instances(long seed) {
                return walks;
            }
        };
    }

    private static Formula walk(int cells) {
        Random random = new Random(SEED + cells);
        double[] values = new double[cells + 1];
        for (int k = 0; k < cells; k++) {
            values[k + 1] = values[k] + (random.nextBoolean() ? 1.0 : -1.0) / cells;
        }
        double[] knots = new double[cells - 1];
        Arrays.setAll(knots, k -> (k + 1.0) / cells);
        return Formula.of(
                "walk of " + cells,
                x -> {
                    int k = Math.min(cells - 1, (int) (x * cells));
                    return values[k] + (x * cells - k) * (values[k + 1] - values[k]);
                },
                knots);
    }

    @Test
    void rulesHaveNames() {
        for (String name : List.of("certified", "theorem", "theorem:1.5", "8")) {
            assertEquals(name, QuantizationRule.named(name).toString());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0", "49", "-3", "1.5", "many", "theorem:", "theorem:-1", "theorem:NaN", "theorem:Infinity"})
    void otherNamesAreRefused(String name) {
        assertThrows(IllegalArgumentException.class, () -> QuantizationRule.named(name));
    }
}
