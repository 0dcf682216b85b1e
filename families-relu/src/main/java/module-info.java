import org.jspecify.annotations.NullMarked;

/** ReLU networks. */
@NullMarked
module org.epsilonet.families.relu {
    requires transitive org.epsilonet.api;
    requires commons.math3;
    requires static org.jspecify;

    exports org.epsilonet.families.relu;
}
