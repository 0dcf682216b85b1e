package org.epsilonet.families.relu.format;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.epsilonet.api.model.MalformedModelException;
import org.jspecify.annotations.Nullable;

/**
 * The graph of an ONNX file, as far as networks of affine maps and ReLUs need it: nodes in order, constant tensors, names
 * of inputs and outputs. Field numbers are those of {@code onnx.proto}.
 */
final class OnnxGraph {
    private static final int MOST_NODES = 1 << 13;
    private static final int MOST_CONSTANTS = 1 << 14;
    private static final int MOST_AXES = 8;

    /** Before this one, Add and BatchNormalization meant something else. */
    private static final long OLDEST_OPERATOR_SET = 7;

    private final ModelFile file;
    private final List<OnnxNode> nodes = new ArrayList<>();
    private final Map<String, Tensor> constants = new HashMap<>();
    private final List<Input> inputs = new ArrayList<>();
    private final List<String> outputs = new ArrayList<>();

    /**
     * An input.
     *
     * @param name its name
     * @param axes how many, the batch included; -1 if that is left open
     * @param values the product of all lengths but the first, at most 2^31; 0 if that is left open
     */
    record Input(String name, int axes, long values) {}

    private OnnxGraph(ModelFile file) {
        this.file = file;
    }

    static OnnxGraph of(ModelFile file) throws MalformedModelException {
        OnnxGraph graph = new OnnxGraph(file);
        WireReader model = WireReader.of(file);
        boolean found = false;
        long operatorSet = 0;
        while (model.hasNext()) {
            int field = model.field();
            if (field == 8 && model.type() == WireReader.BYTES) {
                operatorSet = Math.max(operatorSet, standardVersion(model.message()));
            } else if (field == 7 && model.type() == WireReader.BYTES) {
                if (found) {
                    throw file.malformed("two graphs in one model");
                }
                found = true;
                graph.read(model.message());
            } else {
                model.skip();
            }
        }
        if (!found) {
            throw file.malformed("is no ONNX model: there is no graph in it");
        }
        if (operatorSet < OLDEST_OPERATOR_SET) {
            throw file.malformed(
                    "the operator set has version " + operatorSet + "; allowed: " + OLDEST_OPERATOR_SET + " and later");
        }
        graph.requireOneProducerEach();
        return graph;
    }

    private static boolean isStandard(String domain) {
        return domain.isEmpty() || domain.equals("ai.onnx");
    }

    /** The version of an operator set, 0 if it is not the standard one. */
    private static long standardVersion(WireReader operatorSet) throws MalformedModelException {
        String domain = "";
        long version = 0;
        while (operatorSet.hasNext()) {
            switch (operatorSet.field()) {
                case 1 -> domain = operatorSet.string();
                case 2 -> version = operatorSet.integer();
                default -> operatorSet.skip();
            }
        }
        return isStandard(domain) ? version : 0;
    }

    /** The operators, in order; constants are taken out. */
    List<OnnxNode> nodes() {
        return nodes;
    }

    /** The constant of a name, if it is one. */
    @Nullable
    Tensor constant(String name) {
        return constants.get(name);
    }

    /** Names of the inputs that are not constants. */
    List<Input> inputs() {
        return inputs.stream()
                .filter(input -> !constants.containsKey(input.name()))
                .toList();
    }

    /** Names of the outputs. */
    List<String> outputs() {
        return outputs;
    }

    private void read(WireReader graph) throws MalformedModelException {
        while (graph.hasNext()) {
            switch (graph.field()) {
                case 1 -> node(OnnxNode.read(file, graph.message()));
                case 5 -> constant(OnnxTensor.read(file, graph.message()));
                case 11 -> inputs.add(input(graph.message()));
                case 12 -> outputs.add(input(graph.message()).name());
                case 15 -> throw file.malformed("sparse initializers are not supported");
                default -> graph.skip();
            }
        }
    }

    private void constant(Tensor tensor) throws MalformedModelException {
        if (constants.put(tensor.name(), tensor) != null) {
            throw file.malformed("two constants are named " + ModelFile.shown(tensor.name()));
        }
        if (constants.size() > MOST_CONSTANTS) {
            throw file.malformed("more than " + MOST_CONSTANTS + " constants");
        }
    }

    /** A {@code ValueInfoProto}: a name and, three messages down, a shape. */
    private Input input(WireReader valueInfo) throws MalformedModelException {
        String name = "";
        @Nullable WireReader type = null;
        while (valueInfo.hasNext()) {
            switch (valueInfo.field()) {
                case 1 -> name = valueInfo.string();
                case 2 -> type = valueInfo.message();
                default -> valueInfo.skip();
            }
        }
        @Nullable WireReader shape = inner(inner(type, 1), 2);
        if (shape == null) {
            return new Input(name, -1, 0);
        }
        int axes = 0;
        long values = 1;
        while (shape.hasNext()) {
            if (shape.field() != 1) {
                shape.skip();
                continue;
            }
            long length = length(shape.message());
            if (++axes > MOST_AXES) {
                throw file.malformed("the value " + ModelFile.shown(name) + " has more than " + MOST_AXES + " axes");
            }
            if (axes > 1) {
                values = length < 1 ? 0 : values * Math.min(length, 1L << 31);
                values = Math.min(values, 1L << 31);
            }
        }
        return new Input(name, axes, values);
    }

    /** A message within another: its last field of that number. */
    private static @Nullable WireReader inner(@Nullable WireReader message, int field) throws MalformedModelException {
        @Nullable WireReader found = null;
        while (message != null && message.hasNext()) {
            if (message.field() == field) {
                found = message.message();
            } else {
                message.skip();
            }
        }
        return found;
    }

    /** The length of an axis, 0 if it is left open. */
    private static long length(WireReader dimension) throws MalformedModelException {
        long length = 0;
        while (dimension.hasNext()) {
            if (dimension.field() == 1) {
                length = dimension.integer();
            } else {
                dimension.skip();
            }
        }
        return length;
    }

    private void node(OnnxNode node) throws MalformedModelException {
        if (!isStandard(node.domain())) {
            throw file.malformed("the " + node + " is of the operator set " + ModelFile.shown(node.domain())
                    + "; allowed: the standard one");
        }
        if (node.type().equals("Constant")) {
            if (node.value() == null || node.outputs().size() != 1) {
                throw file.malformed("the " + node + " has no tensor as its value");
            }
            constant(node.value().named(node.outputs().get(0)));
        } else {
            nodes.add(node);
        }
        if (nodes.size() > MOST_NODES) {
            throw file.malformed("more than " + MOST_NODES + " nodes");
        }
    }

    private void requireOneProducerEach() throws MalformedModelException {
        Set<String> produced = new HashSet<>(constants.keySet());
        for (OnnxNode node : nodes) {
            for (String output : node.outputs()) {
                if (!output.isEmpty() && !produced.add(output)) {
                    throw file.malformed("the value " + ModelFile.shown(output) + " is produced twice");
                }
            }
        }
    }
}
