package org.epsilonet.architecture.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher where the machine lacks something, in an installation of empty files with a pretended Java and Maven. */
class LauncherTest {
    private static final List<String> SOURCES = List.of(
            "cli",
            "encoding/codec",
            "examples/family-fourier",
            "examples/family-rational",
            "examples/family-composite");
    private static final List<String> JARS = List.of(
            "cli/target/epsilonet-cli.jar",
            "cli/target/modules/one.jar",
            "examples/family-fourier/target/epsilonet-family-fourier.jar",
            "examples/family-rational/target/epsilonet-family-rational.jar",
            "examples/family-composite/target/epsilonet-family-composite.jar");

    /** What the launcher calls; flock is not among them. */
    private static final List<String> TOOLS = List.of(
            "bash", "cat", "cut", "dirname", "env", "find", "grep", "mkdir", "mv", "rm", "rmdir", "sleep", "tee",
            "touch", "tr");

    private static final long TIMEOUT_SECONDS = 60;

    @TempDir
    private Path folder;

    private Path home = Path.of("");

    @BeforeEach
    void install() throws IOException {
        home = Files.createDirectories(folder.resolve("home"));
        Files.copy(Cli.root().resolve("epsilonet"), home.resolve("epsilonet"));
        assertTrue(home.resolve("epsilonet").toFile().setExecutable(true));
        Files.createFile(home.resolve("pom.xml"));
        for (String source : SOURCES) {
            Files.createDirectories(home.resolve(source).resolve("src/main"));
            Files.createFile(home.resolve(source).resolve("pom.xml"));
        }
        Files.createDirectories(folder.resolve("tools"));
        for (String tool : TOOLS) {
            script("tools/" + tool, "exec " + existing(tool) + " \"$@\"");
        }
        Files.createDirectories(folder.resolve("jdk/bin"));
        script("jdk/bin/java", "echo started");
        script("jdk/bin/javac", "exit 1");
        script("tools/mvn", "echo begun >> builds", "sleep 1", build(), "echo done >> builds");
    }

    private static Path existing(String tool) {
        return List.of(System.getenv("PATH").split(File.pathSeparator)).stream()
                .map(folder -> Path.of(folder, tool))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow();
    }

    private static String build() {
        return "mkdir -p cli/target/modules examples/family-fourier/target examples/family-rational/target"
                + " examples/family-composite/target && touch "
                + String.join(" ", JARS);
    }

    private void script(String name, String... lines) throws IOException {
        Path script = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + String.join("\n", lines) + "\n");
        assertTrue(script.toFile().setExecutable(true));
    }

    @Test
    void twoFirstCallsBuildOnceWithoutFlock() throws IOException, InterruptedException {
        Process one = start("one.txt");
        Process two = start("two.txt");
        assertEquals("started", lastLine(one, "one.txt"));
        assertEquals("started", lastLine(two, "two.txt"));
        assertEquals(List.of("begun", "done"), Files.readAllLines(home.resolve("builds")));
        assertEquals("started", lastLine(start("three.txt"), "three.txt"));
    }

    @Test
    void startsWhereNothingCanBeWritten() throws IOException, InterruptedException {
        for (String jar : JARS) {
            Files.createDirectories(home.resolve(jar).getParent());
            Files.createFile(home.resolve(jar));
        }
        // A file where the launcher's folder would be: not even the superuser can write there.
        Files.createFile(home.resolve("target"));
        Process process = start("out.txt");
        assertEquals("started", lastLine(process, "out.txt"));
        assertEquals(List.of("started"), Files.readAllLines(folder.resolve("out.txt")));
    }

    private Process start(String log) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(home.resolve("epsilonet").toString(), "families")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(log).toFile());
        builder.environment().put("PATH", folder.resolve("tools").toString());
        builder.environment().put("JAVA_HOME", folder.resolve("jdk").toString());
        return builder.start();
    }

    /** What the pretended Java printed, once the launcher has ended well. */
    private String lastLine(Process process, String log) throws IOException, InterruptedException {
        if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("no end after " + TIMEOUT_SECONDS + " s");
        }
        List<String> lines = Files.readAllLines(folder.resolve(log));
        assertEquals(0, process.exitValue(), lines.toString());
        return lines.get(lines.size() - 1);
    }
}
