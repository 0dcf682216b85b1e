import org.jspecify.annotations.NullMarked;

/** The real Fourier dictionary, a family from outside. */
@NullMarked
module org.epsilonet.examples.fourier {
    requires transitive org.epsilonet.api;
    requires commons.math3;
    requires static org.jspecify;

    exports org.epsilonet.examples.fourier;
}
