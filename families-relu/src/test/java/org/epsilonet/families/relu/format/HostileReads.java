package org.epsilonet.families.relu.format;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.epsilonet.api.model.ImportedModel;
import org.epsilonet.api.model.MalformedModelException;
import org.epsilonet.api.model.ModelFormat;
import org.epsilonet.families.relu.NetworkModel;

/** Reads files from strangers: each is read or refused in one line, in bounded time and memory; counts which. */
final class HostileReads {
    static final long MOST_BYTES = 64L << 20;
    private static final long MOST_NANOSECONDS = 1_000_000_000;

    private final ModelFormat format;
    private final Path file;
    private final Allocation allocation;
    private int read;
    private int refused;
    private long mostBytes;
    private long mostNanoseconds;

    HostileReads(ModelFormat format, Path folder) throws ReflectiveOperationException {
        this.format = format;
        this.file = folder.resolve("hostile." + format.endings().get(0));
        this.allocation = new Allocation();
    }

    int read() {
        return read;
    }

    int refused() {
        return refused;
    }

    /** The message of the refusal, or the model. Anything thrown but a refusal fails the test. */
    String submit(byte[] bytes, String label) throws IOException, ReflectiveOperationException {
        assertTrue(bytes.length < 1 << 20, label + " is a file of " + bytes.length + " bytes");
        Files.write(file, bytes);
        String result;
        long bytesBefore = allocation.bytes();
        long timeBefore = allocation.nanoseconds();
        long bytesUsed;
        long timeUsed;
        try {
            ImportedModel imported = format.read(file);
            bytesUsed = allocation.bytes() - bytesBefore;
            timeUsed = allocation.nanoseconds() - timeBefore;
            result = imported.model().toString();
            assertTrue(
                    imported.model() instanceof NetworkModel && imported.model().inputs() > 0, label);
            assertTrue(imported.report().stream().noneMatch(HostileReads::breaksLine), label);
            read++;
        } catch (MalformedModelException e) {
            bytesUsed = allocation.bytes() - bytesBefore;
            timeUsed = allocation.nanoseconds() - timeBefore;
            result = e.getMessage();
            assertTrue(result.contains(file.getFileName().toString()), label + ": " + result);
            assertTrue(!breaksLine(result) && !result.contains("null"), label + ": " + result);
            refused++;
        } catch (RuntimeException | Error e) {
            throw new AssertionError(format.id() + ", " + label + ": " + e, e);
        }
        mostBytes = Math.max(mostBytes, bytesUsed);
        mostNanoseconds = Math.max(mostNanoseconds, timeUsed);
        assertTrue(
                bytesUsed <= MOST_BYTES && timeUsed <= MOST_NANOSECONDS,
                format.id() + ", " + label + ", a file of " + bytes.length + " bytes: " + this + "; " + result);
        return result;
    }

    private static boolean breaksLine(String text) {
        return text.chars().anyMatch(c -> Character.isISOControl(c) || c == 0x2028 || c == 0x2029);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s: %d read, %d refused, at most %.2f MiB allocated and %.1f ms of processor time",
                format.id(),
                read,
                refused,
                mostBytes / 0x1p20,
                mostNanoseconds / 1e6);
    }
}
