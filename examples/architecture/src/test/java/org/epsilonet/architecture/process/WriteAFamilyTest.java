package org.epsilonet.architecture.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A newcomer's way, as docs/write-a-family.md tells it: followed step by step in an empty folder. */
class WriteAFamilyTest {
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```sh\\R(.*?)^```$");
    private static final long TIMEOUT_SECONDS = 300;
    private static final int MOST_LINES = 150;

    @TempDir
    private Path folder;

    @Test
    void thePageCanBeFollowed() throws IOException, InterruptedException {
        List<String> blocks = BLOCK.matcher(Files.readString(Cli.root().resolve("docs/write-a-family.md")))
                .results()
                .map(block -> block.group(1))
                .toList();
        assertEquals(5, blocks.size(), "the steps of the page");
        Files.createSymbolicLink(folder.resolve("epsilonet"), Cli.root().resolve("epsilonet"));
        Path log = Files.createTempFile("write-a-family", ".txt");
        ProcessBuilder shell = new ProcessBuilder("bash", "-euo", "pipefail", "-c", String.join("\n", blocks))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        shell.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = shell.start();
        if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        String said = Files.readString(log);
        Files.delete(log);
        assertEquals(0, process.waitFor(), said);
        assertTrue(Files.readString(folder.resolve("report/summary.csv")).contains("acme.steps"), said);
        assertEquals(200, Files.readAllLines(folder.resolve("back.csv")).size());
        assertTrue(lines(folder.resolve("steps/src/main/java")) < MOST_LINES, "the newcomer's Java");
    }

    private static int lines(Path sources) throws IOException {
        int lines = 0;
        try (Stream<Path> files = Files.walk(sources)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                lines += Files.readAllLines(file).size();
            }
        }
        return lines;
    }

    @Test
    void theFolderIsWrittenAsAWholeOrNotAtAll() throws IOException, InterruptedException {
        Cli cli = Cli.in(folder);
        Cli.Result made = cli.run("new-family", "union", "one/two", "--json").done();
        assertEquals("one/two", made.json().get("directory"));
        List<?> files = (List<?>) made.json().get("files");
        for (Object file : files) {
            assertTrue(Files.size(folder.resolve("one/two").resolve(String.valueOf(file))) > 0, file + " is there");
        }
        assertTrue(files.contains("src/main/java/union/UnionsFamily.java"), files.toString());
        assertEquals(List.of("one"), cli.files());

        cli.run("new-family", "acme.steps", "one/two").refused(2, "one/two: is not empty");
        Files.writeString(folder.resolve("file"), "");
        cli.run("new-family", "acme.steps", "file").refused(2, "file");
        Files.createDirectory(folder.resolve("empty"));
        cli.run("new-family", "acme.steps", "empty").done();
        assertEquals(List.of("empty", "file", "one"), cli.files());
    }

    @Test
    void badNamesAreRefused() throws IOException, InterruptedException {
        Cli.in(folder).run("new-family", "Acme", "dir").refused(2, "is no name for a family: lower case letters");
        assertFalse(Files.exists(folder.resolve("dir")));
    }
}
