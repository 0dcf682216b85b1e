package org.epsilonet.families.relu.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.epsilonet.api.model.ImportedModel;
import org.epsilonet.api.model.MalformedModelException;
import org.jspecify.annotations.Nullable;

/** Follows the one value that flows through a graph, operator by operator. */
final class OnnxReader {
    /** A division and a root, in multiplications. */
    private static final long WORK_TO_NORMALIZE = 32;

    private final ModelFile file;
    private final OnnxGraph graph;
    private final AffineChain chain;
    private final List<String> report = new ArrayList<>();
    /** Whether what flows has the axes of the batch and of the values, no others. */
    private boolean flat = true;

    OnnxReader(ModelFile file, OnnxGraph graph) {
        this.file = file;
        this.graph = graph;
        this.chain = new AffineChain(file);
    }

    ImportedModel read() throws MalformedModelException {
        if (graph.inputs().size() != 1 || graph.outputs().size() != 1) {
            throw file.malformed("a network of one input and one output is read; the graph has "
                    + graph.inputs().size() + " inputs and " + graph.outputs().size() + " outputs");
        }
        requireOneConsumerEach();
        String current = graph.inputs().get(0).name();
        begin(graph.inputs().get(0));
        for (OnnxNode node : graph.nodes()) {
            int place = node.inputs().indexOf(current);
            if (place != 0 && !(place == 1 && node.type().equals("Add"))) {
                throw file.malformed("the " + node + " does not continue the chain from " + ModelFile.shown(current)
                        + "; only chains of operators are read");
            }
            int before = chain.factors();
            apply(node, current);
            String folded = chain.factors() > 1 && chain.factors() > before ? ", folded into the layer" : "";
            report.add(node + ": read" + folded);
            current = output(node);
        }
        requireFlat("the output");
        if (!current.equals(graph.outputs().get(0))) {
            throw file.malformed("the output " + ModelFile.shown(graph.outputs().get(0)) + " is not the last value "
                    + ModelFile.shown(current));
        }
        return new ImportedModel(chain.model(), report);
    }

    /** The batch is the first axis of the input, the values are the others: all together once flattened. */
    private void begin(OnnxGraph.Input input) throws MalformedModelException {
        flat = input.axes() < 0 || input.axes() == 2;
        if (input.axes() == 0 || input.axes() == 1) {
            throw file.malformed("the input " + ModelFile.shown(input.name()) + " has " + input.axes()
                    + " axes; needed: one for the batch and one for the values");
        }
        if (input.values() > Integer.MAX_VALUE) {
            throw file.malformed("the input " + ModelFile.shown(input.name()) + " has 2^31 values or more");
        }
        if (input.values() > 0) {
            chain.requireFeatures(input.values(), "the input " + ModelFile.shown(input.name()));
        }
    }

    private void requireFlat(String where) throws MalformedModelException {
        if (!flat) {
            throw file.malformed(where + ": the input has more than two axes; a Flatten or Reshape must come first");
        }
    }

    private void requireOneConsumerEach() throws MalformedModelException {
        Map<String, OnnxNode> consumers = new HashMap<>();
        for (OnnxNode node : graph.nodes()) {
            for (String input : node.inputs()) {
                if (!input.isEmpty() && graph.constant(input) == null) {
                    OnnxNode other = consumers.put(input, node);
                    if (other != null) {
                        throw file.malformed("the value " + ModelFile.shown(input) + " enters twice, the " + other
                                + " and the " + node + "; only chains of operators are read");
                    }
                }
            }
        }
    }

    private String output(OnnxNode node) throws MalformedModelException {
        if (node.outputs().isEmpty()) {
            throw file.malformed("the " + node + " has no output");
        }
        return node.outputs().get(0);
    }

    private void apply(OnnxNode node, String current) throws MalformedModelException {
        String where = "the " + node;
        switch (node.type()) {
            case "Flatten", "Reshape" -> flat = true;
            case "Gemm", "MatMul", "Add", "BatchNormalization" -> requireFlat(where);
            default -> {
                // Works on each value, or is not supported.
            }
        }
        switch (node.type()) {
            case "Gemm" -> gemm(node, where);
            case "MatMul" -> matMul(node, where);
            case "Add" -> add(node, current, where);
            case "Relu" -> chain.rectify(where);
            case "BatchNormalization" -> normalize(node, where);
            case "Flatten" -> requireBatchAxis(node.integer("axis", 1), where);
            case "Reshape" -> reshape(node, where);
            case "Identity", "Dropout" -> {
                // In inference a dropout passes its input on.
            }
            default ->
                throw file.malformed(where + " is not supported; allowed: Gemm, MatMul, Add, Relu,"
                        + " BatchNormalization, Flatten, Reshape, Identity, Dropout, Constant");
        }
    }

    private void gemm(OnnxNode node, String where) throws MalformedModelException {
        requireFirst(node, where);
        if (node.integer("transA", 0) != 0) {
            throw file.malformed(where + ": transA is not supported");
        }
        Tensor given = matrix(node, 1, where);
        Tensor weights = node.integer("transB", 0) != 0 ? given : transposed(given, where);
        chain.multiply(scaled(weights, node.real("alpha", 1), where), where);
        @Nullable Tensor bias = optional(node, 2, where);
        if (bias != null) {
            chain.scaleAndShift(
                    new double[] {1},
                    scaled(vector(bias, where), node.real("beta", 1), where).values(),
                    bias.name(),
                    where);
        }
    }

    private void matMul(OnnxNode node, String where) throws MalformedModelException {
        requireFirst(node, where);
        chain.multiply(transposed(matrix(node, 1, where), where), where);
    }

    private void add(OnnxNode node, String current, String where) throws MalformedModelException {
        if (node.inputs().size() != 2) {
            throw file.malformed(where + " has " + node.inputs().size() + " inputs; allowed: 2");
        }
        int other = node.inputs().get(0).equals(current) ? 1 : 0;
        Tensor summand = vector(constant(node, other, where), where);
        chain.scaleAndShift(new double[] {1}, summand.values(), summand.name(), where);
    }

    /** \(y = \gamma (x-\mu)/\sqrt{v+\epsilon} + \beta\), with inputs in the order x, γ, β, μ, v. */
    private void normalize(OnnxNode node, String where) throws MalformedModelException {
        requireFirst(node, where);
        if (node.integer("training_mode", 0) != 0) {
            throw file.malformed(where + " is in training mode");
        }
        double epsilon = node.real("epsilon", 1e-5f);
        double[][] parameters = new double[4][];
        for (int k = 0; k < 4; k++) {
            parameters[k] = vector(constant(node, k + 1, where), where).values();
            if (parameters[k].length != parameters[0].length) {
                throw file.malformed(where + ": parameters of different lengths");
            }
        }
        int n = parameters[0].length;
        chain.reserve(2L * n, WORK_TO_NORMALIZE * n, where);
        double[] factor = new double[n];
        double[] summand = new double[n];
        for (int i = 0; i < n; i++) {
            factor[i] = parameters[0][i] / Math.sqrt(parameters[3][i] + epsilon);
            summand[i] = parameters[1][i] - parameters[2][i] * factor[i];
        }
        if (n == 1 && chain.features() > 1) {
            throw file.malformed(where + ": one channel for " + chain.features() + " values");
        }
        chain.scaleAndShift(factor, summand, node.inputs().get(1), where);
    }

    private void requireBatchAxis(long axis, String where) throws MalformedModelException {
        if (axis != 1) {
            throw file.malformed(where + ": axis " + axis + "; allowed: 1, all but the batch become one");
        }
    }

    /** Allowed if every element of the batch keeps its values: the shape is (batch, number of values). */
    private void reshape(OnnxNode node, String where) throws MalformedModelException {
        requireFirst(node, where);
        double[] shape = constant(node, 1, where).values();
        if (node.integer("allowzero", 0) != 0) {
            throw file.malformed(where + ": allowzero is not supported");
        }
        boolean whole = Arrays.stream(shape).allMatch(n -> n == Math.rint(n));
        boolean batchFirst = whole && shape.length == 2 && (shape[0] == -1 || shape[0] == 0 || shape[0] == 1);
        boolean valuesLast = batchFirst && (shape[1] >= 1 || (shape[1] == -1 && shape[0] != -1));
        if (!valuesLast || shape[1] > Integer.MAX_VALUE) {
            throw file.malformed(where + ": the shape "
                    + Arrays.stream(shape)
                            .limit(8)
                            .mapToObj(n -> String.valueOf((long) n))
                            .collect(Collectors.joining(", ", "(", ")"))
                    + "; allowed: (-1, N), (0, N), (1, N) with the number N of values, or -1 for it");
        }
        if (shape[1] >= 1) {
            chain.requireFeatures((long) shape[1], where);
        }
    }

    private void requireFirst(OnnxNode node, String where) throws MalformedModelException {
        if (node.inputs().isEmpty() || graph.constant(node.inputs().get(0)) != null) {
            throw file.malformed(where + ": its first input must be the value that flows, not a constant");
        }
    }

    private Tensor matrix(OnnxNode node, int input, String where) throws MalformedModelException {
        Tensor tensor = constant(node, input, where);
        if (tensor.rank() != 2) {
            throw file.malformed(where + ": the weights " + tensor + " are no matrix");
        }
        return tensor;
    }

    private Tensor vector(Tensor tensor, String where) throws MalformedModelException {
        if (!tensor.isRow() || tensor.values().length == 0) {
            throw file.malformed(where + ": " + tensor + " is not one number for each value, or one for all");
        }
        return tensor;
    }

    private Tensor transposed(Tensor tensor, String where) throws MalformedModelException {
        chain.reserve(tensor.values().length, tensor.values().length, where);
        return tensor.transposed();
    }

    private Tensor scaled(Tensor tensor, double factor, String where) throws MalformedModelException {
        if (factor == 1) {
            return tensor;
        }
        chain.reserve(tensor.values().length, tensor.values().length, where);
        double[] values = new double[tensor.values().length];
        for (int i = 0; i < values.length; i++) {
            values[i] = factor * tensor.values()[i];
        }
        return new Tensor(tensor.name(), tensor.shape(), values);
    }

    private Tensor constant(OnnxNode node, int input, String where) throws MalformedModelException {
        Tensor tensor = optional(node, input, where);
        if (tensor == null) {
            throw file.malformed(where + " has no input " + input);
        }
        return tensor;
    }

    private @Nullable Tensor optional(OnnxNode node, int input, String where) throws MalformedModelException {
        if (input >= node.inputs().size() || node.inputs().get(input).isEmpty()) {
            return null;
        }
        String name = node.inputs().get(input);
        Tensor tensor = graph.constant(name);
        if (tensor == null) {
            throw file.malformed(where + ": its input " + ModelFile.shown(name) + " is not a constant of the file");
        }
        return tensor;
    }
}
