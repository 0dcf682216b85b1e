package org.epsilonet.comparator.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;

class HashTest {
    private static final long SEED = 20221;

    @Test
    void hashIsUniformAndIndependentOfOrder() {
        double mean = 0;
        int negative = 0;
        int n = 100_000;
        for (int i = 0; i < n; i++) {
            mean += Hash.uniform(SEED, 7, i) / n;
            negative += Hash.sign(SEED, 8, i) < 0 ? 1 : 0;
        }
        // Five standard deviations: 5 / sqrt(12 n) and 5 sqrt(n) / 2.
        assertEquals(0.5, mean, 0.0046);
        assertEquals(n / 2.0, negative, 791);
        assertNotEquals(Hash.uniform(SEED, 1, 0), Hash.uniform(SEED, 2, 0));
        assertFalse(Hash.uniform(SEED, 1, 0) == Hash.uniform(SEED + 1, 1, 0));
    }
}
