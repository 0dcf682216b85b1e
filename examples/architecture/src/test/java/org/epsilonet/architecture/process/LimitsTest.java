package org.epsilonet.architecture.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What no code can do, and what the command says of it: entropy, derivations, rules of quantization, contradictions. */
class LimitsTest {
    private static final String FAMILY = "splines.uniform.degree1";

    @TempDir
    private Path folder;

    /** Kolmogorov and Tikhomirov: 12.01 to 13.32 bits. */
    @Test
    void entropyOfLipschitzFunctions() throws IOException, InterruptedException {
        Cli cli = Cli.in(folder);
        Map<String, Object> json = cli.run("entropy", "hoelder.1", "--error", "0.1", "--json")
                .done()
                .json();
        assertEquals("hoelder.1", json.get("class"));
        assertEquals(0.1, json.get("epsilon"));
        assertEquals(12.01, (Double) json.get("bitsLower"), 0.006);
        assertEquals(13.32, (Double) json.get("bitsUpper"), 0.006);
        assertTrue(String.valueOf(json.get("source")).contains("Kolmogorov"), json.toString());
        String table = cli.run("entropy", "hoelder.1", "--error", "0.1").done().out();
        assertTrue(table.contains("12.01") && table.contains("13.32") && table.contains("|f| <= 1"), table);
    }

    @Test
    void infiniteAndUnknownBounds() throws IOException, InterruptedException {
        Cli cli = Cli.in(folder);
        Map<String, Object> jumps = cli.run("entropy", "bv", "--error", "0.1", "--norm", "sup", "--json")
                .done()
                .json();
        assertEquals("inf", jumps.get("bitsLower"));
        assertEquals("inf", jumps.get("bitsUpper"));
        assertTrue(String.valueOf(jumps.get("source")).contains("not compact"), jumps.toString());
        Map<String, Object> cartoon = cli.run("entropy", "cartoon.2", "--error", "0.01", "--json")
                .done()
                .json();
        assertTrue((Double) cartoon.get("bitsLower") > 20, cartoon.toString());
        assertTrue(cartoon.containsKey("bitsUpper"));
        assertNull(cartoon.get("bitsUpper"));
        assertTrue(
                cli.run("entropy", "cartoon.2", "--error", "0.01").done().out().contains("?"));
    }

    @Test
    void familiesExplainTheirVerdict() throws IOException, InterruptedException {
        Cli cli = Cli.in(folder);
        String text = cli.run("families", FAMILY, "relu.sawtooth").done().out();
        assertTrue(text.startsWith(FAMILY + " (org.epsilonet.families.splines): "), text);
        assertTrue(text.contains("d = 1, l1, l2, sup: ENCODABLE, h = 0.00"), text);
        assertTrue(
                text.contains("#parameters ~ M") && text.contains("relu.sawtooth (org.epsilonet.families.relu)"), text);
        List<?> families =
                (List<?>) cli.run("families", FAMILY, "--json").done().json().get("families");
        assertEquals(FAMILY, ((Map<?, ?>) families.get(0)).get("id"));
        assertEquals(1, families.size());
    }

    @Test
    void aFixedNumberOfBitsStallsInTheReport() throws IOException, InterruptedException {
        Cli cli = Cli.in(folder);
        Map<String, Object> json = cli.run(
                        "compare",
                        "--families",
                        FAMILY,
                        "--classes",
                        "sobolev.2",
                        "--quick",
                        "--bits",
                        "6",
                        "--json",
                        "--out",
                        "r")
                .done()
                .json();
        assertEquals("6", json.get("quantization"));
        Map<?, ?> pair = (Map<?, ?>) ((List<?>) json.get("pairs")).get(0);
        assertTrue(
                String.valueOf(pair.get("reason")).contains("(6 bits a parameter) the error stalls near"),
                pair.toString());
        Map<?, ?> point = (Map<?, ?>) ((List<?>) pair.get("points")).get(0);
        assertEquals(6.0, point.get("bitsPerParameter"));
        assertTrue((Double) point.get("theoremBitsPerParameter") > 6, point.toString());
        String page = Files.readString(folder.resolve("r/report.html"));
        assertTrue(page.contains("every parameter with 6 bits, whatever M, so that errors stall"));
        assertTrue(Files.readString(folder.resolve("r/results.csv")).contains("theoremBitsPerParameter"));
    }

    /** A class whose author marks an easy function as hard: the files are written, and the exit code says that something is wrong. */
    @Test
    void contradictionsFail() throws IOException, InterruptedException {
        Cli cli = Cli.in(folder.resolve("work"));
        Files.createDirectories(folder.resolve("work"));
        Path jar = PluginJar.write(cli, folder.resolve("jars"), "stranger.limits", "stranger", "", "");
        Cli.Result result = cli.with(jar)
                .run(
                        "compare",
                        "--families",
                        FAMILY,
                        "--classes",
                        "stranger.lines",
                        "--budgets",
                        "16:4096",
                        "--out",
                        "r");
        assertEquals(1, result.code());
        assertEquals(
                "epsilonet compare: CONTRADICTS_THEORY: " + FAMILY + " on stranger.lines (see r/report.html)",
                result.err().strip());
        assertTrue(result.out().contains("CONTRADICTS_THEORY"), result.out());
        assertTrue(Files.readString(folder.resolve("work/r/summary.json")).contains("CONTRADICTS_THEORY"));
    }
}
