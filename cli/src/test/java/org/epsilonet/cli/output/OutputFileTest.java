package org.epsilonet.cli.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
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

    @Test
    void refusesALinkToNothing() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("nothing"));
        FileSystemException refused = assertThrows(FileSystemException.class, () -> OutputFile.at(link));
        assertEquals("cannot be written: it is a link to nothing, which does not exist", refused.getReason());
        assertEquals(List.of(link), entries());
    }

    @Test
    void refusesAWritableFileInAFolderThatTakesNoNewOne() throws IOException {
        Path file = Files.writeString(folder.resolve("a.txt"), "");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-xr-xr-x"));
        try {
            assumeFalse(Files.isWritable(folder), "the superuser writes everywhere");
            assertThrows(AccessDeniedException.class, () -> OutputFile.at(file));
        } finally {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    @Test
    void refusesTheInputUnderAnyName() throws IOException {
        Path input = Files.writeString(folder.resolve("a.txt"), "");
        Path link = Files.createSymbolicLink(folder.resolve("link"), input);
        assertThrows(IllegalArgumentException.class, () -> OutputFile.at(input, input));
        assertThrows(IllegalArgumentException.class, () -> OutputFile.at(link, input));
        assertEquals("other", Files.readString(writeBeside(input)));
    }

    private Path writeBeside(Path input) throws IOException {
        Path other = folder.resolve("b.txt");
        OutputFile.at(other, input).write(out -> out.write("other".getBytes(StandardCharsets.US_ASCII)));
        return other;
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
