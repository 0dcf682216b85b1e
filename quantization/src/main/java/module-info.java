import org.jspecify.annotations.NullMarked;

/**
 * Quantizers, certificates and the quantization theorems, for every parametrized family.
 *
 * <p>{@link org.epsilonet.quantization.Quantization} turns parameters into integers and proves what that costs, {@link
 * org.epsilonet.quantization.Steps} finds the coarsest step for a given error, {@link
 * org.epsilonet.quantization.EncodingTheorem} counts the uniform encoding of a whole family, and {@link
 * org.epsilonet.quantization.FamilyContract} checks what a family returns.
 */
@NullMarked
module org.epsilonet.quantization {
    requires transitive org.epsilonet.api;
    requires static org.jspecify;

    exports org.epsilonet.quantization;
    exports org.epsilonet.quantization.model;
}
