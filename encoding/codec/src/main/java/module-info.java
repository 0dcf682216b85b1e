import org.jspecify.annotations.NullMarked;

/** Bit streams: entropy coder, file format, encoder and decoder for every parametrized family. */
@NullMarked
module org.epsilonet.codec {
    requires transitive org.epsilonet.api;
    requires transitive org.epsilonet.quantization;
    requires static org.jspecify;

    exports org.epsilonet.codec;
}
