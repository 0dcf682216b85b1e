package org.epsilonet.families.relu.format;

import static org.epsilonet.families.relu.format.OnnxBuilder.integer;
import static org.epsilonet.families.relu.format.OnnxBuilder.shape;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.epsilonet.api.model.MalformedModelException;
import org.epsilonet.api.model.ModelFormat;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What cannot be read is named in one line. */
class RefusalTest {
    @TempDir
    Path folder;

    private static OnnxBuilder layer() {
        return new OnnxBuilder()
                .input(2)
                .constant("A", shape(2, 2), 1, 2, 3, 4)
                .constant("a", shape(2), 1, 2)
                .node("Gemm", "x A a", "g");
    }

    private static Arguments onnx(OnnxBuilder graph, String... expected) {
        return Arguments.of(new OnnxFormat(), graph.bytes(), expected);
    }

    private static ProtoMessage external(ProtoMessage tensor) {
        return tensor.message(13, new ProtoMessage().string(1, "location").string(2, "/etc/passwd"))
                .integer(14, 1);
    }

    private static Arguments safetensors(String header, int data, String... expected) {
        byte[] json = header.getBytes(StandardCharsets.UTF_8);
        byte[] file = ByteBuffer.allocate(8 + json.length + data)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(json.length)
                .put(json)
                .array();
        return Arguments.of(new SafetensorsFormat(), file, expected);
    }

    private static String array(String name, String shape, int from, int to) {
        return "\"" + name + "\":{\"dtype\":\"F32\",\"shape\":" + shape + ",\"data_offsets\":[" + from + "," + to
                + "]}";
    }

    private static Arguments npz(String[] names, String[] shapes, String... expected) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < names.length; i++) {
                byte[] header = ("{'descr': '<f4', 'fortran_order': False, 'shape': (" + shapes[i] + "), }\n")
                        .getBytes(StandardCharsets.US_ASCII);
                int count = 1;
                for (String n : shapes[i].split(",")) {
                    count *= Integer.parseInt(n.strip());
                }
                zip.putNextEntry(new ZipEntry(names[i] + ".npy"));
                zip.write(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, (byte) header.length, 0});
                zip.write(header);
                zip.write(new byte[4 * count]);
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return Arguments.of(new NpzFormat(), bytes.toByteArray(), expected);
    }

    private static String[] list(String... items) {
        return items;
    }

    static Stream<Arguments> files() {
        OnnxBuilder branch =
                layer().node("Relu", "g", "r").node("Add", "r g", "y").output("y");
        OnnxBuilder image = new OnnxBuilder()
                .input(2, 3)
                .constant("A", shape(3, 2), 1, 2, 3, 4, 5, 6)
                .node("MatMul", "x A", "y")
                .output("y");
        return Stream.of(
                onnx(layer().node("Softmax", "g", "y").output("y"), "'at/y'", "'Softmax'"),
                onnx(layer().node("Sigmoid", "g", "y").output("y"), "'at/y'", "'Sigmoid'"),
                onnx(layer().node("Conv", "g A", "y").output("y"), "'at/y'", "'Conv'"),
                onnx(layer().node("Evil\nline", "g", "y").output("y"), "'Evil?line'"),
                onnx(branch, "enters twice"),
                onnx(image, "'at/y'", "Flatten or Reshape must come first"),
                onnx(
                        layer().node("Add", "g column", "y")
                                .constant("column", shape(2, 1), 1, 2)
                                .output("y"),
                        "'column'"),
                onnx(layer().node("Relu", "g", "r").output("g"), "'g'", "not the last value"),
                onnx(layer().node("Gemm", "g A", "y", integer("transA", 1)).output("y"), "transA"),
                onnx(
                        layer().node("Gemm", "g B", "y")
                                .constant("B", shape(3, 1), 1, 2, 3)
                                .output("y"),
                        "3 values"),
                onnx(layer().node("Gemm", "g B", "y").output("y"), "'B' is not a constant"),
                onnx(
                        layer().node("Gemm", "g B", "y")
                                .constant("B", shape(2, 1), 1, Float.NaN)
                                .output("y"),
                        "NaN"),
                onnx(layer().constant("A", shape(1), 1).output("g"), "two constants", "'A'"),
                onnx(layer().node("Flatten", "g", "y", integer("axis", 0)).output("y"), "axis 0"),
                onnx(layer().lengths("s", 1, 4).node("Reshape", "g s", "y").output("y"), "4 values"),
                onnx(layer().lengths("s", 2, 2).node("Reshape", "g s", "y").output("y"), "(2, 2)"),
                onnx(layer().output("g").operatorSet(6), "version 6"),
                onnx(
                        layer().field(5, external(OnnxBuilder.header("E", OnnxBuilder.FLOAT, 2)))
                                .output("g"),
                        "another file"),
                onnx(new OnnxBuilder().input().node("Relu", "x", "y").output("y"), "1 axes"),
                safetensors(
                        "{" + array("a.weight", "[1,2]", 0, 8) + "," + array("a.weight", "[1,2]", 8, 16) + "}",
                        16,
                        "two arrays",
                        "'a.weight'"),
                safetensors(
                        "{" + array("a.weight", "[1,2]", 0, 8) + "," + array("a.bias", "[1]", 4, 8) + "}",
                        8,
                        "'a.bias'",
                        "expected from 8"),
                safetensors("{" + array("a.weight", "[1,2]", 4, 12) + "}", 12, "expected from 0"),
                safetensors("{" + array("a.weight", "[1,2]", 0, 8) + "}", 12, "4 bytes after"),
                safetensors("{" + array("a.weight", "[1,3]", 0, 8) + "}", 8, "'a.weight'"),
                safetensors("{" + array("a.weight", "[1,2]", 0, 9999) + "}", 8, "within 8"),
                safetensors("{" + array("conv", "[1,2]", 0, 8) + "}", 8, "'conv'", "PREFIX.weight"),
                safetensors("{" + array("a.bias", "[2]", 0, 8) + "}", 8, "no weights"),
                safetensors(
                        "{" + array("a.weight", "[1,2]", 0, 8) + "," + array("b.weight", "[1,2]", 8, 16) + "}",
                        16,
                        "2 inputs",
                        "1 outputs"),
                safetensors("{" + array("a.weight", "[1,2]", 0, 8) + "} x", 8, "end of the header"),
                npz(list("W1", "W1x", "W2"), list("1,2", "1,2", "1,1"), "2 inputs", "1 outputs"),
                npz(list("b1"), list("3,"), "'b1'", "matrix"),
                npz(list("W1", "b1"), list("2,2", "3,"), "'b1'", "does not fit"),
                npz(list("W1"), list("2,2,2"), "3 axes"),
                Arguments.of(new NpzFormat(), new byte[100], list("no archive")),
                Arguments.of(new OnnxFormat(), new byte[0], list("no graph")),
                Arguments.of(new SafetensorsFormat(), new byte[3], list("3 bytes")));
    }

    @ParameterizedTest
    @MethodSource("files")
    void theReasonIsNamed(ModelFormat format, byte[] bytes, String[] expected) {
        MalformedModelException e =
                assertThrows(MalformedModelException.class, () -> SampleNetworks.read(format, folder, bytes));
        assertTrue(
                e.getMessage().startsWith(folder.toString()) && !e.getMessage().contains("\n"), e.getMessage());
        for (String part : expected) {
            assertTrue(e.getMessage().contains(part), part + " in: " + e.getMessage());
        }
    }

    @ParameterizedTest
    @MethodSource("org.epsilonet.families.relu.format.SampleNetworks#formats")
    void aMissingFileAndAFolderAreTold(ModelFormat format) {
        assertThrows(NoSuchFileException.class, () -> format.read(folder.resolve("none")));
        assertThrows(MalformedModelException.class, () -> format.read(folder));
    }
}
