package org.epsilonet.codec.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The format's register of short codes: one id of a family a line, its code the number of the line. It is part of the
 * format, like a list of colour spaces; whether such a family is installed is another question, and a family that is not
 * in it spells its id out. Lines are only ever added, at the end.
 */
final class FamilyCodes {
    /** So many families that are often the shortest have a code of their own, of fewer bits. */
    static final int FREQUENT = 15;

    private static final List<String> IDS = read("family-codes.txt");
    private static final List<String> FREQUENT_IDS = read("frequent-families.txt");
    private static final Map<String, Integer> CODES = new HashMap<>();

    static {
        for (String id : IDS) {
            CODES.put(id, CODES.size());
        }
    }

    private FamilyCodes() {}

    /** The code of an id; -1 if it has none. */
    static int of(String id) {
        return CODES.getOrDefault(id, -1);
    }

    /** The number of codes. */
    static int count() {
        return IDS.size();
    }

    /** The id with a code. */
    static String id(int code) {
        return IDS.get(code);
    }

    /** The short code of an id; {@link #FREQUENT} if it has none. */
    static int frequent(String id) {
        int code = FREQUENT_IDS.indexOf(id);
        return code < 0 ? FREQUENT : code;
    }

    /** The id with a short code. */
    static String frequentId(int code) {
        return FREQUENT_IDS.get(code);
    }

    private static List<String> read(String register) {
        try (InputStream in = FamilyCodes.class.getResourceAsStream(register)) {
            if (in == null) {
                throw new IllegalStateException("the register " + register + " is missing from the module");
            }
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
