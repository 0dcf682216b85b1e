package org.epsilonet.comparator.study;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;

/**
 * The union of result files, sorted by key. Exact and free of order: any grouping and any order of the same files gives the
 * same bytes, and a file united with itself is itself, sorted.
 *
 * @param cells how many lines the union has
 * @param common how many keys were in more than one file
 * @param failed how many lines are failures
 */
public record ResultUnion(long cells, long common, long failed) {
    /** Takes the bytes of the union; is called once, after all files were found consistent. */
    @FunctionalInterface
    public interface Target {
        /** Lets the content be written. */
        void write(Content content) throws IOException;
    }

    /** The bytes of a union. */
    @FunctionalInterface
    public interface Content {
        /** Writes them; the stream is not closed. */
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Unites two files.
     *
     * @param a a file
     * @param b a file
     * @param target takes the union
     * @throws MalformedStudyException if one is no result file
     * @throws IllegalArgumentException if two results for one key contradict each other
     */
    public static ResultUnion of(Path a, Path b, Target target) throws IOException {
        try (ResultIndex first = new ResultIndex(a);
                ResultIndex second = new ResultIndex(b)) {
            TreeMap<Key, ResultIndex.Place> union = new TreeMap<>(first.places());
            long common = 0;
            for (var entry : second.places().entrySet()) {
                ResultIndex.Place known = union.get(entry.getKey());
                common += known == null ? 0 : 1;
                union.put(
                        entry.getKey(), known == null ? entry.getValue() : ResultIndex.better(known, entry.getValue()));
            }
            long[] failed = {0};
            target.write(out -> failed[0] = write(List.copyOf(union.values()), out));
            return new ResultUnion(union.size(), common, failed[0]);
        }
    }

    private static long write(List<ResultIndex.Place> places, OutputStream out) throws IOException {
        long failed = 0;
        for (ResultIndex.Place place : places) {
            ResultLine line = place.line();
            out.write((line.json() + "\n").getBytes(StandardCharsets.UTF_8));
            failed += line.isFailure() ? 1 : 0;
        }
        return failed;
    }
}
