package org.epsilonet.api.function;

import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Work on long arrays, cut into stretches of about equal length that all processors take in turn. What is done to one
 * stretch must not depend on another; so the result does not depend on the number of processors.
 */
public final class Stretches {
    /** A stretch of less is not worth distributing. */
    private static final int SHORTEST = 1 << 14;

    private Stretches() {}

    /** What is done to one stretch. */
    @FunctionalInterface
    public interface Work {
        /**
         * Works on a stretch.
         *
         * @param begin its first place
         * @param end the first place behind it
         */
        void on(int begin, int end);
    }

    /**
     * Does the work on all places.
     *
     * @param length how many places there are, {@code >= 0}
     * @param work called for each stretch once, from several threads if there are several stretches; it must not wait for
     *     another thread
     * @throws RuntimeException what the work throws; if it does so on several stretches, on the first of them
     */
    public static void forEach(int length, Work work) {
        int stretches = length / SHORTEST;
        if (stretches < 2) {
            work.on(0, length);
            return;
        }
        @Nullable RuntimeException[] failures = new @Nullable RuntimeException[stretches];
        IntStream.range(0, stretches).parallel().forEach(i -> {
            try {
                work.on(bound(i, stretches, length), bound(i + 1, stretches, length));
            } catch (RuntimeException e) {
                failures[i] = e;
            }
        });
        for (@Nullable RuntimeException failure : failures) {
            if (failure != null) {
                throw failure;
            }
        }
    }

    /**
     * Where a piece begins, if pieces cut a length evenly.
     *
     * @param i the piece, from 0; as many as there are for the end of the last one
     * @param pieces how many there are
     * @param length the length
     * @return the first place of the piece
     */
    public static int bound(int i, int pieces, int length) {
        return (int) ((long) length * i / pieces);
    }
}
