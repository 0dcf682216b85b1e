package org.epsilonet.families.relu.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.epsilonet.api.model.MalformedModelException;

/** One array in NumPy's format: a magic number, a Python dictionary (descr, fortran_order, shape), the numbers. */
final class NpyArray {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final int LONGEST_HEADER = 10_000;
    private static final int ALIGNMENT = 64;
    private static final Pattern DESCRIPTION = Pattern.compile("'descr'\\s*:\\s*'([<>|=])([a-zA-Z]\\d+)'");
    private static final Pattern FORTRAN = Pattern.compile("'fortran_order'\\s*:\\s*(True|False)");
    private static final Pattern SHAPE = Pattern.compile("'shape'\\s*:\\s*\\(([\\d\\s,]*)\\)");
    private static final Pattern LENGTH = Pattern.compile("\\d{1,9}");

    private NpyArray() {}

    /**
     * Reads an array of one or two dimensions.
     *
     * @param file for messages
     * @param name the name of the array
     * @param bytes the whole array, header included
     */
    static Tensor read(ModelFile file, String name, byte[] bytes) throws MalformedModelException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        if (bytes.length < MAGIC.length + 6 || !Arrays.equals(MAGIC, Arrays.copyOf(bytes, MAGIC.length))) {
            throw malformed(file, name, "is no .npy array");
        }
        int version = buffer.get(MAGIC.length);
        if (version < 1 || version > 3) {
            throw malformed(file, name, "has version " + version + " of .npy; allowed: 1, 2, 3");
        }
        int lengthAt = MAGIC.length + 2;
        long length =
                version == 1 ? Short.toUnsignedInt(buffer.getShort(lengthAt)) : buffer.getInt(lengthAt) & 0xffffffffL;
        int start = lengthAt + (version == 1 ? 2 : 4);
        if (length > LONGEST_HEADER || length > bytes.length - start) {
            throw malformed(file, name, "claims a header of " + length + " bytes");
        }
        String header = new String(bytes, start, (int) length, StandardCharsets.ISO_8859_1);
        MatchResult description = only(DESCRIPTION, header, "descr", file, name);
        boolean fortran =
                only(FORTRAN, header, "fortran_order", file, name).group(1).equals("True");
        int[] shape = shape(only(SHAPE, header, "shape", file, name).group(1).strip(), file, name);
        NumberType type = switch (description.group(2)) {
            case "f2" -> NumberType.F16;
            case "f4" -> NumberType.F32;
            case "f8" -> NumberType.F64;
            default ->
                throw malformed(file, name, "has numbers of type " + description.group(2) + "; allowed: f2, f4, f8");
        };
        long count = 1;
        for (int n : shape) {
            count *= n;
        }
        int data = start + (int) length;
        if (shape.length > 2 || count * type.size() != bytes.length - data) {
            throw malformed(
                    file,
                    name,
                    "of shape " + Arrays.toString(shape) + " needs one or two axes and " + count * type.size()
                            + " bytes of numbers; there are " + (bytes.length - data));
        }
        buffer.order(description.group(1).equals(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        double[] values = type.read(buffer, data, (int) count);
        if (fortran && shape.length == 2) {
            return new Tensor(name, new int[] {shape[1], shape[0]}, values).transposed();
        }
        return new Tensor(name, shape, values);
    }

    private static int[] shape(String lengths, ModelFile file, String name) throws MalformedModelException {
        String[] tokens = lengths.isEmpty() ? new String[0] : lengths.split(",");
        if (tokens.length < 1 || tokens.length > 2) {
            throw malformed(file, name, "has " + tokens.length + " axes; allowed: 1, 2");
        }
        int[] shape = new int[tokens.length];
        for (int k = 0; k < shape.length; k++) {
            String token = tokens[k].strip();
            if (!LENGTH.matcher(token).matches()) {
                throw malformed(file, name, "has no valid entry 'shape'");
            }
            shape[k] = Integer.parseInt(token);
        }
        return shape;
    }

    private static MatchResult only(Pattern entry, String header, String key, ModelFile file, String name)
            throws MalformedModelException {
        List<MatchResult> matches = entry.matcher(header).results().limit(2).toList();
        if (matches.size() != 1) {
            throw malformed(file, name, "has no valid entry '" + key + "' in its header, or several");
        }
        return matches.get(0);
    }

    private static MalformedModelException malformed(ModelFile file, String name, String what) {
        return file.malformed("the array " + ModelFile.shown(name) + " " + what);
    }

    /** Writes version 1, little endian, float32 where that is exact. */
    static void write(int[] shape, double[] values, OutputStream out) throws IOException {
        NumberType type = NumberType.exactFor(values);
        String lengths = Arrays.stream(shape).mapToObj(String::valueOf).collect(Collectors.joining(", "));
        String header = "{'descr': '<f" + type.size() + "', 'fortran_order': False, 'shape': (" + lengths
                + (shape.length == 1 ? ",)" : ")") + ", }";
        int start = MAGIC.length + 4;
        int padded = (start + header.length() + ALIGNMENT) / ALIGNMENT * ALIGNMENT - start;
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        head.write(MAGIC);
        head.write(new byte[] {1, 0, (byte) padded, (byte) (padded >> 8)});
        head.write(header.getBytes(StandardCharsets.ISO_8859_1));
        head.write(" ".repeat(padded - header.length() - 1).getBytes(StandardCharsets.ISO_8859_1));
        head.write('\n');
        out.write(head.toByteArray());
        LittleEndian.write(values, type, out);
    }
}
