package org.epsilonet.examples.fourier;

import java.util.List;
import java.util.Set;
import org.epsilonet.api.family.ApproximationFamily;
import org.epsilonet.api.family.FamilyProvider;

/** Provides Fourier, cosine and Chebyshev series. */
public final class FourierFamilies implements FamilyProvider {
    private static final List<ApproximationFamily> FAMILIES = List.of(
            new SeriesFamily(Basis.FOURIER, Selection.FIRST),
            new SeriesFamily(Basis.FOURIER, Selection.BEST),
            new SeriesFamily(Basis.FOURIER, Selection.HYPERBOLIC_CROSS),
            new SeriesFamily(Basis.COSINE, Selection.FIRST),
            new SeriesFamily(Basis.COSINE, Selection.BEST),
            new SeriesFamily(Basis.COSINE, Selection.HYPERBOLIC_CROSS),
            new SeriesFamily(Basis.CHEBYSHEV, Selection.FIRST));

    /** For the service loader. */
    public FourierFamilies() {}

    @Override
    public List<ApproximationFamily> families() {
        return FAMILIES;
    }

    @Override
    public Set<String> representatives(int dimension) {
        return switch (dimension) {
            case 1 -> Set.of("fourier.best", "chebyshev.first");
            case 2 -> Set.of("fourier.best", "fourier.hyperbolic-cross");
            case 3 -> Set.of("fourier.hyperbolic-cross");
            default -> Set.of();
        };
    }
}
