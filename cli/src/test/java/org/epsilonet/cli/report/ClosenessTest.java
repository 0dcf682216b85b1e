package org.epsilonet.cli.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.epsilonet.api.encodability.EncodabilityVerdict;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.comparator.PairResult;
import org.epsilonet.comparator.PairVerdict;
import org.epsilonet.comparator.SpeedEstimate;
import org.junit.jupiter.api.Test;

class ClosenessTest {
    private static final double INFINITE = Double.POSITIVE_INFINITY;

    @Test
    void theColourIsTheShareOfTheLimit() {
        assertEquals(Closeness.FAR, of(0.99, 2));
        assertEquals(Closeness.HALF, of(1.0, 2));
        assertEquals(Closeness.NEAR, of(1.5, 2));
        assertEquals(Closeness.AT, of(1.8, 2));
        assertEquals(Closeness.AT, of(2.2, 2));
        assertEquals(Closeness.ABOVE, of(2.21, 2));
        assertEquals(Closeness.UNKNOWN, of(Double.NaN, 2));
        assertEquals(Closeness.UNKNOWN, of(2, Double.NaN));
    }

    @Test
    void infiniteAndZeroLimitsHaveTheirColour() {
        assertEquals(Closeness.AT, of(INFINITE, INFINITE));
        assertEquals(Closeness.FAR, of(5, INFINITE), "every power is infinitely far from an exponential");
        assertEquals(Closeness.ABOVE, of(INFINITE, 2));
        assertEquals(Closeness.AT, of(0.01, 0), "a class that is not compact has speed 0");
        assertEquals(Closeness.ABOVE, of(0.5, 0));
        assertEquals(Closeness.FAR, of(-0.5, 0));
    }

    private static Closeness of(double speed, double limit) {
        return Closeness.of(new PairResult(
                "f",
                "",
                "c",
                "",
                LpNorm.L2,
                Double.isNaN(speed) ? SpeedEstimate.UNKNOWN : new SpeedEstimate(speed, speed, speed, 16, 32),
                Optional.empty(),
                SpeedEstimate.UNKNOWN,
                SpeedEstimate.UNKNOWN,
                Double.isNaN(limit) ? OptionalDouble.empty() : OptionalDouble.of(limit),
                "",
                new EncodabilityVerdict(EncodabilityVerdict.Kind.ENCODABLE, 0, List.of()),
                PairVerdict.INCONCLUSIVE,
                "",
                List.of()));
    }
}
