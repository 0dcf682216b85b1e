package org.epsilonet.codec.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.epsilonet.api.function.Grid;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.Samples;
import org.epsilonet.quantization.Quantization;
import org.epsilonet.quantization.Steps;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThresholdingTest {
    private static final double COARSE = Steps.of(Steps.codeAtMost(0.1));
    private static final double FINE = Steps.of(Steps.codeAtMost(0.001));

    /** Few and many parameters, which are looked at one by one and by evenly chosen ones. */
    @ParameterizedTest
    @ValueSource(ints = {10, 5000, 100_000})
    void roundsAsAQuantizationOfItsOwn(int count) {
        double[] theta = gaussian(count);
        Sampled structure = new Sampled(Grid.of(count), theta);
        Thresholding thresholding =
                new Thresholding(structure, theta, LpNorm.L2, 1, new Magnitudes(structure, theta, LpNorm.L2));

        for (double step : new double[] {COARSE, FINE, COARSE}) {
            for (double zone : new double[] {0.5, 0.7}) {
                assertArrayEquals(
                        Quantization.of(structure, theta, step, LpNorm.L2, zone).integers(),
                        thresholding.quantized(step, zone).integers());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 5000, 100_000})
    void countsWhatIsOutsideTheDeadZone(int count) {
        double[] theta = gaussian(count);
        Magnitudes magnitudes = new Magnitudes(new Sampled(Grid.of(count), theta), theta, LpNorm.L2);

        for (double step : new double[] {COARSE, FINE}) {
            int kept = 0;
            for (double t : theta) {
                kept += Math.abs(t) >= 0.7 * step ? 1 : 0;
            }
            assertEquals(kept, magnitudes.kept(step, 0.7, count));
            int zeros = 0;
            for (boolean zero : magnitudes.zeros(step, 0.7)) {
                zeros += zero ? 1 : 0;
            }
            assertEquals(count - kept, zeros);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 1000, 200_000})
    void extremesAreThoseOfAllSamples(int count) {
        double[] values = gaussian(count);
        values[count / 2] = 100;
        values[count - 1] = count == 1 ? 100 : -50;

        assertEquals(new Extremes(values[count - 1], 100), Extremes.of(Samples.of("gaussian", values)));
    }

    private static double[] gaussian(int count) {
        Random random = new Random(count);
        return random.doubles(count).map(u -> 0.2 * random.nextGaussian()).toArray();
    }
}
