package org.epsilonet.families.wavelets.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Block by block the same bits as by the definition, in the order of the definition. */
class PolyphaseTest {
    private static final long SEED = 8;

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 255, 256, 257, 1000})
    void bitsAreThoseOfTheDefinition(int count) {
        Random random = new Random(SEED);
        for (int half : new int[] {1, 2, 3, 4, 9}) {
            double[] low = random.doubles(2 * half, -1, 1).toArray();
            double[] high = random.doubles(2 * half, -1, 1).toArray();
            double[] x = random.doubles(2L * count + 2L * half + 1, -1, 1).toArray();
            double[] a = new double[count + 2];
            double[] d = new double[count + 3];
            Polyphase.analyze(low, high, x, 3, a, 2, d, 3, count);
            for (int k = 0; k < count; k++) {
                double lowSum = 0;
                double highSum = 0;
                for (int i = 0; i < 2 * half; i++) {
                    lowSum += low[i] * x[3 + 2 * k + i];
                    highSum += high[i] * x[3 + 2 * k + i];
                }
                assertEquals(lowSum, a[2 + k], 0);
                assertEquals(highSum, d[3 + k], 0);
            }
            assertSynthesis(low, high, a, d, count);
            // Nothing at all behind the first third, no details behind the first fifth: blocks of both kinds.
            Arrays.fill(a, 2 + count / 3, a.length, 0);
            Arrays.fill(d, 3 + count / 5, d.length, -0.0);
            assertSynthesis(low, high, a, d, count);
        }
    }

    /** Every bit is that of the definition, the sign of zero too. */
    private static void assertSynthesis(double[] low, double[] high, double[] a, double[] d, int count) {
        int taps = low.length;
        double[] y = new double[2 * count + taps + 3];
        for (int k = 0; k < count; k++) {
            for (int i = 0; i < taps; i++) {
                y[3 + 2 * k + i] += a[2 + k] * low[i] + d[3 + k] * high[i];
            }
        }
        double[] z = new double[y.length];
        Polyphase.synthesize(low, high, a, 2, d, 3, z, 3, count);
        for (int t = 3 + taps - 2; t < 3 + 2 * count; t++) {
            assertEquals(Double.doubleToRawLongBits(y[t]), Double.doubleToRawLongBits(z[t]));
        }
    }
}
