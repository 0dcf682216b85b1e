package org.epsilonet.comparator.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.epsilonet.comparator.study.Outcome.Difference;
import org.jspecify.annotations.Nullable;

/** Results in plain words. */
final class OutcomeText {
    private OutcomeText() {}

    /** All values of a result with their names. */
    static String of(Outcome outcome) {
        return values(outcome).entrySet().stream()
                .map(value -> value.getKey() + " " + value.getValue())
                .collect(Collectors.joining(", "));
    }

    /** The values in which two results differ; none where one is a failure. */
    static List<Difference> differences(Outcome a, Outcome b) {
        if (a instanceof Outcome.Failed || b instanceof Outcome.Failed) {
            return List.of();
        }
        Map<String, String> mine = values(a);
        Map<String, String> others = values(b);
        Set<String> names = new LinkedHashSet<>(mine.keySet());
        names.addAll(others.keySet());
        List<Difference> differences = new ArrayList<>();
        for (String name : names) {
            String one = mine.getOrDefault(name, "none");
            String other = others.getOrDefault(name, "none");
            if (!one.equals(other)) {
                differences.add(new Difference(name, one, other));
            }
        }
        return differences;
    }

    private static Map<String, String> values(Outcome outcome) {
        Map<String, String> words = new LinkedHashMap<>();
        ValueJson.values(outcome).forEach((name, value) -> words.put(name(name), value(value)));
        return words;
    }

    /** The words of a key of JSON. */
    private static String name(String key) {
        return key.replaceAll("(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }

    private static String value(@Nullable Object value) {
        if (value instanceof Boolean truth) {
            return truth ? "yes" : "no";
        }
        return value == null
                ? "unknown"
                : value instanceof Number ? value.toString() : value.toString().toLowerCase(Locale.ROOT);
    }
}
