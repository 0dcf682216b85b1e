package org.epsilonet.quantization;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.epsilonet.api.family.Approximant;
import org.epsilonet.api.function.Distance;
import org.epsilonet.api.function.Grid;
import org.epsilonet.api.function.LpNorm;
import org.junit.jupiter.api.Test;

class QuantizationTest {
    @Test
    void parametersAreNearestMultiples() {
        LinearStructure s = LinearStructure.of(1, 1, 2, 0.5);
        Quantization q = Quantization.of(s, new double[] {0.3, -0.37, 0.9, 0.1}, 0.25, LpNorm.L2);
        assertArrayEquals(new long[] {1, -1, 2, 1}, q.integers());
        assertArrayEquals(new double[] {0.25, -0.25, 1, 0.125}, q.parameters());
        assertArrayEquals(new double[] {0.05, 0.12, 0.1, 0.025}, q.deltas(), 1e-15);
        assertArrayEquals(q.parameters(), Quantization.parameters(s, q.integers(), q.step(), LpNorm.L2));
    }

    @Test
    void theDeadZoneBecomesZero() {
        LinearStructure s = LinearStructure.of(1, 1, 1, 1);
        double[] theta = {0.6, -0.7, 0.8, -1.6};
        assertArrayEquals(
                new long[] {1, -1, 1, -2},
                Quantization.of(s, theta, 1, LpNorm.L2).integers());
        Quantization wide = Quantization.of(s, theta, 1, LpNorm.L2, 0.75);
        assertArrayEquals(new long[] {0, 0, 1, -2}, wide.integers());
        assertArrayEquals(
                wide.integers(),
                Quantization.of(s, theta, 2, LpNorm.L2).withStep(1, 0.75).integers());
        assertThrows(IllegalArgumentException.class, () -> Quantization.of(s, theta, 1, LpNorm.L2, 1.01));
    }

    /** The certificate bounds the true distance of the two functions, and for equal cells it is the distance. */
    @Test
    void theCertificateIsTheDistanceForConstantsOnCells() {
        for (long seed = 0; seed < 50; seed++) {
            Random random = new Random(seed);
            int n = 1 + random.nextInt(40);
            double[] theta = random.doubles(n, -2, 2).toArray();
            double[] scales = random.doubles(n, 0.1, 2).toArray();
            LinearStructure s = LinearStructure.of(scales);
            for (LpNorm norm : new LpNorm[] {LpNorm.L2, LpNorm.SUP}) {
                Quantization q = Quantization.of(s, theta, Steps.of(Steps.codeAtMost(random.nextDouble())), norm);
                double[] difference = s.realize(theta).on(Grid.of(n));
                double[] quantized = q.realize().on(Grid.of(n));
                for (int i = 0; i < n; i++) {
                    difference[i] -= quantized[i];
                }
                double distance = norm.of(difference);
                Distance certificate = q.certificate();
                assertEquals(Distance.Kind.CERTIFIED, certificate.kind());
                // Outward rounding adds a few units in the last place.
                assertTrue(
                        distance <= certificate.value() && certificate.value() <= distance * (1 + 1e-12) + 1e-300,
                        "seed " + seed + ": " + distance + ", " + certificate);
            }
        }
    }

    @Test
    void zerosAreDroppedAndTheFunctionStays() {
        LinearStructure s = LinearStructure.of(1, 2, 1, 1, 3);
        Quantization q = Quantization.of(s, new double[] {0.1, 5, -0.2, 3, 1}, 1, LpNorm.L2);
        Quantization reduced = q.withoutZeros();
        assertArrayEquals(new long[] {2, 3}, reduced.integers());
        Approximant before = q.realize();
        Approximant after = reduced.realize();
        assertArrayEquals(before.on(Grid.of(5)), after.on(Grid.of(5)));
        assertSame(reduced, reduced.withoutZeros());
    }

    @Test
    void integersStayBelowTheLimit() {
        LinearStructure s = LinearStructure.of(1.0);
        long limit = Quantization.INTEGER_LIMIT;
        double[] near = {limit - 2.0};
        assertEquals(limit - 2, Quantization.of(s, near, 1, LpNorm.L2).integers()[0]);
        assertThrows(IllegalArgumentException.class, () -> Quantization.of(s, new double[] {limit}, 1, LpNorm.L2));
        assertThrows(IllegalArgumentException.class, () -> Quantization.of(s, new double[] {Double.NaN}, 1, LpNorm.L2));
    }

    @Test
    void integersMayBeOthersThanTheNearest() {
        LinearStructure s = LinearStructure.of(1, 2);
        Quantization q = Quantization.of(s, new double[] {0.3, -0.9}, 0.25, LpNorm.L2);
        long[] others = {0, -3};
        Quantization changed = q.withIntegers(others);
        others[0] = 7;
        assertArrayEquals(new long[] {0, -3}, changed.integers());
        assertArrayEquals(new double[] {0, -1.5}, changed.parameters());
        assertArrayEquals(new double[] {0.3, 0.6}, changed.deltas(), 1e-15); // Rounded up by an ulp.
        assertArrayEquals(q.integers(), changed.withStep(0.25, 0.5).integers());
        assertThrows(IllegalArgumentException.class, () -> q.withIntegers(new long[3]));
        for (long beyond : new long[] {Quantization.INTEGER_LIMIT, -Quantization.INTEGER_LIMIT, Long.MIN_VALUE}) {
            assertThrows(IllegalArgumentException.class, () -> q.withIntegers(new long[] {0, beyond}));
        }
    }

    @Test
    void argumentsAreChecked() {
        LinearStructure s = LinearStructure.of(1.0);
        assertThrows(IllegalArgumentException.class, () -> Quantization.of(s, new double[2], 1, LpNorm.L2));
        assertThrows(IllegalArgumentException.class, () -> Quantization.of(s, new double[1], 0.3, LpNorm.L2));
        LinearStructure bad = LinearStructure.of(0.0);
        assertThrows(IllegalStateException.class, () -> Quantization.of(bad, new double[1], 1, LpNorm.L2));
    }
}
