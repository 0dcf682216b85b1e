import org.jspecify.annotations.NullMarked;

/**
 * Rational functions by the AAA algorithm: a second family from outside, on the exported API alone, of which nonlinearity and
 * certified bounds are the point; {@code org.epsilonet.examples.fourier} is the easier one to read first.
 */
@NullMarked
module org.epsilonet.examples.rational {
    requires transitive org.epsilonet.api;
    requires static org.jspecify;

    exports org.epsilonet.examples.rational;

    provides org.epsilonet.api.family.FamilyProvider with
            org.epsilonet.examples.rational.RationalFamilies;
}
