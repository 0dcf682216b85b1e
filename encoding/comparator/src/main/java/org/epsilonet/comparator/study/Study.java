package org.epsilonet.comparator.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.comparator.QuantizationRule;
import org.epsilonet.comparator.study.internal.JsonObject;
import org.epsilonet.comparator.study.internal.Schema;

/**
 * What to measure, as a study file says it. Families, classes, norms and rules are names; nothing is looked up yet.
 *
 * @param name what result files are called
 * @param families ids, {@value #ALL}, or {@value #REPRESENTATIVES} of the dimensions that occur
 * @param classes ids of function classes, or {@value #ALL}
 * @param data names of data files
 * @param norms names of norms, or {@value #USUAL}: the usual metric of each class, \(L^2\) for data
 * @param budgets budgets \(M\)
 * @param errors errors to reach: on classes before quantization, by the least budget; on data after decoding, by the
 *     smallest file
 * @param largestBudget the largest budget tried for an error
 * @param seeds seeds of the random instances of classes
 * @param repetitions how many draws from each seed
 * @param quantization names of rules by which parameters become bits
 */
public record Study(
        String name,
        List<String> families,
        List<String> classes,
        List<String> data,
        List<String> norms,
        List<Integer> budgets,
        List<Double> errors,
        int largestBudget,
        List<Long> seeds,
        int repetitions,
        List<String> quantization) {
    /** All families, or all classes. */
    public static final String ALL = "all";

    /** The families that a comparison runs when none are named. */
    public static final String REPRESENTATIVES = "representatives";

    /** The metric in which a class is usually studied. */
    public static final String USUAL = "usual";

    private static final int LARGEST_FILE = 1 << 20;

    /**
     * Copies the lists; leaves out what is named twice.
     *
     * @throws IllegalArgumentException if a norm or a rule does not exist
     */
    public Study {
        families = distinct(families);
        classes = distinct(classes);
        data = distinct(data);
        norms = distinct(norms);
        norms.stream().filter(norm -> !norm.equals(USUAL)).forEach(LpNorm::named);
        budgets = distinct(budgets);
        errors = distinct(errors);
        seeds = distinct(seeds);
        quantization = distinct(quantization.stream()
                .map(rule -> QuantizationRule.named(rule).toString())
                .toList());
    }

    /**
     * Reads a study file.
     *
     * @param file the file, JSON by the published schema
     * @throws MalformedStudyException if it is not; says where and why, in one line
     * @throws IOException if it cannot be read
     */
    public static Study read(Path file) throws IOException {
        if (Files.size(file) > LARGEST_FILE) {
            throw new MalformedStudyException(file, "larger than " + LARGEST_FILE + " bytes");
        }
        try {
            JsonObject json = JsonObject.parse(Files.readString(file));
            Schema.study().require(json);
            return from(json, nameOf(file));
        } catch (IllegalArgumentException | java.nio.charset.CharacterCodingException e) {
            throw new MalformedStudyException(file, String.valueOf(e.getMessage()));
        }
    }

    /** The JSON Schema of study files. */
    public static String schema() {
        return Schema.study().text();
    }

    private static Study from(JsonObject json, String fallbackName) {
        return new Study(
                json.has("name") ? json.text("name") : fallbackName,
                list(json, "families", List.of(), String::valueOf),
                list(json, "classes", List.of(), String::valueOf),
                list(json, "data", List.of(), String::valueOf),
                list(json, "norms", List.of(USUAL), String::valueOf),
                list(json, "budgets", List.of(), e -> ((Number) e).intValue()),
                list(json, "errors", List.of(), e -> ((Number) e).doubleValue()),
                json.has("largestBudget") ? json.count("largestBudget") : 4096,
                list(json, "seeds", List.of(1L), e -> ((Number) e).longValue()),
                json.has("repetitions") ? json.count("repetitions") : 1,
                list(json, "quantization", List.of(QuantizationRule.DEFAULT.toString()), String::valueOf));
    }

    private static <T> List<T> list(JsonObject json, String key, List<T> fallback, Function<Object, T> element) {
        return json.entries().get(key) instanceof List<?> list
                ? list.stream().map(Objects::requireNonNull).<T>map(element).toList()
                : fallback;
    }

    private static <T> List<T> distinct(List<T> list) {
        return list.stream().distinct().toList();
    }

    private static String nameOf(Path file) {
        Path last = file.getFileName();
        String name =
                last == null ? "" : last.toString().replaceFirst("\\.json$", "").replaceAll("[^A-Za-z0-9._-]", "-");
        return name.isEmpty() || name.startsWith(".") ? "study" : name;
    }
}
