package org.epsilonet.comparator.study.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.jr.ob.JSON;
import tools.jackson.jr.ob.ValueIterator;

/**
 * A JSON object that was read; every miss says what is missing.
 *
 * @param entries its entries
 */
public record JsonObject(Map<?, ?> entries) {
    private static final JSON READER = JSON.std.with(JSON.Feature.FAIL_ON_DUPLICATE_MAP_KEYS);

    /**
     * Reads one object and nothing after it.
     *
     * @throws IllegalArgumentException if the text is something else; says where
     */
    public static JsonObject parse(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("a JSON object is expected, but there is nothing");
        }
        try (ValueIterator<Object> values = READER.anySequenceFrom(text)) {
            Object first = values.hasNext() ? values.next() : "";
            if (!(first instanceof Map<?, ?> map)) {
                throw new IllegalArgumentException("a JSON object is expected");
            }
            if (values.hasNext()) {
                throw new IllegalArgumentException("nothing may follow after the end of the JSON object");
            }
            return new JsonObject(map);
        } catch (JacksonException e) {
            TokenStreamLocation at = e.getLocation();
            String where = at == null ? "" : "line " + at.getLineNr() + ", column " + at.getColumnNr() + ": ";
            throw new IllegalArgumentException(where + plain(e.getOriginalMessage()), e);
        }
    }

    /** What the parser says, without the places in its own source and the names of its settings. */
    private static String plain(String message) {
        return message.replaceAll(" \\(start marker at \\[Source: [^\\]]*\\]\\)", "")
                .replaceAll(", from `[^`]*`", "")
                .replaceAll(": enable `[^`]*` to allow", " is not allowed");
    }

    /** Whether there is such a key, with a value. */
    public boolean has(String key) {
        return entries.get(key) != null;
    }

    /** A text. */
    public String text(String key) {
        return value(key, String.class);
    }

    /** A truth value. */
    public boolean truth(String key) {
        return value(key, Boolean.class);
    }

    /** A whole number. */
    public long integer(String key) {
        Number number = value(key, Number.class);
        if (number.doubleValue() != number.longValue()) {
            throw new IllegalArgumentException("'" + key + "' must be a whole number, was " + number);
        }
        return number.longValue();
    }

    /** A whole number from 0 to 2^31 - 1. */
    public int count(String key) {
        long number = integer(key);
        if (number < 0 || number > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("'" + key + "' must be in 0.." + Integer.MAX_VALUE + ", was " + number);
        }
        return (int) number;
    }

    /** A number; infinite where it is {@code "inf"}, NaN where it is null or missing. */
    public double number(String key) {
        Object value = entries.get(key);
        if (value == null) {
            return Double.NaN;
        }
        return value.equals("inf")
                ? Double.POSITIVE_INFINITY
                : value(key, Number.class).doubleValue();
    }

    /** A list. */
    public List<?> list(String key) {
        return value(key, List.class);
    }

    /** An object inside this one. */
    public JsonObject object(String key) {
        return new JsonObject(value(key, Map.class));
    }

    private <T> T value(String key, Class<T> type) {
        @Nullable Object value = entries.get(key);
        return Optional.ofNullable(value)
                .filter(type::isInstance)
                .map(type::cast)
                .orElseThrow(() -> new IllegalArgumentException(
                        value == null
                                ? "'" + key + "' is missing"
                                : "'" + key + "' is no " + type.getSimpleName() + ": " + CanonicalJson.text(value)));
    }
}
