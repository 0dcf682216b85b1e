package org.epsilonet.api.family;

import java.util.List;

/**
 * The union of finitely many families, \(\Sigma_M = \bigcup_i \Sigma^i_M\): the best of the parts. If all parts are
 * parametrized, so is the union; its structures are a part and a structure there.
 *
 * <p>Encodings of the parts together are an encoding of the union, and one of the union is one of every part. So the
 * union is ∞-encodable if and only if all parts are, and its exponent \(h\) is the largest of theirs.
 *
 * @see "docs/theory.md, A8"
 */
public sealed interface UnionFamily extends ApproximationFamily permits AnyUnion {
    /**
     * The union of some families.
     *
     * @param id its name
     * @param title what a person reads
     * @param parts the families, at least one, with a dimension in common
     * @return the union; a {@link ParametrizedFamily} if all parts are
     * @throws IllegalArgumentException if the parts have no dimension in common
     */
    static UnionFamily of(String id, String title, List<? extends ApproximationFamily> parts) {
        return parts.stream().allMatch(ParametrizedFamily.class::isInstance)
                ? new ParametrizedUnion(
                        id,
                        title,
                        parts.stream().map(ParametrizedFamily.class::cast).toList())
                : new AnyUnion(id, title, parts);
    }

    /** The families of which this is the union. */
    List<ApproximationFamily> parts();

    /**
     * Which part an element belongs to.
     *
     * @param element an element that this family made
     * @return in {@code 0..parts-1}
     * @throws IllegalArgumentException if it is not an element of this union
     */
    default int partOf(Approximant element) {
        if (element.structure() instanceof UnionStructure s && s.parts() == parts().size()) {
            return s.part();
        }
        throw new IllegalArgumentException("not an element of the union " + id() + ": " + element);
    }

    /**
     * An element as one of its part.
     *
     * @param element an element that this family made
     * @return the element of the part
     * @throws IllegalArgumentException if it is not an element of this union
     */
    default Approximant restricted(Approximant element) {
        if (element instanceof UnionApproximant union) {
            return union.inner();
        }
        throw new IllegalArgumentException("not an element of the union " + id() + ": " + element);
    }

    /**
     * An element of a part as one of the union.
     *
     * @param part which part
     * @param element an element of it
     * @return the element of the union
     */
    default Approximant embedded(int part, Approximant element) {
        return new UnionApproximant(new UnionStructure(part, parts().size(), element.structure()), element);
    }
}
