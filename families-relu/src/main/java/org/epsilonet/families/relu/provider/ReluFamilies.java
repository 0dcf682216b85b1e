package org.epsilonet.families.relu.provider;

import java.util.List;
import java.util.Set;
import org.epsilonet.api.family.ApproximationFamily;
import org.epsilonet.api.family.FamilyProvider;
import org.epsilonet.families.relu.internal.BitExtractionFamily;
import org.epsilonet.families.relu.internal.SawtoothFamily;
import org.epsilonet.families.relu.internal.ShallowFamily;
import org.epsilonet.families.relu.internal.UnboundedFamily;
import org.epsilonet.families.relu.trained.TrainedFamily;

/**
 * Provides {@code relu.shallow}, {@code relu.sawtooth}, {@code relu.trained} and the controls {@code
 * relu.bit-extraction} and {@code relu.unbounded}; all but the first two are run by no default comparison.
 */
public final class ReluFamilies implements FamilyProvider {
    private static final List<ApproximationFamily> FAMILIES = List.of(
            new ShallowFamily(),
            new SawtoothFamily(),
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
        return dimension == 1 ? Set.of(ShallowFamily.ID, SawtoothFamily.ID) : Set.of();
    }
}
