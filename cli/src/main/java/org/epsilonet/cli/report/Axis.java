package org.epsilonet.cli.report;

import java.util.List;

/** An axis of a plot, from {@code min} to {@code max}. */
sealed interface Axis permits LogAxis, LinearAxis {
    /** A label on an axis. */
    record Tick(double value, String label) {}

    /** The value at its start. */
    double min();

    /** The value at its end. */
    double max();

    /** Where it is labelled, ascending, inside the axis. */
    List<Tick> ticks();

    /** Position of a value, 0 at {@code min} and 1 at {@code max}. */
    double position(double value);
}
