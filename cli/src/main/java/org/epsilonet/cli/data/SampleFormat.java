package org.epsilonet.cli.data;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.epsilonet.api.function.Samples;

/** A file format for samples. Stateless. */
public sealed interface SampleFormat permits CsvFormat, NpyFormat, PgmFormat, PngFormat, WavFormat {
    /** All formats. */
    List<SampleFormat> ALL =
            List.of(new CsvFormat(), new NpyFormat(), new PngFormat(), new PgmFormat(), new WavFormat());

    /** The ending of its files, with the dot, in lower case. */
    String ending();

    /**
     * Reads a file.
     *
     * @param file the file; named in every message
     * @return its samples, named after the file; all finite
     * @throws MalformedDataException if the file is not of this format, or holds none or not finite values
     * @throws IOException if it cannot be read
     */
    Samples read(Path file) throws IOException;

    /**
     * Writes samples without changing a value.
     *
     * @param samples the samples
     * @param out where to; not closed
     * @throws IllegalArgumentException if the format cannot hold the shape or the values; says what it can hold
     * @throws IOException if writing fails
     */
    void write(Samples samples, OutputStream out) throws IOException;

    /**
     * The format for a file's name.
     *
     * @param file a file, existing or not
     * @return the format of its ending, upper or lower case
     * @throws IllegalArgumentException if there is none; the allowed endings are named
     */
    static SampleFormat of(Path file) {
        String name = nameOf(file).toLowerCase(Locale.ROOT);
        return ALL.stream()
                .filter(format -> name.endsWith(format.ending()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(file + ": unknown kind of data file; allowed endings: "
                        + ALL.stream().map(SampleFormat::ending).collect(Collectors.joining(", "))));
    }

    /** The last part of a path: the name of the samples in it. */
    static String nameOf(Path file) {
        Path name = file.getFileName();
        return name == null ? file.toString() : name.toString();
    }

    /**
     * @throws IllegalArgumentException if the samples have another dimension than a format can hold
     */
    static void requireDimension(Samples samples, int dimension, String ending) {
        if (samples.dimension() != dimension) {
            throw new IllegalArgumentException("a " + ending + " file holds " + dimension + "-dimensional data, not the"
                    + " shape " + Arrays.toString(samples.grid().shape()) + "; .npy holds 1, 2 or 3 dimensions");
        }
    }
}
