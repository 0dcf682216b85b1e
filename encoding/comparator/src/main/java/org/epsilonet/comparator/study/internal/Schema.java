package org.epsilonet.comparator.study.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A JSON Schema, enforced as published: what the schema file says and what is refused cannot differ. It knows the keywords
 * that study files and class files need, and refuses a schema with others.
 *
 * @param text the schema
 * @param root the same, read
 */
public record Schema(String text, Map<?, ?> root) {
    private static final List<String> NOTES = List.of("$schema", "$id", "title", "description");

    /** The schema of study files. */
    public static Schema study() {
        return of(Schema.class, "study.schema.json");
    }

    /**
     * A schema of this module.
     *
     * @param neighbour a class of the package that the schema lies in
     * @param name the name of the resource
     */
    public static Schema of(Class<?> neighbour, String name) {
        try (InputStream in = neighbour.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the jar has no " + name);
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new Schema(text, JsonObject.parse(text).entries());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Checks a document.
     *
     * @throws IllegalArgumentException if it breaks the schema; names the place and the rule, in one line
     */
    public void require(JsonObject document) {
        Optional<String> fault = fault(root, document.entries(), "");
        if (fault.isPresent()) {
            throw new IllegalArgumentException(fault.get());
        }
    }

    private static Optional<String> fault(Map<?, ?> schema, @Nullable Object value, String place) {
        // The type first: no other rule means anything for a value of another one.
        Optional<String> fault = keyword("type", schema.get("type"), schema, value, place);
        for (Map.Entry<?, ?> rule : schema.entrySet()) {
            if (fault.isEmpty()) {
                fault = keyword(String.valueOf(rule.getKey()), rule.getValue(), schema, value, place);
            }
        }
        return fault;
    }

    private static Optional<String> keyword(
            String keyword, @Nullable Object rule, Map<?, ?> schema, @Nullable Object value, String place) {
        if (rule == null || NOTES.contains(keyword)) {
            return Optional.empty();
        }
        return switch (keyword) {
            case "type" -> unless(isOfType(rule, value), place, "must be of type " + rule, value);
            case "pattern" ->
                unless(
                        !(value instanceof String s)
                                || Pattern.compile(rule.toString()).matcher(s).find(),
                        place,
                        "must match " + rule,
                        value);
            case "minLength" ->
                unless(!(value instanceof String s) || s.length() >= number(rule), place, "must not be empty", value);
            case "minimum" ->
                unless(!(value instanceof Number x) || number(x) >= number(rule), place, "must be >= " + rule, value);
            case "maximum" ->
                unless(!(value instanceof Number x) || number(x) <= number(rule), place, "must be <= " + rule, value);
            case "exclusiveMinimum" ->
                unless(!(value instanceof Number x) || number(x) > number(rule), place, "must be > " + rule, value);
            case "minItems" ->
                unless(!(value instanceof List<?> l) || l.size() >= number(rule), place, "must not be empty", value);
            case "maxItems" ->
                unless(
                        !(value instanceof List<?> l) || l.size() <= number(rule),
                        place,
                        "is too long, allowed: " + rule);
            case "uniqueItems" ->
                unless(
                        !(value instanceof List<?> l) || new HashSet<>(l).size() == l.size(),
                        place,
                        "must not name anything twice",
                        value);
            case "items" -> items(map(rule), value, place);
            case "properties" -> properties(map(rule), value, place);
            case "additionalProperties" -> known(map(schema.get("properties")), value, place);
            case "required" -> required(list(rule), value, place);
            case "allOf" ->
                list(rule).stream()
                        .flatMap(s -> fault(map(s), value, place).stream())
                        .findFirst();
            case "anyOf" -> anyOf(list(rule), value, place);
            default -> throw new IllegalStateException("the keyword '" + keyword + "' of the schema is not known");
        };
    }

    private static boolean isOfType(Object type, @Nullable Object value) {
        return switch (type.toString()) {
            case "object" -> value instanceof Map;
            case "array" -> value instanceof List;
            case "string" -> value instanceof String;
            case "boolean" -> value instanceof Boolean;
            case "number" -> value instanceof Number;
            case "integer" -> value instanceof Number x && number(x) == Math.rint(number(x));
            default -> throw new IllegalStateException("the type '" + type + "' of the schema is not known");
        };
    }

    private static Optional<String> items(Map<?, ?> schema, @Nullable Object value, String place) {
        List<?> list = list(value);
        for (int i = 0; i < list.size(); i++) {
            Optional<String> fault = fault(schema, list.get(i), place + "[" + i + "]");
            if (fault.isPresent()) {
                return fault;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> properties(Map<?, ?> schemas, @Nullable Object value, String place) {
        return map(value).entrySet().stream()
                .filter(entry -> schemas.containsKey(entry.getKey()))
                .flatMap(entry ->
                        fault(map(schemas.get(entry.getKey())), entry.getValue(), place + entry.getKey()).stream())
                .findFirst();
    }

    private static Optional<String> known(Map<?, ?> properties, @Nullable Object value, String place) {
        return map(value).keySet().stream()
                .filter(key -> !properties.containsKey(key))
                .map(key -> place + "unknown key '" + key + "'; allowed: " + properties.keySet())
                .findFirst();
    }

    private static Optional<String> required(List<?> keys, @Nullable Object value, String place) {
        return keys.stream()
                .filter(key -> !map(value).containsKey(key))
                .map(key -> place + "the key '" + key + "' is missing")
                .findFirst();
    }

    private static Optional<String> anyOf(List<?> schemas, @Nullable Object value, String place) {
        List<String> faults = new ArrayList<>();
        schemas.forEach(s -> fault(map(s), value, place).ifPresent(faults::add));
        return faults.size() < schemas.size() ? Optional.empty() : Optional.of(String.join(", or ", faults));
    }

    private static Optional<String> unless(boolean kept, String place, String rule) {
        return kept ? Optional.empty() : Optional.of(place + ": " + rule);
    }

    private static Optional<String> unless(boolean kept, String place, String rule, @Nullable Object value) {
        return unless(kept, place, kept ? rule : rule + ", was " + CanonicalJson.text(value));
    }

    private static Map<?, ?> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }

    private static List<?> list(@Nullable Object value) {
        return value instanceof List<?> list ? list : List.of();
    }

    private static double number(Object value) {
        return ((Number) value).doubleValue();
    }
}
