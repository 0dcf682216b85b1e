package org.epsilonet.comparator.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.epsilonet.comparator.ComparisonProgress;
import org.epsilonet.comparator.PairResult;
import org.epsilonet.comparator.Supremum;

/**
 * Measures all instances of all pairs on some threads; results come in the order of the pairs, whoever is first. A function
 * that is an element of several classes is measured once.
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
        ExecutorService pool = Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Thread(task, "comparison");
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<List<Future<List<Measurement>>>> futures = new ArrayList<>();
            List<Future<Optional<Supremum>>> suprema = new ArrayList<>();
            for (Pair pair : pairs) {
                List<Future<List<Measurement>>> ofPair = new ArrayList<>();
                for (int i = 0; i < pair.instances(); i++) {
                    int instance = i;
                    ofPair.add(tasks.computeIfAbsent(
                            pair.task(instance), any -> pool.submit(() -> measured(pair, instance, total))));
                }
                futures.add(ofPair);
                suprema.add(pool.submit(pair::supremum));
            }
            List<PairResult> results = new ArrayList<>();
            for (int p = 0; p < pairs.size(); p++) {
                results.add(pairs.get(p).result(all(futures.get(p), pairs.get(p)), done(suprema.get(p), pairs.get(p))));
            }
            return results;
        } finally {
            pool.shutdownNow();
        }
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
