package org.epsilonet.families.relu.format;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.epsilonet.api.model.MalformedModelException;
import org.jspecify.annotations.Nullable;

/**
 * One operator of an {@link OnnxGraph}, a {@code NodeProto}. Attributes of other kinds than these are needed by no operator
 * that is read.
 *
 * @param name its name, perhaps empty
 * @param type the operator
 * @param domain the operator set, empty for the standard one
 * @param inputs names of what enters it; empty for an optional input left out
 * @param outputs names of what leaves it
 * @param integers attributes that are integers
 * @param reals attributes that are reals
 * @param value the attribute {@code value}, a tensor
 */
record OnnxNode(
        String name,
        String type,
        String domain,
        List<String> inputs,
        List<String> outputs,
        Map<String, Long> integers,
        Map<String, Float> reals,
        @Nullable Tensor value) {

    static OnnxNode read(ModelFile file, WireReader message) throws MalformedModelException {
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
                case 5 -> attributes.read(file, message.message());
                case 7 -> domain = message.string();
                default -> message.skip();
            }
        }
        return new OnnxNode(
                name,
                type,
                domain,
                List.copyOf(from),
                List.copyOf(to),
                attributes.integers,
                attributes.reals,
                attributes.value);
    }

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

    private static final class Attributes {
        private final Map<String, Long> integers = new HashMap<>();
        private final Map<String, Float> reals = new HashMap<>();
        private @Nullable Tensor value;

        private void read(ModelFile file, WireReader message) throws MalformedModelException {
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
