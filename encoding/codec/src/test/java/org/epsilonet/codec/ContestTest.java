package org.epsilonet.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.epsilonet.api.family.ParametrizedFamily;
import org.epsilonet.api.function.Domain;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a field of families is ranked: trials and heats on few samples, the best on all, by any number of threads. */
class ContestTest {
    private static EncoderOptions threads(int n) {
        return new EncoderOptions(1e-2, true, LpNorm.L2, n, EncodingProgress.NONE);
    }

    @Test
    void theResultDoesNotDependOnThreadsWhereFinalistsFail() {
        List<ParametrizedFamily> families = new ArrayList<>();
        ParametrizedFamily means = TestFamily.all().get(0);
        for (int i = 0; i < 12; i++) {
            // Larger ids are better; all but the first four fail on data larger than an excerpt.
            families.add(new Capped(means, "capped.n" + (char) ('a' + i), i < 4 ? Integer.MAX_VALUE : 1 << 14));
        }
        Samples data = Samples.of("brownian", Signals.of("brownian", 20_000, 3));
        byte[] one = Encoder.encode(data, threads(1), families).bytes();
        assertTrue(one.length > 0);
        assertArrayEquals(one, Encoder.encode(data, threads(2), families).bytes());
        assertArrayEquals(one, Encoder.encode(data, threads(5), families).bytes());
    }

    @ParameterizedTest(name = "{0} samples")
    @ValueSource(ints = {10_000, 20_000})
    void aLargeFieldIsThinnedOutOnExcerpts(int n) {
        Samples data = Samples.of("blocks", Signals.of("blocks", n, 3));
        ParametrizedFamily means = TestFamily.all().get(0);
        ParametrizedFamily haar = TestFamily.all().get(1);
        List<ParametrizedFamily> families = new ArrayList<>(TestFamily.all());
        for (int i = 0; i < 100; i++) {
            families.add(new Capped(i % 2 == 0 ? means : haar, "copy" + i, Integer.MAX_VALUE));
        }
        List<String> heard = Collections.synchronizedList(new ArrayList<>());
        EncoderOptions options = new EncoderOptions(1e-2, true, LpNorm.L2, 2, (family, part) -> heard.add(family));
        Encoding crowded = Encoder.encode(data, options, families);
        int left = n > 1 << 14 ? 2 * 24 + 2 : 48 + 4;
        assertEquals(2 * families.size() + left, heard.size(), "two heats on excerpts, the best, few of them refined");
        assertEquals(families.size(), crowded.candidates().size());
        Encoding small = Encoder.encode(data, threads(1), TestFamily.all());
        // A copy has a shorter id; all families of the small field are in the large one.
        assertTrue(crowded.bits() <= small.bits(), crowded + " beside " + small);
    }

    /** What misses a few hundred samples of noise with all the budgets it has is not searched on thousands. */
    @Test
    void aLimitedFamilyThatMissesAFewSamplesIsLeftAsideInALargeField() {
        List<ParametrizedFamily> families = new ArrayList<>(TestFamily.all());
        for (int i = 0; i < 50; i++) {
            families.add(new Capped(TestFamily.all().get(1), "copy" + i, Integer.MAX_VALUE));
        }
        families.add(new CellMeans() {
            @Override
            public String id() {
                return "limited";
            }

            @Override
            public int largestBudget(Domain domain) {
                return Math.min(64, super.largestBudget(domain));
            }
        });
        assertEquals(1, searches("limited", "noise", families), "a trial, and no heat");
        assertTrue(searches("limited", "smooth", families) >= 3, "a trial and both heats at least");
    }

    /** Sixty-four steps: as many cells as there may be on all samples, and twice as many as on half of them. */
    @Test
    void aLimitedFamilyThatFewSamplesCutShortStaysInALargeField() {
        List<ParametrizedFamily> families = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            families.add(new Capped(TestFamily.all().get(1), "copy" + i, Integer.MAX_VALUE));
        }
        families.add(new CellMeans() {
            @Override
            public String id() {
                return "short";
            }

            @Override
            public int largestBudget(Domain domain) {
                return super.largestBudget(domain) / 64;
            }
        });
        double[] noise = Signals.of("noise", 64, 3);
        double[] steps = new double[4096];
        Arrays.setAll(steps, i -> noise[i / 64]);
        Encoding e = Encoder.encode(Samples.of("steps", steps), EncoderOptions.relative(1e-4, LpNorm.L2), families);
        assertEquals("short", e.family());
    }

    private static long searches(String id, String signal, List<ParametrizedFamily> families) {
        List<String> heard = Collections.synchronizedList(new ArrayList<>());
        Samples data = Samples.of(signal, Signals.of(signal, 4096, 3));
        double[] last = {0};
        EncoderOptions options = new EncoderOptions(0.05, true, LpNorm.L2, 2, (family, part) -> {
            heard.add(family);
            last[0] = part;
        });
        Encoding e = Encoder.encode(data, options, families);
        assertEquals(families.size(), e.candidates().size());
        assertEquals(1, last[0], "progress ends at 1, whatever was left aside");
        return heard.stream().filter(id::equals).count();
    }

    @Test
    void aFamilyThatThrowsIsNamed() {
        ParametrizedFamily broken = new Capped(TestFamily.all().get(0), "capped.broken", 0);
        IllegalStateException e = assertThrows(
                IllegalStateException.class,
                () -> Encoder.encode(Samples.of("few", 1, 2, 5, 3), threads(1), List.of(broken)));
        assertTrue(e.getMessage().contains("capped.broken"), e.getMessage());
    }

    @Test
    void theResultDoesNotDependOnTheThreads() {
        for (int n : new int[] {3000, 20_000}) {
            Samples data = Samples.of("doppler", Signals.of("doppler", n, 10));
            byte[] one = Encoder.encode(
                            data, new EncoderOptions(1e-3, true, LpNorm.L2, 1, EncodingProgress.NONE), TestFamily.all())
                    .bytes();
            byte[] four = Encoder.encode(
                            data, new EncoderOptions(1e-3, true, LpNorm.L2, 4, EncodingProgress.NONE), TestFamily.all())
                    .bytes();
            assertArrayEquals(one, four);
        }
    }

    @Test
    void progressEndsAtOne() {
        double[] last = {0};
        Encoder.encode(
                Samples.of("noise", Signals.of("noise", 500, 12)),
                new EncoderOptions(0.1, true, LpNorm.L2, 2, (what, fraction) -> {
                    assertTrue(fraction > last[0] && fraction <= 1 && !what.isEmpty());
                    last[0] = fraction;
                }),
                TestFamily.all());
        assertEquals(1, last[0]);
    }
}
