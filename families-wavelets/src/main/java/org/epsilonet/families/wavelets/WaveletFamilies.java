package org.epsilonet.families.wavelets;

import java.util.List;
import java.util.Set;
import org.epsilonet.api.family.ApproximationFamily;
import org.epsilonet.api.family.FamilyProvider;
import org.epsilonet.families.wavelets.internal.WaveletCatalogue;

/**
 * The families {@code wavelets.SYSTEM.first} and {@code wavelets.SYSTEM.best} for the systems {@code haar}, {@code db2}
 * to {@code db10}, {@code cdf53} and {@code cdf97}, in one and two dimensions; and the control {@code
 * wavelets.haar.best.unlimited}, which no default comparison runs.
 */
public final class WaveletFamilies implements FamilyProvider {
    /** Called by the service loader. */
    public WaveletFamilies() {}

    @Override
    public List<ApproximationFamily> families() {
        return WaveletCatalogue.families();
    }

    @Override
    public Set<String> representatives(int dimension) {
        return switch (dimension) {
            case 1 -> Set.of("wavelets.haar.best", "wavelets.db4.first", "wavelets.db4.best", "wavelets.db4.tree");
            case 2 -> Set.of("wavelets.haar.best", "wavelets.db4.best", "wavelets.db4.tree");
            default -> Set.of();
        };
    }
}
