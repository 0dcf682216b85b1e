package org.epsilonet.families.wavelets.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import org.epsilonet.api.function.Grid;
import org.epsilonet.api.symbol.CorruptCodeException;
import org.epsilonet.api.symbol.SymbolSink;
import org.epsilonet.api.symbol.SymbolSource;
import org.junit.jupiter.api.Test;

class SignificanceTreeTest {
    private static final long SEED = 7;

    /** Remembers symbols and gives them back; refuses other calls than those that were written. */
    static final class Recorder implements SymbolSink, SymbolSource {
        final Deque<long[]> symbols = new ArrayDeque<>();

        private void put(long kind, long context, long symbol, long n) {
            assertTrue(symbol >= 0 && symbol < n, "symbol " + symbol + " of " + n);
            symbols.add(new long[] {kind, context, symbol, n});
        }

        private long take(long kind, long context, long n) throws CorruptCodeException {
            if (symbols.isEmpty()) {
                throw new CorruptCodeException("the stream has ended");
            }
            long[] symbol = symbols.remove();
            assertArrayEquals(new long[] {kind, context, symbol[2], n}, symbol);
            return symbol[2];
        }

        @Override
        public void bits(long value, int count) {
            put(0, 0, value, 1L << count);
        }

        @Override
        public void uniform(long symbol, long n) {
            put(1, 0, symbol, n);
        }

        @Override
        public void adaptive(int context, int symbol, int n) {
            put(2, context, symbol, n);
        }

        @Override
        public long bits(int count) throws CorruptCodeException {
            return take(0, 0, 1L << count);
        }

        @Override
        public long uniform(long n) throws CorruptCodeException {
            return take(1, 0, n);
        }

        @Override
        public int adaptive(int context, int n) throws CorruptCodeException {
            return (int) take(2, context, n);
        }
    }

    @Test
    void whatIsWrittenIsReadAndNothingMore() throws CorruptCodeException {
        Random random = new Random(SEED);
        List<Grid> grids = new ArrayList<>(List.of(
                Grid.of(1),
                Grid.of(2),
                Grid.of(3),
                Grid.of(17),
                Grid.of(1000),
                Grid.of(1, 30),
                Grid.of(33, 18),
                Grid.of(2, 300),
                Grid.of(300, 21)));
        for (WaveletSystem system : SystemKinds.systems()) {
            for (Grid grid : grids) {
                Pyramid pyramid = Pyramid.of(system, grid);
                int n = grid.points();
                for (double density : new double[] {0, 0.01, 0.3, 1}) {
                    int[] atoms = random.ints(0, n)
                            .limit((long) (density * 2 * n))
                            .sorted()
                            .distinct()
                            .toArray();
                    Recorder recorder = new Recorder();
                    SignificanceTree.write(pyramid, atoms, recorder);
                    assertArrayEquals(atoms, SignificanceTree.read(pyramid, atoms.length, recorder));
                    assertEquals(0, recorder.symbols.size(), "all symbols are read");
                }
            }
        }
    }

    /** One chosen atom at the finest level of 2^20 costs the coarse flags and two symbols a level, not 2^20. */
    @Test
    void fewAtomsCostFewSymbols() {
        Pyramid pyramid = Pyramid.of(new HaarSystem(), Grid.of(1 << 20));
        Recorder recorder = new Recorder();
        SignificanceTree.write(pyramid, new int[] {(1 << 19) + 12345}, recorder);
        assertEquals(2 + 2 * 19, recorder.symbols.size());
    }

    @Test
    void impossibleTreesAreRefused() {
        Pyramid pyramid = Pyramid.of(new HaarSystem(), Grid.of(8));
        Recorder tooMany = new Recorder();
        SignificanceTree.write(pyramid, new int[] {0, 1, 2, 3}, tooMany);
        assertThrows(CorruptCodeException.class, () -> SignificanceTree.read(pyramid, 3, tooMany));
        SymbolSource barren = new SymbolSource() {
            private int asked;

            @Override
            public long bits(int count) {
                throw new AssertionError("no bits are written");
            }

            @Override
            public long uniform(long n) {
                throw new AssertionError("no uniform symbols are written");
            }

            /** The root promises descendants, of which there are none. */
            @Override
            public int adaptive(int context, int n) {
                return asked++ == 1 ? 2 : 0;
            }
        };
        assertThrows(CorruptCodeException.class, () -> SignificanceTree.read(pyramid, 8, barren));
        assertThrows(CorruptCodeException.class, () -> SignificanceTree.read(pyramid, 8, new Recorder()));
    }
}
