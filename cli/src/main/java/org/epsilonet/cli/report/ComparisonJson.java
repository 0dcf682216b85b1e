package org.epsilonet.cli.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.epsilonet.api.classes.CitedSpeed;
import org.epsilonet.cli.output.Json;
import org.epsilonet.comparator.ComparisonResult;
import org.epsilonet.comparator.LocalSpeed;
import org.epsilonet.comparator.PairResult;
import org.epsilonet.comparator.Point;
import org.epsilonet.comparator.RateDistortion;
import org.epsilonet.comparator.SpeedEstimate;
import org.epsilonet.comparator.Supremum;
import org.jspecify.annotations.Nullable;

/** A comparison as a JSON document: infinite is the string {@code "inf"}, unknown is null, never NaN. */
final class ComparisonJson {
    private ComparisonJson() {}

    static Map<String, @Nullable Object> model(ComparisonResult result, List<RateDistortion> data) {
        Map<String, @Nullable Object> document = Json.object(
                "skipped", result.skipped(),
                "quantization", result.rule().toString(),
                "pairs", result.pairs().stream().map(ComparisonJson::pair).toList());
        if (!data.isEmpty()) {
            document.put("data", data.stream().map(DataTable::json).toList());
        }
        return document;
    }

    static String text(ComparisonResult result, List<RateDistortion> data) throws IOException {
        return Json.text(model(result, data)) + "\n";
    }

    private static Map<String, @Nullable Object> pair(PairResult pair) {
        return Json.object(
                "family", pair.family(),
                "familyTitle", pair.familyTitle(),
                "class", pair.functionClass(),
                "classTitle", pair.classTitle(),
                "norm", pair.norm().toString(),
                "approxSpeed", withTheory(speed(pair.approxSpeed()), pair.theory()),
                "quantizedSpeed", speed(pair.quantizedSpeed()),
                "rateExponent", speed(pair.rateExponent()),
                "encodingSpeed", Json.number(pair.encodingSpeed().orElse(Double.NaN)),
                "encodingSource", pair.encodingSource(),
                "encodability", pair.encodability().kind().name(),
                "h", Json.number(pair.encodability().h()),
                "verdict", pair.verdict().name(),
                "reason", pair.reason(),
                "instanceBits", Json.number(pair.limits().instanceBits()),
                "bitsOverLimit", Json.number(pair.bitsOverLimit()),
                "supremum",
                        pair.limits().supremum().map(ComparisonJson::supremum).orElse(null),
                "points", points(pair));
    }

    private static List<Map<String, @Nullable Object>> points(PairResult pair) {
        List<Map<String, @Nullable Object>> points = new ArrayList<>();
        List<LocalSpeed> local = LocalSpeed.along(pair.points());
        for (int i = 0; i < local.size(); i++) {
            Map<String, @Nullable Object> point = point(pair.points().get(i), local.get(i));
            point.put("bitsOverLimit", Json.number(pair.bitsOverLimit(i)));
            points.add(point);
        }
        return points;
    }

    private static Map<String, @Nullable Object> supremum(Supremum s) {
        return Json.object(
                "budget", s.budget(),
                "lower", Json.number(s.lower()),
                "evaluations", s.evaluations(),
                "subclass", s.subclass(),
                "element", s.element(),
                "upper", Json.number(s.upper()),
                "upperSource", s.upperSource().isEmpty() ? null : s.upperSource());
    }

    private static Map<String, @Nullable Object> speed(SpeedEstimate speed) {
        return Json.object(
                "estimate", Json.number(speed.estimate()),
                "low", speed.isKnown() ? Json.number(speed.low()) : null,
                "high", speed.isKnown() ? Json.number(speed.high()) : null,
                "firstBudgetUsed", speed.firstBudgetUsed(),
                "lastBudgetUsed", speed.lastBudgetUsed(),
                "interval", speed.interval().name(),
                "model", speed.model().shape().name(),
                "logPower", Json.number(speed.model().logPower()),
                "modelReason", speed.model().reason());
    }

    private static Map<String, @Nullable Object> withTheory(
            Map<String, @Nullable Object> fields, Optional<CitedSpeed> theory) {
        fields.put("theory", theory.map(t -> Json.number(t.speed())).orElse(null));
        fields.put("theoryLogPower", theory.map(t -> Json.number(t.logPower())).orElse(null));
        fields.put("theorySource", theory.map(CitedSpeed::source).orElse(null));
        return fields;
    }

    private static Map<String, @Nullable Object> point(Point point, LocalSpeed local) {
        return Json.object(
                "budget", point.budget(),
                "bits", point.bits() < 0 ? null : point.bits(),
                "error", Json.number(point.error()),
                "errorKind", point.errorKind().name(),
                "quantizedError", Json.number(point.quantizedError()),
                "bitsPerParameter", Json.number(point.bitsPerParameter()),
                "theoremBitsPerParameter", Json.number(point.theoremBitsPerParameter()),
                "localSpeed", Json.number(local.approximation()),
                "localQuantizedSpeed", Json.number(local.quantized()),
                "localRateExponent", Json.number(local.rate()));
    }
}
