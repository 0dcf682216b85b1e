import org.jspecify.annotations.NullMarked;

/**
 * The mathematics of Epsilonet: approximation families, the functions they approximate, the classes those functions
 * are drawn from, and the ∞-encodability contract.
 *
 * <p>Read the packages from the bottom up; each depends only on those before it:
 * <ol>
 *   <li>{@link org.epsilonet.api.function}: domains, normalized L<sup>p</sup> norms, targets, distances;
 *   <li>{@link org.epsilonet.api.symbol}: symbols, by which a discrete structure is written and read;
 *   <li>{@link org.epsilonet.api.encodability}: growth rates and the verdict that follows from them;
 *   <li>{@link org.epsilonet.api.classes}: smoothness and function classes with their encoding speed;
 *   <li>{@link org.epsilonet.api.family}: approximation families (what a plug-in implements) and their registry;
 *   <li>{@link org.epsilonet.api.composite}: families made of families;
 *   <li>{@link org.epsilonet.api.model}: models from outside, their file formats and Lipschitz bounds.
 * </ol>
 *
 * <p>A plug-in module {@code requires org.epsilonet.api} and {@code provides FamilyProvider with ...}; nothing else.
 */
@NullMarked
module org.epsilonet.api {
    requires static org.jspecify;

    exports org.epsilonet.api.function;
    exports org.epsilonet.api.symbol;
    exports org.epsilonet.api.encodability;
    exports org.epsilonet.api.classes;
    exports org.epsilonet.api.family;
    exports org.epsilonet.api.composite;
    exports org.epsilonet.api.model;

    uses org.epsilonet.api.family.FamilyProvider;
    uses org.epsilonet.api.classes.FunctionClassProvider;
    uses org.epsilonet.api.model.ModelFormat;
    uses org.epsilonet.api.model.LipschitzAnalysis;
}
