package org.epsilonet.testkit.internal;

import java.util.List;
import java.util.Set;
import org.epsilonet.api.family.ApproximationFamily;
import org.epsilonet.api.family.FamilyProvider;

/** A registry's view of one family. */
record OnlyProviderOf(ApproximationFamily family) implements FamilyProvider {
    @Override
    public List<ApproximationFamily> families() {
        return List.of(family);
    }

    @Override
    public Set<String> representatives(int dimension) {
        return Set.of();
    }
}
