package org.epsilonet.codec.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.epsilonet.api.function.Grid;
import org.epsilonet.api.function.Samples;
import org.junit.jupiter.api.Test;

class ExcerptsTest {
    /** The value of each sample says where it was. */
    @Test
    void oneExcerptIsThinnedAndOneIsDense() {
        int n = 256;
        double[] values = new double[n * n];
        Arrays.setAll(values, i -> i);
        List<Samples> excerpts = Excerpts.of(Samples.of("data", Grid.of(n, n), values), Excerpts.SMALL);
        Samples thinned = excerpts.get(0);
        Samples dense = excerpts.get(1);
        assertArrayEquals(new int[] {128, 128}, thinned.grid().shape());
        assertArrayEquals(new int[] {128, 128}, dense.grid().shape());
        // Every second row and column from the second on; rows and columns 64 to 191.
        assertEquals(n + 1, thinned.value(0));
        assertEquals(n + 3, thinned.value(1));
        assertEquals(3 * n + 1, thinned.value(128));
        assertEquals(64 * n + 64, dense.value(0));
        assertEquals(64 * n + 65, dense.value(1));
        assertEquals(191 * n + 191, dense.value(128 * 128 - 1));
    }

    @Test
    void everyLengthAboveIsShortened() {
        for (int n : new int[] {Excerpts.SMALL + 1, 40_000, 1_000_003}) {
            for (int most : new int[] {Excerpts.SMALL, 1 << 11}) {
                for (Samples excerpt : Excerpts.of(Samples.of("data", new double[n]), most)) {
                    assertTrue(excerpt.size() <= most && excerpt.size() > most / 2);
                }
            }
        }
    }
}
