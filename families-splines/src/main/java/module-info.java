import org.epsilonet.api.family.FamilyProvider;
import org.epsilonet.families.splines.SplineFamilies;
import org.jspecify.annotations.NullMarked;

/**
 * Splines and piecewise polynomials: uniform splines, uniform, free-knot and dyadic adaptive piecewise polynomials.
 *
 * <p>The families are found through {@link org.epsilonet.api.family.Families}, or made directly by the factories of
 * {@link org.epsilonet.families.splines}.
 */
@NullMarked
module org.epsilonet.families.splines {
    requires transitive org.epsilonet.api;
    requires commons.math3;
    requires static org.jspecify;

    exports org.epsilonet.families.splines;

    provides FamilyProvider with
            SplineFamilies;
}
