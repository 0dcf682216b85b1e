package org.epsilonet.examples.fourier;

import java.util.List;
import java.util.Set;
import org.epsilonet.api.family.ApproximationFamily;
import org.epsilonet.api.family.FamilyProvider;

/** Provides {@code fourier.first} and {@code fourier.best}. */
public final class FourierFamilies implements FamilyProvider {
    private static final List<ApproximationFamily> FAMILIES =
            List.of(new FourierFamily(Selection.FIRST), new FourierFamily(Selection.BEST));

    /** For the service loader. */
    public FourierFamilies() {}

    @Override
    public List<ApproximationFamily> families() {
        return FAMILIES;
    }

    @Override
    public Set<String> representatives(int dimension) {
        return dimension == 1 ? Set.of("fourier.first", "fourier.best") : Set.of();
    }
}
