package org.epsilonet.families.relu.format;

import java.util.Random;

/** An ONNX file as other tools write them, built without the code under test; element type float or double. */
final class OnnxBuilder {
    static final int FLOAT = 1;
    static final int INT64 = 7;
    static final int DOUBLE = 11;

    private final ProtoMessage graph = new ProtoMessage().string(2, "graph");
    private final int type;
    private long operatorSet = 13;

    OnnxBuilder() {
        this(FLOAT);
    }

    OnnxBuilder(int type) {
        this.type = type;
    }

    OnnxBuilder operatorSet(long version) {
        operatorSet = version;
        return this;
    }

    byte[] bytes() {
        return new ProtoMessage()
                .integer(1, 8)
                .message(7, graph)
                .message(8, new ProtoMessage().string(1, "").integer(2, operatorSet))
                .bytes();
    }

    /** A field of the graph, for what the other methods do not write. */
    OnnxBuilder field(int number, ProtoMessage message) {
        graph.message(number, message);
        return this;
    }

    /** The input {@code x} with a free batch axis and the given other lengths. */
    OnnxBuilder input(long... lengths) {
        ProtoMessage shape = new ProtoMessage().message(1, new ProtoMessage().string(2, "batch"));
        for (long n : lengths) {
            shape.message(1, new ProtoMessage().integer(1, n));
        }
        return field(11, value("x", shape));
    }

    /** The output, with a shape left open. */
    OnnxBuilder output(String name) {
        return field(12, value(name, null));
    }

    private ProtoMessage value(String name, ProtoMessage shape) {
        ProtoMessage tensor = new ProtoMessage().integer(1, type);
        if (shape != null) {
            tensor.message(2, shape);
        }
        return new ProtoMessage().string(1, name).message(2, new ProtoMessage().message(1, tensor));
    }

    /** An initializer of the element type in raw data. */
    OnnxBuilder constant(String name, long[] shape, double... values) {
        return field(5, tensor(name, shape, values));
    }

    ProtoMessage tensor(String name, long[] shape, double... values) {
        byte[] raw = type == FLOAT ? ProtoMessage.floats(values) : ProtoMessage.doubles(values);
        return header(name, type, shape).bytes(9, raw);
    }

    /** An initializer in the typed field, packed. */
    OnnxBuilder typedConstant(String name, long[] shape, double... values) {
        ProtoMessage tensor = header(name, type, shape);
        return field(
                5,
                type == FLOAT
                        ? tensor.bytes(4, ProtoMessage.floats(values))
                        : tensor.bytes(10, ProtoMessage.doubles(values)));
    }

    /** The int64 vector that Reshape takes. */
    OnnxBuilder lengths(String name, long... values) {
        return field(5, header(name, INT64, values.length).bytes(9, ProtoMessage.longs(values)));
    }

    static ProtoMessage header(String name, int type, long... shape) {
        ProtoMessage tensor = new ProtoMessage();
        for (long n : shape) {
            tensor.integer(1, n);
        }
        return tensor.integer(2, type).string(8, name);
    }

    /** A node; inputs separated by blanks, {@code -} for one left out. */
    OnnxBuilder node(String operator, String inputs, String output, ProtoMessage... attributes) {
        ProtoMessage node = new ProtoMessage();
        for (String input : inputs.split(" ")) {
            node.string(1, input.equals("-") ? "" : input);
        }
        node.string(2, output).string(3, "at/" + output).string(4, operator);
        for (ProtoMessage attribute : attributes) {
            node.message(5, attribute);
        }
        return field(1, node);
    }

    static ProtoMessage integer(String name, long value) {
        return new ProtoMessage().string(1, name).integer(3, value).integer(20, 2);
    }

    static ProtoMessage real(String name, float value) {
        return new ProtoMessage().string(1, name).real(2, value).integer(20, 1);
    }

    static ProtoMessage tensorAttribute(String name, ProtoMessage tensor) {
        return new ProtoMessage().string(1, name).message(5, tensor).integer(20, 4);
    }

    static long[] shape(long... lengths) {
        return lengths;
    }

    /** Random float32 numbers. */
    static double[] numbers(Random random, int count) {
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = random.nextFloat() * 2 - 1;
        }
        return values;
    }
}
