package org.epsilonet.comparator.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Study files: what they say, and what is said of those that are wrong. */
class StudyFileTest {
    @TempDir
    private Path folder;

    @Test
    void defaultsAreThoseOfTheSchema() throws IOException {
        Study study = read("{\"families\": [\"a.b\"], \"classes\": [\"bv\"], \"budgets\": [8, 4]}");
        assertEquals("my-study", study.name());
        assertEquals(List.of(8, 4), study.budgets());
        assertEquals(List.of(Study.USUAL), study.norms());
        assertEquals(List.of(1L), study.seeds());
        assertEquals(1, study.repetitions());
        assertEquals(4096, study.largestBudget());
        assertEquals(List.of("certified"), study.quantization());
    }

    @Test
    void allThatASchemaAllowsIsRead() throws IOException {
        Study study = read("""
                {"$schema": "s", "name": "n", "description": "d", "families": ["a"], "data": ["x.csv"], "norms": ["l4.5"],
                 "errors": [1e-3, 2], "seeds": [-9007199254740991], "repetitions": 3, "largestBudget": 7,
                 "quantization": ["theorem:0.50", "6"]}
                """);
        assertEquals(
                new Study(
                        "n",
                        List.of("a"),
                        List.of(),
                        List.of("x.csv"),
                        List.of("l4.5"),
                        List.of(),
                        List.of(1e-3, 2.0),
                        7,
                        List.of(-9007199254740991L),
                        3,
                        List.of("theorem:0.5", "6")),
                study);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[] | a JSON object is expected",
                "{} | the key 'families' is missing",
                "{\"families\": [\"a\"], \"budgets\": [1]} | the key 'classes' is missing, or the key 'data' is missing",
                "{\"families\": [\"a\"], \"classes\": [\"b\"]} | the key 'budgets' is missing, or the key 'errors' is missing",
                "{\"famlies\": [\"a\"]} | unknown key 'famlies'; allowed: ",
                "{\"families\": \"a\"} | families: must be of type array, was \"a\"",
                "{\"families\": []} | families: must not be empty, was []",
                "{\"families\": [\"A\"]} | families[0]: must match ",
                "{\"families\": [\"a\", \"a\"]} | families: must not name anything twice",
                "{\"families\": [\"a\"], \"budgets\": [1, 0]} | budgets[1]: must be >= 1, was 0",
                "{\"families\": [\"a\"], \"budgets\": [1.5]} | budgets[0]: must be of type integer, was 1.5",
                "{\"families\": [\"a\"], \"budgets\": [99999999999999999999]} | budgets[0]: must be <= 1048576",
                "{\"families\": [\"a\"], \"errors\": [0]} | errors[0]: must be > 0, was 0",
                "{\"families\": [\"a\"], \"errors\": [null]} | errors[0]: must be of type number, was null",
                "{\"families\": [\"a\"], \"name\": \"../a\"} | name: must match ",
                "{\"families\": [\"a\"], \"families\": [\"b\"]} | Duplicate",
                "{\"families\": [\"a\"} | line 1, column ",
                "{\"families\": [\"a\"]} {} | nothing may follow",
                "{\"families\": [\"a\"], \"classes\": [\"b\"], \"budgets\": [1], \"norms\": [\"l0\"]} | unknown norm 'l0'",
                "{\"families\": [\"a\"], \"classes\": [\"b\"], \"budgets\": [1], \"quantization\": [\"0\"]} | must be 1..48",
            })
    void whatIsWrongIsSaidInOneLine(String text, String what) {
        String message =
                assertThrows(MalformedStudyException.class, () -> read(text)).getMessage();
        assertTrue(message.startsWith(folder.resolve("my study.json") + ": ") && message.contains(what), message);
    }

    /** The published examples are studies by the published schema. */
    @Test
    void examplesAreStudies() throws IOException {
        Path examples = Path.of(System.getProperty("basedir", ".")).resolve("../../examples/studies");
        try (Stream<Path> files = Files.list(examples)) {
            List<Path> studies =
                    files.filter(f -> f.toString().endsWith(".json")).toList();
            assertTrue(studies.size() >= 3, studies.toString());
            for (Path study : studies) {
                assertTrue(!Study.read(study).families().isEmpty());
            }
        }
    }

    @Test
    void partsAreNamed() {
        assertEquals(new Part(2, 3), Part.named("2/3"));
        for (String wrong : List.of("0/2", "3/2", "1", "1/2/3", "a/b", "-1/2")) {
            assertThrows(IllegalArgumentException.class, () -> Part.named(wrong), wrong);
        }
    }

    private Study read(String text) throws IOException {
        return Study.read(Files.writeString(folder.resolve("my study.json"), text));
    }
}
