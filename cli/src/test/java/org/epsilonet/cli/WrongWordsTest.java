package org.epsilonet.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What wrong words are told: one line, which says what, where, and what is allowed; code 2, and no file left behind. */
class WrongWordsTest {
    private static final String FAMILY = "splines.uniform.degree3";

    /** Three lines of a terminal, and room for the name of a temporary folder. */
    private static final int LONGEST_LINE = 400;

    @TempDir
    private Path folder;

    @BeforeEach
    void writeInputs() throws IOException {
        for (String[] file : new String[][] {
            {"good.csv", "1\n2\n4\n8\n"},
            {"empty.csv", ""},
            {"nan.csv", "1\nNaN\n3\n"},
            {"text.csv", "value\n1\ntwo\n3\n"},
            {"unequal.csv", "x,y\n0,1\n1,2\n3,4\n"},
            {"data.txt", "1\n2\n"},
            {"suffix.csv", "value\n1\n1d\n3\n"},
            {"hexadecimal.csv", "0x1p3\n1\n"},
            {"open.json", "{\"id\": \"x\""},
            {"nothing.json", "\n"},
            {"bare.json", "{\"id\":\n NaN}"},
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
                "suffix.csv | suffix.csv: line 3: column 1: not a number: '1d'",
                "hexadecimal.csv | hexadecimal.csv: line 1: column 1: not a number: '0x1p3'",
                "nan.csv | nan.csv: line 2: value 1 is NaN",
                "text.csv | text.csv: line 3: column 1: not a number: 'two'",
                "unequal.csv | unequal.csv: x is not equally spaced: sample 1",
                "data.txt | data.txt: unknown kind of data file",
                "hostile.npy | hostile.npy: not a .npy file",
            })
    void inputsThatAreNoData(String input, String what) throws IOException {
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
                "families frobnicate | 'epsilonet families' lists all.",
                "verify-family nope | 'epsilonet families' lists all.",
                "compare --families nope --out r | 'epsilonet families' lists all.",
                "compare --classes xyz --out r | 'epsilonet classes' lists all.",
                "entropy xyz --error 1 | 'epsilonet classes' lists all.",
                "encode good.csv --error 1 --family nope -o out.eps | 'epsilonet families' lists all.",
                "encode good.csv --error 1 --family samples.lattice -o out.eps | 'encode' considers with --family auto",
                "encode good.csv --error 1 --family samples.exact -o out.eps | 'samples.exact' cannot be named",
                "families samples.constant | 'samples.constant' cannot be named: it is no family",
                "compare --data nan.csv --out r | nan.csv: line 2",
                "compare --data good.csv --out good.csv | good.csv: cannot be written",
            })
    void usageThatIsWrong(String line, String what) throws IOException {
        refused(what, line.split(" "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "open.json | open.json: line 1, column 11: Unexpected end-of-input: expected close marker for Object",
                "nothing.json | nothing.json: a JSON object is expected, but there is nothing",
                "bare.json | bare.json: line 2, column 5: Non-standard token 'NaN'",
            })
    void filesThatAreNoJson(String file, String what) throws IOException {
        for (String command : new String[] {"entropy %s --error 0.1", "compare --classes %s --out r", "study %s"}) {
            String line = String.format(command, file);
            String said = refused(what, line.split(" "));
            assertFalse(said.contains("Source") || said.contains("Feature"), said);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | is no name for a family: lower case letters",
                "Acme | is no name for a family: lower case letters",
                "acme-steps | is no name for a family: lower case letters",
                "acme..steps | is no name for a family: lower case letters",
                ".acme | is no name for a family: lower case letters",
                "9lives | is no name for a family: lower case letters",
                "a b | is no name for a family: lower case letters",
                "../up | is no name for a family: lower case letters",
                "ä | is no name for a family: lower case letters",
                "acme.class | 'class' is a word of the language Java",
                "org.epsilonet.mine | belong to others",
            })
    void namesThatNoFamilyMayHave(String name, String what) throws IOException {
        refused(what, "new-family", name, folder.resolve("new").toString());
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
    void helpIsEverywhere(String command) {
        Ended ended = run(command.isEmpty() ? new String[] {"--help"} : new String[] {command, "--help"});
        assertEquals("", ended.err());
        assertEquals(0, ended.code());
        assertTrue(ended.out().startsWith("Usage: epsilonet") && ended.out().contains("--help"), ended.out());
    }

    private String refused(String what, String... words) throws IOException {
        Set<Path> before = files();
        Ended ended = run(Arrays.stream(words).map(this::inFolder).toArray(String[]::new));
        assertEquals(1, ended.err().lines().count(), ended.err());
        assertTrue(ended.err().contains(what), () -> ended.err() + " should say " + what);
        assertTrue(ended.err().length() < LONGEST_LINE, ended.err());
        assertEquals("", ended.out());
        assertEquals(2, ended.code());
        assertEquals(before, files());
        return ended.err();
    }

    /** Files stand for those of the folder: names with an ending, the folder itself, and where a report would go. */
    private String inFolder(String word) {
        return word.matches("[a-z/]+[.](csv|eps|json|txt|npy)|[.]|r")
                ? folder.resolve(word).toString()
                : word;
    }

    private Set<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return Set.copyOf(files.toList());
        }
    }

    private record Ended(int code, String out, String err) {}

    private static Ended run(String... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Main.run(new PrintWriter(out), new PrintWriter(err), words);
        return new Ended(code, out.toString(), err.toString());
    }
}
