package org.epsilonet.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.model.Architecture;
import org.epsilonet.api.model.BitsPerWeight;
import org.epsilonet.api.model.Certificate;
import org.epsilonet.api.model.CoveringNumber;
import org.epsilonet.api.model.InputBox;
import org.epsilonet.api.model.LipschitzAnalysis;
import org.epsilonet.api.model.LipschitzBound;
import org.epsilonet.api.model.Model;
import org.epsilonet.api.model.RoundingScheme;
import org.epsilonet.cli.output.Json;
import org.jspecify.annotations.Nullable;

/** What {@code bounds} has to say, as JSON and as text. */
record BoundsReport(
        LipschitzAnalysis analysis,
        Architecture architecture,
        InputBox box,
        LpNorm norm,
        List<Row> lipschitz,
        List<CoveringNumber> covering,
        List<BitsPerWeight> bits) {
    /** How far weights move for the local constants of a network: a rounding to about 20 binary places. */
    private static final double DELTA = 0x1p-20;

    private static final String ALL_NETWORKS = "weights of every network";
    private static final String THIS_NETWORK = "weights of this network";
    private static final String INPUT = "input of this network";

    /** A Lipschitz constant, and of what; the lower bound is NaN where it is not known, as the norm is absent for x. */
    private record Row(
            String of, String method, double q, @Nullable LpNorm norm, double upper, double lower) {}

    /** The bounds of all networks of an architecture. */
    static BoundsReport of(
            LipschitzAnalysis analysis,
            Architecture architecture,
            InputBox box,
            LpNorm norm,
            List<Double> errors,
            RoundingScheme[] schemes) {
        List<Row> rows = new ArrayList<>();
        for (LipschitzBound b : analysis.architecture(architecture, box, norm)) {
            rows.add(new Row(ALL_NETWORKS, b.method(), b.q(), b.norm(), b.upper(), b.lower()));
        }
        List<CoveringNumber> covering = new ArrayList<>();
        List<BitsPerWeight> bits = new ArrayList<>();
        for (double error : errors) {
            covering.add(analysis.covering(architecture, box, error));
            for (RoundingScheme scheme : schemes) {
                bits.add(analysis.bitsPerWeight(architecture, box, error, scheme));
            }
        }
        return new BoundsReport(analysis, architecture, box, norm, rows, covering, bits);
    }

    /** Those of one network of the architecture before them. */
    BoundsReport with(Model model, ProgressBar bar) {
        List<Row> rows = new ArrayList<>();
        bar.update("weights", 0);
        for (Certificate c : analysis.perturbation(model, DELTA, box, norm)) {
            rows.add(new Row(THIS_NETWORK, c.method(), norm.p(), norm, Math.nextUp(c.bound() / DELTA), Double.NaN));
        }
        double[] exponents = {1, 2, Double.POSITIVE_INFINITY};
        for (int k = 0; k < exponents.length; k++) {
            bar.update("input", (k + 1.0) / (exponents.length + 1));
            for (Certificate c : analysis.input(model, box, exponents[k])) {
                rows.add(new Row(INPUT, c.method(), exponents[k], null, c.bound(), Double.NaN));
            }
        }
        rows.addAll(lipschitz);
        return new BoundsReport(analysis, architecture, box, norm, rows, covering, bits);
    }

    Map<String, @Nullable Object> json() {
        return Json.object(
                "architecture", architecture.sizes(),
                "radius", Json.number(architecture.radius()),
                "domain", List.of(box.low(), box.high()),
                "norm", norm.toString(),
                "lipschitz", lipschitz.stream().map(BoundsReport::json).toList(),
                "covering",
                        covering.stream()
                                .map(c -> Json.object(
                                        "epsilon", Json.number(c.epsilon()),
                                        "log2Upper", Json.number(c.log2Upper()),
                                        "log2Lower", Json.number(c.log2Lower())))
                                .toList(),
                "bitsPerWeight",
                        bits.stream()
                                .map(b -> Json.object(
                                        "epsilon", Json.number(b.epsilon()),
                                        "scheme", b.scheme().toString(),
                                        "sufficient", Json.number(b.sufficient()),
                                        "necessary", Json.number(b.necessary())))
                                .toList());
    }

    private static Map<String, @Nullable Object> json(Row row) {
        LpNorm lp = row.norm();
        return Json.object(
                "of", row.of(),
                "method", row.method(),
                "q", Json.number(row.q()),
                "norm", lp == null ? null : lp.toString(),
                "upper", Json.number(row.upper()),
                "lower", Json.number(row.lower()));
    }

    void print(PrintWriter out) {
        out.printf("architecture %s, over %s%n%n", architecture, box);
        Table constants = new Table("Lipschitz in", "method", "q", "norm", "upper", "lower");
        for (Row row : lipschitz) {
            LpNorm lp = row.norm();
            constants.row(
                    row.of(),
                    row.method(),
                    Table.number(row.q()),
                    lp == null ? "-" : lp.toString(),
                    Table.number(row.upper()),
                    Double.isNaN(row.lower()) ? "-" : Table.number(row.lower()));
        }
        constants.print(out);
        out.println();
        Table balls = new Table("error", "log2 of the covering number: at most", "at least");
        covering.forEach(
                c -> balls.row(Table.number(c.epsilon()), Table.number(c.log2Upper()), Table.number(c.log2Lower())));
        balls.print(out);
        out.println();
        Table weights = new Table("error", "rounding", "bits per weight: sufficient", "necessary");
        bits.forEach(b -> weights.row(
                Table.number(b.epsilon()),
                b.scheme().toString(),
                Table.number(b.sufficient()),
                Table.number(b.necessary())));
        weights.print(out);
    }
}
