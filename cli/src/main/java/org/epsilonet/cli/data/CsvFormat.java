package org.epsilonet.cli.data;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.epsilonet.api.function.Grid;
import org.epsilonet.api.function.Samples;

/**
 * Text tables: one column of values, or two columns x, y with equally spaced increasing x; an optional header line;
 * separated by commas, semicolons or tabs.
 *
 * <p>x counts as equally spaced if no \(x_i\) is farther than {@value #SPACING_TOLERANCE} of the spacing from \(x_0 +
 * i h\), \(h = (x_{n-1} - x_0)/(n-1)\): room for printed decimals, and less than what sampling itself blurs. Numbers
 * are written with all digits that a double needs, in one column if the samples sit at the cell centres of [0, 1].
 */
final class CsvFormat implements SampleFormat {
    private static final double SPACING_TOLERANCE = 1e-3;

    @Override
    public String ending() {
        return ".csv";
    }

    @Override
    public Samples read(Path file) throws IOException {
        FileBytes.requireFile(file);
        Columns columns = new Columns(file);
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(separator(file))
                .detectBomHeader(true)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(file)) {
            for (CsvRecord line : reader) {
                columns.add(line);
            }
        } catch (CsvParseException | UncheckedIOException e) {
            throw new MalformedDataException(file, "not a table of text: " + e.getMessage());
        }
        return columns.samples();
    }

    /** The first of comma, semicolon and tab in the first line. */
    private static char separator(Path file) throws IOException {
        // Decoded byte by byte: separators are ASCII, and a malformed character is reported with its line later.
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
            for (int c = reader.read(), read = 0; c >= 0 && c != '\n' && read < 1 << 16; c = reader.read(), read++) {
                if (c == ',' || c == ';' || c == '\t') {
                    return (char) c;
                }
            }
        }
        return ',';
    }

    @Override
    public void write(Samples samples, OutputStream out) throws IOException {
        SampleFormat.requireDimension(samples, 1, ending());
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.US_ASCII));
        boolean placed = !atCellCentres(samples);
        double origin = samples.origin()[0];
        double spacing = samples.spacing()[0];
        for (int i = 0; i < samples.size(); i++) {
            if (placed) {
                writer.append(Double.toString(Math.fma(i, spacing, origin))).append(',');
            }
            writer.append(Double.toString(samples.value(i))).append('\n');
        }
        writer.flush();
    }

    private static boolean atCellCentres(Samples samples) {
        double spacing = 1.0 / samples.size();
        double slack = 1e-9 * spacing;
        return Math.abs(samples.spacing()[0] - spacing) <= slack / samples.size()
                && Math.abs(samples.origin()[0] - spacing / 2) <= slack;
    }

    /** One or two growing columns of numbers. */
    private static final class Columns {
        private final Path file;
        private double[] x = new double[0];
        private double[] y = new double[1024];
        private int width;
        private int rows;
        private boolean headerSeen;

        Columns(Path file) {
            this.file = file;
        }

        void add(CsvRecord line) throws MalformedDataException {
            if (line.getFieldCount() == 1 && line.getField(0).isBlank()) {
                return;
            }
            if (width == 0) {
                width = line.getFieldCount();
                if (width > 2) {
                    throw at(line, width + " columns; allowed: one column of values, or two columns x,y");
                }
                if (line.getFields().stream().noneMatch(CsvFormat::isNumber)) {
                    headerSeen = true;
                    return;
                }
            }
            if (line.getFieldCount() != width) {
                throw at(line, line.getFieldCount() + " columns where the first line has " + width);
            }
            if (rows == y.length) {
                y = Arrays.copyOf(y, 2 * rows);
            }
            if (width == 2) {
                if (x.length < y.length) {
                    x = Arrays.copyOf(x, y.length);
                }
                x[rows] = number(line, 0);
            }
            y[rows] = number(line, width - 1);
            rows++;
        }

        private double number(CsvRecord line, int column) throws MalformedDataException {
            String text = line.getField(column).strip();
            double value;
            try {
                value = Double.parseDouble(text);
            } catch (NumberFormatException e) {
                throw at(line, isNonFinite(text) ? notFinite(text) : notANumber(text, column));
            }
            if (!Double.isFinite(value)) {
                throw at(line, notFinite(text));
            }
            if (!isDecimal(text)) {
                throw at(line, notANumber(text, column));
            }
            return value;
        }

        private static String notANumber(String text, int column) {
            return "column " + (column + 1) + ": not a number: " + quoted(text);
        }

        private String notFinite(String text) {
            return "value " + rows + " is " + text + "; samples must be finite";
        }

        Samples samples() throws MalformedDataException {
            if (rows == 0) {
                throw new MalformedDataException(
                        file, headerSeen ? "no samples after the header" : "the file is empty");
            }
            Samples samples = Samples.of(SampleFormat.nameOf(file), Grid.of(rows), Arrays.copyOf(y, rows));
            return width == 1 ? samples : samples.placedAt(new double[] {x[0]}, new double[] {spacing()});
        }

        private double spacing() throws MalformedDataException {
            if (rows == 1) {
                return 1;
            }
            double spacing = (x[rows - 1] - x[0]) / (rows - 1);
            if (!(spacing > 0) || Double.isInfinite(spacing)) {
                throw new MalformedDataException(file, "x must increase, but goes from " + x[0] + " to " + x[rows - 1]);
            }
            for (int i = 1; i < rows; i++) {
                double expected = x[0] + i * spacing;
                if (!(Math.abs(x[i] - expected) <= SPACING_TOLERANCE * spacing)) {
                    throw new MalformedDataException(
                            file, "x is not equally spaced: sample " + i + " is at " + x[i] + ", expected " + expected);
                }
            }
            return spacing;
        }

        private MalformedDataException at(CsvRecord line, String what) {
            return new MalformedDataException(file, "line " + line.getStartingLineNumber() + ": " + what);
        }
    }

    /** Of all that Java reads as a finite number: no {@code 1d}, {@code 2f} and {@code 0x1p3}. */
    private static boolean isDecimal(String number) {
        return number.chars().allMatch(c -> "0123456789+-.eE".indexOf(c) >= 0);
    }

    /** Whether this is no heading; {@code 1d} neither, so that it is refused and not passed over. */
    private static boolean isNumber(String text) {
        try {
            Double.parseDouble(text.strip());
            return true;
        } catch (NumberFormatException e) {
            return isNonFinite(text.strip());
        }
    }

    /** How other programs print what is not a finite number. */
    private static boolean isNonFinite(String text) {
        return text.toLowerCase(Locale.ROOT).matches("[+-]?(nan|inf|infinity)");
    }

    private static String quoted(String text) {
        String line = text.replaceAll("\\p{Cntrl}", "?");
        return "'" + (line.length() <= 40 ? line : line.substring(0, 40) + "...") + "'";
    }
}
