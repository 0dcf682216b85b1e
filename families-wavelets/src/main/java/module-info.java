import org.jspecify.annotations.NullMarked;

/** Wavelet dictionaries on the interval and the square. */
@NullMarked
module org.epsilonet.families.wavelets {
    requires transitive org.epsilonet.api;
    requires commons.math3;
    requires static org.jspecify;

    exports org.epsilonet.families.wavelets;
}
