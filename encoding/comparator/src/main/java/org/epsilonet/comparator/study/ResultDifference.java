package org.epsilonet.comparator.study;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How two result files differ. Lines with one key are compared with each other; those that are left are compared by their
 * cells, whatever code measured them, so that two versions of the code can be compared. Where a file has lines of several
 * codes for a cell, the one with the last key counts.
 *
 * @param cells how many cells there are in one or both
 * @param equal how many have the same outcome in both
 * @param otherCode how many of all that are in both were measured by different code
 * @param differences the others, in the alphabetical order of their cells
 */
public record ResultDifference(long cells, long equal, long otherCode, List<Difference> differences) {
    /** Copies the list. */
    public ResultDifference {
        differences = List.copyOf(differences);
    }

    /**
     * A cell that differs.
     *
     * @param cell the cell
     * @param a its line in the first file, if any
     * @param b its line in the second file, if any
     */
    public record Difference(Cell cell, Optional<ResultLine> a, Optional<ResultLine> b) {
        /** How it differs. */
        public Kind kind() {
            if (a.isPresent()) {
                return b.isPresent() ? Kind.DIFFERENT : Kind.ONLY_A;
            }
            return Kind.ONLY_B;
        }

        /** The values in which the results differ; none where one is missing or a failure. */
        public List<Outcome.Difference> values() {
            return a.isPresent() && b.isPresent()
                    ? a.get().outcome().differences(b.get().outcome())
                    : List.of();
        }
    }

    /** How a cell differs. */
    public enum Kind {
        /** Both files have it, with different outcomes. */
        DIFFERENT,
        /** The first file alone has it. */
        ONLY_A,
        /** The second file alone has it. */
        ONLY_B
    }

    /** How many cells differ in a way. */
    public long count(Kind kind) {
        return differences.stream()
                .filter(difference -> difference.kind() == kind)
                .count();
    }

    /**
     * Compares two files.
     *
     * @throws MalformedStudyException if one is no result file
     * @throws IllegalArgumentException if lines of one file contradict each other
     */
    public static ResultDifference of(Path a, Path b) throws IOException {
        try (ResultIndex first = new ResultIndex(a);
                ResultIndex second = new ResultIndex(b)) {
            Map<Key, ResultIndex.Place> onlyFirst = byInputs(first, second);
            Map<Key, ResultIndex.Place> onlySecond = byInputs(second, first);
            List<Difference> differences = new ArrayList<>();
            long equal = 0;
            long cells = 0;
            for (Map.Entry<Key, ResultIndex.Place> entry : first.places().entrySet()) {
                ResultIndex.Place other = second.places().get(entry.getKey());
                if (other != null) {
                    cells++;
                    equal += add(entry.getValue(), other, differences);
                }
            }
            long otherCode = 0;
            for (Map.Entry<Key, ResultIndex.Place> entry : onlyFirst.entrySet()) {
                ResultIndex.Place other = onlySecond.remove(entry.getKey());
                cells++;
                if (other != null) {
                    otherCode++;
                    equal += add(entry.getValue(), other, differences);
                } else {
                    ResultLine line = entry.getValue().line();
                    differences.add(new Difference(line.cell(), Optional.of(line), Optional.empty()));
                }
            }
            for (ResultIndex.Place place : onlySecond.values()) {
                cells++;
                ResultLine line = place.line();
                differences.add(new Difference(line.cell(), Optional.empty(), Optional.of(line)));
            }
            differences.sort(Comparator.comparing(difference -> difference.cell.json()));
            return new ResultDifference(cells, equal, otherCode, differences);
        }
    }

    private static int add(ResultIndex.Place a, ResultIndex.Place b, List<Difference> differences) throws IOException {
        if (a.outcome().equals(b.outcome())) {
            return 1;
        }
        ResultLine line = a.line();
        differences.add(new Difference(line.cell(), Optional.of(line), Optional.of(b.line())));
        return 0;
    }

    /** By the hash of the cell, those whose key the other file does not have. */
    private static Map<Key, ResultIndex.Place> byInputs(ResultIndex mine, ResultIndex other) {
        Map<Key, ResultIndex.Place> left = new HashMap<>();
        mine.places().forEach((key, place) -> {
            if (!other.places().containsKey(key)) {
                left.put(place.inputs(), place);
            }
        });
        return left;
    }
}
