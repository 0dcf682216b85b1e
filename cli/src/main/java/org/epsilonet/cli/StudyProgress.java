package org.epsilonet.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.epsilonet.comparator.study.StudyRun;

/**
 * How far a study is and how long it will take, on a terminal; and, when the process is interrupted, that nothing is lost.
 * Thread-safe.
 */
final class StudyProgress implements StudyRun.Progress, AutoCloseable {
    private final ProgressBar bar;
    private final long start = System.nanoTime();
    private final Thread farewell;
    private volatile long done;
    private volatile long total;

    /**
     * @param err standard error
     * @param results the file whose lines stay
     */
    StudyProgress(PrintWriter err, Path results) {
        bar = new ProgressBar(err);
        farewell = new Thread(() -> {
            bar.close();
            if (Boolean.getBoolean("epsilonet.terminal")) {
                err.println("epsilonet study: interrupted after " + done + " of " + total + " cells; they are kept in "
                        + results + ", the same command goes on from there");
                err.flush();
            }
        });
        Runtime.getRuntime().addShutdownHook(farewell);
    }

    @Override
    public void update(long nowDone, long ofAll) {
        done = nowDone;
        total = ofAll;
        double seconds = (System.nanoTime() - start) * 1e-9;
        long left = Math.round(seconds / nowDone * (ofAll - nowDone));
        bar.update(nowDone + " of " + ofAll + " cells, " + text(left) + " left", (double) nowDone / ofAll);
    }

    /** Seconds as {@code 1:02:03} or {@code 2:03}. */
    static String text(long seconds) {
        Duration time = Duration.ofSeconds(seconds);
        return time.toHours() > 0
                ? String.format(Locale.ROOT, "%d:%02d:%02d", time.toHours(), time.toMinutesPart(), time.toSecondsPart())
                : String.format(Locale.ROOT, "%d:%02d", time.toMinutes(), time.toSecondsPart());
    }

    @Override
    public void close() {
        bar.close();
        try {
            Runtime.getRuntime().removeShutdownHook(farewell);
        } catch (IllegalStateException e) {
            // The machine is going down: the farewell is being said.
            return;
        }
    }
}
