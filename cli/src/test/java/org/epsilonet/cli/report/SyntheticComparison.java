package org.epsilonet.cli.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.epsilonet.api.classes.CitedSpeed;
import org.epsilonet.api.encodability.EncodabilityVerdict;
import org.epsilonet.api.function.Distance;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.comparator.ComparisonResult;
import org.epsilonet.comparator.PairResult;
import org.epsilonet.comparator.PairVerdict;
import org.epsilonet.comparator.Point;
import org.epsilonet.comparator.RateDistortion;
import org.epsilonet.comparator.SpeedEstimate;

/** Comparisons made up for the tests: power laws with a little noise, and every awkward value once. */
final class SyntheticComparison {
    static final String AWKWARD_CLASS = "my <data> & \"x\".csv";
    static final String AWKWARD_FAMILY = "plugin.<b>&\"1\"";
    static final Provenance PROVENANCE = new Provenance(
            "0.1.0",
            "0123456789ab",
            "./epsilonet compare --quick --classes '<all>' & more",
            20221124,
            "17.0.15 (Debian)",
            "2 cores, Linux amd64",
            "2026-11-22 08:00 UTC");

    private SyntheticComparison() {}

    /** A comparison of usual size: 12 families, 9 classes. */
    static ComparisonResult usual() {
        List<String> families = List.of(
                "fourier.real.best",
                "fourier.real.first",
                "relu.sawtooth",
                "relu.shallow.free-knot",
                "splines.dyadic-tree.degree1",
                "splines.free-knot.degree1",
                "splines.uniform.degree1",
                "splines.uniform.degree3",
                "wavelets.cdf97.best",
                "wavelets.db4.best",
                "wavelets.db4.first",
                "wavelets.haar.best");
        List<String> classes = List.of(
                "holder.half:Hölder ball α = 0.5:0.5",
                "holder.one:Hölder ball α = 1:1",
                "besov.sparse:Besov ball s = 1.5, p = 1 (sparse):1.5",
                "sobolev.two:Sobolev ball s = 2:2",
                "piecewise.smooth:Piecewise smooth, jumps:2",
                "bounded.variation:Bounded variation:1",
                "analytic:Analytic on an ellipse:Infinity",
                "takagi:Takagi function:Infinity",
                "cartoon:Cartoon-like images:1");
        List<PairResult> pairs = new ArrayList<>();
        Random random = new Random(7);
        for (String described : classes) {
            String[] parts = described.split(":");
            double limit = Double.parseDouble(parts[2]);
            for (String family : families) {
                if (parts[0].equals("cartoon") && random.nextInt(3) > 0) {
                    continue;
                }
                double speed = Math.max(0.4, Math.min(limit, 3) * (0.6 + 0.4 * random.nextDouble()));
                double level = Math.exp(random.nextGaussian());
                pairs.add(pair(family, parts, limit, speed, level, random, 4096));
            }
        }
        return new ComparisonResult(pairs, List.of("wavelets.haar2d.best", "splines.tensor.degree3"));
    }

    /** Two classes of the usual one: a finite limit, and an infinite one. */
    static ComparisonResult two() {
        return new ComparisonResult(
                usual().pairs().stream()
                        .filter(p -> p.functionClass().equals("holder.one")
                                || p.functionClass().equals("analytic"))
                        .toList(),
                List.of());
    }

    /** Five kinds of five families each on 40 classes, with 14 budgets: a thousand pairs. */
    static ComparisonResult large() {
        List<PairResult> pairs = new ArrayList<>();
        Random random = new Random(11);
        for (int c = 0; c < 40; c++) {
            String[] described = {"class" + c, "A ball of a Besov space with a rather long title, number " + c, ""};
            double limit = 0.5 + 0.1 * c;
            for (int f = 0; f < 25; f++) {
                double speed = limit * (0.3 + 0.8 * random.nextDouble());
                pairs.add(pair("kind" + f % 5 + ".family" + f, described, limit, speed, 1, random, 1 << 17));
            }
        }
        return new ComparisonResult(pairs, List.of());
    }

    /** What {@link #awkward} has in its data, with a baseline that wins once and an error that nobody reaches. */
    static RateDistortion awkwardCurve() {
        return new RateDistortion(
                AWKWARD_CLASS,
                LpNorm.L2,
                64,
                List.of(new RateDistortion.Coded(0.2, 0.5, 0.19, 96)),
                List.of(
                        new RateDistortion.Best(0.5, Optional.of(AWKWARD_FAMILY), 16, 64, 0.25, 96),
                        new RateDistortion.Best(0.2, Optional.of(RateDistortion.BASELINE), 0, 96, 0.19, 96),
                        new RateDistortion.Best(0.1, Optional.empty(), 0, -1, Double.NaN, -1)));
    }

    /** One pair whose axis of bits ends just beyond a long label, 10000. */
    static ComparisonResult edge() {
        List<Point> points = List.of(
                new Point(16, 48, 0.6, Distance.Kind.ESTIMATED, 0.6, 3, Double.NaN),
                new Point(512, 9000, 0.005, Distance.Kind.ESTIMATED, 0.005, 18, Double.NaN));
        PairResult usual = usual().pairs().get(0);
        return new ComparisonResult(
                List.of(new PairResult(
                        usual.family(),
                        usual.familyTitle(),
                        usual.functionClass(),
                        usual.classTitle(),
                        usual.norm(),
                        usual.approxSpeed(),
                        usual.theory(),
                        usual.quantizedSpeed(),
                        usual.rateExponent(),
                        usual.encodingSpeed(),
                        usual.encodingSource(),
                        usual.encodability(),
                        usual.verdict(),
                        usual.reason(),
                        points)),
                List.of());
    }

    /** A small comparison with infinite, unknown and missing values, and names full of markup. */
    static ComparisonResult awkward() {
        SpeedEstimate infinite = new SpeedEstimate(Double.POSITIVE_INFINITY, 5.5, Double.POSITIVE_INFINITY, 16, 4096);
        PairResult infinitelyFast = new PairResult(
                AWKWARD_FAMILY,
                "A <i>title</i> & more",
                "analytic",
                "Analytic",
                LpNorm.SUP,
                infinite,
                Optional.of(new CitedSpeed(Double.POSITIVE_INFINITY, 0, "Bernstein <1912>")),
                infinite,
                SpeedEstimate.UNKNOWN,
                OptionalDouble.of(Double.POSITIVE_INFINITY),
                "Kolmogorov & Tikhomirov",
                verdict(EncodabilityVerdict.Kind.NOT_ESTABLISHED, Double.POSITIVE_INFINITY),
                PairVerdict.INCONCLUSIVE,
                "errors reach \"rounding\", one\nline more",
                List.of(
                        new Point(16, 100, 1e-4, Distance.Kind.ESTIMATED, 2e-4, 6.25, 14),
                        new Point(32, 300, 0, Distance.Kind.ESTIMATED, 1e-9, 9.4, Double.NaN),
                        new Point(
                                64,
                                -1,
                                Double.POSITIVE_INFINITY,
                                Distance.Kind.ESTIMATED,
                                Double.NaN,
                                Double.NaN,
                                Double.POSITIVE_INFINITY)));
        PairResult onData = new PairResult(
                AWKWARD_FAMILY,
                "A <i>title</i> & more",
                AWKWARD_CLASS,
                AWKWARD_CLASS,
                LpNorm.L2,
                SpeedEstimate.UNKNOWN,
                Optional.empty(),
                SpeedEstimate.UNKNOWN,
                new SpeedEstimate(1.25, 1.125, 1.5, 16, 32),
                OptionalDouble.empty(),
                "",
                verdict(EncodabilityVerdict.Kind.NOT_ENCODABLE, 0.5),
                PairVerdict.INCONCLUSIVE,
                "samples: no limit M to infinity",
                List.of(new Point(16, 128, 0.125, Distance.Kind.MEASURED, 0.25, 8, 9.5)));
        return new ComparisonResult(List.of(infinitelyFast, onData), List.of("<skipped> & gone"));
    }

    private static PairResult pair(
            String family, String[] described, double limit, double speed, double level, Random random, int largest) {
        List<Point> points = new ArrayList<>();
        for (int budget = 16; budget <= largest; budget *= 2) {
            double error = Math.max(1e-15, level * Math.pow(budget, -speed) * Math.exp(0.1 * random.nextGaussian()));
            double bitsPerParameter = 4 + 0.8 * Math.log(budget);
            points.add(new Point(
                    budget,
                    Math.round(budget * bitsPerParameter),
                    error,
                    Distance.Kind.ESTIMATED,
                    1.06 * error,
                    bitsPerParameter,
                    bitsPerParameter + 3));
        }
        PairVerdict[] verdicts = PairVerdict.values();
        return new PairResult(
                family,
                "Best terms of a dictionary (" + family + ")",
                described[0],
                described[1],
                LpNorm.L2,
                new SpeedEstimate(speed, speed - 0.03, speed + 0.04, 256, 4096),
                Optional.of(CitedSpeed.of(Math.min(limit, 3), "DeVore, Nonlinear approximation, Theorem 7.6")),
                new SpeedEstimate(speed - 0.01, speed - 0.05, speed + 0.03, 256, 4096),
                new SpeedEstimate(0.88 * speed, 0.85 * speed, 0.92 * speed, 256, 4096),
                OptionalDouble.of(limit),
                "Birman and Solomyak 1967",
                verdict(EncodabilityVerdict.Kind.ENCODABLE, 0),
                random.nextInt(3) > 0 ? PairVerdict.BELOW_LIMIT : verdicts[random.nextInt(verdicts.length)],
                "the interval of the measured speed lies below the encoding speed of the class",
                points);
    }

    private static EncodabilityVerdict verdict(EncodabilityVerdict.Kind kind, double h) {
        return new EncodabilityVerdict(kind, h, List.of("#parameters ~ M: exponent 1", "a \"proof\""));
    }
}
