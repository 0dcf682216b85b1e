package org.epsilonet.api.classes;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.epsilonet.api.function.LpNorm;

/**
 * The union of finitely many classes. It is as hard to encode as the hardest: its encoding speed is the least, and
 * \(\max_i H_i \le H \le \log_2\sum_i 2^{H_i}\), since covers of the parts together cover the union.
 *
 * @param id the name
 * @param title for tables
 * @param parts one or more classes of one dimension; the usual metric is that of the first
 */
public record ClassUnion(String id, String title, List<FunctionClass> parts) implements FunctionClass {
    /**
     * Copies the list.
     *
     * @throws IllegalArgumentException if there is no part, or dimensions differ
     */
    public ClassUnion {
        parts = List.copyOf(parts);
        requireOneDimension(parts);
    }

    static void requireOneDimension(List<FunctionClass> parts) {
        if (parts.stream().mapToInt(FunctionClass::dimension).distinct().count() != 1) {
            throw new IllegalArgumentException("the parts must be classes of one dimension, were "
                    + parts.stream()
                            .map(c -> c.id() + " (d = " + c.dimension() + ")")
                            .toList());
        }
    }

    /** That of the parts where they agree, else a name. */
    static Smoothness common(String id, List<FunctionClass> parts) {
        Smoothness first = parts.get(0).smoothness();
        return parts.stream().allMatch(c -> c.smoothness().equals(first))
                ? first
                : new Smoothness.Other(first.dimension(), id);
    }

    static String definitions(List<FunctionClass> parts) {
        return parts.stream()
                .map(c -> c.definition().isBlank() ? c.title() : c.definition())
                .collect(Collectors.joining(" | "));
    }

    @Override
    public Smoothness smoothness() {
        return common(id, parts);
    }

    @Override
    public LpNorm norm() {
        return parts.get(0).norm();
    }

    @Override
    public String definition() {
        return "in one of: " + definitions(parts);
    }

    /** The least of the parts, with the largest power of the logarithm among these; empty where one is not known. */
    @Override
    public Optional<CitedSpeed> encodingSpeed(LpNorm norm) {
        List<CitedSpeed> speeds = new ArrayList<>();
        parts.forEach(c -> c.encodingSpeed(norm).ifPresent(speeds::add));
        Optional<CitedSpeed> least = speeds.stream().reduce((a, b) -> isSlower(b, a) ? b : a);
        boolean decided =
                speeds.size() == parts.size() || least.map(s -> s.speed() == 0).orElse(false);
        return decided
                ? least.map(s -> new CitedSpeed(
                        s.speed(), s.logPower(), "the least of " + parts.size() + " parts: " + s.source()))
                : Optional.empty();
    }

    private static boolean isSlower(CitedSpeed a, CitedSpeed b) {
        return a.speed() < b.speed() || (a.speed() == b.speed() && a.logPower() > b.logPower());
    }

    @Override
    public Optional<EntropyBounds> entropy(double epsilon, LpNorm norm) {
        List<EntropyBounds> known = new ArrayList<>();
        parts.forEach(c -> c.entropy(epsilon, norm).ifPresent(known::add));
        if (known.isEmpty()) {
            return Optional.empty();
        }
        OptionalDouble lower = known.stream()
                .mapToDouble(EntropyBounds::bitsLower)
                .filter(bits -> !Double.isNaN(bits))
                .max();
        double upper = known.size() == parts.size() ? together(known) : Double.NaN;
        double least = lower.orElse(Double.NaN);
        return Optional.of(new EntropyBounds(
                epsilon,
                norm,
                least,
                least == Double.POSITIVE_INFINITY ? least : upper,
                "the largest lower bound of the parts, their covers together: "
                        + known.stream().map(EntropyBounds::source).distinct().collect(Collectors.joining("; "))));
    }

    /** \(\log_2\sum_i 2^{H_i}\), rounded up; NaN where one is. */
    private static double together(List<EntropyBounds> parts) {
        double largest =
                parts.stream().mapToDouble(EntropyBounds::bitsUpper).max().orElse(0);
        if (Double.isInfinite(largest) || parts.size() == 1) {
            return largest;
        }
        double sum = 0;
        for (EntropyBounds part : parts) {
            sum += Math.pow(2, part.bitsUpper() - largest);
        }
        // Sum, logarithm and product round a few times, 2^-52 each.
        return largest + Math.log(sum) / Math.log(2) + (1 + largest) * 0x1p-48;
    }

    /**
     * The elements of all parts. One that keeps every code at the speed of its part still does so if no part is slower; which
     * parts are hardest for linear methods is not known.
     */
    @Override
    public List<Instance> instances(long seed) {
        boolean alike = !(smoothness() instanceof Smoothness.Other);
        OptionalDouble speed =
                encodingSpeed(norm()).map(s -> OptionalDouble.of(s.speed())).orElseGet(OptionalDouble::empty);
        List<Instance> all = new ArrayList<>();
        for (FunctionClass part : parts) {
            boolean isSlowest = part.norm().equals(norm())
                    && speed.isPresent()
                    && part.encodingSpeed(norm())
                            .map(s -> s.speed() == speed.getAsDouble())
                            .orElse(false);
            for (Instance instance : part.instances(seed)) {
                Set<ApproximationKind> kept = EnumSet.noneOf(ApproximationKind.class);
                kept.addAll(instance.saturates());
                kept.removeIf(kind -> !isSlowest || !(alike || kind == ApproximationKind.NONLINEAR));
                Instance element = new Instance(instance.target(), kept);
                if (!all.contains(element)) {
                    all.add(element);
                }
            }
        }
        return List.copyOf(all);
    }
}
