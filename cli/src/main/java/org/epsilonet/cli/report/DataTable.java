package org.epsilonet.cli.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.epsilonet.cli.output.Json;
import org.epsilonet.comparator.RateDistortion;
import org.jspecify.annotations.Nullable;

/** The shortest code for every error on the user's data, beside the baseline: for the page, as CSV, as JSON. */
final class DataTable {
    private DataTable() {}

    /** Column heads of the page. */
    static final String[] HEADS = {
        "Error",
        "Shortest code",
        "M",
        "Bits",
        "Bits per sample",
        "Error reached",
        "Baseline bits",
        "Baseline / shortest"
    };

    /** The body of the table in the page. */
    static void rows(Markup page, RateDistortion curve) {
        for (RateDistortion.Best best : curve.best()) {
            double bitsPerSample = best.bits() < 0 ? Double.NaN : (double) best.bits() / curve.samples();
            double ratio = best.bits() > 0 && best.baselineBits() > 0
                    ? (double) best.baselineBits() / best.bits()
                    : Double.NaN;
            page.open("tr")
                    .element("th", Numbers.error(best.target()), "scope", "row")
                    .element("td", best.code().orElse(Numbers.UNKNOWN))
                    .element("td", best.budget() > 0 ? Numbers.count(best.budget()) : Numbers.UNKNOWN)
                    .element("td", Numbers.count(best.bits()))
                    .element("td", Numbers.exponent(bitsPerSample))
                    .element("td", Numbers.error(best.error()))
                    .element("td", Numbers.count(best.baselineBits()))
                    .element("td", Numbers.exponent(ratio))
                    .closeLine();
        }
    }

    /** One row per error and data. */
    static String csv(List<RateDistortion> data) throws IOException {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = ComparisonTables.writer(text)) {
            csv.writeRecord(
                    "class", "norm", "samples", "targetError", "code", "budget", "bits", "error", "baselineBits");
            for (RateDistortion curve : data) {
                for (RateDistortion.Best best : curve.best()) {
                    csv.writeRecord(
                            curve.data(),
                            curve.norm().toString(),
                            String.valueOf(curve.samples()),
                            String.valueOf(best.target()),
                            best.code().orElse(""),
                            best.budget() > 0 ? String.valueOf(best.budget()) : "",
                            best.bits() < 0 ? "" : String.valueOf(best.bits()),
                            ComparisonTables.number(best.error()),
                            best.baselineBits() < 0 ? "" : String.valueOf(best.baselineBits()));
                }
            }
        }
        return text.toString();
    }

    /** One set of data as JSON. */
    static Map<String, @Nullable Object> json(RateDistortion curve) {
        return Json.object(
                "class", curve.data(),
                "norm", curve.norm().toString(),
                "samples", curve.samples(),
                "baseline",
                        Json.object(
                                "name",
                                RateDistortion.BASELINE,
                                "points",
                                curve.baseline().stream().map(DataTable::coded).toList()),
                "best", curve.best().stream().map(DataTable::best).toList());
    }

    private static Map<String, @Nullable Object> coded(RateDistortion.Coded coded) {
        return Json.object(
                "targetError", coded.target(),
                "step", coded.step(),
                "error", Json.number(coded.error()),
                "bits", coded.bits());
    }

    private static Map<String, @Nullable Object> best(RateDistortion.Best best) {
        return Json.object(
                "targetError",
                best.target(),
                "code",
                best.code().orElse(null),
                "budget",
                best.budget() > 0 ? best.budget() : null,
                "bits",
                best.bits() < 0 ? null : best.bits(),
                "error",
                Json.number(best.error()),
                "baselineBits",
                best.baselineBits() < 0 ? null : best.baselineBits());
    }
}
