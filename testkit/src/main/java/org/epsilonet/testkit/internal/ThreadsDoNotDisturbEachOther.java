package org.epsilonet.testkit.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.FutureTask;
import java.util.function.IntFunction;
import org.epsilonet.api.family.Approximant;
import org.epsilonet.api.family.Approximation;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.Samples;

/**
 * Calls at the same moment on one family, on one shared {@code approximations(target, norm)} and on one approximant give
 * the bits that each gives alone: nothing is kept in fields that a call changes. Threads start together and take
 * targets of different sizes, so that a shared array would be seen in the middle of somebody else's work.
 */
record ThreadsDoNotDisturbEachOther() implements Law {
    private static final int THREADS = 6;
    private static final int ROUNDS = 4;
    private static final List<Integer> BUDGETS = List.of(3, 16, 7);

    @Override
    public String check(Subject subject) {
        List<Samples> data = subject.data();
        // What the family does in parallel stays in this pool, whoever waits for the law.
        ForkJoinPool pool = new ForkJoinPool(THREADS);
        try {
            int calls = 0;
            for (LpNorm norm : Subject.MAIN_NORMS) {
                List<Work> works = data.stream()
                        .flatMap(samples -> BUDGETS.stream().map(m -> work(subject, new Trial(samples, m, norm))))
                        .toList();
                for (int round = 0; round < ROUNDS; round++) {
                    atOnce(pool, works, round);
                    calls += THREADS * works.size();
                }
            }
            return calls + " calls on " + THREADS + " threads";
        } finally {
            pool.shutdownNow();
        }
    }

    /** A call with the result that it gives alone. */
    private record Work(
            Trial trial, IntFunction<Approximation> shared, Fingerprint alone, double[] values, Subject subject) {
        void repeat(boolean sharing) {
            Approximation result = sharing ? shared.apply(trial.budget()) : trial.run(subject.family());
            Fingerprint now = Fingerprint.of(result, trial.target().domain());
            if (!now.equals(alone)) {
                throw new LawBroken(trial + ": among " + THREADS + " threads, " + alone.differenceTo(now) + " differs"
                        + (sharing ? " with shared work" : ""));
            }
            Approximant found = subject.result(trial).approximant();
            double[] again = Values.of(found, trial.target().domain());
            LawBroken.unless(
                    Arrays.equals(again, values),
                    "%s: evaluated among %d threads, the approximant differs by up to %s",
                    trial,
                    THREADS,
                    Values.largest(Values.difference(again, values)));
        }
    }

    private static Work work(Subject subject, Trial trial) {
        Approximation result = subject.result(trial);
        return new Work(
                trial,
                subject.family().approximations(trial.target(), trial.norm()),
                Fingerprint.of(result, trial.target().domain()),
                Values.of(result.approximant(), trial.target().domain()),
                subject);
    }

    private static void atOnce(ForkJoinPool pool, List<Work> works, int round) {
        CyclicBarrier start = new CyclicBarrier(THREADS);
        List<FutureTask<?>> tasks = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            int first = thread;
            tasks.add(new FutureTask<>(() -> {
                start.await();
                for (int i = 0; i < works.size(); i++) {
                    works.get((first + i) % works.size()).repeat((first + round) % 2 == 0);
                }
                return first;
            }));
        }
        tasks.forEach(pool::execute);
        try {
            for (FutureTask<?> task : tasks) {
                task.get();
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException thrown) {
                throw thrown;
            }
            throw new LawBroken("among " + THREADS + " threads a call throws " + e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LawBroken("the check was interrupted");
        }
    }
}
