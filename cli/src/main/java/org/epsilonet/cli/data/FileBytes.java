package org.epsilonet.cli.data;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import org.epsilonet.api.function.Grid;
import org.epsilonet.api.function.SampleType;
import org.epsilonet.api.function.Samples;

/**
 * The bytes of one binary file, and the checks that come before every allocation.
 *
 * @param file where they come from, for messages
 * @param bytes all of them
 */
@SuppressWarnings("ArrayRecordComponent")
public record FileBytes(Path file, byte[] bytes) {
    /** An array longer than this is refused by some virtual machines. */
    private static final long LONGEST = Integer.MAX_VALUE - 8;

    private static final String ENLARGE = " (EPSILONET_JAVA_OPTS=-Xmx8g would allow 8 GiB)";

    /** Encoder and decoder hold a handful of arrays as long as the data at a time; each number has 8 bytes. */
    private static final long BYTES_PER_POINT = 64;

    /** The most points of data that the memory of this process is good for. */
    public static long mostPoints() {
        return Math.min(LONGEST, Runtime.getRuntime().maxMemory() / BYTES_PER_POINT);
    }

    /**
     * Reads a file.
     *
     * @param file the file; named in every message
     * @return its bytes, at least one
     * @throws MalformedDataException if it is a folder, empty, or larger than the memory or 2 GiB
     * @throws IOException if it is missing or cannot be read
     */
    public static FileBytes of(Path file) throws IOException {
        requireFile(file);
        long size = Files.size(file);
        long most = Math.min(LONGEST, Runtime.getRuntime().maxMemory() / 2);
        if (size > most) {
            throw new MalformedDataException(file, "a file of " + size + " bytes; the memory allows " + most + ENLARGE);
        }
        byte[] bytes = Files.readAllBytes(file);
        if (bytes.length == 0) {
            throw new MalformedDataException(file, "the file is empty");
        }
        return new FileBytes(file, bytes);
    }

    /** Refuses what cannot be read as a file, in words. */
    static void requireFile(Path file) throws IOException {
        if (Files.notExists(file)) {
            throw new NoSuchFileException(file.toString());
        }
        if (Files.isDirectory(file)) {
            throw new MalformedDataException(file, "is a folder, not a file");
        }
    }

    MalformedDataException malformed(String what) {
        return new MalformedDataException(file, what);
    }

    int length() {
        return bytes.length;
    }

    /** A view of the bytes. */
    ByteBuffer buffer(ByteOrder order) {
        return ByteBuffer.wrap(bytes).order(order);
    }

    /**
     * The number of points of a shape that a header claims.
     *
     * @param shape points per coordinate, as claimed
     * @param bytesPerPoint bytes that each point takes in the file, at least
     * @param available bytes that are there
     * @return the product of the shape
     * @throws MalformedDataException if the shape is empty, or the file too short or the memory too small for it
     */
    int points(long[] shape, long bytesPerPoint, long available) throws MalformedDataException {
        if (Arrays.stream(shape).anyMatch(n -> n < 1)) {
            throw malformed("no samples: the header says the shape " + Arrays.toString(shape));
        }
        long points = 1;
        for (long n : shape) {
            // Divided rather than multiplied: the product of three claimed lengths may overflow.
            if (points > available / bytesPerPoint / n) {
                throw malformed("truncated: the header says the shape " + Arrays.toString(shape) + ", but only "
                        + available + " bytes of data follow");
            }
            points *= n;
        }
        if (points > mostPoints()) {
            throw malformed("the header says the shape " + Arrays.toString(shape) + "; the memory allows "
                    + mostPoints() + " samples" + ENLARGE);
        }
        return Math.toIntExact(points);
    }

    /** Samples named after the file, with the first value that is not finite refused by its index. */
    Samples samples(int[] shape, double[] values, SampleType type) throws MalformedDataException {
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw malformed("value " + i + " is " + values[i] + "; samples must be finite");
            }
        }
        return Samples.of(SampleFormat.nameOf(file), Grid.of(shape), values).storedAs(type);
    }
}
