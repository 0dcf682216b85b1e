package org.epsilonet.comparator.study.internal;

import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Function;
import org.epsilonet.comparator.study.Cell;
import org.epsilonet.comparator.study.Laboratory;
import org.epsilonet.comparator.study.StudyEngine;
import org.epsilonet.comparator.study.Workplace;
import org.jspecify.annotations.Nullable;

/** The engine in this process: each thread fetches a cell, measures it, delivers its line, and fetches the next. */
public final class LocalEngine implements StudyEngine {
    private final Function<Workplace, Laboratory> opening;

    /** On the installed families. */
    public LocalEngine() {
        this(Laboratory::at);
    }

    /**
     * On other families.
     *
     * @param opening opens a laboratory
     */
    public LocalEngine(Function<Workplace, Laboratory> opening) {
        this.opening = opening;
    }

    @Override
    public String id() {
        return "local";
    }

    @Override
    public void run(Iterator<Cell> cells, Workplace workplace, ResultSink results) throws IOException {
        Laboratory laboratory = opening.apply(workplace);
        // A pool of its own kind: what families do in parallel stays in it, whoever waits for the study.
        ForkJoinPool pool = new ForkJoinPool(workplace.threads());
        try {
            ExecutorCompletionService<@Nullable Void> workers = new ExecutorCompletionService<>(pool::execute);
            for (int i = 0; i < workplace.threads(); i++) {
                workers.submit(() -> {
                    work(cells, laboratory, results);
                    return null;
                });
            }
            for (int i = 0; i < workplace.threads(); i++) {
                workers.take().get();
            }
        } catch (ExecutionException e) {
            throw rethrown(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("the study was interrupted");
        } finally {
            pool.shutdownNow();
        }
    }

    private static void work(Iterator<Cell> cells, Laboratory laboratory, ResultSink results) throws IOException {
        for (Optional<Cell> cell = next(cells); cell.isPresent(); cell = next(cells)) {
            results.accept(laboratory.measure(cell.get()));
        }
    }

    /** The next cell; none as well for a thread that was told to stop. */
    private static Optional<Cell> next(Iterator<Cell> cells) {
        synchronized (cells) {
            return !Thread.currentThread().isInterrupted() && cells.hasNext()
                    ? Optional.of(cells.next())
                    : Optional.empty();
        }
    }

    private static RuntimeException rethrown(@Nullable Throwable cause) throws IOException {
        if (cause instanceof Error error) {
            throw error;
        }
        if (cause instanceof IOException e) {
            throw e;
        }
        return cause instanceof RuntimeException e ? e : new IllegalStateException(cause);
    }
}
