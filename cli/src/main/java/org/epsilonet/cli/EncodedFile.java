package org.epsilonet.cli;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.epsilonet.api.family.Families;
import org.epsilonet.codec.Decoded;
import org.epsilonet.codec.Decoder;
import org.epsilonet.codec.FormatException;

/** Reads a file that {@code encode} wrote. */
final class EncodedFile {
    /** A decoder holds a handful of arrays as long as the data at a time; each number has 8 bytes. */
    private static final long BYTES_PER_SAMPLE = 64;

    private EncodedFile() {}

    /**
     * Decodes a file.
     *
     * @throws IOException if it cannot be read
     * @throws IllegalArgumentException if it is corrupt, too old, too new, or its family is missing; names the file
     */
    static Decoded decoded(Path file, Families families) throws IOException {
        if (Files.isDirectory(file)) {
            throw new FileSystemException(file.toString(), null, "is a folder, not a file");
        }
        long most = Math.min(Integer.MAX_VALUE - 8, Runtime.getRuntime().maxMemory() / BYTES_PER_SAMPLE);
        try {
            return Decoder.decode(Files.readAllBytes(file), families, most);
        } catch (FormatException | IllegalArgumentException e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
        }
    }
}
