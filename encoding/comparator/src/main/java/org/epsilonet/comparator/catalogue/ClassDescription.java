package org.epsilonet.comparator.catalogue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongFunction;
import org.epsilonet.api.classes.CitedSpeed;
import org.epsilonet.api.classes.ClassIntersection;
import org.epsilonet.api.classes.ClassUnion;
import org.epsilonet.api.classes.FunctionClass;
import org.epsilonet.api.classes.FunctionClasses;
import org.epsilonet.api.classes.Instance;
import org.epsilonet.api.classes.Smoothness;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.Samples;
import org.epsilonet.comparator.study.internal.JsonObject;

/** From the words of a class file to the class. */
public final class ClassDescription {
    private final JsonObject json;
    private final FunctionClasses known;
    private final String id;
    private final String title;

    /** Reads the samples of a data file that a class names. */
    public interface Data {
        /**
         * The samples.
         *
         * @throws IOException if there are none
         */
        Samples samples(String file) throws IOException;
    }

    private ClassDescription(JsonObject json, FunctionClasses known) {
        this.json = json;
        this.known = known;
        this.id = json.text("id");
        this.title = json.has("title") ? json.text("title") : id;
    }

    /**
     * The class that an object describes.
     *
     * @param json an object that keeps the schema
     * @param known the installed classes
     * @param data reads data files
     * @throws IllegalArgumentException if it contradicts itself, or names what is not there
     * @throws IOException if a data file cannot be read
     */
    public static FunctionClass read(JsonObject json, FunctionClasses known, Data data) throws IOException {
        return new ClassDescription(json, known).read(data);
    }

    private FunctionClass read(Data data) throws IOException {
        if (known.all().stream().anyMatch(c -> c.id().equals(id))) {
            throw new IllegalArgumentException("'id': an installed class has the name '" + id + "'");
        }
        long kinds = List.of("smoothness", "union", "intersection").stream()
                .filter(json::has)
                .count();
        if (kinds != 1) {
            throw new IllegalArgumentException(
                    "one of 'smoothness', 'union' and 'intersection' is needed, not " + kinds);
        }
        return json.has("union") ? union() : json.has("intersection") ? intersection(data) : ball(data);
    }

    private ClassUnion union() {
        List.of("instances", "encodingSpeed", "definition", "norm", "dimension").forEach(key -> {
            if (json.has(key)) {
                throw new IllegalArgumentException("'" + key + "' of a union is that of its parts");
            }
        });
        return new ClassUnion(id, title, parts("union"));
    }

    private ClassIntersection intersection(Data data) throws IOException {
        List<FunctionClass> parts = parts("intersection");
        return new ClassIntersection(
                id, title, parts, elements(data, parts.get(0).dimension()));
    }

    private List<FunctionClass> parts(String key) {
        List<FunctionClass> parts = new ArrayList<>();
        json.list(key).forEach(name -> parts.add(known.get(String.valueOf(name))));
        return parts;
    }

    private FunctionClass ball(Data data) throws IOException {
        int dimension = json.has("dimension") ? json.count("dimension") : 1;
        LpNorm norm = json.has("norm") ? LpNorm.named(json.text("norm")) : LpNorm.L2;
        Smoothness smoothness = smoothness(json.object("smoothness"), dimension);
        UnitBall named = UnitBall.of(smoothness);
        UnitBall ball = new UnitBall(
                json.has("definition") ? json.text("definition") : named.definition(),
                speed(named, norm),
                json.has("definition") ? UnitBall.Entropy.UNKNOWN : named.entropy());
        return new StandardClass(id, title, smoothness, norm, ball, elements(data, dimension));
    }

    /** The speed that is given holds in the usual metric; elsewhere nothing is known of a class whose speed is given. */
    private UnitBall.Speed speed(UnitBall named, LpNorm usual) {
        if (!json.has("encodingSpeed")) {
            return named.speed();
        }
        JsonObject given = json.object("encodingSpeed");
        CitedSpeed speed = new CitedSpeed(
                given.number("speed"), given.has("logPower") ? given.number("logPower") : 0, given.text("source"));
        return norm -> norm.equals(usual) ? Optional.of(speed) : Optional.empty();
    }

    private LongFunction<List<Instance>> elements(Data data, int dimension) throws IOException {
        InstanceVocabulary vocabulary = new InstanceVocabulary(known, data, dimension);
        List<LongFunction<List<Instance>>> all = new ArrayList<>();
        for (Object entry : json.list("instances")) {
            all.add(vocabulary.elements(new JsonObject((Map<?, ?>) Objects.requireNonNull(entry))));
        }
        return seed -> all.stream().flatMap(some -> some.apply(seed).stream()).toList();
    }

    private Smoothness smoothness(JsonObject s, int d) {
        Smoothness smoothness = switch (s.text("kind")) {
            case "hoelder" -> new Smoothness.Hoelder(d, order(s));
            case "besov" -> {
                double p = s.has("p") ? s.number("p") : 2;
                yield new Smoothness.Besov(d, order(s), p, s.has("tau") ? s.number("tau") : p);
            }
            case "piecewise-smooth" -> {
                requireLine(d, "piecewise-smooth");
                yield new Smoothness.PiecewiseSmooth(order(s), s.has("jumps") ? s.count("jumps") : 1);
            }
            case "bounded-variation" -> new Smoothness.BoundedVariation(d);
            case "cartoon" -> new Smoothness.Cartoon(requirePlane(d, "cartoon"), order(s));
            case "horizon" -> new Smoothness.Horizon(requirePlane(d, "horizon"), order(s));
            case "mixed" -> new Smoothness.Mixed(d, order(s));
            case "analytic" -> new Smoothness.Analytic(d, s.has("rho") ? s.number("rho") : 2);
            case "barron" -> new Smoothness.Barron(d);
            default -> new Smoothness.Other(d, id);
        };
        return s.has("periodic") && s.truth("periodic") ? new Smoothness.Periodic(smoothness) : smoothness;
    }

    private static double order(JsonObject s) {
        double order = s.number("order");
        if (!(order > 0)) {
            throw new IllegalArgumentException(
                    "a smoothness of kind '" + s.text("kind") + "' needs 'order', a number > 0");
        }
        return order;
    }

    private static void requireLine(int d, String kind) {
        if (d != 1) {
            throw new IllegalArgumentException("'" + kind + "' is for dimension 1, was " + d);
        }
    }

    private static int requirePlane(int d, String kind) {
        if (d < 2) {
            throw new IllegalArgumentException("'" + kind + "' is for dimensions from 2 on, was " + d);
        }
        return d;
    }
}
