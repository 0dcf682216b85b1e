package org.epsilonet.families.relu.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.epsilonet.api.model.Model;
import org.epsilonet.api.model.ParameterBlock;

/** Writes a network as a chain of Gemm and Relu. Field numbers are those of {@code onnx.proto}. */
final class OnnxWriter {
    private static final long IR_VERSION = 8;
    private static final long OPERATOR_SET = 13;
    private static final int FLOAT = 1;
    private static final int DOUBLE = 11;
    private static final int ATTRIBUTE_IS_INTEGER = 2;

    /** Protocol buffers allow 2 GiB; the parts are held in memory beside the model. */
    private static final long LARGEST = 1L << 30;

    private final List<ParameterBlock> blocks;
    private final List<String> names;
    private final NumberType type;

    private OnnxWriter(List<ParameterBlock> blocks) {
        this.blocks = blocks;
        this.names = BlockNames.of(blocks, own -> own.stream().noneMatch(OnnxWriter::isValue));
        NumberType needed = NumberType.F32;
        for (ParameterBlock block : blocks) {
            needed = NumberType.exactFor(block.values()) == NumberType.F64 ? NumberType.F64 : needed;
        }
        this.type = needed;
    }

    static void write(Model model, OutputStream out) throws IOException {
        OnnxWriter writer = new OnnxWriter(model.blocks());
        long size = 0;
        for (ParameterBlock block : writer.blocks) {
            size += (long) block.size() * writer.type.size();
        }
        if (size > LARGEST) {
            throw new IllegalArgumentException("an .onnx file holds 2^30 bytes of weights, the model has " + size
                    + "; allowed: .npz or .safetensors");
        }
        Message root = new Message();
        root.integer(1, IR_VERSION);
        root.string(2, "epsilonet");
        root.message(7, writer.graph(model));
        Message operators = new Message();
        operators.string(1, "");
        operators.integer(2, OPERATOR_SET);
        root.message(8, operators);
        out.write(root.bytes.toByteArray());
    }

    private Message graph(Model model) throws IOException {
        Message graph = new Message();
        int layers = blocks.size() / 2;
        String value = "x";
        for (int l = 0; l < layers; l++) {
            boolean last = l == layers - 1;
            String affine = last ? "y" : "z" + (l + 1);
            graph.message(1, gemm(l, value, affine));
            value = "h" + (l + 1);
            if (!last) {
                Message relu = new Message();
                relu.string(1, affine);
                relu.string(2, value);
                relu.string(3, "relu" + (l + 1));
                relu.string(4, "Relu");
                graph.message(1, relu);
            }
        }
        graph.string(2, "network");
        for (int i = 0; i < blocks.size(); i++) {
            graph.message(5, tensor(names.get(i), blocks.get(i)));
        }
        graph.message(11, valueInfo("x", model.inputs()));
        graph.message(12, valueInfo("y", model.outputs()));
        return graph;
    }

    private Message gemm(int layer, String from, String to) throws IOException {
        Message gemm = new Message();
        gemm.string(1, from);
        gemm.string(1, names.get(2 * layer));
        gemm.string(1, names.get(2 * layer + 1));
        gemm.string(2, to);
        gemm.string(3, "affine" + (layer + 1));
        gemm.string(4, "Gemm");
        Message transposed = new Message();
        transposed.string(1, "transB");
        transposed.integer(3, 1);
        transposed.integer(20, ATTRIBUTE_IS_INTEGER);
        gemm.message(5, transposed);
        return gemm;
    }

    /** Names of values and of parameters share one space. */
    private static boolean isValue(String name) {
        return name.matches("x|y|[zh]\\d+");
    }

    private Message tensor(String name, ParameterBlock block) throws IOException {
        Message tensor = new Message();
        for (int n : block.shape()) {
            tensor.integer(1, n);
        }
        tensor.integer(2, type == NumberType.F32 ? FLOAT : DOUBLE);
        tensor.string(8, name);
        ByteArrayOutputStream raw = new ByteArrayOutputStream(block.size() * type.size());
        LittleEndian.write(block.values(), type, raw);
        tensor.bytes(9, raw.toByteArray());
        return tensor;
    }

    private Message valueInfo(String name, int features) throws IOException {
        Message batch = new Message();
        batch.string(2, "batch");
        Message size = new Message();
        size.integer(1, features);
        Message shape = new Message();
        shape.message(1, batch);
        shape.message(1, size);
        Message tensorType = new Message();
        tensorType.integer(1, type == NumberType.F32 ? FLOAT : DOUBLE);
        tensorType.message(2, shape);
        Message typeInfo = new Message();
        typeInfo.message(1, tensorType);
        Message info = new Message();
        info.string(1, name);
        info.message(2, typeInfo);
        return info;
    }

    /** A message of protocol buffers under construction. */
    private static final class Message {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        void integer(int field, long value) {
            varint((long) field << 3 | WireReader.VARINT);
            varint(value);
        }

        void string(int field, String value) throws IOException {
            bytes(field, value.getBytes(StandardCharsets.UTF_8));
        }

        void message(int field, Message message) throws IOException {
            bytes(field, message.bytes.toByteArray());
        }

        void bytes(int field, byte[] value) throws IOException {
            varint((long) field << 3 | WireReader.BYTES);
            varint(value.length);
            bytes.write(value);
        }

        private void varint(long value) {
            ByteBuffer seven = ByteBuffer.allocate(10).order(ByteOrder.LITTLE_ENDIAN);
            long left = value;
            while ((left & ~0x7fL) != 0) {
                seven.put((byte) (left & 0x7f | 0x80));
                left >>>= 7;
            }
            seven.put((byte) left);
            bytes.write(seven.array(), 0, seven.position());
        }
    }
}
