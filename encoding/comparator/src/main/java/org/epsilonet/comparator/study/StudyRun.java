package org.epsilonet.comparator.study;

import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A run of a study, or of a part of it: what the result file does not have yet is measured and appended.
 *
 * @param cells how many cells there are
 * @param done how many got a result in this run
 * @param skipped how many had a result before
 * @param failed how many have a failure in place of a result, from this run or from before
 */
public record StudyRun(long cells, long done, long skipped, long failed) {
    private static final long MOST_CELLS = 10_000_000;

    /** Hears how far a run is. Thread-safe. */
    @FunctionalInterface
    public interface Progress {
        /**
         * One more cell has its line.
         *
         * @param done how many, in this run
         * @param total how many there are in this run
         */
        void update(long done, long total);
    }

    /**
     * Runs. In memory are the keys of the cells, and what the engine works on.
     *
     * @param cells the cells
     * @param part which of them
     * @param laboratory knows their keys
     * @param engine measures them
     * @param workplace where and how
     * @param file takes the lines; knows those that are there
     * @param progress hears of every line
     * @throws IOException if lines cannot be written, or data not be read
     * @throws IllegalArgumentException if there are more than ten million cells
     * @throws IllegalStateException if the engine returns a line that was not asked for, or leaves one out
     */
    public static StudyRun of(
            StudyCells cells,
            Part part,
            Laboratory laboratory,
            StudyEngine engine,
            Workplace workplace,
            ResultFile file,
            Progress progress)
            throws IOException {
        if (cells.size() > MOST_CELLS) {
            throw new IllegalArgumentException(
                    "the study has " + cells.size() + " cells, at most " + MOST_CELLS + " are allowed: split it");
        }
        Set<Key> missing = ConcurrentHashMap.newKeySet();
        long total = 0;
        long failed = 0;
        for (Iterator<Cell> i = of(cells, part).iterator(); i.hasNext(); total++) {
            Key key = laboratory.key(i.next());
            Optional<Boolean> known = file.failed(key);
            if (known.isEmpty()) {
                missing.add(key);
            }
            failed += known.orElse(false) ? 1 : 0;
        }
        long wanted = missing.size();
        AtomicLong lines = new AtomicLong();
        AtomicLong failures = new AtomicLong();
        if (wanted > 0) {
            Iterator<Cell> asked = of(cells, part)
                    .filter(cell -> missing.contains(laboratory.key(cell)))
                    .iterator();
            engine.run(asked, workplace, line -> {
                if (!missing.remove(line.key())) {
                    throw new IllegalStateException(
                            "the engine '" + engine.id() + "' returned a line that was not asked"
                                    + " for (measured by other code?): " + line.json());
                }
                file.append(line);
                failures.addAndGet(line.isFailure() ? 1 : 0);
                progress.update(lines.incrementAndGet(), wanted);
            });
        }
        if (!missing.isEmpty()) {
            throw new IllegalStateException(
                    "the engine '" + engine.id() + "' left out " + missing.size() + " of " + wanted + " cells");
        }
        return new StudyRun(total, wanted - failures.get(), total - failed - wanted, failed + failures.get());
    }

    private static Stream<Cell> of(StudyCells cells, Part part) {
        return StreamSupport.stream(cells.spliterator(), false).filter(part::contains);
    }
}
