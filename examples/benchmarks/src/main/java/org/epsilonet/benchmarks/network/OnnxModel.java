package org.epsilonet.benchmarks.network;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.epsilonet.families.relu.AffineMap;
import org.epsilonet.families.relu.ReluNetwork;

/** A network as the bytes of an ONNX file: Gemm and Relu in turn. Protocol buffers, written field by field. */
final class OnnxModel {
    static final String INPUT = "x";

    private static final int FLOAT = 1;
    private static final int ATTRIBUTE_INT = 2;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    static byte[] bytes(ReluNetwork network) {
        OnnxModel graph = new OnnxModel();
        String value = INPUT;
        for (int l = 1; l <= network.depth(); l++) {
            String sum = "sum" + l;
            graph.message(1, node("Gemm", sum, value, "W" + l, "b" + l));
            value = sum;
            if (l < network.depth()) {
                value = "layer" + l;
                graph.message(1, node("Relu", value, sum));
            }
        }
        graph.text(2, "network");
        for (int l = 1; l <= network.depth(); l++) {
            AffineMap map = network.maps().get(l - 1);
            double[] biases = new double[map.rows()];
            Arrays.setAll(biases, map::bias);
            graph.message(5, tensor("W" + l, map.denseWeights(), map.rows(), map.columns()));
            graph.message(5, tensor("b" + l, biases, map.rows()));
        }
        graph.message(11, signature(INPUT, network.inputs()));
        graph.message(12, signature(value, network.outputs()));
        OnnxModel operators = new OnnxModel().text(1, "").integer(2, 13);
        return new OnnxModel()
                .integer(1, 8)
                .message(7, graph)
                .message(8, operators)
                .bytes
                .toByteArray();
    }

    private static OnnxModel node(String operator, String output, String... inputs) {
        OnnxModel node = new OnnxModel();
        for (String input : inputs) {
            node.text(1, input);
        }
        node.text(2, output).text(4, operator);
        if (operator.equals("Gemm")) {
            node.message(5, new OnnxModel().text(1, "transB").integer(3, 1).integer(20, ATTRIBUTE_INT));
        }
        return node;
    }

    private static OnnxModel tensor(String name, double[] values, int... shape) {
        OnnxModel tensor = new OnnxModel();
        for (int length : shape) {
            tensor.integer(1, length);
        }
        ByteBuffer raw = ByteBuffer.allocate(Float.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (double value : values) {
            raw.putFloat((float) value);
        }
        return tensor.integer(2, FLOAT).text(8, name).block(9, raw.array());
    }

    /** A matrix with any number of rows. */
    private static OnnxModel signature(String name, int columns) {
        OnnxModel any = new OnnxModel().text(2, "points");
        OnnxModel shape = new OnnxModel().message(1, any).message(1, new OnnxModel().integer(1, columns));
        OnnxModel type =
                new OnnxModel().message(1, new OnnxModel().integer(1, FLOAT).message(2, shape));
        return new OnnxModel().text(1, name).message(2, type);
    }

    private OnnxModel integer(int field, long value) {
        varint((long) field << 3);
        varint(value);
        return this;
    }

    private OnnxModel text(int field, String value) {
        return block(field, value.getBytes(StandardCharsets.UTF_8));
    }

    private OnnxModel message(int field, OnnxModel value) {
        return block(field, value.bytes.toByteArray());
    }

    private OnnxModel block(int field, byte[] value) {
        varint((long) field << 3 | 2);
        varint(value.length);
        bytes.writeBytes(value);
        return this;
    }

    private void varint(long value) {
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            bytes.write((int) rest & 0x7f | 0x80);
            rest >>>= 7;
        }
        bytes.write((int) rest);
    }
}
