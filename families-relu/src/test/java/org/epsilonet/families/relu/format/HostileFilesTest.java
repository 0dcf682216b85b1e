package org.epsilonet.families.relu.format;

import static org.epsilonet.families.relu.format.OnnxBuilder.integer;
import static org.epsilonet.families.relu.format.OnnxBuilder.real;
import static org.epsilonet.families.relu.format.OnnxBuilder.shape;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files below 1 MiB made to cost as much as possible. */
class HostileFilesTest {
    /** A little below 1 MiB. */
    private static final int LARGEST = (1 << 20) - 4096;

    private static final int SIDE = 480;

    @TempDir
    Path folder;

    private static double[] ones(int count) {
        double[] ones = new double[count];
        Arrays.fill(ones, 1);
        return ones;
    }

    private static OnnxBuilder square() {
        return new OnnxBuilder().constant("A", shape(SIDE, SIDE), ones(SIDE * SIDE));
    }

    /** As many copies of a field of the graph, or of an only node, as fit. */
    private static ProtoMessage repeated(int field, ProtoMessage value) {
        ProtoMessage all = new ProtoMessage();
        byte[] one = new ProtoMessage().message(field, value).bytes();
        for (int n = LARGEST / one.length; n > 0; n--) {
            all.message(field, value);
        }
        return all;
    }

    private static byte[] graph(ProtoMessage graph) {
        return new ProtoMessage()
                .message(8, new ProtoMessage().integer(2, 13))
                .message(7, graph)
                .bytes();
    }

    @Test
    void graphsThatRepeatThemselvesAreBounded() throws IOException, ReflectiveOperationException {
        List<byte[]> files = new ArrayList<>();
        for (int kind = 0; kind < 6; kind++) {
            OnnxBuilder graph = square().constant("a", shape(SIDE), ones(SIDE)).input(SIDE);
            String value = "x";
            for (int i = 0; i < 1000; i++) {
                String next = "v" + i;
                switch (kind) {
                    case 0 -> graph.node("MatMul", value + " A", next);
                    case 1 -> graph.node("Gemm", value + " A a", next, integer("transB", 1), real("alpha", 0.5f));
                    case 2 -> graph.node(i % 2 == 0 ? "Gemm" : "Relu", value + (i % 2 == 0 ? " A" : ""), next);
                    case 3 -> graph.node("BatchNormalization", value + " a a a a", next);
                    case 4 -> graph.node(i % 2 == 0 ? "Add" : "Relu", value + (i % 2 == 0 ? " a" : ""), next);
                    default -> graph.node(i == 0 ? "MatMul" : "Add", value + (i == 0 ? " A" : " a"), next);
                }
                value = next;
            }
            files.add(graph.output(value).bytes());
        }
        HostileReads reads = new HostileReads(new OnnxFormat(), folder);
        for (int i = 0; i < files.size(); i++) {
            reads.submit(files.get(i), "kind " + i);
        }
    }

    @Test
    void vectorsThatBecomeMatricesAreBounded() throws IOException, ReflectiveOperationException {
        int n = 100_000;
        HostileReads reads = new HostileReads(new OnnxFormat(), folder);
        OnnxBuilder diagonal =
                new OnnxBuilder().input(n).constant("a", shape(n), ones(n)).node("Add", "x a", "s");
        reads.submit(diagonal.node("Relu", "s", "y").output("y").bytes(), "a diagonal matrix");
        OnnxBuilder outer = new OnnxBuilder()
                .constant("A", shape(n, 1), ones(n))
                .constant("B", shape(1, n), ones(n))
                .input(n)
                .node("MatMul", "x A", "m")
                .node("MatMul", "m B", "y")
                .output("y");
        reads.submit(outer.bytes(), "an outer product");
        OnnxBuilder wide = new OnnxBuilder()
                .lengths("s", 1, Integer.MAX_VALUE)
                .input(-1)
                .node("Reshape", "x s", "r")
                .node("Relu", "r", "y")
                .output("y");
        reads.submit(wide.bytes(), "a reshaped length");
        OnnxBuilder huge = new OnnxBuilder()
                .input(1L << 40, 1L << 40, -1)
                .node("Flatten", "x", "f")
                .node("Relu", "f", "y")
                .output("y");
        reads.submit(huge.bytes(), "open lengths");
        OnnxBuilder declared = new OnnxBuilder()
                .input(Integer.MAX_VALUE)
                .node("Relu", "x", "y")
                .output("y");
        reads.submit(declared.bytes(), "a declared length");
        assertTrue(reads.refused() == 5, reads.toString());
        OnnxBuilder normalized = new OnnxBuilder().constant("a", shape(SIDE * SIDE), ones(SIDE * SIDE));
        String value = "x";
        for (int i = 0; i < 500; i++) {
            normalized.node("BatchNormalization", value + " a a a a", "v" + i);
            value = "v" + i;
        }
        reads.submit(normalized.input(SIDE * SIDE).output(value).bytes(), "a long vector, normalized again and again");
    }

    @Test
    void manySmallMessagesAreBounded() throws IOException, ReflectiveOperationException {
        HostileReads reads = new HostileReads(new OnnxFormat(), folder);
        ProtoMessage empty = new ProtoMessage();
        for (int field : new int[] {1, 5, 11, 12}) {
            reads.submit(graph(repeated(field, empty)), "empty fields " + field);
        }
        reads.submit(graph(new ProtoMessage().message(1, repeated(1, empty))), "inputs of a node");
        reads.submit(
                graph(new ProtoMessage().message(1, repeated(1, new ProtoMessage().integer(15, 7)))), "short inputs");
        reads.submit(graph(new ProtoMessage().message(1, repeated(5, empty))), "attributes");
        reads.submit(
                graph(new ProtoMessage().message(1, repeated(5, new ProtoMessage().message(5, new ProtoMessage())))),
                "tensors of attributes");
        reads.submit(graph(new ProtoMessage().message(5, repeated(1, empty))), "empty lengths");
        byte[] axes = new byte[LARGEST];
        Arrays.fill(axes, (byte) 0xff);
        for (int i = 1; i < axes.length; i += 2) {
            axes[i] = 0x7f;
        }
        reads.submit(graph(new ProtoMessage().message(5, new ProtoMessage().bytes(1, axes))), "axes");
        reads.submit(graph(new ProtoMessage().message(5, new ProtoMessage().bytes(7, axes))), "integers");
        ProtoMessage floats = new ProtoMessage();
        for (int i = 0; i < LARGEST / 5; i++) {
            floats.real(4, i);
        }
        reads.submit(graph(new ProtoMessage().message(5, floats)), "reals, one by one");
        reads.submit(new byte[LARGEST], "zeros");
        OnnxBuilder identities = new OnnxBuilder().input(2);
        String value = "x";
        for (int i = 0; i < 25_000; i++) {
            identities.node("Identity", value, "v" + i);
            value = "v" + i;
        }
        reads.submit(identities.output(value).bytes(), "identities");
        OnnxBuilder constants = new OnnxBuilder().input(2);
        for (int i = 0; i < 40_000; i++) {
            constants.field(5, new ProtoMessage().string(8, "c" + i).real(4, 1));
        }
        reads.submit(constants.bytes(), "constants");
        byte[] nested = {};
        for (int i = 0; i < 20_000; i++) {
            nested =
                    i % 1000 == 0 ? nested : new ProtoMessage().bytes(6, nested).bytes();
        }
        reads.submit(graph(new ProtoMessage().message(1, new ProtoMessage().bytes(5, nested))), "graphs in attributes");
        assertTrue(reads.read() == 0, reads.toString());
    }

    @Test
    void namesDoNotGrowWithTheGraph() throws IOException, ReflectiveOperationException {
        HostileReads reads = new HostileReads(new OnnxFormat(), folder);
        String name = "n".repeat(200);
        OnnxBuilder graph = new OnnxBuilder().input(1).constant(name, shape(1, 1), 1);
        String value = "x";
        for (int i = 0; i < 4000; i++) {
            graph.node("MatMul", value + " " + name, "v" + i);
            value = "v" + i;
        }
        reads.submit(graph.output(value).bytes(), "long names multiplied");
        assertTrue(reads.read() == 1, reads.toString());
    }

    private static byte[] npy(String type, int... shape) {
        String lengths = Arrays.toString(shape).replace("[", "(").replace("]", ",)");
        byte[] header = ("{'descr': '" + type + "', 'fortran_order': True, 'shape': " + lengths + "}\n")
                .getBytes(StandardCharsets.US_ASCII);
        int count = Arrays.stream(shape).reduce(1, (a, b) -> a * b);
        return ByteBuffer.allocate(10 + header.length + count * (type.charAt(2) - '0'))
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0})
                .putShort((short) header.length)
                .put(header)
                .array();
    }

    private static byte[] zip(int entries, byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < entries; i++) {
                zip.putNextEntry(new ZipEntry("a" + i + ".npy"));
                zip.write(content);
            }
        }
        return bytes.toByteArray();
    }

    @Test
    void archivesThatInflateAreBounded() throws IOException, ReflectiveOperationException {
        HostileReads reads = new HostileReads(new NpzFormat(), folder);
        String bomb = reads.submit(zip(1, new byte[64 << 20]), "64 MiB of zeros");
        assertTrue(bomb.contains("inflates"), bomb);
        String matrix = reads.submit(zip(1, npy("<f8", 4000, 4000)), "a large matrix");
        assertTrue(matrix.contains("inflates"), matrix);
        reads.submit(zip(1, npy("<f2", 1200, 1200)), "a matrix of halves just allowed");
        reads.submit(zip(6, npy("<f2", 500, 500)), "six of them");
        reads.submit(zip(5000, npy("<f4", 1, 1)), "many arrays");
        reads.submit(zip(1000, npy("<f4", 1, 1)), "as many arrays as allowed");
        reads.submit(zip(300, npy("<f8", 0)), "empty arrays");
        String more = reads.submit(zip(1, Arrays.copyOf(npy("<f8", 3, 3), 14)), "cut");
        assertTrue(more.contains("header"), more);
        assertTrue(reads.read() >= 2, reads.toString());
    }

    private static byte[] safetensors(String header, int data) {
        byte[] json = header.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(8 + json.length + data)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(json.length)
                .put(json)
                .array();
    }

    @Test
    void headersFullOfNamesAreBounded() throws IOException, ReflectiveOperationException {
        HostileReads reads = new HostileReads(new SafetensorsFormat(), folder);
        StringBuilder layers = new StringBuilder("{");
        int count = 0;
        while (layers.length() < LARGEST - 200_000) {
            layers.append(count == 0 ? "" : ",")
                    .append("\"7.")
                    .append(9_000_000 - count)
                    .append(".weight\":");
            layers.append(
                    "{\"dtype\":\"F16\",\"shape\":[1,1],\"data_offsets\":[" + 2 * count + "," + (2 * count + 2) + "]}");
            count++;
        }
        reads.submit(safetensors(layers.append("}").toString(), 2 * count), count + " layers");
        reads.submit(safetensors("{" + " ".repeat(LARGEST) + "}", 0), "blanks");
        reads.submit(safetensors("{\"" + "\\u0041".repeat(LARGEST / 6) + "\":1}", 0), "escapes");
        reads.submit(safetensors("[".repeat(LARGEST), 0), "nested lists");
        reads.submit(safetensors("{\"a\":".repeat(LARGEST / 5), 0), "nested objects");
        String axes = "128,".repeat(LARGEST / 5);
        reads.submit(safetensors("{\"a\":{\"shape\":[" + axes + "1]}}", 0), "axes");
        reads.submit(safetensors("{\"__metadata__\":{" + "\"\":\"\",".repeat(LARGEST / 6) + "}}", 0), "metadata");
        reads.submit(safetensors("{\"" + "0".repeat(LARGEST - 100) + ".weight\":0}", 0), "a long name");
    }
}
