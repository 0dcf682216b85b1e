package org.epsilonet.cli.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.epsilonet.cli.output.OutputFile;

/** The files of a report, written together: all contents are made before the first byte is written. */
final class OutputFiles {
    private record File(String folder, String name, byte[] bytes) {}

    private final List<File> files = new ArrayList<>();

    /**
     * Adds a file.
     *
     * @param folder the folder below the directory, empty for the directory itself
     */
    OutputFiles add(String folder, String name, String text) {
        return add(folder, name, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Adds a file that is no text. */
    OutputFiles add(String folder, String name, byte[] bytes) {
        files.add(new File(folder, name, bytes));
        return this;
    }

    /** Writes all files below the directory, which is made if need be; files of the same names are replaced. */
    void write(Path directory) throws IOException {
        for (File file : files) {
            Path folder = Files.createDirectories(directory.resolve(file.folder));
            OutputFile.at(folder.resolve(file.name)).write(out -> out.write(file.bytes));
        }
    }
}
