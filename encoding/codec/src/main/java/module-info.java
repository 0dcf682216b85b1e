import org.jspecify.annotations.NullMarked;

/**
 * Bit streams: entropy coder, file format, encoder and decoder for every parametrized family.
 *
 * <p>{@link org.epsilonet.codec.Encoder} makes the smallest file that it finds among the families given, with a promise
 * about the error that was verified on the file itself; {@link org.epsilonet.codec.Decoder} reads it back; {@link
 * org.epsilonet.codec.CodeLength} says what any quantized approximant would cost. No family is known here by name.
 */
@NullMarked
module org.epsilonet.codec {
    requires transitive org.epsilonet.api;
    requires transitive org.epsilonet.quantization;
    requires static org.jspecify;

    exports org.epsilonet.codec;
}
