package org.epsilonet.comparator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.epsilonet.api.classes.FunctionClasses;
import org.epsilonet.api.family.ApproximationFamily;
import org.epsilonet.api.family.Families;
import org.epsilonet.api.family.FamilyProvider;
import org.epsilonet.api.function.Samples;
import org.epsilonet.comparator.study.Cell;
import org.epsilonet.comparator.study.Goal;
import org.epsilonet.comparator.study.Laboratory;
import org.epsilonet.comparator.study.MalformedStudyException;
import org.epsilonet.comparator.study.Outcome;
import org.epsilonet.comparator.study.Part;
import org.epsilonet.comparator.study.ResultDifference;
import org.epsilonet.comparator.study.ResultFile;
import org.epsilonet.comparator.study.ResultLine;
import org.epsilonet.comparator.study.ResultUnion;
import org.epsilonet.comparator.study.SampleReader;
import org.epsilonet.comparator.study.Study;
import org.epsilonet.comparator.study.StudyCells;
import org.epsilonet.comparator.study.StudyEngine;
import org.epsilonet.comparator.study.StudyRun;
import org.epsilonet.comparator.study.Workplace;
import org.epsilonet.comparator.study.internal.LocalEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Studies from the grid of cells to the result file, and what becomes of it when something ends them. */
class StudyRunTest {
    @TempDir
    private Path folder;

    private Laboratory laboratory =
            Laboratory.of(Families.of(List.of()), FunctionClasses.of(List.of()), List.of(), Path.of(""));

    @BeforeEach
    void openLaboratory() throws IOException {
        Files.writeString(folder.resolve("x.txt"), "data");
        FamilyProvider provider = new FamilyProvider() {
            @Override
            public List<ApproximationFamily> families() {
                return List.of(PiecewiseConstants.family());
            }

            @Override
            public Set<String> representatives(int dimension) {
                return dimension == 1 ? Set.of("test.constants") : Set.of();
            }
        };
        SampleReader reader = new SampleReader() {
            @Override
            public boolean knows(Path file) {
                return file.toString().endsWith(".txt");
            }

            @Override
            public Samples read(Path file) {
                return Samples.of(
                        "x",
                        IntStream.range(0, 64)
                                .mapToDouble(i -> Math.sin(i / 9.0))
                                .toArray());
            }
        };
        laboratory =
                Laboratory.of(Families.of(List.of(provider)), FunctionClasses.installed(), List.of(reader), folder);
    }

    /** The cells are the grid; what has no partner, and budgets out of reach, are named. */
    @Test
    void theGrid() {
        StudyCells cells =
                new StudyCells(study(List.of("bv", "cartoon.2"), List.of("x.txt"), List.of(2, 4, 64)), laboratory);
        List<Cell> all = new ArrayList<>();
        cells.forEach(all::add);
        // bv: 2 seeds, 2 repetitions, 3 budgets, 1 error; the file: 2 budgets below 64 samples, 1 error.
        assertEquals(2 * 2 * (3 + 1) + 2 + 1, all.size());
        assertEquals(all.size(), cells.size());
        assertEquals(all.size(), Set.copyOf(all).size());
        assertEquals(List.of("cartoon.2"), cells.alone());
        assertEquals(List.of("test.constants on x.txt: budgets beyond 63"), cells.outOfReach());
        assertTrue(
                all.get(0).norm().equals(laboratory.measure(all.get(0)).cell().norm()));
    }

    @Test
    void aCellIsWhatAComparisonMeasures() {
        StudyCells cells = new StudyCells(study(List.of("bv"), List.of(), List.of(4, 16)), laboratory);
        PairResult pair = Comparison.run(
                        new ComparisonPlan(
                                List.of(PiecewiseConstants.family()),
                                List.of(FunctionClasses.installed().get("bv")),
                                List.of(),
                                List.of(4, 16),
                                Optional.empty(),
                                1,
                                1,
                                false),
                        ComparisonProgress.NONE)
                .pairs()
                .get(0);
        Iterator<Cell> first = cells.iterator();
        assertEquals(
                new Outcome.Measured(true, pair.points().get(0)),
                laboratory.measure(first.next()).outcome());
        assertEquals(
                new Outcome.Measured(true, pair.points().get(1)),
                laboratory.measure(first.next()).outcome());
    }

    /** One jump: M cells err by at most half a jump on one cell, 0.5/sqrt(M); no budget below the answer is enough. */
    @Test
    void theLeastBudgetWithinAnError() {
        StudyCells cells = new StudyCells(study(List.of("bv"), List.of(), List.of()), laboratory);
        Cell cell = cells.iterator().next();
        Outcome.Measured found = (Outcome.Measured) laboratory.measure(cell).outcome();
        assertTrue(found.reached() && found.point().error() <= 0.1, found.toString());
        int least = found.point().budget();
        assertTrue(least > 1, found.toString());
        Outcome.Measured before = (Outcome.Measured) laboratory
                .measure(with(cell, new Goal.AtBudget(least - 1, "certified")))
                .outcome();
        assertTrue(before.point().error() > 0.1, before.toString());
        Outcome.Measured missed = (Outcome.Measured) laboratory
                .measure(with(cell, new Goal.WithinError(1e-6, 8, "6")))
                .outcome();
        assertFalse(missed.reached());
        assertEquals(8, missed.point().budget());
    }

    @Test
    void dataAreEncoded() {
        StudyCells cells = new StudyCells(study(List.of(), List.of("x.txt"), List.of()), laboratory);
        Outcome.Encoded encoded =
                (Outcome.Encoded) laboratory.measure(cells.iterator().next()).outcome();
        assertTrue(encoded.reached() && encoded.error() <= 0.1 && encoded.bits() % 8 == 0, encoded.toString());
    }

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
    void differencesAreThoseMade() throws IOException {
        run(study(List.of("bv"), List.of(), List.of(2, 4)), "a", Part.WHOLE, 1, false);
        run(study(List.of("bv"), List.of(), List.of(4, 8)), "b", Part.WHOLE, 1, false);
        ResultDifference difference = ResultDifference.of(folder.resolve("a"), folder.resolve("b"));
        assertEquals(4, difference.count(ResultDifference.Kind.ONLY_A));
        assertEquals(4, difference.count(ResultDifference.Kind.ONLY_B));
        // Budget 4 and the error target, for four draws.
        assertEquals(8, difference.equal());
        assertEquals(16, difference.cells());

        List<String> lines = sorted("a");
        ResultLine line = ResultLine.of(lines.get(0));
        ResultLine other = new ResultLine("other", line.cell(), line.outcome());
        ResultLine wrong = new ResultLine(line.code(), line.cell(), new Outcome.Failed("made up"));
        write("c", other.json() + "\n" + String.join("\n", lines.subList(1, lines.size())) + "\n");
        assertEquals(
                1, ResultDifference.of(folder.resolve("a"), folder.resolve("c")).otherCode());
        assertEquals(
                lines.size(),
                ResultDifference.of(folder.resolve("a"), folder.resolve("c")).equal());
        write("d", wrong.json() + "\n" + String.join("\n", lines.subList(1, lines.size())) + "\n");
        ResultDifference made = ResultDifference.of(folder.resolve("a"), folder.resolve("d"));
        assertEquals(
                List.of(new ResultDifference.Difference(line.cell(), Optional.of(line), Optional.of(wrong))),
                made.differences());
        // A result supersedes a failure, whatever the order.
        assertEquals(
                lines,
                new String(union("d", "a"), StandardCharsets.UTF_8).lines().toList());
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
    void aThrowingFamilyIsARecordedFailure() {
        // No budget below 1 exists.
        Cell cell = new StudyCells(study(List.of("bv"), List.of(), List.of(2)), laboratory)
                .iterator()
                .next();
        ResultLine line = laboratory.measure(with(cell, new Goal.AtBudget(0, "certified")));
        assertTrue(line.isFailure(), line.toString());
        assertEquals(line, laboratory.measure(line.cell()));
    }

    @Test
    void oneRunAtATime() throws IOException {
        try (ResultFile file = ResultFile.open(folder.resolve("f"), false)) {
            assertThrows(FileSystemException.class, () -> ResultFile.open(folder.resolve("f"), false));
            assertTrue(file.failed(
                            laboratory.key(new StudyCells(study(List.of("bv"), List.of(), List.of(2)), laboratory)
                                    .iterator()
                                    .next()))
                    .isEmpty());
        }
    }

    @Test
    void aDamagedLineIsNamed() throws IOException {
        run(study(List.of("bv"), List.of(), List.of(2)), "f", Part.WHOLE, 1, false);
        String text = Files.readString(folder.resolve("f"));
        write("g", text.replaceFirst("\"seed\":1", "\"seed\":5"));
        String message = assertThrows(MalformedStudyException.class, () -> ResultFile.open(folder.resolve("g"), false))
                .getMessage();
        assertTrue(message.contains("g: line 1 is no result line: the key is not that"), message);
        assertThrows(MalformedStudyException.class, () -> union("f", "g"));
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

    private static Cell with(Cell cell, Goal goal) {
        return new Cell(cell.family(), cell.subject(), cell.norm(), goal);
    }

    private Workplace workplace(int threads) {
        return new Workplace(folder, Optional.empty(), threads);
    }

    private StudyRun run(Study study, String file, Part part, int threads, boolean retryFailed) throws IOException {
        try (ResultFile results = ResultFile.open(folder.resolve(file), retryFailed)) {
            return StudyRun.of(
                    new StudyCells(study, laboratory),
                    part,
                    laboratory,
                    new LocalEngine(workplace -> laboratory),
                    workplace(threads),
                    results,
                    (done, total) -> assertTrue(1 <= done && done <= total));
        }
    }

    private byte[] union(String a, String b) throws IOException {
        Path out = folder.resolve("union");
        ResultUnion.of(folder.resolve(a), folder.resolve(b), content -> {
            try (var stream =
                    Files.newOutputStream(out, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING)) {
                content.writeTo(stream);
            }
        });
        return Files.readAllBytes(out);
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
    }

    private List<String> sorted(String file) throws IOException {
        return Files.readAllLines(folder.resolve(file)).stream().sorted().toList();
    }

    private static Study study(List<String> classes, List<String> data, List<Integer> budgets) {
        return new Study(
                "s",
                List.of("test.constants"),
                classes,
                data,
                List.of("usual"),
                budgets,
                List.of(0.1),
                64,
                List.of(1L, 2L),
                2,
                List.of("certified"));
    }
}
