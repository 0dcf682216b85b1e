package org.epsilonet.examples.rational;

import java.util.List;
import java.util.Set;
import org.epsilonet.api.family.ApproximationFamily;
import org.epsilonet.api.family.FamilyProvider;

/** Provides {@code rational.aaa} and the control {@code rational.aaa.unrestricted}. */
public final class RationalFamilies implements FamilyProvider {
    private static final List<ApproximationFamily> FAMILIES =
            List.of(new RationalFamily(true), new RationalFamily(false));

    /** For the service loader. */
    public RationalFamilies() {}

    @Override
    public List<ApproximationFamily> families() {
        return FAMILIES;
    }

    /** None: certified denominators take too long for a comparison that nobody asked for. */
    @Override
    public Set<String> representatives(int dimension) {
        return Set.of();
    }
}
