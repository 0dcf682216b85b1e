package org.epsilonet.cli.report;

import java.util.Locale;

/** The shape of a curve's points, so that curves can be told apart without colour. */
enum Marker {
    CIRCLE,
    SQUARE,
    DIAMOND,
    TRIANGLE,
    WEDGE,
    CROSS;

    /** The shape as an SVG path around (x, y). */
    String path(double x, double y) {
        return switch (this) {
            case CIRCLE -> path("M%.1f %.1fa3 3 0 1 0 6 0a3 3 0 1 0-6 0z", x - 3, y);
            case SQUARE -> path("M%.1f %.1fh5.4v5.4h-5.4z", x - 2.7, y - 2.7);
            case DIAMOND -> path("M%.1f %.1fl3.8 3.8l-3.8 3.8l-3.8-3.8z", x, y - 3.8);
            case TRIANGLE -> path("M%.1f %.1fl3.6 6.2h-7.2z", x, y - 3.9);
            case WEDGE -> path("M%.1f %.1fl3.6-6.2h-7.2z", x, y + 3.9);
            case CROSS -> path("M%.1f %.1fl6 6m0-6l-6 6", x - 3, y - 3);
        };
    }

    private static String path(String format, double x, double y) {
        return String.format(Locale.ROOT, format, x, y);
    }
}
