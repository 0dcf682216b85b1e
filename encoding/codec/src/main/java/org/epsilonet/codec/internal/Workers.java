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
            tasks.forEach(pool::execute);
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

    private static RuntimeException rethrown(ExecutionException e) {
        if (e.getCause() instanceof Error error) {
            throw error;
        }
        return e.getCause() instanceof RuntimeException r ? r : new IllegalStateException(e.getCause());
    }
}
