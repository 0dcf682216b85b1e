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
 * Corrected files of some families, written once and for all: how corrections are coded depends on every digit of the function on
 * its grid, so that a family whose last digit changes reads others.
 */
class CorrectedFilesTest {
    private static final String DIGESTS = "digests.txt";
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

    @Test
    void theyDecodeToTheSameBits() throws IOException, FormatException, NoSuchAlgorithmException {
        List<String> lines =
                new String(resource(DIGESTS), StandardCharsets.UTF_8).lines().toList();
        assertEquals(PATHS.size() + PICTURES.size(), lines.size());
        for (String line : lines) {
            String[] words = line.split(" ");
            Decoded decoded = Decoder.decode(resource(words[0]), Families.installed(), 1 << 16);
            assertTrue(decoded.header().corrections() > 0, words[0]);
            assertEquals(words[1], digest(decoded), words[0]);
        }
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = CorrectedFilesTest.class.getResourceAsStream("corrected/" + name)) {
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
        List<String> digests = new ArrayList<>();
        for (String family : PATHS) {
            double error = family.startsWith("splines") ? 5e-3 : 1e-3;
            digests.add(written(directory, family + ".enet", family, path(), error));
        }
        for (String family : PICTURES) {
            digests.add(written(directory, family + ".picture.enet", family, picture(), 1e-3));
        }
        Files.write(directory.resolve(DIGESTS), digests);
    }

    private static String written(Path directory, String name, String family, Samples data, double error)
            throws IOException, FormatException, NoSuchAlgorithmException {
        byte[] file = Encoder.encode(data, EncoderOptions.relative(error, LpNorm.SUP), List.of(Families.named(family)))
                .bytes();
        Files.write(directory.resolve(name), file);
        return name + " " + digest(Decoder.decode(file, Families.installed(), 1 << 16));
    }
}
