package org.epsilonet.families.relu.provider;

import java.util.List;
import java.util.Set;
import org.epsilonet.api.family.ApproximationFamily;
import org.epsilonet.api.family.FamilyProvider;
import org.epsilonet.families.relu.affine.AffineFamily;
import org.epsilonet.families.relu.greedy.GreedyFamily;
import org.epsilonet.families.relu.internal.BitExtractionFamily;
import org.epsilonet.families.relu.internal.SawtoothFamily;
import org.epsilonet.families.relu.internal.ShallowFamily;
import org.epsilonet.families.relu.internal.UnboundedFamily;
import org.epsilonet.families.relu.trained.TrainedFamily;

/**
 * Provides {@code relu.shallow}, {@code relu.sawtooth}, {@code relu.deep-spline.degree1} to {@code degree3}, {@code
 * relu.shallow.greedy}, {@code relu.trained} and the controls {@code relu.bit-extraction} and {@code relu.unbounded}; the
 * last three are run by no default comparison.
 */
public final class ReluFamilies implements FamilyProvider {
    private static final List<ApproximationFamily> FAMILIES = List.of(
            new ShallowFamily(),
            new SawtoothFamily(),
            AffineFamily.splines(1),
            AffineFamily.splines(2),
            AffineFamily.splines(3),
            new GreedyFamily(),
            new TrainedFamily(),
            new BitExtractionFamily(),
            new UnboundedFamily());

    /** For the service loader. */
    public ReluFamilies() {}

    @Override
    public List<ApproximationFamily> families() {
        return FAMILIES;
    }

    @Override
    public Set<String> representatives(int dimension) {
        return switch (dimension) {
            case 1 -> Set.of(ShallowFamily.ID, SawtoothFamily.ID);
            case 2 -> Set.of("relu.deep-spline.degree1");
            default -> Set.of();
        };
    }
}
