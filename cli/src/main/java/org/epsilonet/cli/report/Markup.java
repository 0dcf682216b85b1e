package org.epsilonet.cli.report;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Writes elements and text that are well formed as XML and valid as HTML: whatever comes in as text or as the value of
 * an attribute is escaped, so that nothing from outside (a file's name, a plug-in's title) becomes markup.
 */
final class Markup {
    private final StringBuilder out = new StringBuilder(1 << 12);
    private final Deque<String> open = new ArrayDeque<>();

    /**
     * Opens an element.
     *
     * @param attributes names and values in turn
     */
    Markup open(String element, String... attributes) {
        tag(element, attributes);
        out.append('>');
        open.push(element);
        return this;
    }

    /** Closes the element opened last. */
    Markup close() {
        out.append("</").append(open.pop()).append('>');
        return this;
    }

    /** Closes the element opened last and ends the line. */
    Markup closeLine() {
        close();
        out.append('\n');
        return this;
    }

    /** An element without content. */
    Markup empty(String element, String... attributes) {
        tag(element, attributes);
        out.append("/>");
        return this;
    }

    /** An element that holds text alone. */
    Markup element(String element, String text, String... attributes) {
        return open(element, attributes).text(text).close();
    }

    /** Text, escaped. */
    Markup text(String text) {
        escape(text);
        return this;
    }

    /** A dotted id, escaped, that may be broken after its dots and hyphens. */
    Markup id(String id) {
        for (String part : id.split("(?<=[.-])")) {
            text(part).empty("wbr");
        }
        return this;
    }

    /** Markup made elsewhere by this class, a style sheet or a script: goes in as it is. */
    Markup raw(String markup) {
        out.append(markup);
        return this;
    }

    /**
     * What was written.
     *
     * @throws IllegalStateException if an element is still open
     */
    @Override
    public String toString() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("still open: " + open);
        }
        return out.toString();
    }

    private void tag(String element, String... attributes) {
        out.append('<').append(element);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]).append("=\"");
            escape(attributes[i + 1]);
            out.append('"');
        }
    }

    private void escape(String text) {
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                default -> out.appendCodePoint(isCharacter(c) ? c : 0xFFFD);
            }
        });
    }

    /** Whether XML 1.0 allows the code point in a document; control characters and lone surrogates are not. */
    private static boolean isCharacter(int c) {
        return c >= 0x20 ? c < 0x7F || c > 0x9F && !isSurrogate(c) && c != 0xFFFE && c != 0xFFFF : c == 9 || c == 10;
    }

    private static boolean isSurrogate(int c) {
        return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    }
}
