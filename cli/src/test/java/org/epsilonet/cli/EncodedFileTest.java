package org.epsilonet.cli;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import org.epsilonet.cli.data.MalformedDataException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EncodedFileTest {
    @TempDir
    private Path folder;

    @Test
    void refusesAFileLargerThanTheMemoryUnread() throws IOException {
        Path file = folder.resolve("large.eps");
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(3L << 30);
        }
        String message = assertThrows(MalformedDataException.class, () -> EncodedFile.header(file, Long.MAX_VALUE))
                .getMessage();
        assertTrue(message.startsWith(file + ": a file of 3221225472 bytes; the memory allows"), message);
    }
}
