package org.epsilonet.codec.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/**
 * Applies a function to many things in a few threads; the results come in the order of the things.
 *
 * @param threads how many threads, {@code >= 1}
 */
record Workers(int threads) {
    <T, R> List<R> map(List<T> things, Function<T, R> function) {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Callable<R>> tasks = new ArrayList<>();
            things.forEach(thing -> tasks.add(() -> function.apply(thing)));
            List<R> results = new ArrayList<>();
            for (Future<R> future : pool.invokeAll(tasks)) {
                results.add(future.get());
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
