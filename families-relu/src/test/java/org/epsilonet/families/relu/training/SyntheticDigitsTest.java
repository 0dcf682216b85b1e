package org.epsilonet.families.relu.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SyntheticDigitsTest {
    @Test
    void imagesHaveOneClassAndGreyValues() {
        Examples digits = SyntheticDigits.of(1000, 5);
        assertEquals(784, digits.inputs());
        assertEquals(10, digits.outputs());
        int[] counts = new int[10];
        double[] classes = digits.values();
        for (int i = 0; i < 1000; i++) {
            double[] one = Arrays.copyOfRange(classes, 10 * i, 10 * i + 10);
            assertEquals(1, Arrays.stream(one).sum(), 0);
            for (int j = 0; j < 10; j++) {
                counts[j] += one[j] == 1 ? 1 : 0;
            }
        }
        // 100 expected, standard deviation 9.5.
        assertTrue(Arrays.stream(counts).allMatch(c -> c > 60 && c < 140), () -> Arrays.toString(counts));
        double[] pixels = digits.points();
        assertTrue(Arrays.stream(pixels).allMatch(v -> v >= 0 && v <= 1));
        assertTrue(Arrays.stream(pixels).anyMatch(v -> v == 1)
                && Arrays.stream(pixels).anyMatch(v -> v == 0));
    }

    /** An eight lights every stroke, a one only two: its ink is more. */
    @Test
    void strokesAreDrawn() {
        Examples digits = SyntheticDigits.of(2000, 6);
        double[] ink = new double[10];
        double[] count = new double[10];
        for (int i = 0; i < 2000; i++) {
            double[] image = digits.range(i, i + 1).points();
            double[] value = digits.range(i, i + 1).values();
            int digit = 0;
            while (value[digit] == 0) {
                digit++;
            }
            ink[digit] += Arrays.stream(image).sum();
            count[digit]++;
        }
        assertTrue(ink[8] / count[8] > 1.5 * ink[1] / count[1], Arrays.toString(ink));
        assertTrue(ink[1] / count[1] < ink[7] / count[7] && ink[7] / count[7] < ink[3] / count[3]);
    }

    @Test
    void shorterSetsArePrefixes() {
        Examples few = SyntheticDigits.of(3, 9);
        Examples more = SyntheticDigits.of(10, 9);
        assertArrayEquals(few.points(), more.range(0, 3).points(), 0);
        assertArrayEquals(few.values(), more.range(0, 3).values(), 0);
        assertThrows(IllegalArgumentException.class, () -> SyntheticDigits.of(0, 1));
    }
}
