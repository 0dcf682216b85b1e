package org.epsilonet.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.epsilonet.api.family.Families;
import org.epsilonet.cli.data.FileBytes;
import org.epsilonet.codec.Decoded;
import org.epsilonet.codec.Decoder;
import org.epsilonet.codec.FileHeader;
import org.epsilonet.codec.FormatException;

/** Reads a file that {@code encode} wrote. */
final class EncodedFile {
    private EncodedFile() {}

    /** What is made of the bytes of a file. */
    private interface Reader<T> {
        T read(byte[] bytes) throws FormatException;
    }

    /**
     * Decodes a file.
     *
     * @param mostSamples the most samples that are welcome; no more than memory allows are read in any case
     * @throws IOException if it cannot be read
     * @throws IllegalArgumentException if it is corrupt, too old, too new, or its family is missing; names the file
     */
    static Decoded decoded(Path file, Families families, long mostSamples) throws IOException {
        return read(file, bytes -> Decoder.decode(bytes, families, Math.min(mostSamples, FileBytes.mostPoints())));
    }

    /**
     * What a file says about itself; its family may be missing.
     *
     * @param mostSamples the most samples that are welcome
     * @throws IOException if it cannot be read
     * @throws IllegalArgumentException if it is corrupt, too old or too new; names the file
     */
    static FileHeader header(Path file, long mostSamples) throws IOException {
        return read(file, bytes -> Decoder.inspect(bytes, mostSamples));
    }

    private static <T> T read(Path file, Reader<T> reader) throws IOException {
        byte[] bytes = FileBytes.of(file).bytes();
        try {
            return reader.read(bytes);
        } catch (FormatException | IllegalArgumentException e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
        }
    }
}
