package org.epsilonet.codec.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.FutureTask;
import java.util.function.Function;

/**
 * Applies a function to many things in a few threads; the results come in the order of the things.
 *
 * <p>The threads are a {@link ForkJoinPool} of their own, so that streams which run in parallel within the function stay in it.
 * In threads of another kind they would wait for the common pool; and a caller who encodes in a parallel stream has
 * all threads of that wait here.
 *
 * @param threads how many threads, {@code >= 1}
 */
record Workers(int threads) {
    <T, R> List<R> map(List<T> things, Function<T, R> function) {
        ForkJoinPool pool = new ForkJoinPool(threads);
        try {
            List<FutureTask<R>> tasks = new ArrayList<>();
            things.forEach(thing -> tasks.add(new FutureTask<>(() -> function.apply(thing))));
            inTurn(tasks).forEach(pool::execute);
            List<R> results = new ArrayList<>();
            for (FutureTask<R> task : tasks) {
                results.add(task.get());
            }
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw rethrown(e);
        } finally {
            pool.shutdownNow();
        }
    }

    /**
     * As many runs of neighbours as there are threads, the first of each, the second of each, and so on: neighbours often need the
     * same tables first, and threads that begin with neighbours wait for each other.
     */
    private <T> List<T> inTurn(List<T> tasks) {
        int run = (tasks.size() + threads - 1) / threads;
        List<T> inTurn = new ArrayList<>();
        for (int k = 0; k < run; k++) {
            for (int at = k; at < tasks.size(); at += run) {
                inTurn.add(tasks.get(at));
            }
        }
        return inTurn;
    }

    private static RuntimeException rethrown(ExecutionException e) {
        if (e.getCause() instanceof Error error) {
            throw error;
        }
        return e.getCause() instanceof RuntimeException r ? r : new IllegalStateException(e.getCause());
    }
}
