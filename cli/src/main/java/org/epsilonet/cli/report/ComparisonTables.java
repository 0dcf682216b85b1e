package org.epsilonet.cli.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.epsilonet.api.classes.CitedSpeed;
import org.epsilonet.comparator.ComparisonResult;
import org.epsilonet.comparator.LocalSpeed;
import org.epsilonet.comparator.PairResult;
import org.epsilonet.comparator.Point;
import org.epsilonet.comparator.SpeedEstimate;
import org.epsilonet.comparator.Supremum;

/** A comparison as CSV, full precision: infinite is {@code inf}, unknown is an empty field. */
final class ComparisonTables {
    private ComparisonTables() {}

    /** One row per point. */
    static String points(ComparisonResult result) throws IOException {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = writer(text)) {
            csv.writeRecord(
                    "class",
                    "family",
                    "norm",
                    "budget",
                    "bits",
                    "error",
                    "errorKind",
                    "quantizedError",
                    "bitsPerParameter",
                    "theoremBitsPerParameter",
                    "localSpeed",
                    "localQuantizedSpeed",
                    "localRateExponent",
                    "bitsOverLimit");
            for (PairResult pair : result.pairs()) {
                List<LocalSpeed> local = LocalSpeed.along(pair.points());
                for (int i = 0; i < local.size(); i++) {
                    Point point = pair.points().get(i);
                    csv.writeRecord(
                            pair.functionClass(),
                            pair.family(),
                            pair.norm().toString(),
                            String.valueOf(point.budget()),
                            point.bits() < 0 ? "" : String.valueOf(point.bits()),
                            number(point.error()),
                            point.errorKind().name(),
                            number(point.quantizedError()),
                            number(point.bitsPerParameter()),
                            number(point.theoremBitsPerParameter()),
                            number(local.get(i).approximation()),
                            number(local.get(i).quantized()),
                            number(local.get(i).rate()),
                            number(pair.bitsOverLimit(i)));
                }
            }
        }
        return text.toString();
    }

    /** One row per pair. */
    static String pairs(ComparisonResult result) throws IOException {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = writer(text)) {
            csv.writeRecord(
                    "class",
                    "family",
                    "norm",
                    "approxSpeed",
                    "approxSpeedLow",
                    "approxSpeedHigh",
                    "theory",
                    "quantizedSpeed",
                    "quantizedSpeedLow",
                    "quantizedSpeedHigh",
                    "rateExponent",
                    "rateExponentLow",
                    "rateExponentHigh",
                    "encodingSpeed",
                    "encodability",
                    "h",
                    "verdict",
                    "reason",
                    "theorySource",
                    "encodingSource",
                    "approxSpeedInterval",
                    "approxSpeedModel",
                    "approxSpeedModelReason",
                    "instanceBits",
                    "bitsOverLimit",
                    "supremumBudget",
                    "supremumLower",
                    "supremumUpper");
            for (PairResult pair : result.pairs()) {
                Optional<Supremum> supremum = pair.limits().supremum();
                csv.writeRecord(
                        pair.functionClass(),
                        pair.family(),
                        pair.norm().toString(),
                        number(pair.approxSpeed().estimate()),
                        end(pair.approxSpeed(), pair.approxSpeed().low()),
                        end(pair.approxSpeed(), pair.approxSpeed().high()),
                        pair.theory().map(t -> number(t.speed())).orElse(""),
                        number(pair.quantizedSpeed().estimate()),
                        end(pair.quantizedSpeed(), pair.quantizedSpeed().low()),
                        end(pair.quantizedSpeed(), pair.quantizedSpeed().high()),
                        number(pair.rateExponent().estimate()),
                        end(pair.rateExponent(), pair.rateExponent().low()),
                        end(pair.rateExponent(), pair.rateExponent().high()),
                        number(pair.encodingSpeed()),
                        pair.encodability().kind().name(),
                        number(pair.encodability().h()),
                        pair.verdict().name(),
                        pair.reason(),
                        pair.theory().map(CitedSpeed::source).orElse(""),
                        pair.encodingSource(),
                        pair.approxSpeed().interval().name(),
                        pair.approxSpeed().model().shape().name(),
                        pair.approxSpeed().model().reason(),
                        number(pair.limits().instanceBits()),
                        number(pair.bitsOverLimit()),
                        supremum.map(x -> String.valueOf(x.budget())).orElse(""),
                        supremum.map(x -> number(x.lower())).orElse(""),
                        supremum.map(x -> number(x.upper())).orElse(""));
            }
        }
        return text.toString();
    }

    /** Writes CSV as all files of a report have it. */
    static CsvWriter writer(StringWriter text) {
        return CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text);
    }

    /** An end of a speed's interval, which says nothing where the speed is unknown. */
    private static String end(SpeedEstimate speed, double end) {
        return speed.isKnown() ? number(end) : "";
    }

    private static String number(OptionalDouble value) {
        return value.isPresent() ? number(value.getAsDouble()) : "";
    }

    /** A number at full precision. */
    static String number(double value) {
        if (Double.isNaN(value)) {
            return "";
        }
        return Double.isInfinite(value) ? value > 0 ? "inf" : "-inf" : String.valueOf(value);
    }
}
