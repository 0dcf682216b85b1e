package org.epsilonet.comparator.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.epsilonet.api.function.Distance;
import org.epsilonet.comparator.Point;
import org.junit.jupiter.api.Test;

class SweepTest {
    @Test
    void aSweepStopsWhereErrorsStandStill() {
        int[] budgets = {16, 32, 64, 128, 256, 512, 1024, 2048, 4096};
        double[] falling = {1, 0.5, 0.25, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1};
        assertEquals(true, sweep(budgets, falling).stopped());
        double[] never = {0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1};
        assertEquals(false, sweep(budgets, never).stopped());
        double[] bump = {1, 0.5, 0.25, 0.1, 0.1, 0.1, 0.1, 0.05, 0.1};
        assertEquals(false, sweep(budgets, bump).stopped());
        double[] slow = {1, 0.5, 0.25, 0.125, 0.12, 0.115, 0.11, 0.105, 0.1};
        assertEquals(false, sweep(budgets, slow).stopped());
    }

    private static Sweep sweep(int[] budgets, double[] errors) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < budgets.length; i++) {
            points.add(new Point(budgets[i], -1, errors[i], Distance.Kind.MEASURED, errors[i], Double.NaN, Double.NaN));
        }
        return Sweep.of(points, JudgementCases.interval(0, 0.01));
    }
}
