package org.epsilonet.families.relu.format;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.epsilonet.api.model.ImportedModel;
import org.epsilonet.api.model.MalformedModelException;
import org.epsilonet.families.relu.AffineMap;
import org.epsilonet.families.relu.NetworkModel;
import org.epsilonet.families.relu.ReluNetwork;
import org.jspecify.annotations.Nullable;

/** Layers that are given as arrays in order: a matrix, its bias if it has one, the next matrix, and so on. */
final class NamedArrays {
    private final ModelFile file;
    private final List<AffineMap> maps = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final List<String> report = new ArrayList<>();

    private NamedArrays(ModelFile file) {
        this.file = file;
    }

    /**
     * The network of the arrays.
     *
     * @param file for messages
     * @param arrays matrices with one row per output, each with its bias after it, or without one
     * @throws MalformedModelException if they do not chain
     */
    static ImportedModel network(ModelFile file, List<Tensor> arrays) throws MalformedModelException {
        NamedArrays layers = new NamedArrays(file);
        for (int i = 0; i < arrays.size(); i++) {
            Tensor weights = arrays.get(i);
            boolean hasBias = i + 1 < arrays.size() && arrays.get(i + 1).rank() == 1;
            if (weights.rank() != 2) {
                throw file.malformed("the array " + weights + " is where the weights of a layer should be: a matrix");
            }
            layers.add(weights, hasBias ? arrays.get(++i) : null);
        }
        if (layers.maps.isEmpty()) {
            throw file.malformed("there are no layers");
        }
        return new ImportedModel(NetworkModel.of(ReluNetwork.of(layers.maps), layers.names), layers.report);
    }

    private void add(Tensor weights, @Nullable Tensor bias) throws MalformedModelException {
        int rows = weights.shape()[0];
        int columns = weights.shape()[1];
        if (rows < 1 || columns < 1) {
            throw file.malformed("the weights " + weights + " are empty");
        }
        if (!maps.isEmpty() && maps.get(maps.size() - 1).rows() != columns) {
            throw file.malformed("the weights " + weights + " have " + columns + " inputs, but the layer before has "
                    + maps.get(maps.size() - 1).rows() + " outputs (weights are one row per output)");
        }
        if (bias != null && bias.values().length != rows) {
            throw file.malformed("the bias " + bias + " does not fit the weights " + weights);
        }
        requireFinite(weights);
        if (bias != null) {
            requireFinite(bias);
        }
        maps.add(AffineMap.of(weights.values(), columns, bias == null ? new double[rows] : bias.values()));
        names.add(weights.name());
        names.add(bias == null ? weights.name() + ".bias" : bias.name());
        report.add(weights + (bias == null ? " without a bias" : " and " + bias) + ": layer " + maps.size() + ", "
                + columns + " to " + rows);
    }

    private void requireFinite(Tensor tensor) throws MalformedModelException {
        for (int i = 0; i < tensor.values().length; i++) {
            if (!Double.isFinite(tensor.values()[i])) {
                throw file.malformed(
                        "value " + i + " of " + tensor + " is " + tensor.values()[i] + "; weights must be finite");
            }
        }
    }

    /** Refuses two arrays of one name. */
    static void requireDistinct(ModelFile file, List<Tensor> arrays) throws MalformedModelException {
        Set<String> seen = new HashSet<>();
        for (Tensor array : arrays) {
            if (!seen.add(array.name())) {
                throw file.malformed("two arrays are named " + ModelFile.shown(array.name()));
            }
        }
    }
}
