package org.epsilonet.architecture.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.jr.ob.JSON;

/** Every shell command that the README shows runs, in its order, through the launcher, as a reader would run it. */
class ReadmeCommandsTest {
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```sh\\R(.*?)^```$");

    /** All commands together; the comparison alone is promised in a minute on two cores. */
    private static final long TIMEOUT_SECONDS = 400;

    @TempDir
    private Path folder;

    @Test
    void everyShellBlockRuns() throws IOException, InterruptedException {
        List<String> blocks = BLOCK.matcher(Files.readString(Cli.root().resolve("README.md")))
                .results()
                .map((MatchResult block) -> block.group(1))
                .toList();
        assertTrue(blocks.size() >= 3, "the README shows the main commands");
        Files.createSymbolicLink(folder.resolve("epsilonet"), Cli.root().resolve("epsilonet"));
        Path log = folder.resolve("log.txt");
        ProcessBuilder shell = new ProcessBuilder("bash", "-euo", "pipefail", "-c", String.join("\n", blocks))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        shell.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = shell.start();
        if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        assertEquals(0, process.waitFor(), () -> text(log));

        for (String file : List.of("report.html", "results.csv", "summary.csv", "summary.json", "summary.tex")) {
            assertTrue(Files.size(folder.resolve("epsilonet-report").resolve(file)) > 0, file);
            assertTrue(Files.size(folder.resolve("signal-report").resolve(file)) > 0, file);
        }
        assertDecodedWithinPromise();
        assertNothingContradictsTheory();
    }

    /** The signal and its decoding, read here and not by the project. */
    private void assertDecodedWithinPromise() throws IOException {
        double[] signal = column(folder.resolve("signal.csv"));
        double[] back = column(folder.resolve("back.csv"));
        assertEquals(signal.length, back.length);
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        double largest = 0;
        for (int i = 0; i < signal.length; i++) {
            low = Math.min(low, signal[i]);
            high = Math.max(high, signal[i]);
            largest = Math.max(largest, Math.abs(signal[i] - back[i]));
        }
        assertTrue(largest <= 1e-3 * (high - low), "error " + largest);
    }

    private void assertNothingContradictsTheory() throws IOException {
        String summary = Files.readString(folder.resolve("epsilonet-report/summary.json"));
        List<?> pairs = (List<?>) JSON.std.mapFrom(summary).get("pairs");
        assertTrue(pairs.size() > 80, "families times classes, " + pairs.size());
        assertTrue(!summary.contains("CONTRADICTS_THEORY"), summary);
    }

    private static double[] column(Path csv) throws IOException {
        return Files.readAllLines(csv).stream()
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(',') + 1)))
                .toArray();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return "no log: " + e;
        }
    }
}
