package org.epsilonet.families.relu.format;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.epsilonet.api.model.ImportedModel;
import org.epsilonet.api.model.MalformedModelException;
import org.epsilonet.api.model.Model;
import org.epsilonet.api.model.ModelFormat;
import org.epsilonet.api.model.ParameterBlock;
import org.epsilonet.families.relu.NetworkModel;
import org.jspecify.annotations.Nullable;

/**
 * The safetensors format with the names of PyTorch's {@code Linear} layers: {@code PREFIX.weight} and {@code PREFIX.bias}.
 * Layers come in the natural order of their prefixes (numbers compared as numbers). The file is eight bytes of length, a
 * JSON header with type, shape and place of each array, and the numbers.
 */
public final class SafetensorsFormat implements ModelFormat {
    private static final String WEIGHT = "weight";
    private static final String BIAS = "bias";
    private static final int ALIGNMENT = 8;

    /** For the service loader. */
    public SafetensorsFormat() {}

    @Override
    public String id() {
        return "safetensors";
    }

    @Override
    public List<String> endings() {
        return List.of("safetensors");
    }

    @Override
    public ImportedModel read(Path path) throws MalformedModelException, IOException {
        ModelFile file = ModelFile.of(path);
        return NamedArrays.network(file, inOrder(file, arrays(file)));
    }

    private static List<Tensor> arrays(ModelFile file) throws MalformedModelException {
        ByteBuffer buffer = ByteBuffer.wrap(file.bytes()).order(ByteOrder.LITTLE_ENDIAN);
        if (file.length() < Long.BYTES) {
            throw file.malformed("is no safetensors file: it has " + file.length() + " bytes");
        }
        long headerLength = buffer.getLong(0);
        if (headerLength < 2 || headerLength > file.length() - Long.BYTES) {
            throw file.malformed("claims a header of " + Long.toUnsignedString(headerLength) + " bytes; the file has "
                    + (file.length() - Long.BYTES) + " more");
        }
        int data = Long.BYTES + (int) headerLength;
        List<SafetensorsHeader.Entry> entries = SafetensorsHeader.read(file, Long.BYTES, data);
        entries.sort(Comparator.comparingLong(SafetensorsHeader.Entry::begin));
        List<Tensor> arrays = new ArrayList<>();
        long expected = 0;
        for (SafetensorsHeader.Entry entry : entries) {
            NumberType type = type(file, entry);
            if (entry.begin() != expected || entry.end() < entry.begin() || entry.end() > file.length() - data) {
                throw file.malformed("the array " + ModelFile.shown(entry.name()) + " is at bytes " + entry.begin()
                        + " to " + entry.end() + "; expected from " + expected + ", within "
                        + (file.length() - data));
            }
            expected = entry.end();
            long available = (entry.end() - entry.begin()) / type.size();
            int[] shape = shape(file, entry, available);
            long count = 1;
            for (int n : shape) {
                count *= n;
            }
            if (count * type.size() != entry.end() - entry.begin()) {
                throw file.malformed("the array " + ModelFile.shown(entry.name()) + " of shape "
                        + Arrays.toString(shape) + " has " + (entry.end() - entry.begin()) + " bytes");
            }
            arrays.add(new Tensor(entry.name(), shape, type.read(buffer, data + (int) entry.begin(), (int) count)));
        }
        if (expected != file.length() - data) {
            throw file.malformed("has " + (file.length() - data - expected) + " bytes after the last array");
        }
        return arrays;
    }

    private static NumberType type(ModelFile file, SafetensorsHeader.Entry entry) throws MalformedModelException {
        for (NumberType type : NumberType.values()) {
            if (type.name().equals(entry.type())) {
                return type;
            }
        }
        throw file.malformed("the array " + ModelFile.shown(entry.name()) + " has numbers of type "
                + ModelFile.shown(entry.type()) + "; allowed: F16, BF16, F32, F64");
    }

    private static int[] shape(ModelFile file, SafetensorsHeader.Entry entry, long available)
            throws MalformedModelException {
        int[] shape = new int[entry.shape().size()];
        for (int k = 0; k < shape.length; k++) {
            long n = entry.shape().get(k);
            if (shape.length > 2 || n < 1 || n > available) {
                throw file.malformed("the array " + ModelFile.shown(entry.name()) + " has the shape "
                        + entry.shape().subList(0, Math.min(8, entry.shape().size()))
                        + "; allowed: one or two axes, not empty, within its bytes");
            }
            shape[k] = (int) n;
        }
        return shape;
    }

    /** Weights and biases paired by their prefixes. */
    private static List<Tensor> inOrder(ModelFile file, List<Tensor> arrays) throws MalformedModelException {
        Map<String, @Nullable Tensor[]> layers = new LinkedHashMap<>();
        for (Tensor array : arrays) {
            int dot = array.name().lastIndexOf('.');
            String role = array.name().substring(dot + 1);
            String prefix = array.name().substring(0, Math.max(0, dot));
            if (!role.equals(WEIGHT) && !role.equals(BIAS)) {
                throw file.malformed("the array " + ModelFile.shown(array.name())
                        + " is neither PREFIX.weight nor PREFIX.bias of a linear layer");
            }
            @Nullable Tensor[] layer = layers.computeIfAbsent(prefix, p -> new Tensor[2]);
            int place = role.equals(WEIGHT) ? 0 : 1;
            if (layer[place] != null) {
                throw file.malformed("two arrays are the " + role + " of the layer " + ModelFile.shown(prefix));
            }
            layer[place] = array;
        }
        List<Tensor> ordered = new ArrayList<>();
        List<String> prefixes = new ArrayList<>(layers.keySet());
        prefixes.sort(new NaturalOrder());
        for (String prefix : prefixes) {
            @Nullable Tensor[] layer = layers.get(prefix);
            Tensor weights = layer == null ? null : layer[0];
            Tensor bias = layer == null ? null : layer[1];
            if (weights == null) {
                throw file.malformed("the bias of " + ModelFile.shown(prefix) + " has no weights");
            }
            ordered.add(weights);
            if (bias != null) {
                ordered.add(bias);
            }
        }
        return ordered;
    }

    @Override
    public boolean supports(Model model) {
        return model instanceof NetworkModel;
    }

    @Override
    public void write(Model model, OutputStream out) throws IOException {
        if (!supports(model)) {
            throw new IllegalArgumentException("a .safetensors file is written for ReLU networks, was given " + model);
        }
        List<ParameterBlock> blocks = model.blocks();
        List<String> names = names(blocks);
        StringBuilder header = new StringBuilder("{\"__metadata__\":{\"format\":\"pt\"}");
        long at = 0;
        for (int i = 0; i < blocks.size(); i++) {
            ParameterBlock block = blocks.get(i);
            NumberType type = NumberType.exactFor(block.values());
            long end = at + (long) block.size() * type.size();
            header.append(",").append(SafetensorsHeader.quoted(names.get(i)));
            header.append(":{\"dtype\":\"").append(type.name()).append("\",\"shape\":");
            header.append(Arrays.toString(block.shape()).replace(" ", ""));
            header.append(",\"data_offsets\":[")
                    .append(at)
                    .append(",")
                    .append(end)
                    .append("]}");
            at = end;
        }
        header.append("}");
        byte[] json = header.toString().getBytes(StandardCharsets.UTF_8);
        int padded = (json.length + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
        out.write(ByteBuffer.allocate(Long.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(padded)
                .array());
        out.write(json);
        out.write(" ".repeat(padded - json.length).getBytes(StandardCharsets.US_ASCII));
        for (ParameterBlock block : blocks) {
            double[] values = block.values();
            LittleEndian.write(values, NumberType.exactFor(values), out);
        }
    }

    /** The names of the model if they are those of linear layers in order, otherwise {@code layers.0.weight} and on. */
    private static List<String> names(List<ParameterBlock> blocks) {
        List<String> names = new ArrayList<>();
        List<String> numbered = new ArrayList<>();
        List<String> prefixes = new ArrayList<>();
        boolean linear = true;
        for (int i = 0; i < blocks.size(); i++) {
            String role = i % 2 == 0 ? WEIGHT : BIAS;
            String name = blocks.get(i).name();
            linear &= name.endsWith("." + role);
            names.add(name);
            numbered.add("layers." + i / 2 + "." + role);
            if (linear && i % 2 == 0) {
                prefixes.add(name.substring(0, name.length() - role.length()));
            }
        }
        for (int l = 0; linear && l < prefixes.size(); l++) {
            linear = names.get(2 * l + 1).equals(prefixes.get(l) + BIAS)
                    && (l == 0 || new NaturalOrder().compare(prefixes.get(l - 1), prefixes.get(l)) < 0);
        }
        return linear && BlockNames.of(blocks, any -> true).equals(names) ? names : numbered;
    }
}
