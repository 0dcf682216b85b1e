package org.epsilonet.cli.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import org.epsilonet.comparator.PairResult;
import org.epsilonet.comparator.Point;
import org.epsilonet.comparator.RateDistortion;

/**
 * What a log-log plot shows, apart from how it is drawn. A speed \(\gamma\) appears as the slope \(-\gamma\).
 *
 * @param name its name in file names: letters, digits, {@code . _ -}
 * @param guide the limit slope, absent where no power law limits the class
 * @param guideLabel what is known of the limit, to be shown whether there is a guide or not
 * @param forbidden where no code of the class can be; empty where it is not known, or bits are on no axis
 */
record LogLogPlot(
        String name,
        String title,
        String xTitle,
        String yTitle,
        Axis x,
        Axis y,
        List<Curve> curves,
        Optional<Guide> guide,
        String guideLabel,
        Optional<ForbiddenRegion> forbidden) {

    /** The points of one family; both coordinates finite and positive. */
    record Curve(String family, Palette.Style style, double[] x, double[] y) {}

    /** A straight line in logarithmic coordinates, from (x1, y1) to (x2, y2), inside the axes. */
    record Guide(double x1, double y1, double x2, double y2) {}

    LogLogPlot {
        curves = List.copyOf(curves);
    }

    /** The curves from the largest last error to the smallest, as they end: the order of a legend. */
    List<Curve> byLastError() {
        return curves.stream()
                .sorted(Comparator.comparingDouble((Curve c) -> c.y[c.y.length - 1])
                        .reversed())
                .toList();
    }

    /** Error against the number of parameters, before quantization. */
    static LogLogPlot ofBudgets(ClassSection section, Palette palette) {
        List<Curve> curves = curves(section, palette, Point::budget, Point::error);
        Axis x = LogAxis.octaves(all(curves, true));
        return of(section, "error-parameters", "number of parameters M", "error", x, curves, false);
    }

    /** Error against bits: the error of the quantized approximant, the bits that its code takes. */
    static LogLogPlot ofBits(ClassSection section, Palette palette) {
        List<Curve> curves = new ArrayList<>(curves(section, palette, Point::bits, Point::quantizedError));
        section.data().flatMap(LogLogPlot::baseline).ifPresent(curves::add);
        Axis x = LogAxis.decades(all(curves, true));
        return of(
                section,
                "error-bits",
                "bits of the quantized approximant",
                "error after quantization",
                x,
                curves,
                true);
    }

    private static LogLogPlot of(
            ClassSection section,
            String kind,
            String xTitle,
            String yTitle,
            Axis x,
            List<Curve> curves,
            boolean countsBits) {
        Axis y = LogAxis.decades(all(curves, false));
        String norm = Numbers.norm(section.norm());
        return new LogLogPlot(
                section.name() + "-" + kind,
                section.title(),
                xTitle,
                yTitle + " (" + norm + ")",
                x,
                y,
                curves,
                guide(section, x, y, curves),
                guideLabel(section),
                section.functionClass()
                        .filter(c -> countsBits && !curves.isEmpty())
                        .flatMap(c -> ForbiddenRegion.of(c, section.norm(), x, y)));
    }

    private static List<Curve> curves(
            ClassSection section, Palette palette, ToDoubleFunction<Point> x, ToDoubleFunction<Point> y) {
        List<Curve> curves = new ArrayList<>();
        for (PairResult pair : section.pairs()) {
            List<Point> shown = pair.points().stream()
                    .filter(p -> isPositive(x.applyAsDouble(p)) && isPositive(y.applyAsDouble(p)))
                    .toList();
            if (!shown.isEmpty()) {
                curves.add(new Curve(
                        pair.family(),
                        palette.of(pair.family()),
                        shown.stream().mapToDouble(x).toArray(),
                        shown.stream().mapToDouble(y).toArray()));
            }
        }
        return curves;
    }

    private static Optional<Curve> baseline(RateDistortion curve) {
        List<RateDistortion.Coded> shown =
                curve.baseline().stream().filter(c -> c.error() > 0).toList();
        return shown.isEmpty()
                ? Optional.empty()
                : Optional.of(new Curve(
                        RateDistortion.BASELINE,
                        Palette.BASELINE,
                        shown.stream().mapToDouble(RateDistortion.Coded::bits).toArray(),
                        shown.stream().mapToDouble(RateDistortion.Coded::error).toArray()));
    }

    private static boolean isPositive(double value) {
        return value > 0 && value < Double.POSITIVE_INFINITY;
    }

    private static double[] all(List<Curve> curves, boolean ofX) {
        return curves.stream()
                .flatMapToDouble(c -> DoubleStream.of(ofX ? c.x : c.y))
                .toArray();
    }

    static String guideLabel(ClassSection section) {
        if (section.encodingSpeed().isEmpty()) {
            return "no encoding limit is known";
        }
        double limit = section.encodingSpeed().getAsDouble();
        return limit == Double.POSITIVE_INFINITY
                ? "limit ∞: faster than every power"
                : "slope of the encoding limit, −" + Numbers.cited(section.encodingSpeed());
    }

    /**
     * The line of slope \(-\gamma^*_{encod}\) that touches the points of the left half from below: a curve that falls
     * through it further right decays faster than the limit.
     */
    private static Optional<Guide> guide(ClassSection section, Axis x, Axis y, List<Curve> curves) {
        double slope = section.encodingSpeed().orElse(Double.NaN);
        if (curves.isEmpty() || !Double.isFinite(slope)) {
            return Optional.empty();
        }
        double level = Double.POSITIVE_INFINITY;
        for (Curve curve : curves) {
            for (int i = 0; i < curve.x.length; i++) {
                if (x.position(curve.x[i]) <= 0.5) {
                    level = Math.min(level, Math.log(curve.y[i]) + slope * Math.log(curve.x[i]));
                }
            }
        }
        return clipped(level, slope, x, y);
    }

    /** The part of the line log y = level - slope log x inside the axes, if any. */
    private static Optional<Guide> clipped(double level, double slope, Axis x, Axis y) {
        double left = Math.log(x.min());
        double right = Math.log(x.max());
        if (slope > 0) {
            left = Math.max(left, (level - Math.log(y.max())) / slope);
            right = Math.min(right, (level - Math.log(y.min())) / slope);
        }
        return left < right && Double.isFinite(level)
                ? Optional.of(new Guide(
                        Math.exp(left),
                        Math.exp(level - slope * left),
                        Math.exp(right),
                        Math.exp(level - slope * right)))
                : Optional.empty();
    }
}
