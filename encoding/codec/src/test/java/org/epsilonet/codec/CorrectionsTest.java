package org.epsilonet.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.epsilonet.api.function.Grid;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.SampleType;
import org.epsilonet.api.function.Samples;
import org.junit.jupiter.api.Test;

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
            double[] read = decoded(e).samples().values();
            assertTrue(ExactError.isAtMost(values, read, LpNorm.SUP, e.errorBound()), "at " + level);
        }
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
