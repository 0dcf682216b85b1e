package org.epsilonet.families.relu;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.epsilonet.api.model.Model;
import org.epsilonet.api.model.ParameterBlock;

/**
 * A ReLU network as a model with named parameters: per affine map one block of weights (rows are outputs) and one of
 * biases. Immutable.
 *
 * <p>The block of a sparse layer holds all entries of its matrix, zeros included, as a file does. {@link #with} keeps the
 * layer sparse, on the same support: a zero outside it is not a parameter.
 */
public final class NetworkModel implements Model {
    private final ReluNetwork network;
    private final List<String> names;

    private NetworkModel(ReluNetwork network, List<String> names) {
        this.network = network;
        this.names = names;
    }

    /** The network with blocks {@code W1, b1, W2, b2, ...}. */
    public static NetworkModel of(ReluNetwork network) {
        List<String> names = new ArrayList<>();
        for (int l = 1; l <= network.depth(); l++) {
            names.add("W" + l);
            names.add("b" + l);
        }
        return of(network, names);
    }

    /**
     * The network with blocks named as in its file.
     *
     * @param network the network
     * @param names weights and biases in turn, two for each affine map
     * @throws IllegalArgumentException if the number of names is wrong
     */
    public static NetworkModel of(ReluNetwork network, List<String> names) {
        if (names.size() != 2 * network.depth()) {
            throw new IllegalArgumentException("a network of depth " + network.depth() + " has " + 2 * network.depth()
                    + " parameter blocks, but the names are " + names);
        }
        return new NetworkModel(network, List.copyOf(names));
    }

    /** The network. */
    public ReluNetwork network() {
        return network;
    }

    @Override
    public int inputs() {
        return network.inputs();
    }

    @Override
    public int outputs() {
        return network.outputs();
    }

    /** @throws IllegalStateException if a sparse layer has 2^31 or more entries */
    @Override
    public List<ParameterBlock> blocks() {
        List<ParameterBlock> blocks = new ArrayList<>();
        for (int l = 0; l < network.depth(); l++) {
            AffineMap map = network.maps().get(l);
            double[] biases = new double[map.rows()];
            Arrays.setAll(biases, map::bias);
            blocks.add(ParameterBlock.of(names.get(2 * l), new int[] {map.rows(), map.columns()}, map.denseWeights()));
            blocks.add(ParameterBlock.of(names.get(2 * l + 1), new int[] {map.rows()}, biases));
        }
        return blocks;
    }

    /**
     * @throws IllegalArgumentException also if a weight outside the support of a sparse layer is not zero
     */
    @Override
    public NetworkModel with(List<ParameterBlock> blocks) {
        if (blocks.size() != names.size()) {
            throw new IllegalArgumentException("the network has the parameters " + names + ", given were " + blocks);
        }
        List<AffineMap> maps = new ArrayList<>();
        for (int l = 0; l < network.depth(); l++) {
            AffineMap map = network.maps().get(l);
            ParameterBlock weights = checked(blocks.get(2 * l), names.get(2 * l), map.rows(), map.columns());
            ParameterBlock biases = checked(blocks.get(2 * l + 1), names.get(2 * l + 1), map.rows());
            maps.add(map.with(weights.values(), biases.values()));
        }
        return new NetworkModel(ReluNetwork.of(maps), names);
    }

    private static ParameterBlock checked(ParameterBlock block, String name, int... shape) {
        if (!block.name().equals(name) || !Arrays.equals(block.shape(), shape)) {
            throw new IllegalArgumentException(
                    "expected the parameters " + name + Arrays.toString(shape) + ", given were " + block);
        }
        return block;
    }

    @Override
    public double[] atAll(double[] points) {
        return network.atAll(points);
    }

    @Override
    public String toString() {
        return network.toString();
    }
}
