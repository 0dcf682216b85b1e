package org.epsilonet.families.relu.format;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.epsilonet.api.model.MalformedModelException;

/**
 * The header of a safetensors file, a JSON object of a fixed form: per array {@code "name": {"dtype": "F32", "shape": [..],
 * "data_offsets": [begin, end]}}, and {@code "__metadata__"} with strings. Anything else is refused; nothing is nested
 * deeper, so nothing recurses.
 */
final class SafetensorsHeader {
    private static final int MOST_ARRAYS = 1 << 16;
    private static final int MOST_DIGITS = 18;

    private final ModelFile file;
    private final String text;
    private int at;

    /**
     * Where an array is.
     *
     * @param name its name
     * @param type its number type, as written
     * @param shape its lengths, as claimed
     * @param begin first byte, counted from the end of the header, as claimed
     * @param end the byte after the last, as claimed
     */
    record Entry(String name, String type, List<Long> shape, long begin, long end) {}

    private SafetensorsHeader(ModelFile file, String text) {
        this.file = file;
        this.text = text;
    }

    static List<Entry> read(ModelFile file, int from, int to) throws MalformedModelException {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file.bytes(), from, to - from))
                    .toString();
            return new SafetensorsHeader(file, text).entries();
        } catch (CharacterCodingException e) {
            throw file.malformed("the header is not UTF-8 text");
        }
    }

    private List<Entry> entries() throws MalformedModelException {
        List<Entry> entries = new ArrayList<>();
        Set<String> names = new HashSet<>();
        expect('{');
        while (!accept('}')) {
            if (!names.isEmpty()) {
                expect(',');
            }
            String name = string();
            if (!names.add(name)) {
                throw file.malformed("two arrays are named " + ModelFile.shown(name));
            }
            if (names.size() > MOST_ARRAYS) {
                throw file.malformed("more than " + MOST_ARRAYS + " arrays");
            }
            expect(':');
            if (name.equals("__metadata__")) {
                skipStrings();
            } else {
                entries.add(entry(name));
            }
        }
        skipSpace();
        if (at != text.length()) {
            throw unexpected("the end of the header");
        }
        return entries;
    }

    private Entry entry(String name) throws MalformedModelException {
        String type = "";
        List<Long> shape = List.of();
        List<Long> offsets = List.of();
        Set<String> keys = new HashSet<>();
        expect('{');
        for (int i = 0; i < 3; i++) {
            if (i > 0) {
                expect(',');
            }
            String key = string();
            keys.add(key);
            expect(':');
            switch (key) {
                case "dtype" -> type = string();
                case "shape" -> shape = numbers(64);
                case "data_offsets" -> offsets = numbers(2);
                default -> throw unexpected("dtype, shape or data_offsets");
            }
        }
        expect('}');
        if (keys.size() != 3 || offsets.size() != 2) {
            throw file.malformed(
                    "the array " + ModelFile.shown(name) + " needs dtype, shape and two data_offsets, once each");
        }
        return new Entry(name, type, shape, offsets.get(0), offsets.get(1));
    }

    private List<Long> numbers(int most) throws MalformedModelException {
        List<Long> numbers = new ArrayList<>();
        expect('[');
        while (!accept(']')) {
            if (!numbers.isEmpty()) {
                expect(',');
            }
            if (numbers.size() == most) {
                throw unexpected("at most " + most + " numbers");
            }
            skipSpace();
            int start = at;
            while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
                at++;
            }
            if (at == start || at - start > MOST_DIGITS) {
                throw unexpected("a whole number of at most " + MOST_DIGITS + " digits");
            }
            numbers.add(Long.parseLong(text.substring(start, at)));
        }
        return numbers;
    }

    private void skipStrings() throws MalformedModelException {
        expect('{');
        boolean first = true;
        while (!accept('}')) {
            if (!first) {
                expect(',');
            }
            first = false;
            string();
            expect(':');
            string();
        }
    }

    private String string() throws MalformedModelException {
        expect('"');
        StringBuilder string = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '"') {
                return string.toString();
            }
            if (c < ' ') {
                break;
            }
            string.append(c == '\\' ? escaped() : c);
        }
        throw unexpected("the end of a string");
    }

    private char escaped() throws MalformedModelException {
        char c = at < text.length() ? text.charAt(at++) : ' ';
        switch (c) {
            case '"', '\\', '/':
                return c;
            case 'b':
                return '\b';
            case 'f':
                return '\f';
            case 'n':
                return '\n';
            case 'r':
                return '\r';
            case 't':
                return '\t';
            case 'u':
                int code = 0;
                for (int i = 0; i < 4; i++) {
                    int digit = at < text.length() ? Character.digit(text.charAt(at++), 16) : -1;
                    if (digit < 0) {
                        throw unexpected("four hexadecimal digits");
                    }
                    code = 16 * code + digit;
                }
                return (char) code;
            default:
                throw unexpected("an escape of JSON");
        }
    }

    private void expect(char c) throws MalformedModelException {
        if (!accept(c)) {
            throw unexpected("'" + c + "'");
        }
    }

    private boolean accept(char c) {
        skipSpace();
        boolean there = at < text.length() && text.charAt(at) == c;
        at += there ? 1 : 0;
        return there;
    }

    private void skipSpace() {
        while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private MalformedModelException unexpected(String wanted) {
        return file.malformed("the header needs " + wanted + " at character " + at);
    }

    /** A string as JSON. */
    static String quoted(String s) {
        StringBuilder json = new StringBuilder("\"");
        for (int i = 0; i < s.length(); i++) {
            char c = s.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < ' ') {
                json.append(String.format("\\u%04x", (int) c));
            } else {
                json.append(c);
            }
        }
        return json.append('"').toString();
    }
}
