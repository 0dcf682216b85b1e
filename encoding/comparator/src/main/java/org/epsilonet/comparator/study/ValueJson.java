package org.epsilonet.comparator.study;

import java.util.LinkedHashMap;
import java.util.Map;
import org.epsilonet.api.function.Distance;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.comparator.Point;
import org.epsilonet.comparator.study.Goal.AtBudget;
import org.epsilonet.comparator.study.Goal.WithinError;
import org.epsilonet.comparator.study.Outcome.Encoded;
import org.epsilonet.comparator.study.Outcome.Failed;
import org.epsilonet.comparator.study.Outcome.Measured;
import org.epsilonet.comparator.study.Subject.OfClass;
import org.epsilonet.comparator.study.Subject.OfData;
import org.epsilonet.comparator.study.internal.JsonObject;
import org.jspecify.annotations.Nullable;

/** Cells and outcomes as JSON objects and back: each reader stands below its writer. */
final class ValueJson {
    private ValueJson() {}

    static Map<String, @Nullable Object> object(Cell cell) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("family", cell.family());
        json.put("norm", cell.norm().toString());
        if (cell.subject() instanceof OfClass c) {
            json.put("class", c.id());
            json.put("seed", c.seed());
            json.put("repetition", c.repetition());
        } else if (cell.subject() instanceof OfData data) {
            json.put("data", data.file());
            json.put("sha256", data.sha256());
        }
        if (cell.goal() instanceof AtBudget at) {
            json.put("budget", at.budget());
            json.put("quantization", at.quantization());
        } else if (cell.goal() instanceof WithinError within) {
            json.put("error", within.error());
            json.put("largestBudget", within.largestBudget());
            json.put("quantization", within.quantization());
        } else if (cell.goal() instanceof Goal.Encoded encoded) {
            json.put("error", encoded.error());
        }
        return json;
    }

    static Cell cell(JsonObject json) {
        Subject subject = json.has("class")
                ? new OfClass(json.text("class"), json.integer("seed"), json.count("repetition"))
                : new OfData(json.text("data"), json.text("sha256"));
        return new Cell(json.text("family"), subject, LpNorm.named(json.text("norm")), goal(json));
    }

    private static Goal goal(JsonObject json) {
        if (json.has("budget")) {
            return new AtBudget(json.count("budget"), json.text("quantization"));
        }
        return json.has("largestBudget")
                ? new WithinError(json.number("error"), json.count("largestBudget"), json.text("quantization"))
                : new Goal.Encoded(json.number("error"));
    }

    static Map<String, @Nullable Object> object(Outcome outcome) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        if (outcome instanceof Failed failed) {
            json.put("failure", failed.message());
        } else {
            json.put("result", values(outcome));
        }
        return json;
    }

    /** The values of a result by name; of a failure none. */
    static Map<String, @Nullable Object> values(Outcome outcome) {
        if (outcome instanceof Measured measured) {
            return object(measured.reached(), measured.point());
        }
        return outcome instanceof Encoded encoded ? object(encoded) : Map.of();
    }

    private static Map<String, @Nullable Object> object(boolean reached, Point point) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("reached", reached);
        json.put("budget", point.budget());
        json.put("error", number(point.error()));
        json.put("errorKind", point.errorKind().name());
        json.put("bits", point.bits() < 0 ? null : (Object) point.bits());
        json.put("quantizedError", number(point.quantizedError()));
        json.put("bitsPerParameter", number(point.bitsPerParameter()));
        json.put("theoremBitsPerParameter", number(point.theoremBitsPerParameter()));
        return json;
    }

    private static Map<String, @Nullable Object> object(Encoded encoded) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("reached", encoded.reached());
        json.put("error", number(encoded.error()));
        json.put("errorKind", encoded.errorKind().name());
        json.put("bits", encoded.bits() < 0 ? null : (Object) encoded.bits());
        json.put("structureBits", encoded.structureBits());
        json.put("parameterBits", encoded.parameterBits());
        json.put("parameters", encoded.parameters());
        return json;
    }

    private static @Nullable Object number(double x) {
        if (Double.isNaN(x)) {
            return null;
        }
        return x == Double.POSITIVE_INFINITY ? "inf" : (Object) x;
    }

    static Outcome outcome(JsonObject line) {
        if (line.has("failure")) {
            return new Failed(line.text("failure"));
        }
        JsonObject json = line.object("result");
        boolean reached = json.truth("reached");
        double error = json.number("error");
        Distance.Kind kind = Distance.Kind.valueOf(json.text("errorKind"));
        long bits = json.has("bits") ? json.integer("bits") : -1;
        if (json.has("parameters")) {
            return new Encoded(
                    reached,
                    error,
                    kind,
                    bits,
                    json.integer("structureBits"),
                    json.integer("parameterBits"),
                    json.count("parameters"));
        }
        Point point = new Point(
                json.count("budget"),
                bits,
                error,
                kind,
                json.number("quantizedError"),
                json.number("bitsPerParameter"),
                json.number("theoremBitsPerParameter"));
        return new Measured(reached, point);
    }
}
