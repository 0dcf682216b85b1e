import org.jspecify.annotations.NullMarked;

/**
 * The real Fourier dictionary: a family from outside, on the exported API alone. Read it to learn how to write your own;
 * nothing names this module, it is found because its jar is on the module path.
 *
 * <ol>
 *   <li>{@link org.epsilonet.examples.fourier.FourierFamilies} registers the families; it is named below and in {@code
 *       META-INF/services}.
 *   <li>{@code FourierFamily} approximates, claims encodability and cites speeds.
 *   <li>{@code Frequencies}, the structure: which atoms there are; how that choice is written and read; how far a change
 *       of the coefficients moves the function.
 *   <li>{@code TrigonometricSum}, the approximant: the function that a structure and coefficients give.
 *   <li>{@code CellCentredTransform} and {@code DiscreteFourierTransform}: the fast transform, bit-exact everywhere.
 * </ol>
 */
@NullMarked
module org.epsilonet.examples.fourier {
    requires transitive org.epsilonet.api;
    requires static org.jspecify;

    exports org.epsilonet.examples.fourier;

    provides org.epsilonet.api.family.FamilyProvider with
            org.epsilonet.examples.fourier.FourierFamilies;
}
