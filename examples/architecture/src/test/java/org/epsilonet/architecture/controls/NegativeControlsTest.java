package org.epsilonet.architecture.controls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.epsilonet.api.classes.FunctionClasses;
import org.epsilonet.api.family.Families;
import org.epsilonet.api.family.ParametrizedFamily;
import org.epsilonet.api.function.Cube;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.comparator.Comparison;
import org.epsilonet.comparator.ComparisonPlan;
import org.epsilonet.comparator.ComparisonProgress;
import org.epsilonet.comparator.PairResult;
import org.epsilonet.comparator.PairVerdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NegativeControlsTest {
    private static PairResult compare(String family, String functionClass, LpNorm norm, List<Integer> budgets) {
        ComparisonPlan plan = new ComparisonPlan(
                List.of(Families.named(family)),
                List.of(FunctionClasses.installed().get(functionClass)),
                List.of(),
                budgets,
                Optional.of(norm),
                1,
                1,
                false);
        return Comparison.run(plan, ComparisonProgress.NONE).pairs().get(0);
    }

    /**
     * Twice the encoding speed in the number of weights; in bits of the fixed-length code, what every code is bound to.
     * (The adaptive code profits from the long slopes of the coarse tents; its exponent is not yet that of the limit.)
     */
    @Test
    void bitExtractionExceedsTheEncodingSpeed() {
        PairResult pair = compare("relu.bit-extraction", "hoelder.1", LpNorm.L2, List.of(8, 16, 32, 64, 128));
        assertEquals(PairVerdict.EXCEEDS_NOT_ENCODABLE, pair.verdict(), pair::reason);
        // 2 in the limit; M^2 times the error settles by an eighth as the tents are resolved: log(1.12)/log(16) = 0.04.
        assertEquals(2, pair.approxSpeed().estimate(), 0.06, pair::reason);
        assertEquals(1, pair.encodingSpeed().orElseThrow(), 0);
        double bits = Math.log(digits(128) / digits(8)) / Math.log(16);
        assertEquals(1, pair.approxSpeed().estimate() / bits, 0.05, pair::toString);
    }

    private static double digits(int budget) {
        ParametrizedFamily family = (ParametrizedFamily) Families.named("relu.bit-extraction");
        return family.parametrization(Cube.INTERVAL, budget).log2Structures();
    }

    @Test
    void realKnotsExceedTheEncodingSpeedWhereJumpsAreNotCompact() {
        PairResult pair =
                compare("splines.real-knots.degree0", "piecewise-smooth.2", LpNorm.SUP, List.of(8, 16, 32, 64, 128));
        assertEquals(PairVerdict.EXCEEDS_NOT_ENCODABLE, pair.verdict(), pair::reason);
        assertEquals(0, pair.encodingSpeed().orElseThrow(), 0);
    }

    /** Not compact, so no code has any speed; but M spikes at any depth are found one by one, with error M^(-1/2). */
    @ParameterizedTest
    @ValueSource(strings = {"wavelets.haar.best.unlimited", "relu.unbounded"})
    void controlsWithoutALimitOfDepthExceedTheEncodingSpeedOnACriticalBall(String control) {
        PairResult pair = compare(control, "besov.critical", LpNorm.L2, List.of(16, 32, 64, 128, 256, 512));
        assertEquals(PairVerdict.EXCEEDS_NOT_ENCODABLE, pair.verdict(), pair::reason);
        assertEquals(0, pair.encodingSpeed().orElseThrow(), 0);
        assertEquals(0.5, pair.approxSpeed().estimate(), 0.05);
        assertTrue(pair.reason().contains("no number of bits serves the whole class"), pair::reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"wavelets.haar.best", "relu.shallow"})
    void aPolynomialDepthFindsNothingThere(String family) {
        PairResult pair = compare(family, "besov.critical", LpNorm.L2, List.of(16, 32, 64, 128, 256, 512));
        assertEquals(PairVerdict.ATTAINS_LIMIT, pair.verdict(), pair::reason);
        assertEquals(0, pair.approxSpeed().high(), 0.05);
    }
}
