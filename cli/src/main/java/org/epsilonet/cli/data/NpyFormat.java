package org.epsilonet.cli.data;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.epsilonet.api.function.SampleType;
import org.epsilonet.api.function.Samples;

/**
 * NumPy arrays of one to three dimensions and type f4, f8, i2, i4, u1 or u2, in either byte order, in C or Fortran
 * order. Written in version 1.0, little endian, C order.
 *
 * @see <a href="https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html">The NPY format</a>
 */
final class NpyFormat implements SampleFormat {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};

    /** The data start at a multiple of this. */
    private static final int ALIGNMENT = 64;

    @Override
    public String ending() {
        return ".npy";
    }

    @Override
    public Samples read(Path path) throws IOException {
        FileBytes file = FileBytes.of(path);
        NpyHeader header = NpyHeader.read(file, MAGIC);
        SampleType type = header.type();
        int bytes = Numbers.size(type);
        int start = header.dataStart();
        int points = file.points(header.shape(), bytes, file.length() - start);
        if (file.length() - start != (long) points * bytes) {
            throw file.malformed("the header says " + (long) points * bytes + " bytes of data, but "
                    + (file.length() - start) + " follow");
        }
        ByteBuffer data = file.buffer(header.order()).position(start);
        double[] stored = new double[points];
        for (int i = 0; i < points; i++) {
            stored[i] = Numbers.get(data, type);
        }
        int[] shape = Arrays.stream(header.shape()).mapToInt(Math::toIntExact).toArray();
        return file.samples(shape, header.fortranOrder() ? rowMajor(stored, shape) : stored, type);
    }

    /** Row-major values from values whose first index varies fastest. */
    private static double[] rowMajor(double[] stored, int[] shape) {
        double[] values = new double[stored.length];
        int[] index = new int[shape.length];
        for (double v : stored) {
            int at = 0;
            for (int k = 0; k < shape.length; k++) {
                at = at * shape[k] + index[k];
            }
            values[at] = v;
            for (int k = 0; k < shape.length; k++) {
                index[k] = index[k] + 1 == shape[k] ? 0 : index[k] + 1;
                if (index[k] != 0) {
                    break;
                }
            }
        }
        return values;
    }

    @Override
    public void write(Samples samples, OutputStream out) throws IOException {
        int[] shape = samples.grid().shape();
        if (shape.length > 3) {
            throw new IllegalArgumentException("a .npy file is written for 1, 2 or 3 dimensions, not " + shape.length);
        }
        out.write(MAGIC);
        out.write(new byte[] {1, 0});
        byte[] header = header(samples.type(), shape);
        out.write(new byte[] {(byte) header.length, (byte) (header.length >> 8)});
        out.write(header);
        Numbers.write(samples, samples.type(), ByteOrder.LITTLE_ENDIAN, out);
    }

    private static byte[] header(SampleType type, int[] shape) {
        String sizes = Arrays.stream(shape).mapToObj(Integer::toString).collect(Collectors.joining(", "));
        String dictionary = "{'descr': '" + NpyHeader.description(type) + "', 'fortran_order': False, 'shape': ("
                + sizes + (shape.length == 1 ? ",), }" : "), }");
        int unpadded = MAGIC.length + 4 + dictionary.length() + 1;
        int padding = (ALIGNMENT - unpadded % ALIGNMENT) % ALIGNMENT;
        return (dictionary + " ".repeat(padding) + "\n").getBytes(StandardCharsets.US_ASCII);
    }
}
