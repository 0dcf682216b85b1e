package org.epsilonet.cli.report;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * The files of a report, written together: all contents are made before the first byte is written, and each file is
 * moved into its place complete, so that a reader (or a killed run) never sees half of one.
 */
final class OutputFiles {
    private record File(String folder, String name, String text) {}

    private final List<File> files = new ArrayList<>();

    /**
     * Adds a file.
     *
     * @param folder the folder below the directory, empty for the directory itself
     */
    OutputFiles add(String folder, String name, String text) {
        files.add(new File(folder, name, text));
        return this;
    }

    /** Writes all files below the directory, which is made if need be; files of the same names are replaced. */
    void write(Path directory) throws IOException {
        for (File file : files) {
            Path folder = Files.createDirectories(directory.resolve(file.folder));
            Path partial = folder.resolve("." + file.name + ".partial");
            try {
                Files.writeString(partial, file.text);
                move(partial, folder.resolve(file.name));
            } finally {
                Files.deleteIfExists(partial);
            }
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException notHere) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
