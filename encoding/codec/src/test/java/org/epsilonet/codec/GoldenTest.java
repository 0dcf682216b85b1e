package org.epsilonet.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.epsilonet.api.function.Grid;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.SampleType;
import org.epsilonet.api.function.Samples;
import org.epsilonet.codec.internal.GoldenSymbols;
import org.junit.jupiter.api.Test;

/**
 * Files written once and for all: they decode to the same doubles, bit by bit, with every compiler, machine and later
 * version. The encoder may learn to write shorter ones.
 */
class GoldenTest {
    private static final String DIGESTS = "digests.txt";
    private static final List<String> VERSIONS = List.of(
            "version1/",
            "version2/",
            "version3/",
            "version4/",
            "version5/",
            "version6/",
            "version7/",
            "version8/",
            "version9/");
    private static final Map<String, Integer> FILES = Map.of(
            "version1/",
            6,
            "version2/",
            9,
            "version3/",
            1,
            "version4/",
            1,
            "version5/",
            12,
            "version6/",
            14,
            "version7/",
            14,
            "version8/",
            5,
            "version9/",
            5);

    /** What the files of version 7 in the resources were made of. */
    private static Map<String, byte[]> made() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        Samples smooth = Samples.of("smooth", Signals.of("smooth", 1000, 1));
        files.put("smooth-l2", made(smooth, 1e-4, LpNorm.L2));
        files.put("noise-sup", made(Samples.of("noise", Signals.of("noise", 77, 2)), 1e-3, LpNorm.SUP));
        files.put("spike-l4", made(Samples.of("spike", Signals.of("spike", 500, 3)), 1e-2, new LpNorm(4)));
        files.put("cartoon-u1", made(Signals.cartoon(40, 30).storedAs(SampleType.U1), 1e-2, LpNorm.L2));
        files.put("far-offset", made(far(smooth), 1e-3, LpNorm.L2));
        files.put("constant", made(Samples.of("constant", 0.1, 0.1, 0.1), 1e-2, LpNorm.L2));
        files.put(
                "placed-f4",
                made(smooth.placedAt(new double[] {3}, new double[] {0.1}).storedAs(SampleType.F4), 1e-2, LpNorm.L1));
        files.put("exact", shortest(Samples.of("noise", Signals.of("noise", 60, 4)), 0));
        files.put("lattice", shortest(Samples.of("brownian", Signals.of("brownian", 400, 5)), 1e-3));
        files.put("least", made(Samples.of("step", Signals.of("brownian", 64, 7)), 0.2, LpNorm.L2));
        files.put("repeated", shortest(Samples.of("steps", steps(300, 40)), 1e-3));
        files.put("differences", shortest(Samples.of("slopes", slopes(300, 25)), 1e-3));
        files.put("tails", shortest(Samples.of("tails", tails(400)), 1e-4));
        files.put("image", shortest(Signals.cartoon(20, 30).storedAs(SampleType.U1), 0));
        return files;
    }

    /** Files of version 8, in which samples are corrected: spikes, on a path, on whole numbers, on a picture, of floats, near
     * their last digits. */
    private static Map<String, byte[]> corrected() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("spikes", made(Samples.of("spikes", spiky(600, 11)), 1e-2, LpNorm.SUP));
        files.put("spikes-i2", made(Samples.of("spikes", whole(600)).storedAs(SampleType.I2), 1e-2, LpNorm.SUP));
        Samples picture = Samples.of("picture", Grid.of(24, 30), spiky(720, 12));
        files.put("picture", made(picture, 2e-2, LpNorm.SUP));
        double[] floats = spiky(500, 13);
        Arrays.setAll(floats, i -> (float) floats[i]);
        Samples placed = Samples.of("floats", floats).storedAs(SampleType.F4);
        files.put("placed-f4", made(placed.placedAt(new double[] {3}, new double[] {0.1}), 1e-2, LpNorm.SUP));
        Random random = new Random(15);
        double[] tight = new double[500];
        Arrays.setAll(tight, i -> (float) (1.3 + i / 250 * 0.2 + (i % 13 == 3 ? 0.4 * random.nextDouble() : 0)));
        // Between one and two spacings: relative to a range of about 0.6.
        files.put("tight-f4", made(Samples.of("floats", tight).storedAs(SampleType.F4), 3.2e-7, LpNorm.SUP));
        return files;
    }

    /** Files of version 9, in which it is told how integers fall: by powers and geometrically, of lines, floats, an image. */
    private static Map<String, byte[]> lawful() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        Samples powers = Samples.of("powers", Signals.fading(1024, i -> StrictMath.pow(i + 1, -1.5), 16));
        files.put("powers-l2", haar(powers, 1e-4, LpNorm.L2));
        files.put("powers-f4", haar(floats(powers).storedAs(SampleType.F4), 1e-3, LpNorm.L1));
        Samples waning = Samples.of("waning", Signals.fading(256, i -> StrictMath.pow(2, -0.1 * i), 17));
        files.put("waning-sup", haar(waning, 1e-5, LpNorm.SUP));
        files.put("waning-far", haar(waning.placedAt(new double[] {3}, new double[] {0.1}), 1e-4, LpNorm.L2));
        Samples picture =
                Samples.of("picture", Grid.of(24, 40), Signals.fading(960, i -> StrictMath.pow(i + 1, -1), 18));
        files.put("picture", haar(picture, 1e-2, LpNorm.L2));
        return files;
    }

    private static Samples floats(Samples data) {
        double[] values = data.values();
        Arrays.setAll(values, i -> (float) values[i]);
        return Samples.of(data.name(), values);
    }

    private static byte[] haar(Samples data, double error, LpNorm norm) {
        return Encoder.encode(data, EncoderOptions.relative(error, norm), List.of(new SparseHaar()))
                .bytes();
    }

    /** A few levels, and on them a spike here and there. */
    private static double[] spiky(int n, long seed) {
        Random random = new Random(seed);
        double[] values = new double[n];
        Arrays.setAll(values, i -> Math.rint(4.0 * i / n) / 8);
        for (int k = 0; k < 6; k++) {
            values[random.nextInt(n)] += 1 + random.nextDouble();
        }
        return values;
    }

    private static double[] whole(int n) {
        double[] values = spiky(n, 14);
        Arrays.setAll(values, i -> Math.rint(1000 * values[i]));
        return values;
    }

    /** A file in blocks, of version 4; versions 3, 5 and 6 are no longer written. */
    private static Map<String, byte[]> inBlocks() {
        double[] noise = Signals.of("noise", 32_000, 6);
        // The odd ones are small, so that they become zero and the file is small.
        Arrays.setAll(noise, i -> (i & 1) == 0 || i < 24_000 ? noise[i] : noise[i] / 100);
        Samples data = Samples.of("noise", noise);
        EncoderOptions within = EncoderOptions.relative(0.03, LpNorm.L2).withEffort(1);
        return Map.of(
                "noise-l2",
                Encoder.encode(data, within, List.of(new SparseHaar())).bytes());
    }

    /** Steps to whole numbers at equal distances. */
    private static double[] steps(int n, int length) {
        double[] steps = new double[n];
        Arrays.setAll(steps, i -> i / length * 7919 % 13);
        return steps;
    }

    /** A path with slopes that change between whole numbers at equal distances. */
    private static double[] slopes(int n, int length) {
        double[] slopes = steps(n, length);
        Arrays.parallelPrefix(slopes, Double::sum);
        return slopes;
    }

    /** A path whose steps are positive and have heavy tails. */
    private static double[] tails(int n) {
        Random random = new Random(8);
        double[] path = new double[n];
        Arrays.setAll(path, i -> 1 / StrictMath.pow(1 - random.nextDouble(), 2.0 / 3) - 1);
        Arrays.parallelPrefix(path, Double::sum);
        return path;
    }

    /** Values so far from 0 that their offset has a long code. */
    private static Samples far(Samples near) {
        double[] values = near.values();
        Arrays.setAll(values, i -> 1e6 + values[i]);
        return Samples.of("far", values);
    }

    private static byte[] shortest(Samples data, double error) {
        return Encoder.shortest(data, EncoderOptions.relative(error, LpNorm.SUP), TestFamily.all())
                .bytes();
    }

    private static byte[] made(Samples data, double error, LpNorm norm) {
        return Encoder.encode(data, EncoderOptions.relative(error, norm), TestFamily.all())
                .bytes();
    }

    private static String digest(byte[] file) throws FormatException, NoSuchAlgorithmException {
        Samples samples =
                Decoder.decode(file, TestFamily.door(TestFamily.all()), 100_000).samples();
        ByteBuffer buffer = ByteBuffer.allocate(8 * samples.size());
        for (double v : samples.values()) {
            buffer.putDouble(v);
        }
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(buffer.array()));
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = GoldenTest.class.getResourceAsStream("golden/" + name)) {
            assertNotNull(in, name);
            return in.readAllBytes();
        }
    }

    @Test
    void goldenFilesDecodeToTheSameBits() throws IOException, FormatException, NoSuchAlgorithmException {
        for (String version : VERSIONS) {
            List<String> lines = new String(resource(version + DIGESTS)).lines().toList();
            assertEquals(FILES.get(version), lines.size());
            for (String line : lines) {
                String[] words = line.split(" ");
                assertEquals(words[1], digest(resource(version + words[0] + ".enet")), version + words[0]);
            }
        }
    }

    @Test
    void theCoderWritesTheSameBytes() {
        assertEquals(GoldenSymbols.BYTES, HexFormat.of().formatHex(GoldenSymbols.coded()));
    }

    /** Writes the golden files of versions 4, 8 and 9, and files like those of version 7; run it only when the format changes. */
    public static void main(String[] directories) throws IOException, FormatException, NoSuchAlgorithmException {
        write(Path.of(directories[0]), inBlocks());
        write(Path.of(directories[1]), corrected());
        write(Path.of(directories[2]), lawful());
        write(Path.of(directories[3]), made());
    }

    private static void write(Path directory, Map<String, byte[]> files)
            throws IOException, FormatException, NoSuchAlgorithmException {
        List<String> digests = new ArrayList<>();
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Files.write(directory.resolve(file.getKey() + ".enet"), file.getValue());
            digests.add(file.getKey() + " " + digest(file.getValue()));
        }
        Files.write(directory.resolve(DIGESTS), digests);
    }
}
