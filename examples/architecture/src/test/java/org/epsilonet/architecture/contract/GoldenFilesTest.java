package org.epsilonet.architecture.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.epsilonet.api.family.Families;
import org.epsilonet.api.function.Grid;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.Samples;
import org.epsilonet.codec.Decoded;
import org.epsilonet.codec.Decoder;
import org.epsilonet.codec.Encoder;
import org.epsilonet.codec.EncoderOptions;
import org.epsilonet.codec.FormatException;
import org.junit.jupiter.api.Test;

/**
 * Files of some families, written once and for all. How corrections are coded depends on every digit of the function on its grid,
 * so that a family whose last digit changes reads others. Of a composite the members, their order, the ladder of budgets and
 * what an element costs are part of the code, and so are the members' own codes.
 */
class GoldenFilesTest {
    private static final String DIGESTS = "digests.txt";
    private static final String COMPOSITE = "composite.dyadic";
    private static final int SIDE = 40;

    private static final List<String> PATHS = List.of(
            "wavelets.cdf97.best",
            "wavelets.sym8.best",
            "splines.free-knot.degree1",
            "splines.uniform.degree3",
            "cosine.best");
    private static final List<String> PICTURES = List.of("wavelets.cdf97.best", "cosine.best");

    /** Waves that become quicker, with spikes. */
    private static Samples path() {
        Random random = new Random(1);
        double[] values = new double[500];
        for (int i = 0; i < values.length; i++) {
            values[i] = StrictMath.sin(3e-5 * i * i) + 0.0005 * random.nextDouble();
        }
        for (int k = 0; k < 16; k++) {
            values[random.nextInt(values.length)] += 1 + random.nextDouble();
        }
        return Samples.of("waves", values);
    }

    /** Waves with hot pixels. */
    private static Samples picture() {
        Random random = new Random(2);
        double[] values = new double[SIDE * SIDE];
        for (int i = 0; i < values.length; i++) {
            values[i] = StrictMath.sin(0.1 * (i % SIDE)) * StrictMath.cos(0.07 * (i / SIDE));
        }
        for (int k = 0; k < 12; k++) {
            values[random.nextInt(values.length)] = 2;
        }
        return Samples.of("hot pixels", Grid.of(SIDE, SIDE), values);
    }

    /** A tone, then steps; or a texture, then a plane. */
    private static Samples twoKinds(boolean isPicture) {
        double[] values = new double[isPicture ? SIDE * 35 : 300];
        Random heights = new Random(3);
        double height = 0;
        for (int i = 0; i < values.length; i++) {
            height = i % 29 == 0 ? heights.nextDouble() - 0.5 : height;
            int x = i / 35;
            int y = i % 35;
            double texture = StrictMath.cos(1.6 * x) * StrictMath.cos(2.5 * y);
            double plane = 0.01 * x + 0.006 * y;
            double tone = i < 150 ? StrictMath.cos(0.7 * i) : height;
            values[i] = !isPicture ? tone : y < 17 ? texture : plane;
        }
        return isPicture ? Samples.of("picture", Grid.of(SIDE, 35), values) : Samples.of("path", values);
    }

    @Test
    void correctedFilesDecodeToTheSameBits() throws IOException, FormatException, NoSuchAlgorithmException {
        assertTrue(decoded("corrected", PATHS.size() + PICTURES.size()).stream()
                .allMatch(file -> file.header().corrections() > 0));
    }

    @Test
    void compositesDecodeToTheSameBits() throws IOException, FormatException, NoSuchAlgorithmException {
        assertTrue(decoded("composite", 5).stream()
                .allMatch(file -> file.header().family().equals(COMPOSITE)));
    }

    private static List<Decoded> decoded(String folder, int count)
            throws IOException, FormatException, NoSuchAlgorithmException {
        List<String> lines = new String(resource(folder, DIGESTS), StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertEquals(count, lines.size());
        List<Decoded> files = new ArrayList<>();
        for (String line : lines) {
            String[] words = line.split(" ");
            Decoded file = Decoder.decode(resource(folder, words[0]), Families.installed(), 1 << 16);
            assertEquals(words[1], digest(file), words[0]);
            files.add(file);
        }
        return files;
    }

    private static byte[] resource(String folder, String name) throws IOException {
        try (InputStream in = GoldenFilesTest.class.getResourceAsStream(folder + "/" + name)) {
            assertNotNull(in, name);
            return in.readAllBytes();
        }
    }

    private static String digest(Decoded decoded) throws NoSuchAlgorithmException {
        ByteBuffer buffer = ByteBuffer.allocate(Double.BYTES * decoded.samples().size());
        for (double v : decoded.samples().values()) {
            buffer.putDouble(v);
        }
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(buffer.array()));
    }

    /** Writes the files; run it only when the format's version changes. */
    public static void main(String[] directories) throws IOException, FormatException, NoSuchAlgorithmException {
        Path directory = Path.of(directories[0]);
        List<String> corrected = new ArrayList<>();
        for (String family : PATHS) {
            double error = family.startsWith("splines") ? 5e-3 : 1e-3;
            corrected.add(written(directory, "corrected/" + family, family, path(), error, LpNorm.SUP));
        }
        for (String family : PICTURES) {
            corrected.add(written(directory, "corrected/" + family + ".picture", family, picture(), 1e-3, LpNorm.SUP));
        }
        Files.write(directory.resolve("corrected").resolve(DIGESTS), corrected);
        List<String> composite = List.of(
                written(directory, "composite/path-l2", COMPOSITE, twoKinds(false), 0.02, LpNorm.L2),
                written(directory, "composite/path-fine", COMPOSITE, twoKinds(false), 1e-6, LpNorm.L2),
                written(directory, "composite/path-sup", COMPOSITE, twoKinds(false), 0.003, LpNorm.SUP),
                written(directory, "composite/picture-l2", COMPOSITE, twoKinds(true), 0.02, LpNorm.L2),
                written(directory, "composite/picture-sup", COMPOSITE, twoKinds(true), 0.05, LpNorm.SUP));
        Files.write(directory.resolve("composite").resolve(DIGESTS), composite);
    }

    private static String written(Path directory, String name, String family, Samples data, double error, LpNorm norm)
            throws IOException, FormatException, NoSuchAlgorithmException {
        byte[] file = Encoder.encode(data, EncoderOptions.relative(error, norm), List.of(Families.named(family)))
                .bytes();
        Path path = directory.resolve(name + ".enet");
        Files.write(path, file);
        return path.getFileName() + " " + digest(Decoder.decode(file, Families.installed(), 1 << 16));
    }
}
