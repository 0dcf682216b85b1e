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
    private static final int MOST_NODES = 1 << 16;

    private final ModelFile file;
    private final List<Node> nodes = new ArrayList<>();
    private final Map<String, Tensor> constants = new HashMap<>();
    private final List<String> inputs = new ArrayList<>();
    private final List<String> outputs = new ArrayList<>();

    /**
     * One operator.
     *
     * @param name its name, perhaps empty
     * @param type the operator
     * @param inputs names of what enters it; empty for an optional input left out
     * @param outputs names of what leaves it
     * @param integers attributes that are integers
     * @param reals attributes that are reals
     * @param value the attribute {@code value}, a tensor
     */
    record Node(
            String name,
            String type,
            List<String> inputs,
            List<String> outputs,
            Map<String, Long> integers,
            Map<String, Float> reals,
            @Nullable Tensor value) {

        long integer(String attribute, long byDefault) {
            return integers.getOrDefault(attribute, byDefault);
        }

        float real(String attribute, float byDefault) {
            return reals.getOrDefault(attribute, byDefault);
        }

        @Override
        public String toString() {
            String shown = !name.isEmpty() ? name : outputs.isEmpty() ? "" : outputs.get(0);
            return "node " + ModelFile.shown(shown) + " of type " + ModelFile.shown(type);
        }
    }

    private OnnxGraph(ModelFile file) {
        this.file = file;
    }

    static OnnxGraph of(ModelFile file) throws MalformedModelException {
        OnnxGraph graph = new OnnxGraph(file);
        WireReader model = WireReader.of(file);
        boolean found = false;
        while (model.hasNext()) {
            if (model.field() == 7 && model.type() == WireReader.BYTES) {
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
        graph.requireOneProducerEach();
        return graph;
    }

    /** The operators, in order; constants are taken out. */
    List<Node> nodes() {
        return nodes;
    }

    /** The constant of a name, if it is one. */
    @Nullable
    Tensor constant(String name) {
        return constants.get(name);
    }

    /** Names of the inputs that are not constants. */
    List<String> inputs() {
        return inputs.stream().filter(name -> !constants.containsKey(name)).toList();
    }

    /** Names of the outputs. */
    List<String> outputs() {
        return outputs;
    }

    private void read(WireReader graph) throws MalformedModelException {
        while (graph.hasNext()) {
            switch (graph.field()) {
                case 1 -> node(graph.message());
                case 5 -> constant(OnnxTensor.read(file, graph.message()));
                case 11 -> inputs.add(nameOf(graph.message()));
                case 12 -> outputs.add(nameOf(graph.message()));
                case 15 -> throw file.malformed("sparse initializers are not supported");
                default -> graph.skip();
            }
        }
    }

    private void constant(Tensor tensor) throws MalformedModelException {
        if (constants.put(tensor.name(), tensor) != null) {
            throw file.malformed("two constants are named " + ModelFile.shown(tensor.name()));
        }
    }

    private static String nameOf(WireReader valueInfo) throws MalformedModelException {
        String name = "";
        while (valueInfo.hasNext()) {
            if (valueInfo.field() == 1) {
                name = valueInfo.string();
            } else {
                valueInfo.skip();
            }
        }
        return name;
    }

    private void node(WireReader message) throws MalformedModelException {
        String name = "";
        String type = "";
        String domain = "";
        List<String> from = new ArrayList<>();
        List<String> to = new ArrayList<>();
        Attributes attributes = new Attributes();
        while (message.hasNext()) {
            switch (message.field()) {
                case 1 -> from.add(message.string());
                case 2 -> to.add(message.string());
                case 3 -> name = message.string();
                case 4 -> type = message.string();
                case 5 -> attributes.read(message.message());
                case 7 -> domain = message.string();
                default -> message.skip();
            }
        }
        Node node = new Node(
                name,
                type,
                List.copyOf(from),
                List.copyOf(to),
                attributes.integers,
                attributes.reals,
                attributes.value);
        if (!domain.isEmpty() && !domain.equals("ai.onnx")) {
            throw file.malformed("the " + node + " is of the operator set " + ModelFile.shown(domain)
                    + "; allowed: the standard one");
        }
        if (type.equals("Constant")) {
            if (node.value() == null || to.size() != 1) {
                throw file.malformed("the " + node + " has no tensor as its value");
            }
            constant(node.value().named(to.get(0)));
        } else {
            nodes.add(node);
        }
        if (nodes.size() > MOST_NODES) {
            throw file.malformed("more than " + MOST_NODES + " nodes");
        }
    }

    private void requireOneProducerEach() throws MalformedModelException {
        Set<String> produced = new HashSet<>(constants.keySet());
        for (Node node : nodes) {
            for (String output : node.outputs()) {
                if (!output.isEmpty() && !produced.add(output)) {
                    throw file.malformed("the value " + ModelFile.shown(output) + " is produced twice");
                }
            }
        }
    }

    /** The attributes of a node; those of other kinds are not needed by any operator that is read. */
    private final class Attributes {
        private final Map<String, Long> integers = new HashMap<>();
        private final Map<String, Float> reals = new HashMap<>();
        private @Nullable Tensor value;

        private void read(WireReader message) throws MalformedModelException {
            String name = "";
            @Nullable Long integer = null;
            @Nullable Float real = null;
            @Nullable Tensor tensor = null;
            while (message.hasNext()) {
                switch (message.field()) {
                    case 1 -> name = message.string();
                    case 2 -> real = message.real();
                    case 3 -> integer = message.integer();
                    case 5 -> tensor = OnnxTensor.read(file, message.message());
                    default -> message.skip();
                }
            }
            if (integer != null) {
                integers.put(name, integer);
            }
            if (real != null) {
                reals.put(name, real);
            }
            if (tensor != null && name.equals("value")) {
                value = tensor;
            }
        }
    }
}
