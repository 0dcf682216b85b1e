package org.epsilonet.comparator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.epsilonet.comparator.study.Cell;
import org.epsilonet.comparator.study.Outcome;
import org.epsilonet.comparator.study.Part;
import org.epsilonet.comparator.study.ResultFile;
import org.epsilonet.comparator.study.ResultLine;
import org.epsilonet.comparator.study.Study;
import org.epsilonet.comparator.study.StudyCells;
import org.epsilonet.comparator.study.StudyEngine;
import org.epsilonet.comparator.study.StudyRun;
import org.epsilonet.comparator.study.Workplace;
import org.junit.jupiter.api.Test;

/** Runs: what becomes of the result file when something ends them, and of engines that break their contract. */
class StudyRunTest extends StudyFixture {
    /** The same lines from one thread and three, in two parts and in one, however often it was cut. */
    @Test
    void linesDoNotDependOnHowTheyCame() throws IOException {
        Study study = study(List.of("bv"), List.of("x.txt"), List.of(2, 4, 8));
        run(study, "one", Part.WHOLE, 1, false);
        List<String> one = sorted("one");
        assertEquals(one.size(), new StudyCells(study, laboratory).size());

        run(study, "three", Part.WHOLE, 3, false);
        assertEquals(one, sorted("three"));

        StudyRun first = run(study, "first", new Part(1, 2), 2, false);
        StudyRun second = run(study, "second", new Part(2, 2), 1, false);
        assertEquals(one.size(), first.cells() + second.cells());
        assertTrue(first.cells() > 0 && second.cells() > 0);
        byte[] union = union("first", "second");
        assertEquals(String.join("\n", one) + "\n", new String(union, StandardCharsets.UTF_8));
        assertEquals(union.length, Files.size(folder.resolve("one")));
        for (List<String> order :
                List.of(List.of("second", "first"), List.of("one", "first"), List.of("three", "three"))) {
            assertEquals(
                    new String(union, StandardCharsets.UTF_8),
                    new String(union(order.get(0), order.get(1)), StandardCharsets.UTF_8));
        }

        byte[] whole = Files.readAllBytes(folder.resolve("one"));
        for (int length : new int[] {0, 1, whole.length / 3, whole.length - 1}) {
            Path cut = folder.resolve("cut");
            Files.write(cut, java.util.Arrays.copyOf(whole, length));
            long lines = Files.readString(cut).chars().filter(c -> c == '\n').count();
            StudyRun resumed = run(study, "cut", Part.WHOLE, 2, false);
            assertEquals(new StudyRun(one.size(), one.size() - lines, lines, 0), resumed);
            assertEquals(one, sorted("cut"));
        }
        assertEquals(new StudyRun(one.size(), 0, one.size(), 0), run(study, "cut", Part.WHOLE, 2, false));
    }

    @Test
    void failuresStayUntilTheyAreRetried() throws IOException {
        Study study = study(List.of("bv"), List.of(), List.of(2, 4));
        run(study, "good", Part.WHOLE, 1, false);
        List<String> lines = sorted("good");
        ResultLine line = ResultLine.of(lines.get(0));
        write("r", new ResultLine(line.code(), line.cell(), new Outcome.Failed("no")).json() + "\n");
        assertEquals(new StudyRun(12, 11, 0, 1), run(study, "r", Part.WHOLE, 2, false));
        assertEquals(new StudyRun(12, 0, 11, 1), run(study, "r", Part.WHOLE, 2, false));
        assertEquals(new StudyRun(12, 1, 11, 0), run(study, "r", Part.WHOLE, 2, true));
        assertEquals(lines, sorted("r"));
    }

    @Test
    void enginesAreHeldToTheirCells() throws IOException {
        StudyCells cells = new StudyCells(study(List.of("bv"), List.of(), List.of(2)), laboratory);
        StudyEngine lazy = engine((asked, sink) -> {});
        assertTrue(failure(cells, lazy).contains("left out 8 of 8 cells"));
        StudyEngine foreign = engine((asked, sink) -> {
            ResultLine line = laboratory.measure(asked.next());
            sink.accept(new ResultLine("other", line.cell(), line.outcome()));
        });
        assertTrue(failure(cells, foreign).contains("was not asked for"));
    }

    @Test
    void theEngineOfThisProcessIsFound() {
        assertEquals(
                List.of("local"),
                StudyEngine.installed(List.of()).stream().map(StudyEngine::id).toList());
    }

    private interface Work {
        void on(Iterator<Cell> cells, StudyEngine.ResultSink sink) throws IOException;
    }

    private static StudyEngine engine(Work work) {
        return new StudyEngine() {
            @Override
            public String id() {
                return "test";
            }

            @Override
            public void run(Iterator<Cell> cells, Workplace workplace, ResultSink results) throws IOException {
                work.on(cells, results);
            }
        };
    }

    private String failure(StudyCells cells, StudyEngine engine) throws IOException {
        try (ResultFile file = ResultFile.open(folder.resolve("engine"), false)) {
            return assertThrows(
                            IllegalStateException.class,
                            () -> StudyRun.of(cells, Part.WHOLE, laboratory, engine, workplace(1), file, (d, t) -> {}))
                    .getMessage();
        }
    }
}
