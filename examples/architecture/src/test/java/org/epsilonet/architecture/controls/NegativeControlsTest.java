package org.epsilonet.architecture.controls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.epsilonet.api.classes.ApproximationKind;
import org.epsilonet.api.classes.CitedSpeed;
import org.epsilonet.api.classes.FunctionClass;
import org.epsilonet.api.classes.FunctionClasses;
import org.epsilonet.api.classes.Instance;
import org.epsilonet.api.classes.Smoothness;
import org.epsilonet.api.family.Families;
import org.epsilonet.api.function.Formula;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.comparator.Comparison;
import org.epsilonet.comparator.ComparisonPlan;
import org.epsilonet.comparator.ComparisonProgress;
import org.epsilonet.comparator.PairResult;
import org.epsilonet.comparator.PairVerdict;
import org.junit.jupiter.api.Test;

class NegativeControlsTest {
    private static PairResult compare(String family, String functionClass, LpNorm norm, List<Integer> budgets) {
        return compare(family, FunctionClasses.installed().get(functionClass), norm, budgets);
    }

    private static PairResult compare(String family, FunctionClass functionClass, LpNorm norm, List<Integer> budgets) {
        ComparisonPlan plan = new ComparisonPlan(
                List.of(Families.named(family)),
                List.of(functionClass),
                List.of(),
                budgets,
                Optional.of(norm),
                1,
                1,
                false);
        return Comparison.run(plan, ComparisonProgress.NONE).pairs().get(0);
    }

    /** Twice the encoding speed in the number of weights; in bits, what every code is bound to. */
    @Test
    void bitExtractionExceedsTheEncodingSpeed() {
        PairResult pair = compare("relu.bit-extraction", "hoelder.1", LpNorm.L2, List.of(4, 8, 16, 32, 64));
        assertEquals(PairVerdict.EXCEEDS_NOT_ENCODABLE, pair.verdict(), pair::reason);
        // 2 in the limit; the scale, the steepest slope seen, still grows with M on a rough instance.
        assertTrue(pair.approxSpeed().low() > 1.5 && pair.approxSpeed().high() < 2.2, pair::reason);
        assertEquals(1, pair.encodingSpeed().orElseThrow(), 0);
        assertTrue(pair.rateExponent().estimate() <= 1.1, pair::toString);
    }

    @Test
    void realKnotsExceedTheEncodingSpeedWhereJumpsAreNotCompact() {
        PairResult pair =
                compare("splines.real-knots.degree0", "piecewise-smooth.2", LpNorm.SUP, List.of(8, 16, 32, 64, 128));
        assertEquals(PairVerdict.EXCEEDS_NOT_ENCODABLE, pair.verdict(), pair::reason);
        assertEquals(0, pair.encodingSpeed().orElseThrow(), 0);
    }

    /** Not compact, so no code has any speed; but M spikes at any depth are found one by one, with error M^(-1/2). */
    @Test
    void bestTermsOfAnyDepthExceedTheEncodingSpeedOnACriticalBall() {
        PairResult unlimited =
                compare("wavelets.haar.best.unlimited", new CriticalBall(), LpNorm.L2, List.of(4, 8, 16, 32, 64, 128));
        assertEquals(PairVerdict.EXCEEDS_NOT_ENCODABLE, unlimited.verdict(), unlimited::reason);
        assertEquals(0.5, unlimited.approxSpeed().estimate(), 0.05);
        PairResult limited =
                compare("wavelets.haar.best", new CriticalBall(), LpNorm.L2, List.of(4, 8, 16, 32, 64, 128));
        assertTrue(limited.approxSpeed().high() < 0.05, limited::reason);
    }

    /** \(B^{1/2}_{1,1}\), whose embedding into \(L^2\) is not compact: all orthonormal wavelets are in the ball. */
    private record CriticalBall() implements FunctionClass {
        private static final int TERMS = 2048;
        private static final int LEVEL_OF_INTERVALS = 11;

        @Override
        public String id() {
            return "besov.critical";
        }

        @Override
        public String title() {
            return "critical Besov ball";
        }

        @Override
        public Smoothness smoothness() {
            return new Smoothness.Besov(1, 0.5, 1, 1);
        }

        @Override
        public LpNorm norm() {
            return LpNorm.L2;
        }

        @Override
        public Optional<CitedSpeed> encodingSpeed(LpNorm metric) {
            return Optional.of(CitedSpeed.of(0, "not compact: it holds an orthonormal system"));
        }

        /** Coefficients 1/n in levels 20 to 38, a spike in each of 2048 intervals. */
        @Override
        public List<Instance> instances(long seed) {
            double[] breakpoints = new double[3 * TERMS];
            for (int n = 1; n <= TERMS; n++) {
                for (int i = 0; i < 3; i++) {
                    breakpoints[3 * (n - 1) + i] = Math.scalb(position(n) + 0.5 * i, -level(n));
                }
            }
            Formula spikes = Formula.of("spikes", CriticalBall::value, breakpoints);
            return List.of(new Instance(spikes, Set.of(ApproximationKind.NONLINEAR)));
        }

        private static double value(double x) {
            int n = (int) (x * TERMS) + 1;
            if (n > TERMS) {
                return 0;
            }
            double local = Math.scalb(x, level(n)) - position(n);
            double height = Math.pow(2, 0.5 * level(n)) / n;
            return local < 0 || local >= 1 ? 0 : local < 0.5 ? height : -height;
        }

        private static int level(int n) {
            return 20 + n * 7 % 19;
        }

        private static long position(int n) {
            return ((n - 1L) << (level(n) - LEVEL_OF_INTERVALS)) + n % 128;
        }
    }
}
