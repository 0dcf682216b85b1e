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
import org.junit.jupiter.params.provider.ValueSource;

/** Wrong input and wrong usage: exit code 2, one line, no file left behind. */
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
            {"empty.csv", ""},
            {"nan.csv", "1\nNaN\n3\n"},
            {"text.csv", "value\n1\ntwo\n3\n"},
            {"unequal.csv", "x,y\n0,1\n1,2\n3,4\n"},
            {"data.txt", "1\n2\n"},
            {"hostile.npy", "\u0093NUMPY\u0001\u0000"},
        }) {
            Files.writeString(folder.resolve(file[0]), file[1]);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "none.csv | none.csv: no such file",
                ". | .: unknown kind of data file; allowed endings: .csv, .npy, .png, .pgm, .wav",
                "empty.csv | empty.csv: the file is empty",
                "nan.csv | nan.csv: line 2: value 1 is NaN",
                "text.csv | text.csv: line 3: column 1: not a number: 'two'",
                "unequal.csv | unequal.csv: x is not equally spaced: sample 1",
                "data.txt | data.txt: unknown kind of data file",
                "hostile.npy | hostile.npy: not a .npy file",
            })
    void inputsThatAreNoData(String input, String what) throws IOException, InterruptedException {
        refused(what, "encode", input, "--error", "0.1", "--family", FAMILY, "-o", "out.eps");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "encode good.csv --error -1 -o out.eps | --error must be finite and >= 0, was -1.0",
                "encode good.csv --error NaN -o out.eps | --error must be finite and >= 0, was NaN",
                "encode good.csv --error much -o out.eps | 'much' is not a double",
                "encode good.csv --error 1 --norm l0 -o out.eps | unknown norm 'l0'; allowed: l2, sup",
                "encode good.csv --error 1 --threads 0 -o out.eps | --threads must be >= 1",
                "encode good.csv -o out.eps | Missing required option: '--error=E'",
                "encode good.csv --error 1 --nrm l2 -o out.eps | unknown option '--nrm'; did you mean '--norm'?",
                "encode good.csv --error 1 -o none/out.eps | none/out.eps: cannot be written: there is no folder",
                "encode good.csv --error 1 -o . | .: cannot be written: it is a folder",
                "encode good.csv --error 1 -o good.csv/out.eps | good.csv/out.eps: cannot be written: there is no folder",
                "encod good.csv | unknown command 'encod'; did you mean 'encode'?",
                "decode good.csv -o out.csv | good.csv: not an Epsilonet file",
                "decode empty.csv -o out.csv | empty.csv: ",
                "decode good.csv -o out.txt | out.txt: unknown kind of data file",
                "decode good.csv | -o OUT is missing",
                "inspect none.eps | none.eps: no such file",
                "compare --budgets 16:x --out r | --budgets 16:x: 'x' is not a budget",
                "compare --norm l0 --out r | unknown norm 'l0'",
                "compare --bits 0 --out r | the bits of a parameter must be 1..48, were 0",
                "compare --bits many --out r | unknown rule 'many'; allowed: certified, theorem",
                "entropy hoelder.1 | Missing required option: '--error=E'",
                "entropy --error 0.1 | Missing required parameter: 'CLASS'",
                "entropy hoelder.11 --error 0.1 | No function class named 'hoelder.11'. Did you mean 'hoelder.1'?",
                "entropy hoelder.1 --error 0 | --error must be finite and > 0, was 0.0",
                "entropy hoelder.1 --error -1 | --error must be finite and > 0, was -1.0",
                "entropy hoelder.1 --error NaN | --error must be finite and > 0, was NaN",
                "entropy hoelder.1 --error Infinity | --error must be finite and > 0, was Infinity",
                "entropy hoelder.1 --error 0.1 --norm l0 | unknown norm 'l0'",
                "families relu.sawtoth | Did you mean 'relu.sawtooth",
                "compare --data nan.csv --out r | nan.csv: line 2",
                "compare --data good.csv --out good.csv | good.csv: cannot be written",
            })
    void usageThatIsWrong(String line, String what) throws IOException, InterruptedException {
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "families",
                "classes",
                "entropy",
                "compare",
                "study",
                "encode",
                "decode",
                "inspect",
                "quantize",
                "bounds",
                "verify-family"
            })
    void helpIsEverywhere(String command) throws IOException, InterruptedException {
        String[] args = command.isEmpty() ? new String[] {"--help"} : new String[] {command, "--help"};
        String help = cli.run(args).done().out();
        assertTrue(help.startsWith("Usage: epsilonet") && help.contains("--help"), help);
    }

    private void refused(String what, String... args) throws IOException, InterruptedException {
        List<String> before = cli.files();
        cli.run(args).refused(2, what);
        assertEquals(before, cli.files());
    }
}
