import org.jspecify.annotations.NullMarked;

/**
 * ReLU networks: as real networks with weights, and as approximation families.
 *
 * <p>{@link org.epsilonet.families.relu.ReluNetwork} is a feed-forward network, {@link
 * org.epsilonet.families.relu.PiecewiseLinear} the function of one variable that it computes, {@link
 * org.epsilonet.families.relu.ReluConstructions} the networks of the literature with their exact sizes. The families
 * {@code relu.shallow} (free knots), {@code relu.sawtooth} (deep, on the Faber system), {@code relu.deep-spline.degree1}
 * to {@code degree3} (deep, adaptive B-splines in one and two variables), {@code relu.shallow.greedy} (two and three
 * variables), {@code relu.trained} (sparse, by training) and
 * the controls {@code relu.bit-extraction} (very deep, weights of \(M\) bits) and {@code relu.unbounded} (weights of any
 * size) are found at run time.
 */
@NullMarked
module org.epsilonet.families.relu {
    requires transitive org.epsilonet.api;
    requires static org.jspecify;

    exports org.epsilonet.families.relu;
    exports org.epsilonet.families.relu.bounds;
    exports org.epsilonet.families.relu.kernel;
    exports org.epsilonet.families.relu.training;

    uses org.epsilonet.families.relu.kernel.DenseKernel;

    provides org.epsilonet.api.family.FamilyProvider with
            org.epsilonet.families.relu.provider.ReluFamilies;
    provides org.epsilonet.api.model.ModelFormat with
            org.epsilonet.families.relu.format.OnnxFormat,
            org.epsilonet.families.relu.format.NpzFormat,
            org.epsilonet.families.relu.format.SafetensorsFormat;
    provides org.epsilonet.api.model.LipschitzAnalysis with
            org.epsilonet.families.relu.bounds.ReluLipschitzAnalysis;
}
