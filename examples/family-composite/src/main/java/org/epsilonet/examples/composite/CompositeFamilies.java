package org.epsilonet.examples.composite;

import java.util.List;
import java.util.Set;
import org.epsilonet.api.composite.CompositeFamily;
import org.epsilonet.api.family.ApproximationFamily;
import org.epsilonet.api.family.Families;
import org.epsilonet.api.family.FamilyProvider;
import org.epsilonet.api.family.ParametrizedFamily;

/** Provides {@code composite.dyadic}. */
public final class CompositeFamilies implements FamilyProvider {
    static final String ID = "composite.dyadic";

    /** All live on the line and in the plane; their order is part of the code and may not change. */
    static final List<String> MEMBERS =
            List.of("cosine.first", "wavelets.haar.best", "wavelets.sym8.best", "splines.hp");

    private static final List<ApproximationFamily> FAMILIES = List.of(CompositeFamily.of(
            ID, "Dyadic cells, each with the family that suits it", Set.of(1, 2), CompositeFamilies::members));

    /** For the service loader. */
    public CompositeFamilies() {}

    @Override
    public List<ApproximationFamily> families() {
        return FAMILIES;
    }

    /** None: every cell is tried with every member, which takes too long for a comparison that nobody asked for. */
    @Override
    public Set<String> representatives(int dimension) {
        return Set.of();
    }

    /** The installed members; only when they are needed, as the registry is not there yet while this provider loads. */
    private static List<ParametrizedFamily> members() {
        return MEMBERS.stream().map(CompositeFamilies::member).toList();
    }

    /**
     * One member.
     *
     * @throws IllegalStateException if it is not installed
     */
    static ParametrizedFamily member(String id) {
        ApproximationFamily family;
        try {
            family = Families.named(id);
        } catch (IllegalArgumentException missing) {
            throw new IllegalStateException(
                    ID + " needs the family " + id
                            + ", which is not installed: add the module that provides it to the module path",
                    missing);
        }
        if (family instanceof ParametrizedFamily parametrized) {
            return parametrized;
        }
        throw new IllegalStateException(ID + " needs the family " + id + " with a parametrization");
    }
}
