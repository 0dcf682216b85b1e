package org.epsilonet.codec.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmallestBudgetTest {
    private static final int LARGEST = 1 << 20;

    private final List<Integer> asked = new ArrayList<>();

    private int smallest(IntToDoubleFunction error, int guess, boolean followsPowerLaw) {
        IntToDoubleFunction heard = budget -> {
            asked.add(budget);
            return error.applyAsDouble(budget);
        };
        return new SmallestBudget(LARGEST, 1, heard, followsPowerLaw).from(guess);
    }

    /** The smallest budget within a factor of 1.1, whatever the error is like. */
    private void assertSmallest(int smallest, int found) {
        assertTrue(found >= smallest && found <= Math.max(smallest + 1, 1.1 * smallest), found + " for " + smallest);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 37, 8192, 300_000, LARGEST})
    void findsTheSmallestBudgetOfAnyErrors(int guess) {
        for (int smallest : new int[] {1, 2, 3, 100, 70_001, LARGEST}) {
            for (boolean follows : new boolean[] {false, true}) {
                assertSmallest(smallest, smallest(m -> m < smallest ? 1.01 : 0.01, guess, follows));
                assertSmallest(smallest, smallest(m -> m < smallest ? 5.0 : 0, guess, follows));
                assertSmallest(smallest, smallest(m -> Math.exp(smallest - m), guess, follows));
                assertSmallest(smallest, smallest(m -> Math.sqrt((double) smallest / m), guess, follows));
            }
        }
    }

    /** Two errors tell the law, the third is its proof, the fourth misses next to it. */
    @Test
    void aPowerLawIsFollowed() {
        IntToDoubleFunction law = m -> Math.sqrt(90_000.0 / m);
        assertSmallest(90_000, smallest(law, 8192, true));
        int quick = asked.size();
        asked.clear();
        assertSmallest(90_000, smallest(law, 8192, false));
        assertTrue(quick <= 4 && quick < asked.size(), quick + " instead of " + asked.size());
    }

    /** From far below by factors of 16: 64, 128, 2048, 32768, then what the law says. */
    @Test
    void aPowerLawIsFollowedFar() {
        assertSmallest(400_000, smallest(m -> Math.sqrt(400_000.0 / m), 64, true));
        assertTrue(asked.subList(0, 4).equals(List.of(64, 128, 2048, 32768)), asked.toString());
        assertTrue(asked.size() <= 7, asked.toString());
    }

    @Test
    void whatIsNotReachedIsNotReached() {
        for (boolean follows : new boolean[] {false, true}) {
            assertEquals(0, smallest(m -> 2, 1, follows));
            assertEquals(0, smallest(m -> Math.pow(m, -0.01) + 1, 3, follows));
        }
        assertTrue(asked.stream().allMatch(m -> m >= 1 && m <= LARGEST));
    }
}
