package org.epsilonet.codec.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.TreeSet;
import org.epsilonet.api.function.Grid;
import org.epsilonet.api.function.Samples;
import org.junit.jupiter.api.Test;

/** Which samples stand out, and what is put in their place. */
class OutliersTest {
    private static final int N = 600;

    private static double wave(int i) {
        return StrictMath.sin(4 * StrictMath.PI * i / N);
    }

    private static TreeSet<Integer> changed(Samples data, double distance) {
        TreeSet<Integer> places = new TreeSet<>();
        Outliers.replaced(data, distance).ifPresent(replaced -> {
            for (int i = 0; i < data.size(); i++) {
                if (replaced.value(i) != data.value(i)) {
                    places.add(i);
                }
            }
        });
        return places;
    }

    /** Single ones, and two and three in a row, where the wave is steep and where it turns. */
    @Test
    void onSlopesOnlySpikesStandOut() {
        TreeSet<Integer> spikes = new TreeSet<>(Arrays.asList(0, 75, 150, 151, 225, 226, 300, 301, 302, 599));
        double[] values = new double[N];
        Arrays.setAll(values, i -> wave(i) + (spikes.contains(i) ? 1 + 0.1 * (i % 3) : 0));
        Samples data = Samples.of("wave", values);
        for (double distance : new double[] {1e-1, 1e-2, 2e-3, 2e-4}) {
            assertEquals(spikes, changed(data, distance), "within " + distance);
        }
        Samples replaced = Outliers.replaced(data, 2e-3).orElseThrow();
        for (int i = 1; i < N - 1; i++) {
            assertEquals(wave(i), replaced.value(i), 1e-6, "at " + i);
        }
    }

    @Test
    void inPicturesOnlyHotPixelsStandOut() {
        int side = 30;
        TreeSet<Integer> hot = new TreeSet<>(Arrays.asList(0, 95, 96, 400, 431, 899));
        double[] values = new double[side * side];
        Arrays.setAll(values, i -> 0.3 * (i % side) + 0.2 * (i / side) + (hot.contains(i) ? 9 : 0));
        assertEquals(hot, changed(Samples.of("slope", Grid.of(side, side), values), 0.05));
    }

    @Test
    void nothingStandsOutOnStepsAndInNoise() {
        double[] values = new double[N];
        Arrays.setAll(values, i -> i / 50 % 2);
        assertEquals(new TreeSet<>(), changed(Samples.of("steps", values), 0.1));
        Arrays.setAll(values, i -> i * 7919 % 13);
        assertEquals(new TreeSet<>(), changed(Samples.of("noise", values), 0.1));
    }
}
