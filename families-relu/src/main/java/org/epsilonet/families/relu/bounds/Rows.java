package org.epsilonet.families.relu.bounds;

import java.util.stream.IntStream;

/** Rows of a matrix in chunks, on all cores if they are many. Each row is computed alone: threads change no result. */
final class Rows {
    /** Below this many entries, threads cost more than they gain. */
    private static final long PARALLEL = 1 << 15;

    private Rows() {}

    /** What is done with rows {@code from} (inclusive) to {@code to} (exclusive). */
    interface Chunk {
        void rows(int from, int to);
    }

    /**
     * Visits all rows.
     *
     * @param rows how many
     * @param costOfOne operations for a row, about
     * @param chunk what is done
     */
    static void forEach(int rows, long costOfOne, Chunk chunk) {
        if (rows * costOfOne < PARALLEL) {
            chunk.rows(0, rows);
            return;
        }
        int size = (int) Math.max(1, PARALLEL / costOfOne);
        IntStream.range(0, (rows + size - 1) / size)
                .parallel()
                .forEach(c -> chunk.rows(c * size, Math.min(rows, (c + 1) * size)));
    }
}
