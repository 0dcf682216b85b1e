package org.epsilonet.architecture.process;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where results go: pipes, full devices, the input itself, and files whose writer is interrupted. */
class OutputsTest {
    private static final String FAMILY = "splines.uniform.degree3";
    private static final List<String> INPUTS = List.of("a.csv", "a.eps");

    @TempDir
    private Path folder;

    private Cli cli = new Cli(List.of(), Path.of(""));

    @BeforeEach
    void encodeSomething() throws IOException, InterruptedException {
        cli = Cli.in(folder);
        Files.writeString(folder.resolve("a.csv"), "1\n2\n4\n8\n");
        cli.run("encode", "a.csv", "--error", "0.1", "--family", FAMILY, "-o", "a.eps")
                .done();
    }

    @Test
    void aPipeGetsTheFileAndNothingElse() throws IOException, InterruptedException {
        assumeTrue(Files.exists(Path.of("/dev/stdout")), "pipes have names here");
        Process process = cli.start(
                Redirect.PIPE,
                Redirect.DISCARD,
                "encode",
                "a.csv",
                "--error",
                "0.1",
                "--family",
                FAMILY,
                "--json",
                "-o",
                "/dev/stdout");
        byte[] piped = process.getInputStream().readAllBytes();
        assertEquals(0, process.waitFor());
        assertArrayEquals(Files.readAllBytes(folder.resolve("a.eps")), piped);
    }

    @Test
    void resultsThatAreLostAreAFailure() throws IOException, InterruptedException {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full), "a device that is always full");
        cli.run(Redirect.to(full.toFile()), "families", "--json").refused(1, "standard output");
    }

    @Test
    void theInputIsNotOverwritten() throws IOException, InterruptedException {
        cli.run("encode", "a.csv", "--error", "0.1", "-o", "./a.csv").refused(2, "./a.csv: is the input too");
        assertEquals("1\n2\n4\n8\n", Files.readString(folder.resolve("a.csv")));
        Files.copy(folder.resolve("a.eps"), folder.resolve("b.csv"));
        cli.run("decode", "b.csv", "-o", "b.csv").refused(2, "b.csv: is the input too");
        assertArrayEquals(Files.readAllBytes(folder.resolve("a.eps")), Files.readAllBytes(folder.resolve("b.csv")));
    }

    @Test
    void anInterruptedWriterLeavesNothing() throws IOException, InterruptedException {
        assertEquals(INPUTS, cli.files());
        // A million numbers in decimals take long enough to be seen half written.
        Process process =
                cli.start(Redirect.DISCARD, Redirect.DISCARD, "decode", "a.eps", "--grid", "1000000", "-o", "b.csv");
        boolean begun = false;
        while (!begun && process.isAlive()) {
            begun = cli.files().stream().anyMatch(name -> name.endsWith(".tmp"));
            Thread.onSpinWait();
        }
        assertTrue(begun, "it ended before a temporary file was seen");
        process.destroy();
        process.waitFor();
        assertEquals(INPUTS, cli.files());
    }

    /** Where its structure ends, and how many structures there are, only the family knows. */
    @Test
    void inspectNeedsNoFamily() throws IOException, InterruptedException {
        Map<?, ?> whole = cli.run("inspect", "a.eps", "--json").done().json();
        Map<?, ?> part = cli.without("families-splines")
                .run("inspect", "a.eps", "--json")
                .done()
                .json();
        assertNotNull(whole.get("parameters"));
        Set<String> ofTheFamily = Set.of("parameters", "structureBits", "parameterBits", "fixedLengthBits");
        for (Object key : whole.keySet()) {
            assertEquals(ofTheFamily.contains(key) ? null : whole.get(key), part.get(key), key.toString());
        }
    }

    @Test
    void aDomainBeyondTheLargestNumberIsInf() throws IOException, InterruptedException {
        // Half a cell beyond the last sample is 2.185e308.
        Files.writeString(folder.resolve("b.csv"), "1e308,1\n1.79e308,2\n");
        cli.run("encode", "b.csv", "--error", "0.1", "--family", FAMILY, "-o", "b.eps")
                .done();
        List<?> domain =
                (List<?>) cli.run("inspect", "b.eps", "--json").done().json().get("domain");
        assertEquals("inf", ((List<?>) domain.get(0)).get(1));
    }
}
