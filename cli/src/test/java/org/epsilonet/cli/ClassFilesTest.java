package org.epsilonet.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.jr.ob.JSON;

/** Classes from files, on the command line. */
class ClassFilesTest {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... args) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return Main.run(new PrintWriter(out), new PrintWriter(err), args);
    }

    /** The samples of the example are read, as the command line brings the readers. */
    @Test
    void theExamplesAreClasses() throws IOException {
        try (Stream<Path> files = Files.list(examples())) {
            List<Path> all = files.filter(f -> f.toString().endsWith(".json")).toList();
            assertEquals(3, all.size());
            for (Path file : all) {
                assertEquals(0, run("entropy", file.toString(), "--error", "0.01", "--json"), err::toString);
                Map<String, Object> json = JSON.std.mapFrom(out.toString());
                assertEquals(file.getFileName() + "", json.get("class") + ".json");
            }
        }
    }

    private static Path examples() {
        return Path.of(System.getProperty("basedir", ".")).resolve("../examples/classes");
    }

    /** Two parts with known bounds: the union has both. */
    @Test
    void theEntropyOfAUnionIsPrinted() throws IOException {
        assertEquals(
                0, run("entropy", examples().resolve("jumps-or-waves.json").toString(), "--error", "0.01", "--json"));
        Map<String, Object> union = JSON.std.mapFrom(out.toString());
        assertEquals(0, run("entropy", "sobolev-periodic.1", "--error", "0.01", "--json"));
        Map<String, Object> waves = JSON.std.mapFrom(out.toString());
        assertEquals(waves.get("bitsLower"), union.get("bitsLower"));
        assertTrue(((Number) union.get("bitsUpper")).doubleValue() >= ((Number) waves.get("bitsUpper")).doubleValue());
    }

    static List<List<String>> wrong() {
        return List.of(
                List.of("entropy", "none.json", "--error", "0.1"),
                List.of("entropy", "bad.json", "--error", "0.1"),
                List.of("compare", "--classes", "bad.json", "--out", "r"),
                List.of("compare", "--classes", "bv,bad.json", "--out", "r"),
                List.of("compare", "--classes", "good.json,twin.json", "--out", "r"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void wrongFilesAreRefusedInOneLine(List<String> words) throws IOException {
        String good = "{\"id\":\"mine\",\"union\":[\"bv\"]}";
        Files.writeString(folder.resolve("good.json"), good);
        Files.writeString(folder.resolve("twin.json"), good);
        Files.writeString(folder.resolve("bad.json"), "{\"id\":\"mine\",\"union\":[\"bv\"],\"colour\":1}");
        String[] args = words.stream()
                .map(w -> w.replaceAll("([a-z]+[.]json)", folder + "/$1").replaceAll("^r$", folder + "/r"))
                .toArray(String[]::new);
        assertEquals(2, run(args));
        assertEquals("", out.toString());
        assertEquals(1, err.toString().lines().count(), err.toString());
        assertTrue(err.toString().contains(".json"), err.toString());
    }

    @Test
    void theSchemaAndTheDefinitionsArePrinted() throws IOException {
        assertEquals(0, run("classes", "--schema"));
        assertTrue(out.toString().contains("urn:epsilonet:class:1"));
        assertEquals(0, run("classes", "--json"));
        List<?> classes = (List<?>) JSON.std.mapFrom(out.toString()).get("classes");
        long representatives = classes.stream()
                .filter(c -> Boolean.TRUE.equals(((Map<?, ?>) c).get("representative")))
                .count();
        assertEquals(15, representatives);
        assertTrue(classes.size() > representatives);
        for (Object c : classes) {
            assertTrue(!String.valueOf(((Map<?, ?>) c).get("definition")).isBlank(), String.valueOf(c));
        }
    }
}
