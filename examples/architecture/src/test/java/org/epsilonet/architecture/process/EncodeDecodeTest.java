package org.epsilonet.architecture.process;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From every kind of data file to a small file and back, with the errors measured here. */
class EncodeDecodeTest {
    private static final int N = 300;

    @TempDir
    private Path folder;

    @Test
    void tablesKeepValuesPlaceAndPromise() throws IOException, InterruptedException {
        StringBuilder text = new StringBuilder("t,y\n");
        for (int i = 0; i < N; i++) {
            text.append(3 + 0.5 * i).append(',').append(curve(i)).append('\n');
        }
        Files.writeString(folder.resolve("a.csv"), text);
        Cli cli = Cli.in(folder);
        Map<String, Object> report = encoded(cli, "a.csv", "--relative", "--norm", "sup");
        assertEquals(8L * Files.size(folder.resolve("a.eps")), number(report, "bits"));
        assertEquals(
                number(report, "bits"),
                number(report, "structureBits") + number(report, "parameterBits") + number(report, "headerBits"));
        assertEquals(true, report.get("reached"));

        Map<String, Object> back =
                cli.run("decode", "a.eps", "-o", "b.csv", "--json").done().json();
        assertEquals(List.of(N), back.get("shape"));
        List<String> lines = Files.readAllLines(folder.resolve("b.csv"));
        double worst = 0;
        for (int i = 0; i < N; i++) {
            String[] columns = lines.get(i).split(",");
            assertEquals(3 + 0.5 * i, Double.parseDouble(columns[0]), 1e-9);
            worst = Math.max(worst, Math.abs(Double.parseDouble(columns[1]) - curve(i)));
        }
        assertTrue(worst <= number(report, "errorBound"), worst + " exceeds the promise");
        assertTrue(worst > 0, "a lossy code is not exact here");

        Map<String, Object> inside =
                cli.run("inspect", "a.eps", "--json").done().json();
        assertEquals(report.get("family"), inside.get("family"));
        assertEquals(number(report, "bits"), number(inside, "bits"));
        assertEquals(List.of(List.of(2.75, 2.75 + 0.5 * N)), inside.get("domain"));

        String[] values =
                cli.run("decode", "a.eps", "--at", "3,10.5,152.5").done().out().split("\\R");
        assertEquals(curve(15), Double.parseDouble(values[1]), number(report, "errorBound") + 1e-9);
        cli.run("decode", "a.eps", "--grid", "1000", "-o", "fine.npy").done();
        assertEquals(128 + 8 * 1000, Files.size(folder.resolve("fine.npy")));
    }

    @Test
    void arraysOfTwoDimensions() throws IOException, InterruptedException {
        ByteBuffer array = npyHeader("<f4", "(24, 17)", 4 * 24 * 17);
        for (int i = 0; i < 24 * 17; i++) {
            array.putFloat((float) Math.sin(0.3 * (i / 17) + 0.2 * (i % 17)));
        }
        Files.write(folder.resolve("a.npy"), array.array());
        Cli cli = Cli.in(folder);
        double bound = number(encoded(cli, "a.npy", "--family", "splines.dyadic.degree1"), "errorBound");
        cli.run("decode", "a.eps", "-o", "b.npy").done();
        byte[] bytes = Files.readAllBytes(folder.resolve("b.npy"));
        String header = new String(bytes, 10, 118, StandardCharsets.US_ASCII);
        assertTrue(header.contains("'<f4'") && header.contains("(24, 17)"), header);
        ByteBuffer decoded =
                ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).position(128);
        double squares = 0;
        for (int i = 0; i < 24 * 17; i++) {
            double residual = decoded.getFloat() - array.getFloat(array.capacity() - 4 * 24 * 17 + 4 * i);
            squares += residual * residual;
        }
        assertTrue(Math.sqrt(squares / (24 * 17)) <= bound);
    }

    @Test
    void imagesGoThroughPgmAndPng() throws IOException, InterruptedException {
        ByteArrayOutputStream image = new ByteArrayOutputStream();
        image.write("P5 20 12 255\n".getBytes(StandardCharsets.US_ASCII));
        for (int i = 0; i < 240; i++) {
            image.write((i % 20 - 10) * (i % 20 - 10) + (i / 20 - 6) * (i / 20 - 6) < 25 ? 200 : 20);
        }
        Files.write(folder.resolve("a.pgm"), image.toByteArray());
        Cli cli = Cli.in(folder);
        // Half a gray level in sup is exact after the cast to whole numbers.
        cli.run(
                        "encode",
                        "a.pgm",
                        "--error",
                        "0.4",
                        "--norm",
                        "sup",
                        "--family",
                        "splines.dyadic.degree0",
                        "-o",
                        "a.eps")
                .done();
        cli.run("decode", "a.eps", "-o", "b.png").done();
        cli.run(
                        "encode",
                        "b.png",
                        "--error",
                        "0.4",
                        "--norm",
                        "sup",
                        "--family",
                        "splines.dyadic.degree0",
                        "-o",
                        "b.eps")
                .done();
        cli.run("decode", "b.eps", "-o", "c.pgm").done();
        byte[] decoded = Files.readAllBytes(folder.resolve("c.pgm"));
        byte[] original = image.toByteArray();
        assertArrayEquals(
                Arrays.copyOfRange(original, original.length - 240, original.length),
                Arrays.copyOfRange(decoded, decoded.length - 240, decoded.length));
    }

    @Test
    void soundsKeepTheirRate() throws IOException, InterruptedException {
        ByteBuffer sound = ByteBuffer.allocate(44 + 2 * N).order(ByteOrder.LITTLE_ENDIAN);
        sound.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + 2 * N);
        sound.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII))
                .putInt(16)
                .putShort((short) 1)
                .putShort((short) 1);
        sound.putInt(8000).putInt(16000).putShort((short) 2).putShort((short) 16);
        sound.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(2 * N);
        for (int i = 0; i < N; i++) {
            sound.putShort((short) (10000 * curve(i)));
        }
        Files.write(folder.resolve("a.wav"), sound.array());
        Cli cli = Cli.in(folder);
        double bound = number(encoded(cli, "a.wav", "--relative", "--norm", "sup"), "errorBound");
        cli.run("decode", "a.eps", "-o", "b.wav").done();
        ByteBuffer decoded =
                ByteBuffer.wrap(Files.readAllBytes(folder.resolve("b.wav"))).order(ByteOrder.LITTLE_ENDIAN);
        assertEquals(8000, decoded.getInt(24));
        for (int i = 0; i < N; i++) {
            assertEquals(sound.getShort(44 + 2 * i), decoded.getShort(44 + 2 * i), bound);
        }
    }

    /** Spikes on a smooth curve: what is said of the samples that are corrected adds up, by inspect and by encode alike. */
    @Test
    void correctedSamplesAreCounted() throws IOException, InterruptedException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 10 * N; i++) {
            text.append(0.1 * Math.sin(0.002 * i) + (i % 313 == 200 ? 1 : 0)).append('\n');
        }
        Files.writeString(folder.resolve("a.csv"), text);
        Cli cli = Cli.in(folder);
        Map<String, Object> report = encoded(cli, "a.csv", "--norm", "sup", "--family", "wavelets.cdf53.best");
        assertTrue(number(report, "corrections") > 0, "spikes are dear as wavelets: " + report);
        assertEquals(
                8.0 * Files.size(folder.resolve("a.eps")),
                number(report, "structureBits") + number(report, "parameterBits") + number(report, "headerBits"));
        assertTrue(number(report, "correctionBits") <= number(report, "parameterBits"));

        Map<String, Object> inside =
                cli.run("inspect", "a.eps", "--json").done().json();
        for (String key : List.of("corrections", "correctionBits", "structureBits", "parameterBits", "headerBits")) {
            assertEquals(number(report, key), number(inside, key), key);
        }
        String said = cli.run("inspect", "a.eps").done().out();
        assertTrue(said.contains((long) number(report, "corrections") + " samples corrected"), said);
        assertTrue(said.contains(" + " + (long) number(report, "correctionBits") + " corrections + "), said);

        String note = "note: %d corrected samples are no part of the function"
                .formatted((long) number(report, "corrections"));
        cli.run("decode", "a.eps", "-o", "b.csv").done();
        cli.run("decode", "a.eps", "-o", "b.csv", "--grid", String.valueOf(10 * N))
                .done();
        assertEquals(
                note,
                cli.run("decode", "a.eps", "-o", "b.csv", "--grid", "50").err().strip());
        Cli.Result at = cli.run("decode", "a.eps", "--at", "0.5", "--json");
        assertEquals(note, at.err().strip());
        assertEquals(1, ((List<?>) at.json().get("values")).size());
    }

    private static double curve(int i) {
        return Math.sin(i / 30.0) + 0.1 * Math.cos(i / 7.0);
    }

    private Map<String, Object> encoded(Cli cli, String input, String... more)
            throws IOException, InterruptedException {
        List<String> args =
                new java.util.ArrayList<>(List.of("encode", input, "--error", "0.01", "-o", "a.eps", "--json"));
        args.addAll(List.of(more));
        if (!args.contains("--family")) {
            args.addAll(List.of("--family", "splines.uniform.degree3"));
        }
        return cli.run(args.toArray(String[]::new)).done().json();
    }

    private static double number(Map<String, Object> document, String key) {
        return ((Number) document.get(key)).doubleValue();
    }

    private static ByteBuffer npyHeader(String type, String shape, int dataBytes) {
        byte[] header = ("{'descr': '" + type + "', 'fortran_order': False, 'shape': " + shape + ", }\n")
                .getBytes(StandardCharsets.US_ASCII);
        ByteBuffer file = ByteBuffer.allocate(10 + header.length + dataBytes).order(ByteOrder.LITTLE_ENDIAN);
        file.put((byte) 0x93)
                .put("NUMPY".getBytes(StandardCharsets.US_ASCII))
                .put((byte) 1)
                .put((byte) 0);
        return file.putShort((short) header.length).put(header);
    }
}
