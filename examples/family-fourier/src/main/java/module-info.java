import org.jspecify.annotations.NullMarked;

/**
 * Fourier, cosine and Chebyshev series: families from outside, on the exported API alone. Read it to learn how to write your
 * own; nothing names this module, it is found because its jar is on the module path.
 *
 * <ol>
 *   <li>{@link org.epsilonet.examples.fourier.FourierFamilies} registers the families; it is named below and in {@code
 *       META-INF/services}.
 *   <li>{@code SeriesFamily} approximates and claims encodability; {@code SeriesSpeeds} cites speeds.
 *   <li>{@code Atoms}, the structure: which atoms of a {@code Dictionary} there are; how that choice is written and read;
 *       how far a change of the coefficients moves the function.
 *   <li>{@code AtomSum}, the approximant: the function that a structure and coefficients give.
 *   <li>{@code Basis}, waves in one variable; {@code MultiIndices}, the order of their products.
 *   <li>{@code GridTransform}, {@code FourierLine}, {@code CosineLine} and {@code DiscreteFourierTransform}: fast transforms,
 *       bit-exact everywhere; {@code PolynomialFit}: least squares.
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
