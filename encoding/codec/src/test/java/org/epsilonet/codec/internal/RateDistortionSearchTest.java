package org.epsilonet.codec.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.epsilonet.api.family.Approximation;
import org.epsilonet.api.family.ParametrizedFamily;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.Samples;
import org.epsilonet.codec.Signals;
import org.epsilonet.codec.TestFamily;
import org.epsilonet.quantization.Quantization;
import org.junit.jupiter.api.Test;

class RateDistortionSearchTest {
    private static Optional<Codeword> rounded(Goal goal, ParametrizedFamily family, int budget) {
        Approximation a = family.approximations(goal.normalized(), goal.norm()).apply(budget);
        StepSearch search = new StepSearch(goal, a, goal.error(a));
        return search.largest(search.expected(), 0.5).map(q -> Codeword.inOneStream(budget, q));
    }

    /** 300 samples of noise, within an error relative to its range. */
    private static Goal noise(double error) {
        Samples data = Samples.of("noise", Signals.of("noise", 300, 1));
        return Goal.of(data, error * data.range(), LpNorm.L2);
    }

    private static int bytes(Goal goal, ParametrizedFamily family, Codeword word) {
        return VerifiedFile.of(goal, family, word).orElseThrow().bytes().length;
    }

    /** For every family, signal and norm: the goal is met by the real error, and the file is not longer. */
    @Test
    void isNotLongerAndMeetsTheGoal() {
        int shorter = 0;
        int tried = 0;
        for (String kind : new String[] {"smooth", "brownian", "noise", "spike"}) {
            Samples data = Samples.of(kind, Signals.of(kind, 300, 3));
            for (LpNorm norm : new LpNorm[] {LpNorm.L2, LpNorm.SUP}) {
                for (double error : new double[] {0.3, 0.03, 1e-3}) {
                    Goal goal = Goal.of(data, error * data.range(), norm);
                    for (ParametrizedFamily family : TestFamily.all()) {
                        int budget = Math.min(200, family.largestBudget(data.grid()));
                        Optional<Codeword> word = rounded(goal, family, budget);
                        if (word.isPresent()) {
                            Codeword found = RateDistortionSearch.shorter(goal, family, word.get());
                            assertTrue(
                                    bytes(goal, family, found) <= bytes(goal, family, word.get()),
                                    family.id() + " on " + kind);
                            double measured =
                                    goal.error(found.quantization().realize()).value();
                            assertTrue(measured <= goal.bound(), family.id() + " on " + kind);
                            shorter += found.bits() < word.get().bits() ? 1 : 0;
                            tried++;
                        }
                    }
                }
            }
        }
        assertTrue(tried > 10 && shorter > tried / 2, shorter + " of " + tried + " became shorter");
    }

    @Test
    void columnsAreTheSamplesOfOneStepOfEachParameter() {
        Samples data = Samples.of("smooth", Signals.of("smooth", 50, 1));
        for (ParametrizedFamily family : TestFamily.all()) {
            Approximation a =
                    family.approximations(data, LpNorm.L2).apply(Math.min(8, family.largestBudget(data.grid())));
            Quantization q =
                    Quantization.of(a.approximant().structure(), a.approximant().parameters(), 0x1p-7, LpNorm.L2);
            Columns columns = Columns.of(q, data.grid(), LpNorm.L2).orElseThrow();
            double[] told = columns.combined(q.integers(), 1);
            double[] real = q.realize().on(data.grid());
            for (int j = 0; j < real.length; j++) {
                assertEquals(real[j], told[j], 1e-12); // Sums of at most fifty products below 1.
            }
        }
    }

    @Test
    void largeAndOtherNormsKeepTheirIntegers() {
        Samples data = Samples.of("smooth", Signals.of("smooth", 300, 1));
        Goal goal = Goal.of(data, 0.1 * data.range(), LpNorm.L1);
        for (ParametrizedFamily family : TestFamily.all()) {
            Codeword w =
                    rounded(goal, family, family.largestBudget(data.grid())).orElseThrow();
            assertSameIntegers(w, RateDistortionSearch.shorter(goal, family, w));
        }
        int many = 1 + (1 << 14);
        Samples large = Samples.of("smooth", Signals.of("smooth", many, 1));
        Samples rough = Samples.of("noise", Signals.of("noise", 1200, 1));
        for (Samples samples : new Samples[] {large, rough}) {
            Goal other = Goal.of(samples, 0.01 * samples.range(), LpNorm.L2);
            ParametrizedFamily family = TestFamily.all().get(0);
            Codeword w = rounded(other, family, 1200).orElseThrow();
            assertTrue(samples == large || w.quantization().structure().size() > 1024);
            assertSameIntegers(w, RateDistortionSearch.shorter(other, family, w));
        }
    }

    /** At most a law is told, where that is shorter. */
    private static void assertSameIntegers(Codeword word, Codeword shorter) {
        assertSame(word.quantization(), shorter.quantization());
        assertTrue(shorter == word || shorter.law().isPresent() && shorter.bits() < word.bits());
    }

    /** Haar coefficients whose sizes fall like a power: told so, they need fewer bits. */
    @Test
    void sizesThatFallAreTold() {
        Samples data = Samples.of("fading", Signals.fading(1024, i -> Math.pow(i + 1, -1.5), 5));
        Goal goal = Goal.of(data, 1e-3 * data.range(), LpNorm.L2);
        ParametrizedFamily family = TestFamily.all().get(1);
        Codeword word = rounded(goal, family, 1024).orElseThrow();
        Codeword shorter = RateDistortionSearch.shorter(goal, family, word);
        assertTrue(shorter.law().isPresent());
        Codeword traced = Codeword.inOneStream(shorter.budget(), shorter.quantization());
        assertTrue(shorter.bits() < traced.bits(), shorter.bits() + " of " + traced.bits());
        assertEquals(
                HeaderSeven.LAWFUL,
                VerifiedFile.of(goal, family, shorter).orElseThrow().header().version());
    }

    /** Where the window reaches the end, a gain is what the whole code takes less. */
    @Test
    void gainsOfTheLastIntegersAreThoseOfTheWholeCode() {
        Goal goal = noise(0.05);
        Quantization q =
                rounded(goal, TestFamily.all().get(0), 300).orElseThrow().quantization();
        double[][] gains = ChangeGains.of(q, Optional.empty(), (i, by) -> i > 5);
        long[] integers = q.integers();
        double whole = ParameterCode.bits(q.structure(), Optional.empty(), integers);
        assertEquals(Double.NEGATIVE_INFINITY, gains[5][0]);
        for (int i = integers.length - 20; i < integers.length; i++) {
            for (int way = 0; way < 2; way++) {
                long[] changed = integers.clone();
                changed[i] += 2 * way - 1;
                double less = whole - ParameterCode.bits(q.structure(), Optional.empty(), changed);
                assertEquals(less, gains[i][way], 1e-9); // Sums of a thousand terms.
            }
        }
    }

    /** Of a structure that does without zeros, too, but for its own bits, of which each integer has an equal share. */
    @Test
    void zerosThatLeaveTakeTheirShareOfTheStructure() {
        Goal goal = noise(0.08);
        Quantization q =
                rounded(goal, TestFamily.all().get(1), 300).orElseThrow().quantization();
        Quantization written = q.withoutZeros();
        assertTrue(written.structure().size() < q.structure().size());
        double share = ChangeGains.structureBits(written.structure())
                / written.structure().size();
        double whole = ParameterCode.bits(written.structure(), Optional.empty(), written.integers());
        double[][] gains = ChangeGains.of(q, Optional.empty(), (i, by) -> true);
        long[] integers = q.integers();
        int ones = 0;
        int after = 0;
        for (int i = integers.length - 1; i >= 0 && after < 20; i--) {
            if (integers[i] == 0) {
                assertEquals(Double.NEGATIVE_INFINITY, gains[i][0]);
                assertEquals(Double.NEGATIVE_INFINITY, gains[i][1]);
                continue;
            }
            after++;
            if (Math.abs(integers[i]) == 1) {
                ones++;
                long[] changed = integers.clone();
                changed[i] = 0;
                Quantization without = q.withIntegers(changed).withoutZeros();
                double less = whole - ParameterCode.bits(without.structure(), Optional.empty(), without.integers());
                // Contexts of a structure with one atom less may be others for the integers behind it.
                assertEquals(less + share, gains[i][integers[i] > 0 ? 0 : 1], 2);
            }
        }
        assertTrue(ones > 0, "no one among the last integers");
    }

    /** What the meter says is what the coder writes, up to its last bits. */
    @Test
    void theMeterCountsTheBitsOfTheCoder() {
        Goal goal = noise(0.01);
        for (ParametrizedFamily family : TestFamily.all()) {
            Quantization q = rounded(goal, family, 300).orElseThrow().quantization();
            RangeEncoder coder = new RangeEncoder();
            ParameterCode.write(q.structure(), Optional.empty(), q.integers(), coder);
            // The coder counts whole bits, and its range is cut at every decision.
            assertEquals(coder.bitsWritten(), ParameterCode.bits(q.structure(), Optional.empty(), q.integers()), 2);
        }
    }
}
