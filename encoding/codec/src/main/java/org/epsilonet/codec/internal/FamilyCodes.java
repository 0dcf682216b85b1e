package org.epsilonet.codec.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.epsilonet.api.symbol.CorruptCodeException;

/**
 * The format's register of short codes: one id of a family a line, its code the number of the line. It is part of the
 * format, like a list of colour spaces; whether such a family is installed is another question, and a family that is not
 * in it spells its id out. Lines are only ever added, at the end.
 */
final class FamilyCodes {
    /** So many families that are often the shortest have a code of their own, of fewer bits. */
    static final int FREQUENT = 15;

    /** In version 7 these and some more. */
    static final int ALL_FREQUENT = 23;

    private static final String ID_CHARACTERS = "-.0123456789abcdefghijklmnopqrstuvwxyz";
    private static final int LONGEST_ID = 64;
    private static final int CODES_OF_ONE_SYMBOL = 256;
    /** Above the codes of one symbol: the others in two, and an id spelled out. */
    private static final int SHORT_CODES = CODES_OF_ONE_SYMBOL - 2;

    private static final int LONG_CODES = 1 << 10;

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

    /** Writes an id: its place among so many frequent ones, its code, or its characters. */
    static void write(String id, int frequent, BitWriter out) {
        if (frequent > 0) {
            int place = FREQUENT_IDS.subList(0, frequent).indexOf(id);
            out.choice(place < 0 ? frequent : place, frequent + 1);
            if (place >= 0) {
                return;
            }
        }
        int code = of(id);
        if (code >= 0 && code < SHORT_CODES) {
            out.choice(code, CODES_OF_ONE_SYMBOL);
        } else if (code >= 0) {
            out.choice(SHORT_CODES, CODES_OF_ONE_SYMBOL);
            out.choice(code - SHORT_CODES, LONG_CODES);
        } else {
            out.choice(SHORT_CODES + 1, CODES_OF_ONE_SYMBOL);
            spell(id, out);
        }
    }

    private static void spell(String id, BitWriter out) {
        out.choice(id.length() - 1, LONGEST_ID);
        for (char c : id.toCharArray()) {
            int symbol = ID_CHARACTERS.indexOf(c);
            if (symbol < 0) {
                throw new IllegalArgumentException("the id '" + id + "' of a family has a character not allowed");
            }
            out.choice(symbol, ID_CHARACTERS.length());
        }
    }

    /** Reads what {@link #write} wrote. */
    static String read(int frequent, BitReader in) throws CorruptCodeException {
        int place = frequent > 0 ? in.choice(frequent + 1) : 0;
        if (place < frequent) {
            return FREQUENT_IDS.get(place);
        }
        int code = in.choice(CODES_OF_ONE_SYMBOL);
        if (code > SHORT_CODES) {
            StringBuilder id = new StringBuilder();
            for (int left = in.choice(LONGEST_ID) + 1; left > 0; left--) {
                id.append(ID_CHARACTERS.charAt(in.choice(ID_CHARACTERS.length())));
            }
            return id.toString();
        }
        code = code < SHORT_CODES ? code : SHORT_CODES + in.choice(LONG_CODES);
        if (code >= IDS.size()) {
            throw new CorruptCodeException("the family has the code " + code + ", known are " + IDS.size()
                    + "; a newer release may know more");
        }
        return IDS.get(code);
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
