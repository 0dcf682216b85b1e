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

/** A union of families of any kind. */
non-sealed class AnyUnion implements UnionFamily {
    private final String id;
    private final String title;
    private final List<ApproximationFamily> parts;

    AnyUnion(String id, String title, List<? extends ApproximationFamily> parts) {
        this.id = id;
        this.title = title;
        this.parts = List.copyOf(parts);
        if (dimensions().isEmpty()) {
            throw new IllegalArgumentException("a union needs parts that have a dimension in common, were " + parts);
        }
    }

    @Override
    public final List<ApproximationFamily> parts() {
        return parts;
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
    public final boolean isNearBest() {
        return parts.stream().allMatch(ApproximationFamily::isNearBest);
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
