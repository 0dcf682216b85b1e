package org.epsilonet.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.epsilonet.api.function.Domain;
import org.epsilonet.api.function.Grid;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.SampleType;
import org.epsilonet.api.function.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Files in which some samples are corrected: their promise, what they save, and what they say. */
class CorrectionsTest {
    private static final int COUNT = 120;
    private static final int VERSION = 8;

    /** Levels of equal length with spikes. */
    private static double[] spiky(int n, int spikes, double height, Random random) {
        double[] values = new double[n];
        Arrays.setAll(values, i -> 8 * i / n % 3 * 0.2);
        for (int k = 0; k < spikes; k++) {
            values[random.nextInt(n)] += height * (random.nextBoolean() ? 1 : -1) * (1 + random.nextDouble());
        }
        return values;
    }

    private static Encoding encoded(Samples data, double error) {
        return Encoder.encode(data, EncoderOptions.relative(error, LpNorm.SUP), TestFamily.all());
    }

    private static Decoded decoded(Encoding e) throws FormatException {
        return Decoder.decode(e.bytes(), TestFamily.door(TestFamily.all()), 1 << 20);
    }

    @Test
    void fewSpikesNoLongerDecideTheBudget() throws FormatException {
        Samples data = Samples.of("spiky", spiky(4096, 10, 1, new Random(1)));
        Encoding e = encoded(data, 1e-3);
        EncoderOptions families = EncoderOptions.relative(1e-3, LpNorm.SUP).withoutCorrections();
        Encoding without = Encoder.encode(data, families, TestFamily.all());
        assertTrue(e.bits() <= 0.8 * without.bits(), e.bits() + " of " + without.bits());
        assertEquals(0, without.corrections());
        assertEquals(e.family(), e.candidates().get(0).family());
        long[] others = e.candidates().stream()
                .skip(1)
                .mapToLong(Candidate::estimatedBits)
                .toArray();
        assertArrayEquals(Arrays.stream(others).sorted().toArray(), others);
        assertEquals(10, e.corrections());
        FileHeader header = decoded(e).header();
        assertEquals(VERSION, header.version());
        assertEquals(e.corrections(), header.corrections());
        assertEquals(e.correctionBits(), header.correctionBits());
        assertTrue(e.correctionBits() > 0 && e.correctionBits() <= e.parameterBits(), e.toString());
        assertEquals(e.bits(), e.headerBits() + e.structureBits() + e.parameterBits());
        FileHeader unasked = Decoder.inspect(e.bytes());
        assertEquals(FileHeader.UNKNOWN, unasked.corrections());
        assertEquals(e.bits(), unasked.bits());
    }

    /** For all types, one and two axes, scales up to the ends of their ranges: measured in exact arithmetic. */
    @Test
    void thePromiseHoldsBehindCorrections() throws FormatException {
        int corrected = 0;
        for (int n = 0; n < COUNT; n++) {
            Random random = new Random(n);
            SampleType type = SampleType.values()[random.nextInt(SampleType.values().length)];
            Samples data = data(random, type);
            Encoding e = encoded(data, Math.pow(10, -0.5 - 4 * random.nextDouble()));
            String what = "seed " + n + ": " + data + " of " + type + ", " + e.family() + " within " + e.errorBound();
            assertTrue(e.reached(), what);
            Decoded decoded = decoded(e);
            double[] values = decoded.samples().values();
            assertTrue(ExactError.isAtMost(data.values(), values, LpNorm.SUP, e.errorBound()), what);
            for (double v : values) {
                assertEquals(type.nearest(v), v, what);
            }
            assertEquals(e.bits(), decoded.header().bits(), what);
            corrected += decoded.header().version() == VERSION ? 1 : 0;
        }
        assertTrue(corrected > COUNT / 4, corrected + " files of " + COUNT + " have corrections");
    }

    private static Samples data(Random random, SampleType type) {
        int[] shape = random.nextBoolean()
                ? new int[] {100 + random.nextInt(1000)}
                : new int[] {10 + random.nextInt(30), 10 + random.nextInt(30)};
        Grid grid = Grid.of(shape);
        double[] values = spiky(grid.points(), 1 + random.nextInt(8), 1, random);
        double noise = random.nextBoolean() ? 0 : 0.01;
        Arrays.setAll(values, i -> values[i] + noise * random.nextGaussian());
        double scale = switch (type) {
            case F8 -> Math.pow(10, -300 + 600 * random.nextDouble());
            case F4 -> Math.pow(10, -36 + 72 * random.nextDouble());
            case I4 -> 1e8;
            case I2, U2 -> 1e4;
            case U1 -> 60;
        };
        boolean isUnsigned = type == SampleType.U1 || type == SampleType.U2;
        Arrays.setAll(values, i -> type.nearest(scale * (values[i] + (isUnsigned ? 2 : 0))));
        return Samples.of("spiky", grid, values).storedAs(type);
    }

    /** Without its spikes there is nothing left to approximate, and far from 0 no scale for it. */
    @Test
    void spikesOnAConstantAreCorrected() throws FormatException {
        for (double level : new double[] {0, 1, 1e9, -1e17}) {
            double[] values = new double[500];
            Arrays.setAll(values, i -> level + (i % 97 == 50 ? 1 + Math.ulp(level) : 0));
            Encoding e = encoded(Samples.of("spikes", values), 1e-4);
            assertTrue(e.reached(), "at " + level);
            if (level == 0 || level == 1) {
                assertEquals(5, e.corrections(), "at " + level);
            }
            double[] read = decoded(e).samples().values();
            assertTrue(ExactError.isAtMost(values, read, LpNorm.SUP, e.errorBound()), "at " + level);
        }
    }

    /** Spikes whose residuals are all there are around the ends of a step, above a bound that is no whole number. */
    @Test
    void boundsBetweenWholeNumbersLeaveNoResidualOut() throws FormatException {
        for (SampleType type : List.of(SampleType.I4, SampleType.I2, SampleType.U1, SampleType.U2)) {
            for (double error : new double[] {9.95, 1001.5}) {
                if (type == SampleType.U1 && error > 255) {
                    continue;
                }
                double[] values = new double[2000];
                Arrays.setAll(values, i -> i * 4 / values.length % 2 * 4 * Math.rint(error));
                for (int k = 0; k < 60; k++) {
                    values[17 + 33 * k] += Math.rint((7 + (k < 30 ? 0.001 * k : 0.023 * (k - 30))) * error);
                }
                String what = type + " within " + error;
                Encoding e = absolutely(Samples.of("spikes", values).storedAs(type), error);
                assertEquals(60, e.corrections(), what);
                assertTrue(ExactError.isAtMost(values, decoded(e).samples().values(), LpNorm.SUP, error), what);
                assertTrue(decoded(e).header().errorBound() <= error, what);
            }
        }
    }

    /** Means of whole numbers are halves: a step of three from there would lead to either side of what is asked for. */
    @Test
    void wholeNumbersAreCorrectedFromWholeNumbers() throws FormatException {
        Random random = new Random(1);
        double[] values = new double[2000];
        Arrays.setAll(values, i -> 1 + i % 2 + i / 250 % 2 * 60);
        for (int k = 0; k < 30; k++) {
            values[17 + 66 * k] = 4200 + 6 * random.nextInt(50);
        }
        Encoding e = absolutely(Samples.of("spikes", values).storedAs(SampleType.I2), 1);
        assertEquals(30, e.corrections());
        assertTrue(ExactError.isAtMost(values, decoded(e).samples().values(), LpNorm.SUP, 1));
    }

    /** The double nearest to 0.45 is more than 0.7 away from -0.25, though the difference rounds to it. */
    @Test
    void differencesAreRoundedUp() throws FormatException {
        double[] values = new double[2000];
        Arrays.setAll(values, i -> i % 200 == 100 ? -0.95 : i % 200 == 0 && i > 0 ? 0.45 : -0.25);
        for (int k = 0; k < 30; k++) {
            values[17 + 66 * k] = 50 + k % 10;
        }
        Encoding e = absolutely(Samples.of("spikes", values), 0.7);
        assertTrue(e.corrections() >= 30, e.corrections() + " corrections");
        assertTrue(ExactError.isAtMost(values, decoded(e).samples().values(), LpNorm.SUP, 0.7));
    }

    private static Encoding absolutely(Samples data, double error) {
        return Encoder.encode(data, EncoderOptions.absolute(error, LpNorm.SUP), TestFamily.all());
    }

    @Test
    void correctedFloatsKeepABoundOfFewOfTheirSpacings() throws FormatException {
        for (double spacings : new double[] {1.6, 4.6, 20.7}) {
            double[] values = spiky(2000, 200, 0.2, new Random(3));
            Arrays.setAll(values, i -> (float) (1.2 + values[i] / 3));
            double error = spacings * Math.ulp(1f);
            Encoding e = absolutely(Samples.of("spikes", values).storedAs(SampleType.F4), error);
            assertTrue(e.corrections() > 150, spacings + ": " + e.corrections());
            assertTrue(
                    ExactError.isAtMost(values, decoded(e).samples().values(), LpNorm.SUP, error),
                    spacings + " spacings");
        }
    }

    @Test
    void correctionsMayBeLongerThanAnyDouble() throws FormatException {
        double[] values = new double[1000];
        Arrays.setAll(values, i -> i % 97 == 50 ? 1.7e308 : i < 500 ? -1.7e308 : -1.6e308);
        Encoding e = encoded(Samples.of("spikes", values), 1e-3);
        assertEquals(10, e.corrections());
        assertTrue(ExactError.isAtMost(values, decoded(e).samples().values(), LpNorm.SUP, e.errorBound()));
    }

    /** What is corrected is the function that is read back, not the one in memory. */
    @Test
    void lastDigitsMayChangeWhenTheStructureIsReadBack() throws FormatException {
        Samples data = Samples.of("spiky", spiky(4096, 10, 1, new Random(1)));
        List<CellMeans> families = List.of(new WobblyMeans(WobblyMeans.Reading.WELL));
        Encoding e = Encoder.encode(data, EncoderOptions.relative(1e-3, LpNorm.SUP), families);
        assertEquals(10, e.corrections());
        double[] read = Decoder.decode(e.bytes(), TestFamily.door(families), 1 << 20)
                .samples()
                .values();
        assertTrue(ExactError.isAtMost(data.values(), read, LpNorm.SUP, e.errorBound()));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "WELL")
    void whoDoesNotReadBackWhatItWroteIsNamed(WobblyMeans.Reading reading) {
        Samples data = Samples.of("spiky", spiky(4096, 10, 1, new Random(1)));
        List<CellMeans> families = List.of(new WobblyMeans(reading));
        EncoderOptions within = EncoderOptions.relative(1e-3, LpNorm.SUP);
        String said = assertThrows(IllegalStateException.class, () -> Encoder.encode(data, within, families))
                .getMessage();
        assertTrue(said.contains("test.wobbly-means"), said);
    }

    @Test
    void theirOwnGridHasTheCorrectedSamplesAndOthersTheFunction() throws FormatException {
        Samples data = Samples.of("spiky", spiky(4096, 10, 1, new Random(1)));
        Decoded decoded = decoded(encoded(data, 1e-3));
        assertArrayEquals(decoded.samples().values(), decoded.onGrid(4096));
        int missed = 0;
        for (int i = 0; i < data.size(); i++) {
            missed += Math.abs(decoded.at((i + 0.5) / data.size()) - data.value(i)) > 0.5 ? 1 : 0;
        }
        assertEquals(10, missed);
        assertEquals(2048, decoded.onGrid(2048).length);
    }

    /** A family with too few parameters for spikes. */
    private static final class FewMeans extends CellMeans {
        @Override
        public int largestBudget(Domain domain) {
            return 600;
        }
    }

    @Test
    void whatNoFamilyReachesMayBeCorrected() throws FormatException {
        Samples data = Samples.of("spiky", spiky(4096, 10, 1, new Random(4)));
        List<CellMeans> families = List.of(new FewMeans());
        EncoderOptions within = EncoderOptions.relative(1e-3, LpNorm.SUP);
        assertFalse(Encoder.encode(data, within.withoutCorrections(), families).reached());
        for (Encoding e : List.of(Encoder.encode(data, within, families), Encoder.shortest(data, within, families))) {
            assertTrue(e.reached());
            assertTrue(e.candidates().stream()
                    .anyMatch(c -> c.reached() && c.writtenBits().orElse(0) == e.bits()));
        }
    }

    @Test
    void progressGoesOnToTheEnd() {
        List<Double> heard = new ArrayList<>();
        Samples data = Samples.of("spiky", spiky(4096, 10, 1, new Random(1)));
        EncoderOptions options = new EncoderOptions(1e-3, true, LpNorm.SUP, 2, (what, fraction) -> heard.add(fraction));
        Encoder.encode(data, options, TestFamily.all());
        assertEquals(heard.stream().sorted().toList(), heard);
        assertEquals(1.0, heard.get(heard.size() - 1));
        assertTrue(heard.stream().anyMatch(f -> f > 0.7 && f < 1), heard.toString());
    }

    @Test
    void noNormButTheSupremumHasCorrections() throws FormatException {
        Samples data = Samples.of("spiky", spiky(2000, 10, 1, new Random(2)));
        for (LpNorm norm : List.of(LpNorm.L2, LpNorm.L1)) {
            Encoding e = Encoder.encode(data, EncoderOptions.relative(1e-3, norm), TestFamily.all());
            assertEquals(0, e.corrections(), norm.toString());
            assertEquals(0, decoded(e).header().corrections(), norm.toString());
        }
    }
}
