package org.epsilonet.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.epsilonet.api.function.Distance;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.comparator.Point;
import org.epsilonet.comparator.study.Cell;
import org.epsilonet.comparator.study.Goal;
import org.epsilonet.comparator.study.Outcome;
import org.epsilonet.comparator.study.ResultLine;
import org.epsilonet.comparator.study.Subject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two files of results differ: in plain words, and no more of them than differ. */
class StudyDiffCommandTest {
    private static final Subject BV = new Subject.OfClass("bv", 1, 0);
    private static final Cell FIRST = new Cell("a", BV, LpNorm.L2, new Goal.AtBudget(16, "certified"));
    private static final Cell SECOND = new Cell("b", BV, LpNorm.L2, new Goal.WithinError(0.5, 64, "certified"));
    private static final Outcome.Failed FAILED = new Outcome.Failed("no more memory");

    @TempDir
    private Path folder;

    @BeforeEach
    void writeFiles() throws IOException {
        write("a.jsonl", new ResultLine("c", FIRST, measured(100, 0.25)), new ResultLine("c", SECOND, FAILED));
        write("b.jsonl", new ResultLine("c", FIRST, measured(-1, 0.125)), new ResultLine("c", SECOND, measured(8, 1)));
    }

    @Test
    void differencesAreWordsAndNumbers() {
        StringWriter out = new StringWriter();
        int code = Main.run(new PrintWriter(out), new PrintWriter(new StringWriter()), words("diff"));
        assertEquals(0, code);
        assertEquals(
                List.of(
                        "different: a on bv (seed 1) in l2: budget 16, quantization certified",
                        "  error: 0.25 in A, 0.125 in B",
                        "  bits: 100 in A, unknown in B",
                        "different: b on bv (seed 1) in l2: error 0.5 with a budget of at most 64, quantization certified",
                        "  A: failed: no more memory",
                        "  B: reached yes, budget 16, error 1.0, error kind measured, bits 8, quantized error 1.0,"
                                + " bits per parameter 4.0, theorem bits per parameter inf",
                        "2 cells: 0 equal, 2 different, 0 only in A, 0 only in B"),
                out.toString().lines().toList());
    }

    @Test
    void contradictionsAreWordsAndNumbers() {
        StringWriter err = new StringWriter();
        int code = Main.run(
                new PrintWriter(new StringWriter()),
                new PrintWriter(err),
                words("merge", "-o", folder.resolve("c.jsonl").toString()));
        assertEquals(2, code);
        assertTrue(
                err.toString()
                        .strip()
                        .endsWith("(a on bv (seed 1) in l2: budget 16, quantization certified):"
                                + " error 0.25 and 0.125; bits 100 and unknown"),
                err.toString());
    }

    private static Outcome measured(long bits, double error) {
        return new Outcome.Measured(
                true, new Point(16, bits, error, Distance.Kind.MEASURED, 1, 4, Double.POSITIVE_INFINITY));
    }

    private void write(String name, ResultLine... lines) throws IOException {
        Files.write(
                folder.resolve(name),
                List.of(lines).stream().map(ResultLine::json).toList());
    }

    private String[] words(String command, String... more) {
        List<String> words = new ArrayList<>(List.of(
                "study",
                command,
                folder.resolve("a.jsonl").toString(),
                folder.resolve("b.jsonl").toString()));
        words.addAll(List.of(more));
        return words.toArray(String[]::new);
    }
}
