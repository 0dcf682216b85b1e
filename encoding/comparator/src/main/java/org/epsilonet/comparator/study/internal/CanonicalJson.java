package org.epsilonet.comparator.study.internal;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * JSON of which there is one for each value: keys sorted, no space, and numbers by the fewest digits that give them back,
 * on every Java alike ({@link Double#toString} differs between versions). Infinite is {@code "inf"}, unknown null.
 */
public final class CanonicalJson {
    /** 15 digits survive the way to a double and back, 17 are enough for every double. */
    private static final int FEWEST_DIGITS = 15;

    private CanonicalJson() {}

    /** The text of maps, lists, texts, numbers, truth values and null. */
    public static String text(@Nullable Object value) {
        StringBuilder out = new StringBuilder(256);
        write(value, out);
        return out.toString();
    }

    private static void write(@Nullable Object value, StringBuilder out) {
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> sorted = new TreeMap<>();
            map.forEach((key, element) -> sorted.put(String.valueOf(key), element));
            String comma = "{";
            for (Map.Entry<String, @Nullable Object> entry : sorted.entrySet()) {
                out.append(comma);
                quote(entry.getKey(), out);
                out.append(':');
                write(entry.getValue(), out);
                comma = ",";
            }
            out.append(sorted.isEmpty() ? "{}" : "}");
        } else if (value instanceof List<?> list) {
            out.append('[');
            for (Iterator<?> i = list.iterator(); i.hasNext(); ) {
                write(i.next(), out);
                out.append(i.hasNext() ? "," : "");
            }
            out.append(']');
        } else if (value instanceof Double x) {
            out.append(number(x));
        } else if (value instanceof Number || value instanceof Boolean || value == null) {
            out.append(value);
        } else {
            quote(value.toString(), out);
        }
    }

    private static String number(double x) {
        if (!Double.isFinite(x)) {
            return Double.isNaN(x) ? "null" : x > 0 ? "\"inf\"" : "\"-inf\"";
        }
        int digits = FEWEST_DIGITS;
        BigDecimal decimal = new BigDecimal(x, new MathContext(digits));
        while (decimal.doubleValue() != x) {
            decimal = new BigDecimal(x, new MathContext(++digits));
        }
        return decimal.signum() == 0 ? "0" : decimal.stripTrailingZeros().toString();
    }

    private static void quote(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ' || Character.isSurrogate(c)) {
                // A surrogate without its other half could not be written as UTF-8.
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }
}
