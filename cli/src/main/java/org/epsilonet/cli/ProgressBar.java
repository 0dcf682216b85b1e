package org.epsilonet.cli;

import java.io.PrintWriter;

/**
 * A bar on standard error while something takes long; silent unless that is a terminal, which the launcher knows and
 * says in the system property {@code epsilonet.terminal}. Thread-safe.
 */
final class ProgressBar implements AutoCloseable {
    private static final int CELLS = 30;
    private static final int WIDTH = 79;
    private static final long REDRAW_NANOS = 100_000_000;

    private final PrintWriter err;
    private final boolean shown = Boolean.getBoolean("epsilonet.terminal");
    private long drawn = System.nanoTime();
    private boolean dirty;

    ProgressBar(PrintWriter err) {
        this.err = err;
    }

    /**
     * Shows how far it is, at most ten times a second.
     *
     * @param what what is being done
     * @param fraction how much of all is done, in [0, 1]
     */
    synchronized void update(String what, double fraction) {
        long now = System.nanoTime();
        if (!shown || now - drawn < REDRAW_NANOS) {
            return;
        }
        drawn = now;
        dirty = true;
        int full = (int) Math.round(CELLS * Math.min(1, Math.max(0, fraction)));
        String text = "[" + "#".repeat(full) + "-".repeat(CELLS - full) + "] " + what;
        line(text.length() <= WIDTH ? text : text.substring(0, WIDTH));
    }

    /** Wipes the bar. */
    @Override
    public synchronized void close() {
        if (dirty) {
            line("");
            err.print('\r');
            err.flush();
            dirty = false;
        }
    }

    private void line(String text) {
        err.print('\r' + text + " ".repeat(WIDTH - text.length()));
        err.flush();
    }
}
