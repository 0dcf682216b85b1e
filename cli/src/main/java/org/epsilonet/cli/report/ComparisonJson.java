package org.epsilonet.cli.report;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.epsilonet.api.classes.CitedSpeed;
import org.epsilonet.comparator.ComparisonResult;
import org.epsilonet.comparator.PairResult;
import org.epsilonet.comparator.Point;
import org.epsilonet.comparator.SpeedEstimate;
import org.jspecify.annotations.Nullable;
import tools.jackson.jr.ob.JSON;

/** A comparison as a JSON document: infinite is the string {@code "inf"}, unknown is null, never NaN. */
final class ComparisonJson {
    private static final JSON WRITER =
            JSON.std.with(JSON.Feature.PRETTY_PRINT_OUTPUT).with(JSON.Feature.WRITE_NULL_PROPERTIES);

    private ComparisonJson() {}

    static Map<String, Object> model(ComparisonResult result) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("skipped", result.skipped());
        document.put("pairs", result.pairs().stream().map(ComparisonJson::pair).toList());
        return document;
    }

    static String text(ComparisonResult result) throws IOException {
        return WRITER.asString(model(result)) + "\n";
    }

    private static Map<String, @Nullable Object> pair(PairResult pair) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("family", pair.family());
        fields.put("familyTitle", pair.familyTitle());
        fields.put("class", pair.functionClass());
        fields.put("classTitle", pair.classTitle());
        fields.put("norm", pair.norm().toString());
        fields.put("approxSpeed", withTheory(speed(pair.approxSpeed()), pair.theory()));
        fields.put("quantizedSpeed", speed(pair.quantizedSpeed()));
        fields.put("rateExponent", speed(pair.rateExponent()));
        fields.put("encodingSpeed", number(pair.encodingSpeed()));
        fields.put("encodingSource", pair.encodingSource());
        fields.put("encodability", pair.encodability().kind().name());
        fields.put("h", number(pair.encodability().h()));
        fields.put("verdict", pair.verdict().name());
        fields.put("reason", pair.reason());
        fields.put("points", pair.points().stream().map(ComparisonJson::point).toList());
        return fields;
    }

    private static Map<String, @Nullable Object> speed(SpeedEstimate speed) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("estimate", number(speed.estimate()));
        fields.put("low", speed.isKnown() ? number(speed.low()) : null);
        fields.put("high", speed.isKnown() ? number(speed.high()) : null);
        fields.put("firstBudgetUsed", speed.firstBudgetUsed());
        fields.put("lastBudgetUsed", speed.lastBudgetUsed());
        return fields;
    }

    private static Map<String, @Nullable Object> withTheory(
            Map<String, @Nullable Object> fields, Optional<CitedSpeed> theory) {
        fields.put("theory", theory.map(t -> number(t.speed())).orElse(null));
        fields.put("theoryLogPower", theory.map(t -> number(t.logPower())).orElse(null));
        fields.put("theorySource", theory.map(CitedSpeed::source).orElse(null));
        return fields;
    }

    private static Map<String, @Nullable Object> point(Point point) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("budget", point.budget());
        fields.put("bits", point.bits() < 0 ? null : point.bits());
        fields.put("error", number(point.error()));
        fields.put("errorKind", point.errorKind().name());
        fields.put("quantizedError", number(point.quantizedError()));
        fields.put("bitsPerParameter", number(point.bitsPerParameter()));
        return fields;
    }

    private static @Nullable Object number(OptionalDouble value) {
        return value.isPresent() ? number(value.getAsDouble()) : null;
    }

    private static @Nullable Object number(double value) {
        if (Double.isNaN(value)) {
            return null;
        }
        return Double.isInfinite(value) ? value > 0 ? "inf" : "-inf" : (Object) value;
    }
}
