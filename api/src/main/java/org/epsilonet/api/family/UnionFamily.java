package org.epsilonet.api.family;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import org.epsilonet.api.classes.ApproximationKind;
import org.epsilonet.api.classes.CitedSpeed;
import org.epsilonet.api.classes.Smoothness;
import org.epsilonet.api.encodability.EncodabilityClaim;
import org.epsilonet.api.function.Domain;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.Target;

/**
 * The union of finitely many families, \(\Sigma_M = \bigcup_i \Sigma^i_M\): the best of the parts. If all parts are
 * parametrized, so is the union; its structures are a part and a structure there.
 *
 * <p>Encodings of the parts together are an encoding of the union, and one of the union is one of every part. So the
 * union is ∞-encodable if and only if all parts are, and its exponent \(h\) is the largest of theirs.
 */
public class UnionFamily implements ApproximationFamily {
    private final String id;
    private final String title;
    private final List<ApproximationFamily> parts;

    UnionFamily(String id, String title, List<? extends ApproximationFamily> parts) {
        this.id = id;
        this.title = title;
        this.parts = List.copyOf(parts);
        if (dimensions().isEmpty()) {
            throw new IllegalArgumentException("a union needs parts that have a dimension in common, were " + parts);
        }
    }

    /**
     * The union of some families.
     *
     * @param id its name
     * @param title what a person reads
     * @param parts the families, at least one, with a dimension in common
     * @return the union; a {@link ParametrizedFamily} if all parts are
     * @throws IllegalArgumentException if the parts have no dimension in common
     */
    public static UnionFamily of(String id, String title, List<? extends ApproximationFamily> parts) {
        return parts.stream().allMatch(ParametrizedFamily.class::isInstance)
                ? new ParametrizedUnion(
                        id,
                        title,
                        parts.stream().map(ParametrizedFamily.class::cast).toList())
                : new UnionFamily(id, title, parts);
    }

    /** The families of which this is the union. */
    public final List<ApproximationFamily> parts() {
        return parts;
    }

    /**
     * Which part an element belongs to.
     *
     * @param element an element that this family made
     * @return in {@code 0..parts-1}
     * @throws IllegalArgumentException if it is not an element of this union
     */
    public final int partOf(Approximant element) {
        if (element.structure() instanceof UnionStructure s && s.parts() == parts.size()) {
            return s.part();
        }
        throw new IllegalArgumentException("not an element of the union " + id + ": " + element);
    }

    /**
     * An element as one of its part.
     *
     * @param element an element that this family made
     * @return the element of the part
     * @throws IllegalArgumentException if it is not an element of this union
     */
    public final Approximant restricted(Approximant element) {
        if (element instanceof UnionApproximant union) {
            return union.inner();
        }
        throw new IllegalArgumentException("not an element of the union " + id + ": " + element);
    }

    /**
     * An element of a part as one of the union.
     *
     * @param part which part
     * @param element an element of it
     * @return the element of the union
     */
    public final Approximant embedded(int part, Approximant element) {
        return new UnionApproximant(new UnionStructure(part, parts.size(), element.structure()), element);
    }

    @Override
    public final String id() {
        return id;
    }

    @Override
    public final String title() {
        return title;
    }

    @Override
    public final String parameterMeaning() {
        return "the budget of every part";
    }

    @Override
    public final Set<Integer> dimensions() {
        Set<Integer> common =
                new HashSet<>(parts.isEmpty() ? Set.of() : parts.get(0).dimensions());
        parts.forEach(part -> common.retainAll(part.dimensions()));
        return Set.copyOf(common);
    }

    @Override
    public final boolean supports(Domain domain) {
        return parts.stream().allMatch(part -> part.supports(domain));
    }

    @Override
    public final int largestBudget(Domain domain) {
        return parts.stream().mapToInt(part -> part.largestBudget(domain)).max().orElseThrow();
    }

    @Override
    public final ApproximationKind kind() {
        return parts.size() == 1 ? parts.get(0).kind() : ApproximationKind.NONLINEAR;
    }

    @Override
    public final Approximation approximate(Target target, int budget, LpNorm norm) {
        return approximations(target, norm).apply(budget);
    }

    /** The closest of the parts' answers; one that is reached before one that is not. */
    @Override
    public final IntFunction<Approximation> approximations(Target target, LpNorm norm) {
        List<IntFunction<Approximation>> all =
                parts.stream().map(part -> part.approximations(target, norm)).toList();
        return budget -> {
            Approximation best = null;
            int bestPart = 0;
            for (int i = 0; i < all.size(); i++) {
                Approximation a = all.get(i).apply(budget);
                if (best == null || BETTER.compare(a, best) < 0) {
                    best = a;
                    bestPart = i;
                }
            }
            if (best == null) {
                throw new IllegalStateException("a union without parts");
            }
            return new Approximation(embedded(bestPart, best.approximant()), best.distance(), best.outcome());
        };
    }

    private static final Comparator<Approximation> BETTER = Comparator.comparing(Approximation::outcome)
            .thenComparingDouble(a -> a.distance().value());

    @Override
    public final EncodabilityClaim encodability(Domain domain, LpNorm norm) {
        return EncodabilityClaim.union(
                parts.stream().map(part -> part.encodability(domain, norm)).toList());
    }

    /** Known only where one part alone is as fast as can be: together, parts may be faster than each of them. */
    @Override
    public final Optional<CitedSpeed> theoreticalSpeed(Smoothness smoothness, LpNorm norm) {
        return parts.stream()
                .flatMap(part -> part.theoreticalSpeed(smoothness, norm).stream())
                .filter(speed -> parts.size() == 1 || speed.speed() == Double.POSITIVE_INFINITY)
                .findFirst();
    }

    @Override
    public final String toString() {
        return id;
    }
}
