package org.epsilonet.families.wavelets.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OrderStatisticsTest {
    private static final long SEED = 11;

    /** Numbers of many sizes, some of them equal or zero. */
    private static double[] numbers(int count) {
        Random random = new Random(SEED);
        double[] numbers = new double[count];
        for (int i = 0; i < count; i++) {
            double magnitude = Math.scalb(random.nextDouble(), random.nextInt(40) - 20);
            numbers[i] = random.nextInt(4) == 0 ? Math.rint(magnitude) : magnitude;
        }
        return numbers;
    }

    @Test
    void isWhatSortingFinds() {
        double[] numbers = numbers(3000);
        double[] sorted = numbers.clone();
        Arrays.sort(sorted);
        for (int most = 1; most <= sorted.length; most++) {
            assertEquals(sorted[sorted.length - most], OrderStatistics.largest(numbers, most), "most " + most);
        }
    }

    @Test
    void infiniteNumbersAndNaNAreLargerThanAll() {
        double[] numbers = {1, Double.POSITIVE_INFINITY, 0, Double.NaN, 2};
        assertEquals(Double.NaN, OrderStatistics.largest(numbers, 1));
        assertEquals(Double.POSITIVE_INFINITY, OrderStatistics.largest(numbers, 2));
        assertEquals(2, OrderStatistics.largest(numbers, 3));
    }
}
