package org.epsilonet.families.splines;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.epsilonet.api.family.ApproximationFamily;
import org.epsilonet.api.family.FamilyProvider;
import org.epsilonet.families.splines.internal.PolynomialBasis;
import org.epsilonet.families.splines.wedgelet.Wedgelets;

/** Provides all families of this module. */
public final class SplineFamilies implements FamilyProvider {
    /** For the service loader. */
    public SplineFamilies() {}

    @Override
    public List<ApproximationFamily> families() {
        List<ApproximationFamily> families = new ArrayList<>();
        for (int k = 0; k <= UniformSplines.HIGHEST_DEGREE; k++) {
            families.add(UniformSplines.ofDegree(k));
        }
        for (int k = 1; k <= MonotoneSplines.HIGHEST_DEGREE; k++) {
            families.add(MonotoneSplines.ofDegree(k));
        }
        for (int k = 0; k <= UniformPiecewisePolynomials.HIGHEST_DEGREE; k++) {
            families.add(UniformPiecewisePolynomials.ofDegree(k));
        }
        for (int k = 0; k <= FreeKnotPiecewisePolynomials.HIGHEST_DEGREE; k++) {
            families.add(FreeKnotPiecewisePolynomials.ofDegree(k));
        }
        for (int k = SmoothFreeKnotSplines.LOWEST_DEGREE; k <= SmoothFreeKnotSplines.HIGHEST_DEGREE; k++) {
            families.add(SmoothFreeKnotSplines.ofDegree(k));
        }
        for (int k = 0; k <= DyadicPiecewisePolynomials.HIGHEST_DEGREE; k++) {
            families.add(DyadicPiecewisePolynomials.ofDegree(k));
        }
        families.add(new HpPiecewisePolynomials());
        for (int k = 0; k <= Wedgelets.HIGHEST_DEGREE; k++) {
            families.add(Wedgelets.ofDegree(k));
        }
        for (PolynomialBasis basis : PolynomialBasis.values()) {
            families.add(new GlobalPolynomials(basis));
        }
        families.add(new RealKnotSteps());
        return List.copyOf(families);
    }

    /** In one dimension one linear family of high order and the adaptive ones; in two the adaptive ones. */
    @Override
    public Set<String> representatives(int dimension) {
        return switch (dimension) {
            case 1 -> Set.of("splines.uniform.degree3", "splines.free-knot.degree1", "splines.dyadic.degree1");
            case 2 -> Set.of("splines.dyadic.degree1", "splines.uniform.degree3", "splines.wedgelet.degree1");
            case 3 -> Set.of("splines.dyadic.degree1", "splines.uniform.degree3");
            default -> Set.of();
        };
    }
}
