package org.epsilonet.comparator.catalogue;

import java.io.IOException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import java.util.function.LongFunction;
import org.epsilonet.api.classes.ApproximationKind;
import org.epsilonet.api.classes.FunctionClasses;
import org.epsilonet.api.classes.Instance;
import org.epsilonet.api.function.Formula;
import org.epsilonet.api.function.Samples;
import org.epsilonet.comparator.study.internal.JsonObject;

/** The elements that a class file can name: installed classes' own, named functions, random series, pieces, samples. */
final class InstanceVocabulary {
    private static final double THIRD = 1.0 / 3;

    private final FunctionClasses known;
    private final ClassDescription.Data data;
    private final int dimension;

    /**
     * @param known the installed classes
     * @param data reads the samples of a data file
     * @param dimension \(d\); other elements are refused
     */
    InstanceVocabulary(FunctionClasses known, ClassDescription.Data data, int dimension) {
        this.known = known;
        this.data = data;
        this.dimension = dimension;
    }

    /**
     * The elements of one entry. Everything is looked up, read and checked here; the seed only draws.
     *
     * @throws IllegalArgumentException if a key is missing or its value out of range; says which
     * @throws IOException if a data file cannot be read
     */
    LongFunction<List<Instance>> elements(JsonObject entry) throws IOException {
        String kind = entry.text("kind");
        if (kind.equals("of-class")) {
            var named = known.get(entry.text("class"));
            requireDimension(named.dimension(), named.id());
            return named::instances;
        }
        Set<ApproximationKind> saturates = saturates(entry);
        long more = entry.has("seed") ? entry.integer("seed") : 0;
        LongFunction<Formula> function = function(kind, entry);
        requireDimension(function.apply(more).dimension(), kind);
        return seed -> List.of(new Instance(function.apply(seed + more), saturates));
    }

    private LongFunction<Formula> function(String kind, JsonObject entry) throws IOException {
        switch (kind) {
            case "function":
                Formula named = named(entry.text("name"));
                return seed -> named;
            case "random-besov":
                double s = order(entry);
                return seed -> Formula.of("random signs", RandomSeries.hard(s, seed));
            case "random-wavelet":
                double order = order(entry);
                double p = entry.has("p") ? entry.number("p") : 2;
                return seed -> Formula.of("random wavelets", new SparseSeries(order, p, seed));
            case "random-fourier":
                double decay = positive(entry, "decay");
                return seed -> Formula.of("random frequencies", RandomFrequencies.powers(1, decay, seed));
            case "piecewise-polynomial":
                Formula pieces = pieces(entry);
                return seed -> pieces;
            case "samples":
                Samples samples = data.samples(entry.text("file"));
                Formula interpolant = Interpolant.of(samples);
                return seed -> interpolant;
            default:
                throw new IllegalArgumentException("unknown kind of instance '" + kind + "'");
        }
    }

    private static double order(JsonObject entry) {
        return positive(entry, "order");
    }

    private static double positive(JsonObject entry, String key) {
        double value = entry.number(key);
        if (!(value > 0)) {
            throw new IllegalArgumentException(
                    "an instance of kind '" + entry.text("kind") + "' needs '" + key + "', a number > 0");
        }
        return value;
    }

    private void requireDimension(int of, String what) {
        if (of != dimension) {
            throw new IllegalArgumentException(
                    "the class has dimension " + dimension + ", its instance '" + what + "' dimension " + of);
        }
    }

    private static Set<ApproximationKind> saturates(JsonObject entry) {
        Set<ApproximationKind> kinds = EnumSet.noneOf(ApproximationKind.class);
        if (entry.has("saturates")) {
            for (Object name : entry.list("saturates")) {
                kinds.add(ApproximationKind.valueOf(String.valueOf(name).toUpperCase(Locale.ROOT)));
            }
        }
        return kinds;
    }

    private static Formula named(String name) {
        return switch (name) {
            case "takagi" -> (Formula) Elements.takagi().get(0).target();
            case "weierstrass" ->
                (Formula) PeriodicElements.weierstrass().get(0).target();
            case "jump" -> Formula.of(name, x -> x < THIRD ? 0 : 1, THIRD);
            case "kink" -> Formula.of(name, x -> Math.abs(x - THIRD), THIRD);
            case "square-root" -> Formula.of(name, Math::sqrt);
            case "runge" -> Formula.of(name, x -> 1 / (1 + 25 * (2 * x - 1) * (2 * x - 1)));
            default ->
                throw new IllegalArgumentException("no function named '" + name
                        + "'; there are takagi, weierstrass, jump, kink, square-root and runge");
        };
    }

    private static Formula pieces(JsonObject entry) {
        double[] knots = entry.has("knots") ? numbers(entry.list("knots")) : new double[0];
        double[][] pieces = entry.list("pieces").stream()
                .map(row -> numbers((List<?>) Objects.requireNonNull(row)))
                .toArray(double[][]::new);
        if (pieces.length != knots.length + 1) {
            throw new IllegalArgumentException(
                    knots.length + " knots make " + (knots.length + 1) + " pieces, there are " + pieces.length);
        }
        for (int i = 0; i < knots.length; i++) {
            if (!(knots[i] > (i == 0 ? 0 : knots[i - 1]) && knots[i] < 1)) {
                throw new IllegalArgumentException("knots must increase inside (0, 1), were " + Arrays.toString(knots));
            }
        }
        DoubleUnaryOperator f = x -> {
            int found = Arrays.binarySearch(knots, x);
            int piece = found >= 0 ? found + 1 : -found - 1;
            double t = piece == 0 ? x : x - knots[piece - 1];
            double value = 0;
            for (int k = pieces[piece].length - 1; k >= 0; k--) {
                value = value * t + pieces[piece][k];
            }
            return value;
        };
        return Formula.of("piecewise polynomial", f, knots);
    }

    private static double[] numbers(List<?> list) {
        return list.stream()
                .mapToDouble(x -> ((Number) Objects.requireNonNull(x)).doubleValue())
                .toArray();
    }
}
