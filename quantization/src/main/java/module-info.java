import org.jspecify.annotations.NullMarked;

/** Quantizers, certificates and the quantization theorems, for every parametrized family. */
@NullMarked
module org.epsilonet.quantization {
    requires transitive org.epsilonet.api;
    requires static org.jspecify;

    exports org.epsilonet.quantization;
}
