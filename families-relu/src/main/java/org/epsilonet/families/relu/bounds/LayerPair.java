package org.epsilonet.families.relu.bounds;

import org.epsilonet.api.family.PerturbationBound;
import org.epsilonet.families.relu.AffineMap;

/** An affine map of both networks, unpacked, and the lines that enclose the ReLU after it, for {@link LinearRelaxation}. */
final class LayerPair {
    final double[][] weights;
    final double[][] otherWeights;
    final double[][] changes;
    final double[] biasChanges;
    final double[] otherBiases;
    double largest;
    double largestOther;
    double largestChange;

    Lines[] errorLines = {};
    Lines[] otherLines = {};
    double[] errorSizes = {};
    double[] otherSizes = {};
    double errorSizeTotal;
    double otherSizeTotal;
    double errorTotal;
    double otherTotal;

    private LayerPair(int rows, int columns) {
        weights = new double[rows][columns];
        otherWeights = new double[rows][columns];
        changes = new double[rows][columns];
        biasChanges = new double[rows];
        otherBiases = new double[rows];
    }

    static LayerPair of(AffineMap map, AffineMap other) {
        LayerPair layer = new LayerPair(map.rows(), map.columns());
        for (int i = 0; i < map.rows(); i++) {
            map.copyRow(i, layer.weights[i]);
            other.copyRow(i, layer.otherWeights[i]);
            layer.otherBiases[i] = other.bias(i);
            layer.biasChanges[i] = map.bias(i) - other.bias(i);
            layer.largestOther = Math.max(layer.largestOther, Math.abs(other.bias(i)));
            layer.largestChange = Math.max(layer.largestChange, Math.abs(layer.biasChanges[i]));
            for (int j = 0; j < map.columns(); j++) {
                double change = layer.weights[i][j] - layer.otherWeights[i][j];
                layer.changes[i][j] = change;
                layer.largest = Math.max(layer.largest, Math.abs(layer.weights[i][j]));
                layer.largestOther = Math.max(layer.largestOther, Math.abs(layer.otherWeights[i][j]));
                layer.largestChange = Math.max(layer.largestChange, Math.abs(change));
            }
        }
        return layer;
    }

    int rows() {
        return weights.length;
    }

    int columns() {
        return weights[0].length;
    }

    /** Encloses the ReLU, given the ranges of what enters it. */
    void relax(Activations ranges, int l) {
        errorLines = new Lines[rows()];
        otherLines = new Lines[rows()];
        errorSizes = new double[rows()];
        otherSizes = new double[rows()];
        double[] errorsAfter = ranges.errorsAfter(l);
        for (int j = 0; j < rows(); j++) {
            errorLines[j] = Lines.ofDifference(ranges, l, j);
            otherLines[j] = Lines.ofRelu(ranges.otherLow[l][j], ranges.otherHigh[l][j]);
            errorSizes[j] = Math.max(Math.abs(ranges.errorLow[l][j]), Math.abs(ranges.errorHigh[l][j]));
            otherSizes[j] = Math.max(Math.abs(ranges.otherLow[l][j]), Math.abs(ranges.otherHigh[l][j]));
            errorSizeTotal += errorSizes[j];
            otherSizeTotal += otherSizes[j];
            errorTotal += errorsAfter[j];
            otherTotal += Math.max(0, ranges.otherHigh[l][j]);
        }
        errorTotal = PerturbationBound.outward(errorTotal, rows());
        otherTotal = PerturbationBound.outward(otherTotal, rows());
    }
}
