package org.epsilonet.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A table of text in columns, as wide as their widest entry. */
final class Table {
    private final List<List<String>> rows = new ArrayList<>();

    /** A table with a first line. */
    Table(String... header) {
        row(header);
    }

    /** Adds a line with one entry per column. */
    void row(String... entries) {
        rows.add(List.of(entries));
    }

    /** A number with four digits; {@code inf} and {@code ?} for infinite and unknown. */
    static String number(double x) {
        if (Double.isInfinite(x)) {
            return x > 0 ? "inf" : "-inf";
        }
        return Double.isNaN(x) ? "?" : String.format(Locale.ROOT, "%.4g", x);
    }

    /** An exponent: two decimals where that says it all. */
    static String exponent(double x) {
        return Double.isInfinite(x) || Double.isNaN(x) ? number(x) : String.format(Locale.ROOT, "%.2f", x);
    }

    void print(PrintWriter out) {
        int columns = rows.get(0).size();
        int[] width = new int[columns];
        for (List<String> row : rows) {
            for (int k = 0; k < columns; k++) {
                width[k] = Math.max(width[k], row.get(k).length());
            }
        }
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int k = 0; k < columns; k++) {
                String entry = row.get(k);
                line.append(entry).append(" ".repeat(width[k] - entry.length() + 2));
            }
            out.println(line.toString().stripTrailing());
        }
    }
}
