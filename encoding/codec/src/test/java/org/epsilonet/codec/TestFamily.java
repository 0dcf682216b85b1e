package org.epsilonet.codec;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.epsilonet.api.classes.ApproximationKind;
import org.epsilonet.api.classes.CitedSpeed;
import org.epsilonet.api.classes.Smoothness;
import org.epsilonet.api.encodability.EncodabilityClaim;
import org.epsilonet.api.family.ApproximationFamily;
import org.epsilonet.api.family.Families;
import org.epsilonet.api.family.FamilyProvider;
import org.epsilonet.api.family.ParametrizedFamily;
import org.epsilonet.api.function.Domain;
import org.epsilonet.api.function.Grid;
import org.epsilonet.api.function.LpNorm;

/** What the small families of these tests have in common: they live on grids of up to three dimensions. */
public abstract class TestFamily implements ParametrizedFamily {
    TestFamily() {}

    @Override
    public String title() {
        return id();
    }

    @Override
    public String parameterMeaning() {
        return "number of parameters";
    }

    @Override
    public Set<Integer> dimensions() {
        return Set.of(1, 2, 3);
    }

    @Override
    public ApproximationKind kind() {
        return ApproximationKind.NONLINEAR;
    }

    @Override
    public boolean supports(Domain domain) {
        return domain instanceof Grid && dimensions().contains(domain.dimension());
    }

    @Override
    public EncodabilityClaim encodability(Domain domain, LpNorm norm) {
        throw new UnsupportedOperationException("not asked for by a codec");
    }

    @Override
    public Optional<CitedSpeed> theoreticalSpeed(Smoothness smoothness, LpNorm norm) {
        return Optional.empty();
    }

    /** Both test families. */
    public static List<ParametrizedFamily> all() {
        return List.of(new CellMeans(), new SparseHaar());
    }

    /** A door to these families only. */
    static Families door(List<? extends ApproximationFamily> families) {
        return Families.of(List.of(new FamilyProvider() {
            @Override
            public List<ApproximationFamily> families() {
                return List.copyOf(families);
            }

            @Override
            public Set<String> representatives(int dimension) {
                return Set.of();
            }
        }));
    }
}
