package org.epsilonet.comparator.codes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.epsilonet.api.classes.CitedSpeed;
import org.epsilonet.api.classes.EntropyBounds;
import org.epsilonet.api.classes.FunctionClass;
import org.epsilonet.api.classes.FunctionClasses;
import org.epsilonet.api.classes.Instance;
import org.epsilonet.api.classes.Smoothness;
import org.epsilonet.api.family.Approximation;
import org.epsilonet.api.function.Formula;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.Samples;
import org.epsilonet.comparator.Comparison;
import org.epsilonet.comparator.ComparisonPlan;
import org.epsilonet.comparator.ComparisonProgress;
import org.epsilonet.comparator.PairResult;
import org.epsilonet.comparator.PairVerdict;
import org.junit.jupiter.api.Test;

class DeltaCodeFamilyTest {
    private static final List<Integer> BUDGETS = List.of(15, 31, 63, 127, 255, 511, 1023, 2047, 4095);

    /** A tent of slope one, an adversary's: the walk is off by all of the accuracy somewhere. */
    private static final Formula LINE = Formula.of("x", x -> x);

    @Test
    void theWalkStaysWithinItsAccuracy() {
        DeltaCodeFamily family = new DeltaCodeFamily();
        for (int m : BUDGETS) {
            Approximation line = family.approximate(LINE, m, LpNorm.SUP);
            assertEquals(Approximation.Outcome.REACHED, line.outcome());
            assertTrue(line.distance().value() <= (1 + 1e-9) / (m + 1), m + ": " + line.distance());
        }
        assertEquals(
                Approximation.Outcome.NOT_REACHED,
                family.approximate(Formula.of("2x", x -> 2 * x), 64, LpNorm.SUP).outcome());
        assertTrue(family.approximate(Samples.of("one", 0.0), 8, LpNorm.SUP)
                        .distance()
                        .value()
                <= 1.0 / 9 + 1e-9);
        assertThrows(IllegalArgumentException.class, () -> family.approximate(LINE, 0, LpNorm.SUP));
    }

    /** Bits over the limit are 1 but for the last bytes of the coder: 1.0 to two digits from 1,000 bits on. */
    @Test
    void noCodeDoesWithFewerBits() {
        PairResult pair = Comparison.run(
                        new ComparisonPlan(
                                List.of(new DeltaCodeFamily()),
                                List.of(new HardLine()),
                                List.of(),
                                BUDGETS,
                                Optional.empty(),
                                1,
                                1,
                                false),
                        ComparisonProgress.NONE)
                .pairs()
                .get(0);
        assertEquals(PairVerdict.ATTAINS_LIMIT, pair.verdict(), pair.reason());
        assertEquals(
                1, pair.rateExponent().estimate(), 0.05, pair.rateExponent().toString());
        for (int i = 0; i < BUDGETS.size(); i++) {
            int m = BUDGETS.get(i);
            assertTrue(
                    pair.points().get(i).bits() >= m && pair.points().get(i).bits() <= m + 40,
                    pair.points().get(i).toString());
        }
        assertEquals(1, pair.bitsOverLimit(), 0.02, pair.points().toString());
    }

    /** The anchored Lipschitz functions of the catalogue, with a function on which the code is off by its accuracy. */
    private static final class HardLine implements FunctionClass {
        private final FunctionClass anchored = FunctionClasses.installed().get("lipschitz.anchored");

        @Override
        public String id() {
            return "test.line";
        }

        @Override
        public String title() {
            return id();
        }

        @Override
        public Smoothness smoothness() {
            return anchored.smoothness();
        }

        @Override
        public LpNorm norm() {
            return LpNorm.SUP;
        }

        @Override
        public Optional<CitedSpeed> encodingSpeed(LpNorm norm) {
            return anchored.encodingSpeed(norm);
        }

        @Override
        public Optional<EntropyBounds> entropy(double epsilon, LpNorm norm) {
            return anchored.entropy(epsilon, norm);
        }

        @Override
        public List<Instance> instances(long seed) {
            return List.of(new Instance(LINE, Set.of()));
        }
    }
}
