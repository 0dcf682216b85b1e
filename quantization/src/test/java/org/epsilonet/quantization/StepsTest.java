package org.epsilonet.quantization;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.epsilonet.api.function.LpNorm;
import org.junit.jupiter.api.Test;

class StepsTest {
    @Test
    void everyCodeIsAStepOfTheLattice() {
        double last = 0;
        for (int code = 0; code < Steps.COUNT; code++) {
            double step = Steps.of(code);
            int e = Math.getExponent(step);
            double m = (Math.scalb(step, -e) - 1) * 32;
            assertTrue(m == Math.rint(m) && m >= 0 && m < 32 && e >= -1022, "code " + code);
            assertTrue(step > last && (code == 0 || step <= last * (1 + 1.0 / 32)), "code " + code);
            assertEquals(code, Steps.code(step));
            assertEquals(code, Steps.codeAtMost(Math.nextUp(step)));
            assertEquals(code - 1, Steps.codeAtMost(Math.nextDown(step)));
            last = step;
        }
        assertTrue(Steps.COUNT <= 1 << 16);
        assertEquals(Steps.COUNT - 1, Steps.codeAtMost(Double.POSITIVE_INFINITY));
        assertEquals(-1, Steps.codeAtMost(0));
        assertEquals(1, Steps.of(Steps.code(1)));
        assertThrows(IllegalArgumentException.class, () -> Steps.of(Steps.COUNT));
        assertThrows(IllegalArgumentException.class, () -> Steps.code(1 + 1.0 / 64));
        assertThrows(IllegalArgumentException.class, () -> Steps.code(0));
    }

    /** Equal cells in the supremum norm: half the step is the error, so the largest step is twice the error, rounded. */
    @Test
    void theLargestStepIsTwiceTheErrorForConstantsOnCells() {
        Random random = new Random(1);
        double[] theta = random.doubles(50, 1, 2).toArray();
        double[] scales = new double[50];
        Arrays.fill(scales, 1);
        for (double error : new double[] {1e-12, 1e-3, 0.3}) {
            double step = Steps.largest(LinearStructure.of(scales), theta, LpNorm.SUP, error);
            assertTrue(step <= 2 * error && step > 2 * error / (1 + 1.0 / 31), "step " + step);
            double l2 = Steps.largest(LinearStructure.of(scales), theta, LpNorm.L2, error);
            assertEquals(step, l2); // All cells off by half a step: root mean square and largest are the same.
        }
        assertEquals(0, Steps.largest(LinearStructure.of(scales), theta, LpNorm.SUP, 0));
    }

    @Test
    void theLargestStepKeepsItsCertificate() {
        for (long seed = 0; seed < 30; seed++) {
            Random random = new Random(seed);
            double[] theta = random.doubles(20, -1, 1).toArray();
            double[] scales = random.doubles(20, 0.01, 3).toArray();
            for (LpNorm norm : new LpNorm[] {LpNorm.L2, LpNorm.SUP}) {
                double error = Math.pow(10, -6 * random.nextDouble());
                LinearStructure s = LinearStructure.of(scales);
                double step = Steps.largest(s, theta, norm, error);
                double certified =
                        Quantization.of(s, theta, step, norm).certificate().value();
                assertTrue(certified <= error, "seed " + seed + ": " + certified + " > " + error);
            }
        }
    }

    @Test
    void zerosAllowAnyStep() {
        double[] zeros = new double[3];
        assertEquals(Steps.of(Steps.COUNT - 1), Steps.largest(LinearStructure.of(1, 2, 3), zeros, LpNorm.L2, 1e-9));
    }
}
