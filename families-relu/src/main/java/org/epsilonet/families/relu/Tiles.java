package org.epsilonet.families.relu;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Cuts many points into tiles that fit a cache and hands them to the threads of the current {@link
 * ForkJoinPool}, the common one unless the caller runs in another. Each point is computed by
 * itself, so the cut changes no result.
 */
final class Tiles {
    /** Long enough for vectors, short enough that four rows stay in the first-level cache. */
    private static final int LONGEST = 512;

    /** Values in a layer of a tile: a megabyte of floats. */
    private static final int VALUES = 1 << 18;

    /** Tiles for each thread, so that none waits long for the last. */
    private static final int SHARE = 4;

    private static final int SHORTEST = 64;

    /** Below so many points, or above so wide a layer, tiles cost more than they save. */
    private static final int FEWEST = 8;

    private static final int WIDEST = 1 << 16;

    private Tiles() {}

    /** Whether points should be computed in tiles, not one by one. */
    static boolean pay(int points, int width) {
        return points >= FEWEST && width <= WIDEST;
    }

    /** Computes some points with working memory that no other thread has at the time. */
    @FunctionalInterface
    interface Step<W> {
        void run(W memory, int first, int count);
    }

    /**
     * Runs all points.
     *
     * @param points how many
     * @param width values per point in the widest layer
     * @param memory working memory for that many points, a multiple of 64
     */
    static <W> void run(int points, int width, IntFunction<W> memory, Step<W> step) {
        ForkJoinPool pool = ForkJoinTask.getPool();
        int threads = pool == null ? ForkJoinPool.getCommonPoolParallelism() + 1 : pool.getParallelism();
        int most = Math.max(SHORTEST, Math.min(LONGEST, VALUES / width / SHORTEST * SHORTEST));
        int share = (int) Math.min(most, (long) points / ((long) SHARE * threads));
        int tile = Math.max(SHORTEST, (share + SHORTEST - 1) / SHORTEST * SHORTEST);
        int tiles = (int) (((long) points + tile - 1) / tile);
        if (tiles <= 1) {
            step.run(memory.apply(tile), 0, points);
            return;
        }
        Queue<W> free = new ConcurrentLinkedQueue<>();
        IntStream.range(0, tiles).parallel().forEach(t -> {
            W own = free.poll();
            W used = own == null ? memory.apply(tile) : own;
            int first = t * tile;
            step.run(used, first, Math.min(tile, points - first));
            free.add(used);
        });
    }
}
