package org.epsilonet.comparator.study;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HexFormat;
import org.epsilonet.comparator.study.internal.Sha256;

/**
 * A SHA-256 hash, as four numbers: what is kept of a cell in memory.
 *
 * @param a the first eight bytes
 * @param b the next
 * @param c the next
 * @param d the last
 */
public record Key(long a, long b, long c, long d) implements Comparable<Key> {
    private static final Comparator<Key> BYTEWISE = ((Comparator<Key>) (x, y) -> Long.compareUnsigned(x.a, y.a))
            .thenComparing((x, y) -> Long.compareUnsigned(x.b, y.b))
            .thenComparing((x, y) -> Long.compareUnsigned(x.c, y.c))
            .thenComparing((x, y) -> Long.compareUnsigned(x.d, y.d));

    /** The hash of a text. */
    public static Key of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The hash of bytes. */
    public static Key of(byte[] bytes) {
        ByteBuffer hash = ByteBuffer.wrap(Sha256.digest().digest(bytes));
        return new Key(hash.getLong(), hash.getLong(), hash.getLong(), hash.getLong());
    }

    /**
     * The key of 64 hexadecimal digits.
     *
     * @throws IllegalArgumentException if they are not
     */
    public static Key parse(String digits) {
        ByteBuffer hash = ByteBuffer.wrap(HexFormat.of().parseHex(digits));
        if (hash.remaining() != 32) {
            throw new IllegalArgumentException("a key has 64 hexadecimal digits, not " + digits.length());
        }
        return new Key(hash.getLong(), hash.getLong(), hash.getLong(), hash.getLong());
    }

    @Override
    public int compareTo(Key other) {
        return BYTEWISE.compare(this, other);
    }

    /** 64 hexadecimal digits. */
    @Override
    public String toString() {
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(a) + hex.toHexDigits(b) + hex.toHexDigits(c) + hex.toHexDigits(d);
    }
}
