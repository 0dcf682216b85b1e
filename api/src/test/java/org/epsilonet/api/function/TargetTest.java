package org.epsilonet.api.function;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class TargetTest {
    @Test
    void aFormulaIsSampledAtCellCentres() {
        Samples samples = Formula.of("x", x -> x).sampledOn(4);
        assertArrayEquals(new double[] {0.125, 0.375, 0.625, 0.875}, samples.values());
    }

    @Test
    void inTwoDimensionsTheLastCoordinateVariesFastest() {
        Samples samples = Formula.of("f", 2, x -> 10 * x[0] + x[1]).sampledOn(1, 2);
        assertArrayEquals(new double[] {5.25, 5.75}, samples.values());
        Samples column = Formula.of("f", 2, x -> 10 * x[0] + x[1]).sampledOn(2, 1);
        assertArrayEquals(new double[] {3, 8}, column.values());
    }

    @Test
    void anotherIntervalIsRescaled() {
        Formula f = Formula.onInterval("x^2", -1, 3, x -> x * x);
        assertEquals(1, f.at(0.0));
        assertEquals(9, f.at(1.0));
        assertEquals(1, f.at(0.5));
    }

    @Test
    void breakpointsAreSortedAndChecked() {
        assertArrayEquals(
                new double[] {0.2, 0.7}, Formula.of("f", x -> x, 0.7, 0.2).breakpoints());
        assertThrows(IllegalArgumentException.class, () -> Formula.of("f", x -> x, 1.5));
    }

    @Test
    void samplesAreCopiedAndFinite() {
        double[] values = {1, 2};
        Samples samples = Samples.of("s", values);
        values[0] = 9;
        samples.values()[1] = 9;
        assertArrayEquals(new double[] {1, 2}, samples.values());
        String message = assertThrows(IllegalArgumentException.class, () -> Samples.of("s", 0, Double.NaN))
                .getMessage();
        assertTrue(message.contains("value 1 is NaN"), message);
    }

    @Test
    void samplesAreNeverResampledSilently() {
        Samples samples = Samples.of("s", 1, 2, 3);
        assertSame(samples, samples.sampledOn(3));
        assertThrows(IllegalArgumentException.class, () -> samples.sampledOn(6));
    }

    @Test
    void placeAndTypeAreKept() {
        Samples samples = Samples.of("s", 1, 2)
                .placedAt(new double[] {10}, new double[] {0.5})
                .storedAs(SampleType.I2);
        Samples other = samples.withValues(new double[] {3, 4});
        assertEquals(10, other.origin()[0]);
        assertEquals(0.5, other.spacing()[0]);
        assertEquals(SampleType.I2, other.type());
        assertThrows(IllegalArgumentException.class, () -> samples.placedAt(new double[] {0}, new double[] {0}));
    }

    @Test
    void castsSaturateAndRoundToEven() {
        assertEquals(255, SampleType.U1.nearest(300));
        assertEquals(0, SampleType.U1.nearest(-3));
        assertEquals(2, SampleType.I2.nearest(2.5));
        assertEquals((double) 0.1f, SampleType.F4.nearest(0.1));
        assertEquals(0.1, SampleType.F8.nearest(0.1));
    }

    @Test
    void aGridBoundsItsSize() {
        assertThrows(IllegalArgumentException.class, () -> Grid.of(1 << 16, 1 << 16));
        assertThrows(IllegalArgumentException.class, () -> Grid.of(3, 0));
        assertThrows(IllegalArgumentException.class, () -> Grid.of());
        assertEquals(Grid.of(2, 3), Grid.of(2, 3));
    }
}
