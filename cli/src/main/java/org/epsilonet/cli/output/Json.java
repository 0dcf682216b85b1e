package org.epsilonet.cli.output;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.epsilonet.api.function.Distance;
import org.jspecify.annotations.Nullable;
import tools.jackson.jr.ob.JSON;

/** One JSON document: objects with keys in the order of insertion; infinite is {@code "inf"}, unknown is null. */
public final class Json {
    private static final JSON WRITER =
            JSON.std.with(JSON.Feature.PRETTY_PRINT_OUTPUT).with(JSON.Feature.WRITE_NULL_PROPERTIES);

    private Json() {}

    /** An object from alternating keys and values. */
    public static Map<String, @Nullable Object> object(@Nullable Object... keysAndValues) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            object.put(String.valueOf(keysAndValues[i]), keysAndValues[i + 1]);
        }
        return object;
    }

    /** A number as JSON can say it: itself, {@code "inf"}, {@code "-inf"}, or null for NaN. */
    public static @Nullable Object number(double x) {
        if (Double.isInfinite(x)) {
            return x > 0 ? "inf" : "-inf";
        }
        return Double.isNaN(x) ? null : (Object) x;
    }

    /** A distance as {@code {norm, value, kind}}. */
    public static Map<String, @Nullable Object> distance(Distance distance) {
        return object(
                "norm", distance.norm().toString(),
                "value", number(distance.value()),
                "kind", distance.kind().name());
    }

    /** Prints a document. */
    public static void print(PrintWriter out, Map<String, @Nullable Object> document) throws IOException {
        out.println(text(document));
    }

    /** The text of a document, without a line end after it. */
    public static String text(Map<String, @Nullable Object> document) throws IOException {
        return WRITER.asString(document);
    }

    /** The object of a JSON text, to be part of another. */
    public static Map<String, Object> parsed(String text) {
        return JSON.std.mapFrom(text);
    }
}
