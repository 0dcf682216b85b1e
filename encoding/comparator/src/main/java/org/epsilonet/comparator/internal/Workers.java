package org.epsilonet.comparator.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;
import org.epsilonet.api.function.Target;
import org.epsilonet.comparator.ComparisonProgress;
import org.epsilonet.comparator.PairResult;
import org.epsilonet.comparator.Supremum;

/**
 * Measures all instances of all pairs on some threads; results come in the order of the pairs, whoever is first. A function
 * that is an element of several classes is measured once. All families meet a function before the next one: what they and
 * quadrature know of it is shared, and need not be kept for all functions at once.
 */
public final class Workers {
    private final int threads;
    private final ComparisonProgress progress;
    private int done;

    /**
     * @param threads how many
     * @param progress hears of each instance
     */
    public Workers(int threads, ComparisonProgress progress) {
        this.threads = threads;
        this.progress = progress;
    }

    /** The results of the pairs. */
    public List<PairResult> run(List<Pair> pairs) {
        Map<Pair.Task, Future<List<Measurement>>> tasks = new HashMap<>();
        int total = (int) pairs.stream()
                .flatMap(pair -> IntStream.range(0, pair.instances()).mapToObj(pair::task))
                .distinct()
                .count();
        // A pool of its own kind: what families do in parallel stays in it, whoever waits for the comparison.
        ForkJoinPool pool = new ForkJoinPool(threads);
        try {
            List<List<Future<List<Measurement>>>> futures = new ArrayList<>();
            Map<Target, List<Runnable>> byTarget = new LinkedHashMap<>();
            for (Pair pair : pairs) {
                List<Future<List<Measurement>>> ofPair = new ArrayList<>();
                for (int i = 0; i < pair.instances(); i++) {
                    int instance = i;
                    ofPair.add(tasks.computeIfAbsent(pair.task(instance), task -> {
                        FutureTask<List<Measurement>> future = new FutureTask<>(() -> measured(pair, instance, total));
                        byTarget.computeIfAbsent(task.target(), any -> new ArrayList<>())
                                .add(future);
                        return future;
                    }));
                }
                futures.add(ofPair);
            }
            byTarget.values().forEach(ofTarget -> ofTarget.forEach(pool::execute));
            List<Future<Optional<Supremum>>> suprema = new ArrayList<>();
            for (Pair pair : pairs) {
                suprema.add(submitted(pool, pair::supremum));
            }
            LeastErrors errors = new LeastErrors();
            for (int p = 0; p < pairs.size(); p++) {
                errors.add(pairs.get(p), all(futures.get(p), pairs.get(p)));
            }
            List<PairResult> results = new ArrayList<>();
            for (int p = 0; p < pairs.size(); p++) {
                Pair pair = pairs.get(p);
                results.add(pair.result(all(futures.get(p), pair), done(suprema.get(p), pair), errors));
            }
            return results;
        } finally {
            pool.shutdownNow();
        }
    }

    private static <T> Future<T> submitted(ForkJoinPool pool, Callable<T> computation) {
        FutureTask<T> task = new FutureTask<>(computation);
        pool.execute(task);
        return task;
    }

    private List<Measurement> measured(Pair pair, int instance, int total) {
        List<Measurement> measurements = pair.measure(instance);
        synchronized (this) {
            done++;
            progress.update(done, total, pair.label());
        }
        return measurements;
    }

    private static List<List<Measurement>> all(List<Future<List<Measurement>>> futures, Pair pair) {
        List<List<Measurement>> measured = new ArrayList<>();
        for (Future<List<Measurement>> future : futures) {
            measured.add(done(future, pair));
        }
        return measured;
    }

    private static <T> T done(Future<T> future, Pair pair) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(pair.label() + " failed: " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("the comparison was interrupted");
        }
    }
}
