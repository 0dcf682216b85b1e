package org.epsilonet.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFileTest {
    @TempDir
    private Path folder;

    @Test
    void writesAndReplaces() throws IOException {
        Path file = folder.resolve("a.txt");
        write(file, "first");
        write(file, "second");
        assertEquals("second", Files.readString(file));
        assertEquals(List.of(file), entries());
    }

    @Test
    void leavesNothingNewWhenWritingFails() throws IOException {
        Path old = Files.writeString(folder.resolve("old.txt"), "old");
        for (Path file : List.of(old, folder.resolve("new.txt"))) {
            OutputFile output = OutputFile.at(file);
            assertThrows(
                    IOException.class,
                    () -> output.write(out -> {
                        out.write(1);
                        throw new IOException("the disk is full");
                    }));
        }
        assertEquals("old", Files.readString(old));
        assertEquals(List.of(old), entries());
    }

    @Test
    void writesThroughALink() throws IOException {
        Path file = Files.writeString(folder.resolve("a.txt"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link"), file.getFileName());
        write(link, "new");
        assertTrue(Files.isSymbolicLink(link));
        assertEquals("new", Files.readString(file));
    }

    @Test
    void refusesWhatCannotBeWrittenBeforeTheWork() throws IOException {
        Path file = Files.writeString(folder.resolve("a.txt"), "");
        assertThrows(FileSystemException.class, () -> OutputFile.at(folder));
        assertThrows(FileSystemException.class, () -> OutputFile.at(folder.resolve("none/b.txt")));
        assertThrows(FileSystemException.class, () -> OutputFile.at(file.resolve("b.txt")));
        assertThrows(FileSystemException.class, () -> OutputFile.requireFolder(file));
        assertThrows(FileSystemException.class, () -> OutputFile.requireFolder(file.resolve("b/c")));
        OutputFile.requireFolder(folder.resolve("not/yet/there"));
        assertEquals(List.of(file), entries());
    }

    private static void write(Path file, String text) throws IOException {
        OutputFile.at(file).write(out -> out.write(text.getBytes(StandardCharsets.US_ASCII)));
    }

    private List<Path> entries() throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.toList();
        }
    }
}
