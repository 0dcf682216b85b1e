package org.epsilonet.families.relu.format;

import static org.epsilonet.families.relu.format.OnnxBuilder.integer;
import static org.epsilonet.families.relu.format.OnnxBuilder.numbers;
import static org.epsilonet.families.relu.format.OnnxBuilder.real;
import static org.epsilonet.families.relu.format.OnnxBuilder.shape;
import static org.epsilonet.families.relu.format.OnnxBuilder.tensorAttribute;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.epsilonet.api.model.ImportedModel;
import org.epsilonet.api.model.InputBox;
import org.epsilonet.api.model.MalformedModelException;
import org.epsilonet.families.relu.NetworkModel;
import org.epsilonet.families.relu.bounds.ReluLipschitzAnalysis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Two implementations of one format: ONNX Runtime runs what is written, and agrees on what is read. */
class OnnxRuntimeTest {
    private static final int POINTS = 64;

    @TempDir
    Path folder;

    /** Runs a model of the input {@code x} on points, one after the other. */
    private static double[] run(byte[] onnx, boolean single, double[] points, long... lengths) throws OrtException {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        long[] shape =
                LongStream.concat(LongStream.of(-1), Arrays.stream(lengths)).toArray();
        shape[0] = points.length / Arrays.stream(lengths).reduce(1, (a, b) -> a * b);
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            try (OrtSession session = environment.createSession(onnx, options);
                    OnnxTensor x = tensor(environment, single, points, shape);
                    OrtSession.Result result = session.run(Map.of("x", x))) {
                return single
                        ? Arrays.stream((float[][]) result.get(0).getValue())
                                .flatMapToDouble(OnnxRuntimeTest::widened)
                                .toArray()
                        : Arrays.stream((double[][]) result.get(0).getValue())
                                .flatMapToDouble(Arrays::stream)
                                .toArray();
            }
        }
    }

    private static java.util.stream.DoubleStream widened(float[] row) {
        double[] wide = new double[row.length];
        for (int i = 0; i < row.length; i++) {
            wide[i] = row[i];
        }
        return Arrays.stream(wide);
    }

    private static OnnxTensor tensor(OrtEnvironment environment, boolean single, double[] points, long[] shape)
            throws OrtException {
        if (!single) {
            return OnnxTensor.createTensor(environment, DoubleBuffer.wrap(points), shape);
        }
        float[] narrow = new float[points.length];
        for (int i = 0; i < narrow.length; i++) {
            narrow[i] = (float) points[i];
        }
        return OnnxTensor.createTensor(environment, FloatBuffer.wrap(narrow), shape);
    }

    private static double distance(double[] a, double[] b) {
        assertEquals(a.length, b.length);
        double distance = 0;
        for (int i = 0; i < a.length; i++) {
            distance = Math.max(distance, Math.abs(a[i] - b[i]));
        }
        return distance;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whatIsWrittenInFloat32RunsWithinTheFloatBound(long seed) throws OrtException {
        Random random = new Random(seed);
        int[] sizes = random.ints(2 + random.nextInt(4), 1, 40).toArray();
        NetworkModel model = NetworkModel.of(SampleNetworks.random(random, true, sizes));
        double[] points = numbers(random, POINTS * model.inputs());
        double[] expected = model.atAll(points);
        double[] found = run(SampleNetworks.written(new OnnxFormat(), model), true, points, model.inputs());
        double bound = new ReluLipschitzAnalysis().evaluationError(model, InputBox.SYMMETRIC);
        double error = distance(expected, found);
        assertTrue(
                error <= bound && bound < 1, "seed " + seed + ", " + model + ": error " + error + ", bound " + bound);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void whatIsWrittenInFloat64RunsInDoubles(long seed) throws OrtException {
        Random random = new Random(seed);
        NetworkModel model = NetworkModel.of(SampleNetworks.random(random, false, 3, 20, 20, 2));
        double[] points = random.doubles(POINTS * 3, -1, 1).toArray();
        double[] found = run(SampleNetworks.written(new OnnxFormat(), model), false, points, 3);
        double[] expected = model.atAll(points);
        double scale = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
        // Sums of 20 terms, three deep, in another order: some hundred units in the last place.
        assertEquals(0, distance(expected, found), 1e-12 * (1 + scale), "seed " + seed);
    }

    /** Graphs as other tools write them: a label, how the layers are read, the lengths of an input, the file. */
    static Stream<Arguments> foreign() {
        Random r = new Random(20261124);
        OnnxBuilder matMul = new OnnxBuilder()
                .input(3)
                .constant("A", shape(3, 5), numbers(r, 15))
                .typedConstant("a", shape(5), numbers(r, 5))
                .constant("B", shape(5, 2), numbers(r, 10))
                .constant("b", shape(1, 2), numbers(r, 2))
                .node("MatMul", "x A", "m1")
                .node("Add", "m1 a", "s1")
                .node("Relu", "s1", "r1")
                .node("MatMul", "r1 B", "m2")
                .node("Add", "b m2", "y")
                .output("y");
        OnnxBuilder gemm = new OnnxBuilder()
                .input(4)
                .constant("A", shape(4, 6), numbers(r, 24))
                .constant("a", shape(6), numbers(r, 6))
                .constant("B", shape(3, 6), numbers(r, 18))
                .constant("b", shape(), 0.75)
                .node("Gemm", "x A a", "g1", real("alpha", 0.3f), real("beta", -1.5f), integer("transB", 0))
                .node("Relu", "g1", "r1")
                .node("Gemm", "r1 B b", "y", integer("transB", 1), real("beta", 2))
                .output("y");
        OnnxBuilder noBias = new OnnxBuilder(OnnxBuilder.DOUBLE)
                .input(3)
                .typedConstant("A", shape(3, 4), numbers(r, 12))
                .constant("B", shape(4, 1), numbers(r, 4))
                .node("Gemm", "x A", "g1")
                .node("Relu", "g1", "r1")
                .node("Gemm", "r1 B -", "y")
                .output("y");
        OnnxBuilder normalized = new OnnxBuilder()
                .input(3)
                .constant("A", shape(3, 4), numbers(r, 12))
                .constant("gamma", shape(4), numbers(r, 4))
                .constant("beta", shape(4), numbers(r, 4))
                .constant("mean", shape(4), numbers(r, 4))
                .constant("variance", shape(4), 0.5, 1.5, 0.25, 2)
                .constant("B", shape(4, 4), numbers(r, 16))
                .constant("b", shape(4), numbers(r, 4))
                .node("Gemm", "x A", "g1")
                .node("BatchNormalization", "g1 gamma beta mean variance", "n1", real("epsilon", 0.01f))
                .node("Relu", "n1", "r1")
                .node("BatchNormalization", "r1 gamma beta mean variance", "n2")
                .node("Gemm", "n2 B b", "y")
                .output("y");
        OnnxBuilder flattened = new OnnxBuilder()
                .input(2, 3, 1)
                .constant("A", shape(6, 4), numbers(r, 24))
                .lengths("s", -1, 4)
                .node("Flatten", "x", "f", integer("axis", 1))
                .node("Identity", "f", "i")
                .node("MatMul", "i A", "m")
                .node("Reshape", "m s", "q")
                .node("Relu", "q", "y")
                .output("y");
        OnnxBuilder reshaped = new OnnxBuilder();
        reshaped.input(3, 2)
                .lengths("s", 0, -1)
                .node("Reshape", "x s", "f")
                .node("Constant", "-", "A", tensorAttribute("value", reshaped.tensor("", shape(4, 6), numbers(r, 24))))
                .node("Gemm", "f A", "g", integer("transB", 1))
                .node("Dropout", "g", "d")
                .node("Relu", "d", "r")
                .node("Relu", "r", "r2")
                .constant("B", shape(4, 2), numbers(r, 8))
                .node("MatMul", "r2 B", "y")
                .output("y");
        OnnxBuilder multiplied = new OnnxBuilder()
                .input(5)
                .constant("A", shape(5, 3), numbers(r, 15))
                .constant("a", shape(3), numbers(r, 3))
                .constant("B", shape(3, 7), numbers(r, 21))
                .constant("b", shape(7), numbers(r, 7))
                .constant("C", shape(7, 2), numbers(r, 14))
                .node("Gemm", "x A a", "g1")
                .node("Gemm", "g1 B b", "g2")
                .node("Relu", "g2", "r")
                .node("Add", "r b", "s")
                .node("Gemm", "s C", "y")
                .output("y");
        OnnxBuilder rectifiedFirst = new OnnxBuilder()
                .input(3)
                .constant("a", shape(3), numbers(r, 3))
                .constant("A", shape(3, 2), numbers(r, 6))
                .node("Relu", "x", "r0")
                .node("Add", "r0 a", "s")
                .node("Relu", "s", "r1")
                .node("MatMul", "r1 A", "y")
                .output("y");
        return Stream.of(
                Arguments.of("MatMul and Add", 2, new long[] {3}, matMul.bytes()),
                Arguments.of("Gemm with alpha, beta, transB, scalar bias", 2, new long[] {4}, gemm.bytes()),
                Arguments.of("Gemm without bias, double", 2, new long[] {3}, noBias.bytes()),
                Arguments.of("BatchNormalization before and after Relu", 2, new long[] {3}, normalized.bytes()),
                Arguments.of("Flatten, Identity, Reshape, a last Relu", 2, new long[] {2, 3, 1}, flattened.bytes()),
                Arguments.of("Reshape, Constant, Dropout, Relu twice", 2, new long[] {3, 2}, reshaped.bytes()),
                Arguments.of("Gemm after Gemm, Add before Gemm", 2, new long[] {5}, multiplied.bytes()),
                Arguments.of("Relu first", 3, new long[] {3}, rectifiedFirst.bytes()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("foreign")
    void whatOthersWriteIsReadAsTheRuntimeRunsIt(String label, int depth, long[] lengths, byte[] onnx)
            throws OrtException, MalformedModelException {
        ImportedModel imported = SampleNetworks.read(new OnnxFormat(), folder, onnx);
        int inputs = (int) Arrays.stream(lengths).reduce(1, (a, b) -> a * b);
        assertEquals(inputs, imported.model().inputs());
        assertEquals(
                depth,
                SampleNetworks.network(imported).depth(),
                imported.report().toString());
        boolean single = !label.endsWith("double");
        double[] points = numbers(new Random(1), POINTS * inputs);
        double[] expected = run(onnx, single, points, lengths);
        // All numbers are of the size of 1; the runtime adds at most 24 terms per layer in float32, 2^-24 each.
        double tolerance = single ? 1e-5 : 1e-13;
        assertEquals(0, distance(expected, imported.model().atAll(points)), tolerance, label);
    }

    @Test
    void theReportNamesEveryNode() throws MalformedModelException {
        byte[] multiplied = (byte[]) foreign().skip(6).findFirst().orElseThrow().get()[3];
        ImportedModel imported = SampleNetworks.read(new OnnxFormat(), folder, multiplied);
        List<String> report = imported.report();
        for (String node : List.of("at/g1", "at/g2", "at/r", "at/s", "at/y")) {
            assertEquals(
                    1, report.stream().filter(l -> l.contains("'" + node + "'")).count(), report.toString());
        }
        assertTrue(report.stream().anyMatch(l -> l.contains("'at/g2'") && l.contains("folded")), report.toString());
    }
}
