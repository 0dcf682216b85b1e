package org.epsilonet.cli.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;
import org.epsilonet.api.function.Grid;
import org.epsilonet.api.function.SampleType;
import org.epsilonet.api.function.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is written is read back: the same values, bit for bit, the same shape, place and type where the format has them. */
class RoundTripTest {
    private static final long SEED = 20260819;

    @TempDir
    private Path folder;

    /** Random values that a type holds, the extremes among them. */
    static Samples random(SampleType type, int... shape) {
        Random random = new Random(SEED);
        Grid grid = Grid.of(shape);
        double[] values = new double[grid.points()];
        for (int i = 0; i < values.length; i++) {
            values[i] = type.nearest((random.nextDouble() - 0.3) * Math.scalb(1.0, random.nextInt(34)));
        }
        values[0] = type.nearest(-1e300);
        values[values.length - 1] = type.nearest(Math.PI * 1e9);
        return Samples.of("data", grid, finite(values, type)).storedAs(type);
    }

    private static double[] finite(double[] values, SampleType type) {
        for (int i = 0; i < values.length; i++) {
            values[i] = Double.isFinite(values[i]) ? values[i] : type.nearest(-1);
        }
        return values;
    }

    static Stream<Arguments> exactlyHeld() {
        Stream<Arguments> npy = Stream.of(SampleType.values())
                .flatMap(type -> Stream.of(
                        Arguments.of(".npy", random(type, 17)),
                        Arguments.of(".npy", random(type, 5, 3)),
                        Arguments.of(".npy", random(type, 2, 3, 4))));
        Stream<Arguments> sounds = Stream.of(SampleType.U1, SampleType.I2, SampleType.I4, SampleType.F4, SampleType.F8)
                .flatMap(type ->
                        Stream.of(Arguments.of(".wav", random(type, 17)), Arguments.of(".wav", random(type, 9000))));
        Stream<Arguments> images = Stream.of(".png", ".pgm")
                .flatMap(ending -> Stream.of(
                        Arguments.of(ending, random(SampleType.U1, 7, 5)),
                        Arguments.of(ending, random(SampleType.U2, 4, 9)),
                        Arguments.of(ending, random(SampleType.U1, 1, 1))));
        Stream<Arguments> tables = Stream.of(
                Arguments.of(".csv", random(SampleType.F8, 1)),
                Arguments.of(".csv", random(SampleType.F8, 3000)),
                Arguments.of(".CSV", random(SampleType.F8, 17)));
        return Stream.of(npy, sounds, images, tables).flatMap(s -> s);
    }

    @ParameterizedTest
    @MethodSource("exactlyHeld")
    void keepsEveryBit(String ending, Samples samples) throws IOException {
        Samples read = written(ending, samples);
        assertArrayEquals(samples.values(), read.values(), "seed " + SEED);
        assertEquals(samples.grid(), read.grid());
        assertEquals(samples.type(), read.type());
        assertEquals("data" + ending, read.name());
    }

    @Test
    void tablesKeepThePlace() throws IOException {
        Samples placed = random(SampleType.F8, 100).placedAt(new double[] {-3}, new double[] {0.1});
        Samples read = written(".csv", placed);
        assertArrayEquals(placed.values(), read.values());
        assertEquals(-3, read.origin()[0]);
        // x is written as a double, so the spacing is known to a few units in the last place of x over the length.
        assertEquals(0.1, read.spacing()[0], 1e-15);
    }

    @Test
    void tablesAtTheCellCentresHaveOneColumn() throws IOException {
        assertEquals("1.0\n0.1\n", text(Samples.of("s", 1, 0.1)));
        Samples one = Samples.of("s", 1, 0.1).placedAt(new double[] {2}, new double[] {0.5});
        assertEquals("2.0,1.0\n2.5,0.1\n", text(one));
    }

    @Test
    void soundsKeepTheRate() throws IOException {
        Samples sound = random(SampleType.I2, 100).placedAt(new double[] {0}, new double[] {1.0 / 44100});
        assertEquals(1.0 / 44100, written(".wav", sound).spacing()[0]);
    }

    static Stream<Arguments> notHeld() {
        return Stream.of(
                Arguments.of(".csv", random(SampleType.F8, 4, 4)),
                Arguments.of(".wav", random(SampleType.I2, 4, 4)),
                Arguments.of(".wav", random(SampleType.U2, 4)),
                Arguments.of(".png", random(SampleType.U1, 16)),
                Arguments.of(".png", Samples.of("s", Grid.of(1, 2), new double[] {0, 0.5})),
                Arguments.of(".pgm", Samples.of("s", Grid.of(1, 2), new double[] {0, -1})),
                Arguments.of(".pgm", Samples.of("s", Grid.of(1, 2), new double[] {0, 65536})),
                Arguments.of(".npy", random(SampleType.F8, 2, 2, 2, 2)),
                Arguments.of(".npy", Samples.of("s", 0.5).storedAs(SampleType.U1)));
    }

    @ParameterizedTest
    @MethodSource("notHeld")
    void refusesWhatAFormatCannotHold(String ending, Samples samples) {
        SampleFormat format = SampleFormat.of(Path.of("x" + ending));
        String message = String.valueOf(assertThrows(
                        IllegalArgumentException.class, () -> format.write(samples, OutputStream.nullOutputStream()))
                .getMessage());
        assertTrue(message.matches("[^\\n]{20,200}"), message);
    }

    @Test
    void wholeNumbersBecomeImagesWhateverTheirType() throws IOException {
        Samples gray = Samples.of("data", Grid.of(2, 2), new double[] {0, 255, 7, 9});
        assertEquals(SampleType.U1, written(".png", gray).type());
        Samples deep = Samples.of("data", Grid.of(2, 2), new double[] {0, 256, 7, 9});
        assertEquals(SampleType.U2, written(".pgm", deep).type());
    }

    @Test
    void namesTheAllowedEndings() {
        String message =
                String.valueOf(assertThrows(IllegalArgumentException.class, () -> SampleFormat.of(Path.of("a.txt")))
                        .getMessage());
        assertEquals("a.txt: unknown kind of data file; allowed endings: .csv, .npy, .png, .pgm, .wav", message);
    }

    private Samples written(String ending, Samples samples) throws IOException {
        Path file = folder.resolve("data" + ending);
        SampleFormat format = SampleFormat.of(file);
        try (OutputStream out = Files.newOutputStream(file)) {
            format.write(samples, out);
        }
        return format.read(file);
    }

    private static String text(Samples samples) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new CsvFormat().write(samples, out);
        return out.toString(java.nio.charset.StandardCharsets.US_ASCII);
    }
}
