package org.epsilonet.benchmarks.speed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.epsilonet.api.classes.FunctionClasses;
import org.epsilonet.api.classes.Instance;
import org.epsilonet.api.family.ApproximationFamily;
import org.epsilonet.api.family.Families;
import org.epsilonet.api.function.Formula;
import org.epsilonet.api.function.LpNorm;
import org.junit.jupiter.api.Test;

/** Slopes that are known in closed form, and a line of the table. */
class SpeedTableTest {
    private static ErrorCurve curve(String family, Formula formula, int last) {
        return ErrorCurve.of(Families.named(family), new Instance(formula, Set.of()), LpNorm.L2, last, 60);
    }

    /** Constants on M equal cells err by 1/(M sqrt 12) on x. */
    @Test
    void slopeOfStepsOnALine() {
        ErrorCurve line = curve("splines.piecewise.degree0", Formula.of("x", x -> x), 64);
        assertEquals(List.of(4, 8, 16, 32, 64), line.budgets());
        assertEquals(1 / Math.sqrt(12) / 64, line.errors().get(4), 1e-9);
        assertEquals(1, line.finalSlope(), 1e-6);
        assertTrue(line.localSlopes().stream().allMatch(s -> Math.abs(s - 1) < 1e-6));
    }

    /** What is reproduced ends the curve. */
    @Test
    void curveEndsAtRounding() {
        ErrorCurve exact = curve("splines.piecewise.degree1", Formula.of("x", x -> x), 64);
        assertTrue(exact.reachesRounding());
        assertEquals(1, exact.budgets().size());
        assertTrue(Double.isNaN(exact.finalSlope()));
    }

    @Test
    void rowOfTheTable() {
        ApproximationFamily family = Families.named("splines.piecewise.degree0");
        var jumps = FunctionClasses.installed().get("bv");
        String row = family.theoreticalSpeed(jumps.smoothness(), jumps.norm())
                .map(cited -> SpeedRow.of(family, jumps, cited, 256, 60).toString())
                .orElseThrow();
        assertTrue(row.startsWith("| bv | splines.piecewise.degree0 | 0.50 | 0.50 | 4..256 |"), row);
        assertTrue(row.endsWith("| match |"), row);
    }
}
