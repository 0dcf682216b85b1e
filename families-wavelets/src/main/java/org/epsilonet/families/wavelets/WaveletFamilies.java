package org.epsilonet.families.wavelets;

import java.util.List;
import java.util.Set;
import org.epsilonet.api.family.ApproximationFamily;
import org.epsilonet.api.family.FamilyProvider;
import org.epsilonet.families.wavelets.internal.WaveletCatalogue;

/**
 * The families {@code wavelets.SYSTEM.first} and {@code wavelets.SYSTEM.best} for the systems {@code haar}, {@code db2}
 * to {@code db20}, {@code sym4} to {@code sym20}, {@code coif1} to {@code coif5}, {@code cdf53} (bior2.2), {@code cdf97}
 * (bior4.4) and the rest of the biorthogonal line, in one and two dimensions; for a few systems trees ({@code .tree}), a
 * scale for each axis on squares ({@code .hyperbolic.first}, {@code .hyperbolic.best}) and packets on the interval
 * ({@code .packet}); and the control {@code wavelets.haar.best.unlimited}, which no default comparison runs.
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
            case 1 -> Set.of("wavelets.haar.best", "wavelets.db4.best");
            case 2 -> Set.of("wavelets.haar.best", "wavelets.db4.best", "wavelets.db4.hyperbolic.first");
            default -> Set.of();
        };
    }
}
