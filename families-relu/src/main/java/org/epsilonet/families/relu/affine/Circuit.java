package org.epsilonet.families.relu.affine;

import java.util.ArrayList;
import java.util.List;
import org.epsilonet.families.relu.AffineMap;
import org.epsilonet.families.relu.ReluNetwork;

/**
 * A network under construction, layer by layer: forms are affine functions of the last layer's neurons, and a layer of
 * neurons is the ReLU of some of them.
 */
final class Circuit {
    private final List<AffineMap> maps = new ArrayList<>();
    private int width;

    Circuit(int inputs) {
        this.width = inputs;
    }

    /**
     * \(w\cdot y + b\) for the neurons \(y\) of one layer.
     *
     * @param weights \(w\)
     * @param bias \(b\)
     */
    record Form(double[] weights, double bias) {
        Form plus(Form other) {
            return plus(1, other);
        }

        Form minus(Form other) {
            return plus(-1, other);
        }

        Form plus(double factor, Form other) {
            double[] sum = weights.clone();
            for (int i = 0; i < sum.length; i++) {
                sum[i] += factor * other.weights[i];
            }
            return new Form(sum, bias + factor * other.bias);
        }

        Form plus(double constant) {
            return new Form(weights, bias + constant);
        }

        Form times(double factor) {
            return new Form(new double[weights.length], 0).plus(factor, this);
        }
    }

    /** Neuron (or, before the first layer, input) {@code i} of the last layer. */
    Form neuron(int i) {
        double[] weights = new double[width];
        weights[i] = 1;
        return new Form(weights, 0);
    }

    /** The form that vanishes. */
    Form zero() {
        return new Form(new double[width], 0);
    }

    /** Adds the layer of the ReLUs of the given forms; they are its neurons, in order. */
    List<Form> layer(List<Form> forms) {
        maps.add(map(forms));
        width = forms.size();
        List<Form> neurons = new ArrayList<>();
        for (int i = 0; i < width; i++) {
            neurons.add(neuron(i));
        }
        return neurons;
    }

    /** The network whose output is the given form. */
    ReluNetwork output(Form form) {
        List<AffineMap> all = new ArrayList<>(maps);
        all.add(map(List.of(form)));
        return ReluNetwork.of(all);
    }

    private static AffineMap map(List<Form> forms) {
        double[][] weights = new double[forms.size()][];
        double[] biases = new double[forms.size()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = forms.get(i).weights();
            biases[i] = forms.get(i).bias();
        }
        return AffineMap.of(weights, biases);
    }
}
