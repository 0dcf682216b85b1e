package org.epsilonet.architecture.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Wrong input and wrong usage, as a process ends on them: exit code 2, one line, no file left behind. What each wrong word is
 * told is tested beside the commands, where a start costs nothing.
 */
class BadInputTest {
    private static final String FAMILY = "splines.uniform.degree3";
    private static final long SEED = 99;

    @TempDir
    private Path folder;

    private Cli cli = new Cli(List.of(), Path.of(""));

    @BeforeEach
    void writeInputs() throws IOException {
        cli = Cli.in(folder);
        for (String[] file : new String[][] {
            {"good.csv", "1\n2\n4\n8\n"},
            {"nan.csv", "1\nNaN\n3\n"},
        }) {
            Files.writeString(folder.resolve(file[0]), file[1]);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "encode nan.csv --error 0.1 -o out.eps | nan.csv: line 2: value 1 is NaN",
                "encode good.csv --error -1 -o out.eps | --error must be finite and >= 0, was -1.0",
                "encode good.csv --error 1 -o good.csv/out.eps | good.csv/out.eps: cannot be written: there is no folder",
                "encod good.csv | unknown command 'encod'; did you mean 'encode'?",
                "decode good.csv -o out.csv | good.csv: not an Epsilonet file",
                "compare --data good.csv --out good.csv | good.csv: cannot be written",
            })
    void wrongWords(String line, String what) throws IOException, InterruptedException {
        refused(what, line.split(" "));
    }

    @Test
    void aCommandIsNeeded() throws IOException, InterruptedException {
        refused("A command is missing; one of: families, classes, entropy, compare, study, encode, decode, inspect");
    }

    @Test
    void encodedFilesThatAreCutOrDamaged() throws IOException, InterruptedException {
        cli.run("encode", "good.csv", "--error", "0.1", "--family", FAMILY, "-o", "good.eps")
                .done();
        byte[] good = Files.readAllBytes(folder.resolve("good.eps"));
        Random random = new Random(SEED);
        for (int trial = 0; trial < 4; trial++) {
            byte[] cut = Arrays.copyOf(good, random.nextInt(good.length));
            Files.write(folder.resolve("bad.eps"), cut);
            refused("bad.eps: ", "decode", "bad.eps", "-o", "out.csv");
            byte[] flipped = good.clone();
            flipped[random.nextInt(good.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(folder.resolve("bad.eps"), flipped);
            refused("bad.eps: ", "decode", "bad.eps", "-o", "out.csv");
        }
        refused("a .png file holds 2-dimensional data", "decode", "good.eps", "-o", "out.png");
    }

    @Test
    void toleranceOutOfReach() throws IOException, InterruptedException {
        List<String> before = cli.files();
        // Decimals are not finite binary fractions: no quantizer of this family hits all of them exactly.
        Files.writeString(folder.resolve("rough.csv"), "0.1\n0.7123456789\n-0.3\n0.9\n0.123\n0.456\n");
        cli.run("encode", "rough.csv", "--error", "1e-300", "--family", FAMILY, "-o", "out.eps")
                .refused(1, "the best error is ");
        assertEquals(
                Stream.concat(before.stream(), Stream.of("rough.csv")).sorted().toList(), cli.files());
    }

    @Test
    void helpIsThere() throws IOException, InterruptedException {
        String help = cli.run("--help").done().out();
        assertTrue(help.startsWith("Usage: epsilonet") && help.contains("--help"), help);
    }

    private void refused(String what, String... args) throws IOException, InterruptedException {
        List<String> before = cli.files();
        cli.run(args).refused(2, what);
        assertEquals(before, cli.files());
    }
}
