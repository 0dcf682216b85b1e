package org.epsilonet.api.family;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.epsilonet.api.function.Distance;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.Samples;
import org.junit.jupiter.api.Test;

class ApproximationTest {
    private static final Samples DATA = Samples.of("data", 0, 0, 1, 1);
    private static final StepFunction STEP = new StepFunction(new double[] {0.25, 1});

    @Test
    void isMeasuredWhenAskedFor() {
        Approximation a = Approximation.unmeasured(DATA, STEP, LpNorm.L2, Approximation.Outcome.REACHED);

        assertEquals(LpNorm.L2, a.norm());
        assertEquals(Distances.between(DATA, STEP, LpNorm.L2), a.distance());
        assertSame(a.distance(), a.distance());
    }

    @Test
    void keepsADistanceThatIsKnown() {
        Distance known = Distance.certified(0.5, LpNorm.SUP);

        assertSame(known, Approximation.notReached(STEP, known).distance());
        assertEquals(LpNorm.SUP, Approximation.notReached(STEP, known).norm());
    }

    @Test
    void foretellsWhatTheFamilyKnowsAndOtherwiseMeasures() {
        Approximation.Outcome reached = Approximation.Outcome.REACHED;
        Distance measured = Distances.between(DATA, STEP, LpNorm.L2);

        Approximation told = Approximation.unmeasured(DATA, STEP, LpNorm.L2, reached, () -> 0.375);

        assertEquals(0.375, told.foretoldDistance());
        assertEquals(measured, told.distance());
        assertEquals(
                measured.value(),
                Approximation.unmeasured(DATA, STEP, LpNorm.L2, reached).foretoldDistance());
        // Sums of squares that overflow foretell nothing.
        assertEquals(
                measured.value(),
                Approximation.unmeasured(DATA, STEP, LpNorm.L2, reached, () -> Double.NaN)
                        .foretoldDistance());
        assertEquals(
                0.5,
                Approximation.reached(STEP, Distance.certified(0.5, LpNorm.SUP)).foretoldDistance());
    }
}
