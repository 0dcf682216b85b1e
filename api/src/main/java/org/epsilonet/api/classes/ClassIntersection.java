package org.epsilonet.api.classes;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.LongFunction;
import org.epsilonet.api.function.LpNorm;

/**
 * The intersection of finitely many classes. It is no harder to encode than the easiest: speed and entropy of every part are
 * bounds from one side, and only these are known.
 *
 * @param id the name
 * @param title for tables
 * @param parts one or more classes of one dimension; the usual metric is that of the first
 * @param elements seed to instances, each an element of all parts
 */
public record ClassIntersection(
        String id, String title, List<FunctionClass> parts, LongFunction<List<Instance>> elements)
        implements FunctionClass {
    /**
     * Copies the list.
     *
     * @throws IllegalArgumentException if there is no part, or dimensions differ
     */
    public ClassIntersection {
        parts = List.copyOf(parts);
        ClassUnion.requireOneDimension(parts);
    }

    @Override
    public Smoothness smoothness() {
        return ClassUnion.common(id, parts);
    }

    @Override
    public LpNorm norm() {
        return parts.get(0).norm();
    }

    @Override
    public String definition() {
        return "in all of: " + ClassUnion.definitions(parts);
    }

    /** Known where there is one part, or where a part has speed +∞; else only {@link #encodingSpeedAtLeast}. */
    @Override
    public Optional<CitedSpeed> encodingSpeed(LpNorm norm) {
        return encodingSpeedAtLeast(norm).filter(s -> parts.size() == 1 || s.speed() == Double.POSITIVE_INFINITY);
    }

    /**
     * A lower bound of the encoding speed: the largest of the parts.
     *
     * @param norm the metric
     * @return empty where none of the parts has a known speed
     */
    public Optional<CitedSpeed> encodingSpeedAtLeast(LpNorm norm) {
        return parts.stream()
                .flatMap(c -> c.encodingSpeed(norm).stream())
                .reduce((a, b) -> isFaster(b, a) ? b : a)
                .map(s -> new CitedSpeed(s.speed(), s.logPower(), "at least that of a part: " + s.source()));
    }

    private static boolean isFaster(CitedSpeed a, CitedSpeed b) {
        return a.speed() > b.speed() || (a.speed() == b.speed() && a.logPower() < b.logPower());
    }

    /** The least upper bound of the parts; a cover of a part that is not compact says nothing. */
    @Override
    public Optional<EntropyBounds> entropy(double epsilon, LpNorm norm) {
        List<EntropyBounds> known =
                parts.stream().flatMap(c -> c.entropy(epsilon, norm).stream()).toList();
        if (parts.size() == 1) {
            return known.stream().findFirst();
        }
        OptionalDouble least = known.stream()
                .mapToDouble(EntropyBounds::bitsUpper)
                .filter(Double::isFinite)
                .min();
        return least.stream()
                .mapToObj(bits -> new EntropyBounds(
                        epsilon,
                        norm,
                        bits == 0 ? 0 : Double.NaN,
                        bits,
                        "a cover of a part: "
                                + known.stream()
                                        .filter(b -> b.bitsUpper() == bits)
                                        .map(EntropyBounds::source)
                                        .findFirst()
                                        .orElse("")))
                .findFirst();
    }

    @Override
    public List<Instance> instances(long seed) {
        return elements.apply(seed);
    }
}
