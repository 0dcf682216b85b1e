package org.epsilonet.comparator.entropy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * The delta code against functions that know it: at every point where a bit is read they stand at the threshold, a hair above or
 * below it, or as far from it as slope 1 carries, and between the points they go down (or up) as far as they can and return.
 */
class DeltaCodeAdversaryTest {
    private static final long SEED = 17;
    private static final int FUNCTIONS = 4000;

    /** A function with slopes of absolute value 1, by its corners; exact there. */
    private static final class Adversary {
        private final double[] x;
        private final double[] y;
        private int size = 1;

        Adversary(Random random, double epsilon) {
            int cells = (int) Math.ceil(1 / epsilon) + 1;
            x = new double[2 * cells + 3];
            y = new double[x.length];
            double g = 0;
            for (int k = 1; (k - 1) * epsilon < 1; k++) {
                double left = (k - 1) * epsilon;
                double right = Math.min(k * epsilon, 1);
                double width = right - left;
                double end = end(random, g, y[size - 1], width);
                boolean isDownFirst = random.nextBoolean();
                double leg = 0.5 * (width - (isDownFirst ? end - y[size - 1] : y[size - 1] - end));
                if (leg > 0 && leg < width) {
                    add(left + leg, y[size - 1] + (isDownFirst ? -leg : leg));
                }
                add(right, end);
                if (k > 1) {
                    g += end >= g ? width : -width;
                }
            }
        }

        private static double end(Random random, double threshold, double from, double width) {
            double wanted = switch (random.nextInt(5)) {
                case 0 -> threshold;
                case 1 -> Math.nextDown(threshold);
                case 2 -> threshold + 1e-3 * width * random.nextGaussian();
                case 3 -> from + width;
                default -> from - width;
            };
            return Math.max(from - width, Math.min(from + width, wanted));
        }

        private void add(double place, double value) {
            x[size] = place;
            y[size] = value;
            size++;
        }

        double at(double place) {
            int found = Arrays.binarySearch(x, 0, size, place);
            if (found >= 0) {
                return y[found];
            }
            int right = -found - 1;
            return y[right - 1] + (place - x[right - 1]) / (x[right] - x[right - 1]) * (y[right] - y[right - 1]);
        }
    }

    @Test
    void fourThousandAdversariesAreWithinTheAccuracyWithExactlyTheBitsOfTheTheorem() {
        Random random = new Random(SEED);
        double worst = 0;
        double steepest = 0;
        int atTheEdge = 0;
        for (int trial = 0; trial < FUNCTIONS; trial++) {
            double epsilon = trial % 8 == 0 ? 1.0 / (1 + random.nextInt(100)) : Math.pow(2, -7 * random.nextDouble());
            Adversary f = new Adversary(random, epsilon);
            boolean[] bits = DeltaCode.encode(f::at, epsilon);
            BigDecimal quotient = BigDecimal.ONE.divide(new BigDecimal(epsilon), 40, RoundingMode.CEILING);
            assertEquals(quotient.setScale(0, RoundingMode.CEILING).intValueExact() - 1, bits.length, "at " + epsilon);
            DeltaCode g = DeltaCode.decode(bits, epsilon);
            double largest = 0;
            // Both are linear between their corners, and those of g are among these.
            for (int i = 0; i < f.size; i++) {
                largest = Math.max(largest, Math.abs(f.y[i] - g.at(f.x[i])) / epsilon);
                steepest = i == 0 || f.x[i] - f.x[i - 1] < 1e-9
                        ? steepest
                        : Math.max(steepest, Math.abs((f.y[i] - f.y[i - 1]) / (f.x[i] - f.x[i - 1])));
            }
            worst = Math.max(worst, largest);
            atTheEdge += largest > 1 - 1e-9 ? 1 : 0;
        }
        assertTrue(worst <= 1 + 1e-12, "largest error / epsilon " + worst + ", seed " + SEED);
        // Corners are rounded to 2^-53, 1e-9 apart at least.
        assertTrue(steepest <= 1 + 1e-6, "slope " + steepest);
        assertTrue(atTheEdge > FUNCTIONS / 2, atTheEdge + " reach the accuracy, seed " + SEED);
    }
}
