package org.epsilonet.examples.fourier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.epsilonet.api.family.StructureNumbering;
import org.epsilonet.api.function.Grid;
import org.epsilonet.api.symbol.SymbolTape;
import org.junit.jupiter.api.Test;

/** The choices of at most two of five atoms, written down one by one: the numbering has exactly these. */
class BestCodebookTest {
    @Test
    void everyChoiceIsNumberedOnce() {
        Dictionary dictionary = Dictionary.of(Basis.FOURIER, Selection.BEST, Grid.of(5), 2);
        StructureNumbering numbering = Atoms.numbering(dictionary).orElseThrow();
        Set<BigInteger> ranks = new HashSet<>();
        int choices = 0;
        for (int mask = 0; mask < 1 << 5; mask++) {
            if (Integer.bitCount(mask) <= 2) {
                int chosen = mask;
                Atoms s = Atoms.of(
                        dictionary,
                        IntStream.range(0, 5)
                                .filter(i -> (chosen >> i & 1) == 1)
                                .toArray());
                BigInteger rank = numbering.rank(s);
                assertTrue(ranks.add(rank), "two choices have the rank " + rank);
                assertEquals(SymbolTape.of(s::write), SymbolTape.of(numbering.unrank(rank)::write));
                choices++;
            }
        }
        assertEquals(16, choices);
        assertEquals(BigInteger.valueOf(choices), numbering.count());
        assertEquals(4, dictionary.choices().log2Count(), 1e-12);
    }
}
