package org.epsilonet.families.relu.format;

import java.util.ArrayList;
import java.util.List;
import org.epsilonet.api.model.MalformedModelException;

/** Reads a {@code TensorProto}. Integers (the shapes that Reshape takes) become doubles, exact below 2^53. */
final class OnnxTensor {
    private static final int FLOAT = 1;
    private static final int INT64 = 7;
    private static final int FLOAT16 = 10;
    private static final int DOUBLE = 11;
    private static final int BFLOAT16 = 16;
    private static final int MOST_AXES = 8;

    private final ModelFile file;
    private final List<Long> lengths = new ArrayList<>();
    private int type;
    private String name = "";
    private double[] values = {};

    private OnnxTensor(ModelFile file) {
        this.file = file;
    }

    static Tensor read(ModelFile file, WireReader message) throws MalformedModelException {
        return new OnnxTensor(file).read(message);
    }

    private Tensor read(WireReader message) throws MalformedModelException {
        List<WireReader> raw = new ArrayList<>();
        List<double[]> parts = new ArrayList<>();
        while (message.hasNext()) {
            int field = message.field();
            switch (field) {
                case 1 -> lengths.addAll(integers(message));
                case 2 -> type = (int) message.integer();
                case 4 ->
                    parts.add(
                            message.type() == WireReader.FIXED32
                                    ? new double[] {message.real()}
                                    : message.message().numbers(NumberType.F32));
                case 7 ->
                    parts.add(integers(message).stream()
                            .mapToDouble(Long::doubleValue)
                            .toArray());
                case 8 -> name = message.string();
                case 9 -> raw.add(message.message());
                case 10 -> parts.add(message.message().numbers(NumberType.F64));
                case 13 -> throw malformed("is in another file; only models of one file are read");
                case 14 -> {
                    if (message.integer() != 0) {
                        throw malformed("is in another file; only models of one file are read");
                    }
                }
                default -> message.skip();
            }
            if (lengths.size() > MOST_AXES || raw.size() > 1) {
                throw malformed("has more than " + MOST_AXES + " axes, or two sets of data");
            }
        }
        values = raw.isEmpty() ? joined(parts) : fromRaw(raw.get(0));
        return new Tensor(name, shape(), values);
    }

    private static List<Long> integers(WireReader message) throws MalformedModelException {
        List<Long> integers = new ArrayList<>();
        if (message.type() == WireReader.VARINT) {
            integers.add(message.integer());
            return integers;
        }
        WireReader packed = message.message();
        while (packed.hasNext()) {
            integers.add(packed.varint());
        }
        return integers;
    }

    private double[] fromRaw(WireReader raw) throws MalformedModelException {
        return switch (type) {
            case FLOAT -> raw.numbers(NumberType.F32);
            case DOUBLE -> raw.numbers(NumberType.F64);
            case FLOAT16 -> raw.numbers(NumberType.F16);
            case BFLOAT16 -> raw.numbers(NumberType.BF16);
            case INT64 -> longs(raw);
            default ->
                throw malformed(
                        "has numbers of ONNX type " + type + "; allowed: float, double, float16, bfloat16, int64");
        };
    }

    private double[] longs(WireReader raw) throws MalformedModelException {
        if (raw.remaining() % Long.BYTES != 0) {
            throw malformed("has " + raw.remaining() + " bytes of int64");
        }
        return raw.longs();
    }

    private static double[] joined(List<double[]> parts) {
        if (parts.size() == 1) {
            return parts.get(0);
        }
        double[] all = new double[parts.stream().mapToInt(p -> p.length).sum()];
        int at = 0;
        for (double[] part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return all;
    }

    private int[] shape() throws MalformedModelException {
        int[] shape = new int[lengths.size()];
        long count = 1;
        for (int k = 0; k < shape.length; k++) {
            long n = lengths.get(k);
            if (n < 0 || n > values.length) {
                throw wrongShape();
            }
            count *= n;
            if (count > values.length) {
                throw wrongShape();
            }
            shape[k] = (int) n;
        }
        if (count != values.length) {
            throw wrongShape();
        }
        return shape;
    }

    private MalformedModelException wrongShape() {
        return malformed("has the shape " + lengths + " and " + values.length + " numbers");
    }

    private MalformedModelException malformed(String what) {
        return file.malformed("the tensor " + ModelFile.shown(name) + " " + what);
    }
}
