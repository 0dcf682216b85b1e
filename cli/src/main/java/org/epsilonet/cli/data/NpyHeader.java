package org.epsilonet.cli.data;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.epsilonet.api.function.SampleType;

/**
 * What the header of a {@code .npy} file says: a Python dictionary with exactly the keys descr, fortran_order, shape.
 *
 * @param type the number type
 * @param order the byte order
 * @param fortranOrder whether the first index varies fastest
 * @param shape points per coordinate as claimed, one to three of them
 * @param dataStart where the numbers start
 */
@SuppressWarnings("ArrayRecordComponent")
record NpyHeader(SampleType type, ByteOrder order, boolean fortranOrder, long[] shape, int dataStart) {
    /** NumPy itself refuses longer ones unless told otherwise. */
    private static final int LONGEST = 10_000;

    private static final Pattern DESCRIPTION = Pattern.compile("'descr'\\s*:\\s*'([<>|=])([a-zA-Z]\\d+)'");
    private static final Pattern FORTRAN = Pattern.compile("'fortran_order'\\s*:\\s*(True|False)");
    private static final Pattern SHAPE = Pattern.compile("'shape'\\s*:\\s*\\(([\\d\\sL,]*)\\)");

    /** Python 2 marked long numbers; 18 digits fit into a long. */
    private static final Pattern SIZE = Pattern.compile("(\\d{1,18})L?");

    static NpyHeader read(FileBytes file, byte[] magic) throws MalformedDataException {
        byte[] bytes = file.bytes();
        if (bytes.length < magic.length + 4 || !Arrays.equals(magic, Arrays.copyOf(bytes, magic.length))) {
            throw file.malformed("not a .npy file: it does not start with \\x93NUMPY and a version");
        }
        ByteBuffer buffer = file.buffer(ByteOrder.LITTLE_ENDIAN).position(magic.length);
        int version = buffer.get();
        buffer.get();
        if (version < 1 || version > 3 || (version > 1 && buffer.remaining() < 4)) {
            throw file.malformed("version " + version + " of .npy; allowed: 1, 2, 3");
        }
        long length = version == 1 ? Short.toUnsignedInt(buffer.getShort()) : Integer.toUnsignedLong(buffer.getInt());
        if (length > Math.min(LONGEST, buffer.remaining())) {
            throw file.malformed("the header claims " + length + " bytes; the file has " + buffer.remaining()
                    + " left, allowed are " + LONGEST);
        }
        String text = new String(bytes, buffer.position(), (int) length, StandardCharsets.ISO_8859_1);
        return parsed(file, text, buffer.position() + (int) length);
    }

    private static NpyHeader parsed(FileBytes file, String text, int dataStart) throws MalformedDataException {
        MatchResult description = only(DESCRIPTION, text, "descr", file);
        boolean fortranOrder =
                only(FORTRAN, text, "fortran_order", file).group(1).equals("True");
        long[] shape = shape(only(SHAPE, text, "shape", file).group(1).strip(), file);
        SampleType type = type(description.group(2), file);
        boolean bigEndian = description.group(1).equals(">");
        return new NpyHeader(
                type, bigEndian ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN, fortranOrder, shape, dataStart);
    }

    /** The sizes between the parentheses; a comma may follow the last. */
    private static long[] shape(String sizes, FileBytes file) throws MalformedDataException {
        String[] tokens = sizes.isEmpty() ? new String[0] : sizes.split(",");
        if (tokens.length < 1 || tokens.length > 3) {
            throw file.malformed("an array of " + tokens.length + " dimensions; allowed: 1, 2, 3");
        }
        long[] shape = new long[tokens.length];
        for (int k = 0; k < shape.length; k++) {
            Matcher size = SIZE.matcher(tokens[k].strip());
            if (!size.matches()) {
                throw file.malformed("the header has no valid entry 'shape': size " + k + " is no whole number of at"
                        + " most 18 digits");
            }
            shape[k] = Long.parseLong(size.group(1));
        }
        return shape;
    }

    private static MatchResult only(Pattern entry, String text, String key, FileBytes file)
            throws MalformedDataException {
        var matches = entry.matcher(text).results().toList();
        if (matches.size() != 1) {
            throw file.malformed("the header has no valid entry '" + key + "', or several"
                    + (key.equals("descr") ? "; allowed types: f4, f8, i2, i4, u1, u2" : ""));
        }
        return matches.get(0);
    }

    private static SampleType type(String description, FileBytes file) throws MalformedDataException {
        for (SampleType type : SampleType.values()) {
            if (description.equals(Numbers.name(type))) {
                return type;
            }
        }
        throw file.malformed("numbers of type '" + description
                + "'; allowed: f4, f8, i2, i4, u1, u2 (in NumPy: a.astype('f8') converts)");
    }

    /** As in the header: {@code <f8}, {@code |u1}. */
    static String description(SampleType type) {
        return (Numbers.size(type) == 1 ? "|" : "<") + Numbers.name(type);
    }
}
