package org.epsilonet.families.relu.format;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Damages files: flipped bits, cuts, insertions, lengths rewritten, digits of headers changed, parts exchanged. */
final class Mutator {
    private static final byte[] TOKENS =
            "0123456789{}[]\"',:.-eTrue(){}".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    private static final long[] LENGTHS = {
        0,
        1,
        2,
        127,
        128,
        255,
        256,
        32767,
        65535,
        65536,
        1 << 24,
        Integer.MAX_VALUE,
        1L << 31,
        1L << 32,
        Long.MAX_VALUE,
        -1
    };

    private final Random random;
    private final List<byte[]> files;

    Mutator(long seed, List<byte[]> files) {
        this.random = new Random(seed);
        this.files = files;
    }

    /** One file after one to four changes. */
    byte[] next() {
        byte[] file = files.get(random.nextInt(files.size())).clone();
        for (int i = 1 + Math.min(random.nextInt(4), random.nextInt(4)); i > 0 && file.length > 0; i--) {
            file = changed(file);
        }
        return file;
    }

    private byte[] changed(byte[] file) {
        // Half of the changes fall into the first bytes, where headers are.
        int at = random.nextInt(random.nextBoolean() ? file.length : Math.min(file.length, 256));
        switch (random.nextInt(9)) {
            case 0:
                file[at] ^= (byte) (1 << random.nextInt(8));
                return file;
            case 1:
                file[at] = (byte) random.nextInt(256);
                return file;
            case 2:
                return Arrays.copyOf(file, at);
            case 3:
                byte[] some = new byte[1 + random.nextInt(16)];
                random.nextBytes(some);
                return joined(file, 0, at, some, file, at);
            case 4:
                return joined(file, 0, at, new byte[0], file, Math.min(file.length, at + 1 + random.nextInt(16)));
            case 5:
                long length = LENGTHS[random.nextInt(LENGTHS.length)];
                for (int k = 0, n = 1 << random.nextInt(4); k < n && at + k < file.length; k++) {
                    file[at + k] = (byte) (length >>> 8 * k);
                }
                return file;
            case 6:
                byte[] varint = new ProtoMessage()
                        .varint(LENGTHS[random.nextInt(LENGTHS.length)])
                        .bytes();
                return joined(file, 0, at, varint, file, Math.min(file.length, at + 1));
            case 7:
                for (int k = at; k < file.length; k++) {
                    if (file[k] >= '0' && file[k] <= '9' || file[k] == '"' || file[k] == ',' || file[k] == '\'') {
                        file[k] = TOKENS[random.nextInt(TOKENS.length)];
                        break;
                    }
                }
                return file;
            default:
                byte[] other = files.get(random.nextInt(files.size()));
                int from = random.nextInt(other.length);
                int to = Math.min(other.length, from + 1 + random.nextInt(64));
                boolean over = random.nextBoolean();
                int rest = over ? Math.min(file.length, at + to - from) : at;
                return joined(file, 0, at, Arrays.copyOfRange(other, from, to), file, rest);
        }
    }

    private static byte[] joined(byte[] head, int from, int to, byte[] middle, byte[] tail, int rest) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(head, from, to - from);
        out.writeBytes(middle);
        out.write(tail, rest, tail.length - rest);
        return out.toByteArray();
    }
}
