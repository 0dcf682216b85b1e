package org.epsilonet.quantization.model;

import java.util.List;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.model.Architecture;
import org.epsilonet.api.model.BitsPerWeight;
import org.epsilonet.api.model.Certificate;
import org.epsilonet.api.model.CoveringNumber;
import org.epsilonet.api.model.InputBox;
import org.epsilonet.api.model.LipschitzAnalysis;
import org.epsilonet.api.model.LipschitzBound;
import org.epsilonet.api.model.Model;
import org.epsilonet.api.model.ParameterBlock;
import org.epsilonet.api.model.RoundingScheme;

/**
 * Affine models on a box \([-D, D]^d\) in the supremum norm: the difference is \(\max_j (D \sum_i |\Delta W_{ji}| +
 * |\Delta b_j|)\), exactly.
 *
 * @param factor the bound that is claimed, in units of the true one; below 1 it is a lie
 */
record AffineAnalysis(double factor) implements LipschitzAnalysis {
    @Override
    public boolean supports(Model model) {
        return model instanceof AffineModel;
    }

    @Override
    public List<Certificate> difference(Model model, Model other, InputBox box, LpNorm norm) {
        ParameterBlock w = model.blocks().get(0);
        ParameterBlock v = other.blocks().get(0);
        int d = model.inputs();
        double largest = 0;
        for (int j = 0; j < model.outputs(); j++) {
            double sum = 0;
            for (int i = 0; i < d; i++) {
                sum += Math.abs(w.value(j * d + i) - v.value(j * d + i));
            }
            double bias = Math.abs(
                    model.blocks().get(1).value(j) - other.blocks().get(1).value(j));
            largest = Math.max(largest, sum * box.radius() + bias);
        }
        return List.of(
                new Certificate("loose", 16 * factor * largest),
                // The sums above carry a few hundred roundings.
                new Certificate("exact", factor * largest * (1 + 0x1p-40)));
    }

    @Override
    public List<Certificate> perturbation(Model model, double delta, InputBox box, LpNorm norm) {
        double exact = delta * (model.inputs() * box.radius() + 1);
        return List.of(new Certificate("a priori", 1000 * exact), new Certificate("exact", exact));
    }

    @Override
    public List<Certificate> input(Model model, InputBox box, double q) {
        throw new UnsupportedOperationException("not asked for here");
    }

    @Override
    public List<LipschitzBound> architecture(Architecture architecture, InputBox box, LpNorm norm) {
        throw new UnsupportedOperationException("not asked for here");
    }

    @Override
    public CoveringNumber covering(Architecture architecture, InputBox box, double epsilon) {
        throw new UnsupportedOperationException("not asked for here");
    }

    @Override
    public BitsPerWeight bitsPerWeight(Architecture architecture, InputBox box, double epsilon, RoundingScheme scheme) {
        throw new UnsupportedOperationException("not asked for here");
    }

    @Override
    public Architecture architectureOf(Model model) {
        return Architecture.of(1, model.inputs(), model.outputs());
    }

    @Override
    public Model balanced(Model model) {
        return model;
    }

    @Override
    public double evaluationError(Model model, InputBox box) {
        return 0x1p-24 * model.inputs() * model.inputs();
    }
}
