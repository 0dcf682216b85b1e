import org.jspecify.annotations.NullMarked;

/** Splines and piecewise polynomials. */
@NullMarked
module org.epsilonet.families.splines {
    requires transitive org.epsilonet.api;
    requires commons.math3;
    requires static org.jspecify;

    exports org.epsilonet.families.splines;
}
