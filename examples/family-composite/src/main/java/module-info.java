import org.jspecify.annotations.NullMarked;

/**
 * Composites of families of other modules: what members there are is known at run time, and none of them at compile time.
 */
@NullMarked
module org.epsilonet.examples.composite {
    requires transitive org.epsilonet.api;
    requires static org.jspecify;

    exports org.epsilonet.examples.composite;

    provides org.epsilonet.api.family.FamilyProvider with
            org.epsilonet.examples.composite.CompositeFamilies;
}
