package org.epsilonet.comparator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.epsilonet.api.classes.FunctionClasses;
import org.epsilonet.comparator.study.Cell;
import org.epsilonet.comparator.study.Goal;
import org.epsilonet.comparator.study.Outcome;
import org.epsilonet.comparator.study.ResultLine;
import org.epsilonet.comparator.study.StudyCells;
import org.junit.jupiter.api.Test;

/** From the grid of a study to its cells, and what is measured on one. */
class StudyCellsTest extends StudyFixture {
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

    private static Cell with(Cell cell, Goal goal) {
        return new Cell(cell.family(), cell.subject(), cell.norm(), goal);
    }
}
