package org.epsilonet.cli.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
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
import java.util.Random;
import java.util.stream.Stream;
import org.epsilonet.api.function.SampleType;
import org.epsilonet.api.function.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Binary files that lie about their lengths, or are damaged: refused in one line, before anything large is allocated. */
class HostileFileTest {
    private static final long SEED = 7;

    @TempDir
    private Path folder;

    @Test
    void aTinyNpyFileMayClaimGigabytesButGetsNone() throws IOException {
        refused(".npy", npy("<f8", "False", "(134217728,)", 0), "truncated: the header says the shape [134217728]");
        refused(".npy", npy("<f8", "False", "(999999999999, 999999999999, 999999999999)", 8), "truncated");
        refused(".npy", npy("<f8", "False", "(4294967296, 4294967296)", 8), "truncated");
        byte[] longHeader = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 2, 0, -1, -1, -1, 0x7f, '{', '}'};
        refused(".npy", longHeader, "the header claims 2147483647 bytes; the file has 2 left");
    }

    @Test
    void npyHeadersAreChecked() throws IOException {
        refused(".npy", "text".getBytes(StandardCharsets.US_ASCII), "not a .npy file");
        refused(".npy", npy("<f8", "False", "()", 8), "an array of 0 dimensions");
        refused(".npy", npy("<f8", "False", "(1, 1, 1, 1)", 8), "an array of 4 dimensions");
        refused(".npy", npy("<f8", "False", "(0,)", 0), "no samples");
        refused(".npy", npy("<f8", "False", "(-1,)", 8), "the header has no valid entry 'shape'");
        refused(".npy", npy("<i8", "False", "(1,)", 8), "numbers of type 'i8'; allowed: f4, f8, i2, i4, u1, u2");
        refused(".npy", npy("|O8", "False", "(1,)", 8), "numbers of type 'O8'");
        refused(".npy", npy("<f8", "Maybe", "(1,)", 8), "the header has no valid entry 'fortran_order'");
        refused(".npy", npy("<f8", "False", "(2,)', 'shape': (1,)", 8), "the header has no valid entry 'shape'");
        refused(".npy", npy("<f8", "False", "(1,)", 9), "the header says 8 bytes of data, but 9 follow");
        refused(".npy", npy("<f8", "False", "(2,)", 8), "truncated");
        refused(".npy", npy("<f8", "False", "(1 2)", 8), "size 0 is no whole number");
        refused(".npy", npy("<f8", "False", "(1, ,2)", 8), "size 1 is no whole number");
        refused(".npy", npy("<f8", "False", "(1" + ",1".repeat(4899) + ")", 8), "an array of 4900 dimensions");
    }

    @Test
    void readsNpyOfEitherByteOrderAndStorageOrder() throws IOException {
        byte[] file = npy(">i2", "True", "(2, 3)", 12);
        ByteBuffer data = ByteBuffer.wrap(file, file.length - 12, 12).order(ByteOrder.BIG_ENDIAN);
        for (short v : new short[] {1, 4, 2, 5, 3, -6}) {
            data.putShort(v);
        }
        Samples samples = SampleFormat.of(Path.of("a.npy")).read(Files.write(folder.resolve("a.npy"), file));
        assertArrayEquals(new double[] {1, 2, 3, 4, 5, -6}, samples.values());
        assertArrayEquals(new int[] {2, 3}, samples.grid().shape());
        assertEquals(SampleType.I2, samples.type());
    }

    @Test
    void refusesNumbersThatAreNotFinite() throws IOException {
        byte[] file = npy("<f8", "False", "(2,)", 16);
        ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putDouble(file.length - 8, Double.NaN);
        refused(".npy", file, "value 1 is NaN; samples must be finite");
    }

    @Test
    void imagesThatClaimMoreThanTheyHold() throws IOException {
        refused(".pgm", ascii("P5 100000 100000 255\n"), "truncated");
        refused(".pgm", ascii("P5 2 2 255\nabc"), "truncated");
        refused(".pgm", ascii("P2 2 2 255\n1 2 3"), "truncated");
        refused(".pgm", ascii("P2 2 1 255\n1 256"), "the pixel 1 must be a whole number in 0..255");
        refused(".pgm", ascii("P2 2 1 70000\n1 2"), "the largest gray level must be a whole number in 0..65535");
        refused(".pgm", ascii("P5 1 1 10\n~"), "pixel 0 is 126, above the largest gray level 10");
        refused(".pgm", ascii("P6 1 1 255\nabc"), "not a .pgm file");
        refused(".pgm", ascii("P5 0 1 255\n"), "no samples");
        refused(".pgm", new byte[] {'P', '2', ' ', '1', ' ', '1', ' ', '9', (byte) 0x80, '1'}, "byte 8: the pixel 0");
        refused(".png", pngHeader(30000, 30000, 8, 0), "truncated");
        refused(".png", pngHeader(-1, 2, 8, 0), "no samples");
        refused(".png", pngHeader(2, 2, 8, 2), "only grayscale images");
        refused(".png", pngHeader(2, 2, 8, 0), "damaged .png file");
        refused(".png", ascii("GIF89a, and some more text"), "not a .png file");
    }

    /** Deflate could have shrunk so many zeros to so few bytes, so only the memory speaks against them. */
    @Test
    void imagesThatClaimMoreThanTheMemoryHolds() throws IOException {
        refused(".png", Arrays.copyOf(pngHeader(50_000, 50_000, 8, 0), 2_500_000), "[50000, 50000]; the memory allows");
        refused(".png", Arrays.copyOf(pngHeader(46_000, 46_000, 8, 0), 2_100_000), "[46000, 46000]; the memory allows");
    }

    @Test
    void readsPlainGrayMapsWithComments() throws IOException {
        Path file = Files.write(folder.resolve("a.pgm"), ascii("P2\n# made by hand\n3 1 # wide\n300\n0 1\n300"));
        Samples samples = SampleFormat.of(file).read(file);
        assertArrayEquals(new double[] {0, 1, 300}, samples.values());
        assertArrayEquals(new int[] {1, 3}, samples.grid().shape());
        assertEquals(SampleType.U2, samples.type());
    }

    @Test
    void soundsThatLie() throws IOException {
        refused(".wav", ascii("RIFFxxxxWAVE"), "no chunk 'fmt '");
        refused(".wav", wav(1, 2, 16, 4, 4), "only mono sound is read; this has 2 channels");
        refused(".wav", wav(1, 1, 12, 4, 4), "coding 1 with 12 bits");
        refused(".wav", wav(7, 1, 8, 4, 4), "coding 7 with 8 bits");
        refused(".wav", wav(1, 1, 16, 0x7fffffff, 4), "truncated: a chunk at byte 36 claims 2147483647 bytes");
        refused(".wav", wav(1, 1, 16, -1, 4), "truncated: a chunk at byte 36 claims 4294967295 bytes");
        refused(".wav", wav(1, 1, 16, 3, 4), "not a whole number of samples");
        refused(".wav", wav(1, 1, 16, 0, 4), "not a whole number of samples");
        refused(".wav", ascii("not a sound"), "not a .wav file");
    }

    @Test
    void readsSoundsOf24Bits() throws IOException {
        byte[] file = wav(1, 1, 24, 6, 6);
        byte[] samples = {1, 0, 0, (byte) 0xfe, (byte) 0xff, (byte) 0xff};
        System.arraycopy(samples, 0, file, 44, 6);
        Path path = Files.write(folder.resolve("a.wav"), file);
        assertArrayEquals(
                new double[] {256, -512}, SampleFormat.of(path).read(path).values());
    }

    /** Valid files with one byte changed or cut short are read or refused, never anything else. */
    @ParameterizedTest
    @MethodSource("valid")
    void survivesDamage(String ending, byte[] valid) throws IOException {
        Random random = new Random(SEED);
        Path file = folder.resolve("damaged" + ending);
        SampleFormat format = SampleFormat.of(file);
        for (int trial = 0; trial < 200; trial++) {
            byte[] bytes = valid.clone();
            if (trial % 3 == 0) {
                bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
            } else {
                bytes[random.nextInt(Math.min(bytes.length, 160))] = (byte) random.nextInt();
            }
            Files.write(file, bytes);
            try {
                Samples samples = format.read(file);
                assertTrue(samples.size() <= 1000 * valid.length, "seed " + SEED + ", trial " + trial);
            } catch (MalformedDataException refused) {
                String message = String.valueOf(refused.getMessage());
                assertTrue(message.startsWith(file + ": "), message);
            }
        }
    }

    static Stream<Arguments> valid() throws IOException {
        Samples image = RoundTripTest.random(SampleType.U1, 9, 7);
        Samples deep = RoundTripTest.random(SampleType.U2, 9, 7);
        Samples sound = RoundTripTest.random(SampleType.I2, 100);
        return Stream.of(
                Arguments.of(".npy", bytes(".npy", image)),
                Arguments.of(".npy", bytes(".npy", sound)),
                Arguments.of(".pgm", bytes(".pgm", image)),
                Arguments.of(".pgm", ascii("P2 3 2 255\n1 2 3 4 5 6\n")),
                Arguments.of(".png", bytes(".png", image)),
                Arguments.of(".png", bytes(".png", deep)),
                Arguments.of(".wav", bytes(".wav", sound)),
                Arguments.of(".csv", ascii("x,y\n0,1\n1,2\n2,3\n")));
    }

    private static byte[] bytes(String ending, Samples samples) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SampleFormat.of(Path.of("x" + ending)).write(samples, out);
        return out.toByteArray();
    }

    private void refused(String ending, byte[] bytes, String what) throws IOException {
        Path file = Files.write(folder.resolve("hostile" + ending), bytes);
        SampleFormat format = SampleFormat.of(file);
        String message = String.valueOf(assertThrows(MalformedDataException.class, () -> format.read(file))
                .getMessage());
        assertTrue(message.startsWith(file + ": ") && message.contains(what), () -> message + " should say " + what);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] npy(String type, String fortran, String shape, int dataBytes) {
        String header = "{'descr': '" + type + "', 'fortran_order': " + fortran + ", 'shape': " + shape + ", }\n";
        ByteBuffer file = ByteBuffer.allocate(10 + header.length() + dataBytes).order(ByteOrder.LITTLE_ENDIAN);
        file.put((byte) 0x93).put(ascii("NUMPY")).put((byte) 1).put((byte) 0).putShort((short) header.length());
        file.put(ascii(header));
        return file.array();
    }

    private static byte[] pngHeader(int width, int height, int depth, int colour) {
        ByteBuffer file = ByteBuffer.allocate(64);
        file.put((byte) 0x89)
                .put(ascii("PNG\r\n"))
                .put((byte) 0x1a)
                .put((byte) '\n')
                .putInt(13)
                .put(ascii("IHDR"));
        file.putInt(width).putInt(height).put((byte) depth).put((byte) colour);
        return file.array();
    }

    private static byte[] wav(int coding, int channels, int bits, int claimed, int dataBytes) {
        ByteBuffer file = ByteBuffer.allocate(44 + dataBytes).order(ByteOrder.LITTLE_ENDIAN);
        file.put(ascii("RIFF")).putInt(36 + dataBytes).put(ascii("WAVEfmt ")).putInt(16);
        file.putShort((short) coding).putShort((short) channels).putInt(8000).putInt(8000);
        file.putShort((short) 1).putShort((short) bits).put(ascii("data")).putInt(claimed);
        return file.array();
    }

    /** Guards against an empty set of formats. */
    @Test
    void allFormatsAreTestedForDamage() throws IOException {
        List<Object> tested =
                valid().map(arguments -> arguments.get()[0]).distinct().toList();
        assertTrue(SampleFormat.ALL.stream().allMatch(format -> tested.contains(format.ending())));
    }
}
