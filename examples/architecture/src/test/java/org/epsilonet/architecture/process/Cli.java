package org.epsilonet.architecture.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.jr.ob.JSON;

/**
 * The {@code epsilonet} command on a module path, in a working directory. The module path is that of the launcher, more
 * or less some jars.
 *
 * @param jars the module path
 * @param folder the working directory; standard output and error go to files beside it
 */
record Cli(List<Path> jars, Path folder) {
    private static final long TIMEOUT_SECONDS = 120;

    /** The command with everything that was built. */
    static Cli in(Path folder) {
        Path root = root();
        List<Path> jars = new ArrayList<>(jarsIn(root.resolve("cli/target/modules")));
        jars.add(root.resolve("cli/target/epsilonet-cli.jar"));
        jars.add(root.resolve("examples/family-fourier/target/epsilonet-family-fourier.jar"));
        jars.add(root.resolve("examples/family-rational/target/epsilonet-family-rational.jar"));
        jars.add(root.resolve("examples/family-composite/target/epsilonet-family-composite.jar"));
        jars.forEach(jar -> assertTrue(Files.isRegularFile(jar), jar + " is not built; run mvn verify"));
        return new Cli(jars, folder);
    }

    static Path root() {
        return Path.of(System.getProperty("basedir", "."))
                .toAbsolutePath()
                .resolve("../..")
                .normalize();
    }

    private static List<Path> jarsIn(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("not built; run mvn verify", e);
        }
    }

    /** Without the jars whose name contains a text; at least one does. */
    Cli without(String text) {
        List<Path> left = jars.stream()
                .filter(jar -> !jar.getFileName().toString().contains(text))
                .toList();
        assertTrue(left.size() < jars.size(), "no jar is named like " + text);
        return new Cli(left, folder);
    }

    Cli with(Path jar) {
        return new Cli(Stream.concat(jars.stream(), Stream.of(jar)).toList(), folder);
    }

    /** How a process ended. */
    record Result(int code, String out, String err) {
        /** Done, with nothing to say on standard error. */
        Result done() {
            assertEquals("", err);
            assertEquals(0, code, out);
            return this;
        }

        /** Refused: one line on standard error that contains a text, and nothing on standard output. */
        Result refused(int expected, String what) {
            assertEquals(1, err.lines().count(), err);
            assertTrue(err.contains(what), () -> err + " should say " + what);
            assertFalse(err.contains("Exception") && err.contains("\tat "), err);
            assertEquals("", out);
            assertEquals(expected, code);
            return this;
        }

        Map<String, Object> json() {
            return JSON.std.mapFrom(out);
        }
    }

    /** Runs the command to its end. */
    Result run(String... args) throws IOException, InterruptedException {
        Path out = Files.createTempFile("epsilonet", ".out");
        try {
            Result ended = run(Redirect.to(out.toFile()), args);
            return new Result(ended.code, text(out), ended.err);
        } finally {
            Files.delete(out);
        }
    }

    /** Runs the command to its end with its standard output elsewhere: in the result it is empty. */
    Result run(Redirect out, String... args) throws IOException, InterruptedException {
        Path err = Files.createTempFile("epsilonet", ".err");
        try {
            Process process = start(out, Redirect.to(err.toFile()), args);
            if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException("no end after " + TIMEOUT_SECONDS + " s: epsilonet " + String.join(" ", args));
            }
            return new Result(process.exitValue(), "", text(err));
        } finally {
            Files.delete(err);
        }
    }

    /** Starts the command. */
    Process start(Redirect out, Redirect err, String... args) throws IOException {
        String path = jars.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Djava.awt.headless=true",
                "-p",
                path,
                "-m",
                "org.epsilonet.cli/org.epsilonet.cli.Main"));
        command.addAll(List.of(args));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out)
                .redirectError(err);
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        return builder.start();
    }

    private static String text(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8);
    }

    /** The names of all files in the working directory. */
    List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
