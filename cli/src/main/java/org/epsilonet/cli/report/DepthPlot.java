package org.epsilonet.cli.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.epsilonet.api.model.Architecture;
import org.epsilonet.api.model.BitsPerWeight;
import org.epsilonet.api.model.InputBox;
import org.epsilonet.api.model.LipschitzAnalysis;
import org.epsilonet.api.model.RoundingScheme;
import org.epsilonet.cli.report.LogLogPlot.Curve;

/**
 * Bits per weight against depth, by truncation towards zero, for radii below, at and above 1: constant, logarithmic and
 * linear in the depth.
 */
public final class DepthPlot {
    private static final double[] RADII = {2, 1, 0.5};
    private static final int[] DEPTHS = {2, 4, 8, 12, 16, 24, 32, 40, 48, 56, 64};

    private DepthPlot() {}

    /**
     * Draws the plot as a document of its own.
     *
     * @param analysis counts the bits
     * @param architecture gives input, output and the width of all layers between
     * @param box the inputs
     * @param error the error in the supremum norm
     * @throws IOException if the program lacks its style sheet
     */
    public static String svg(LipschitzAnalysis analysis, Architecture architecture, InputBox box, double error)
            throws IOException {
        int width = architecture.width();
        List<String> names = new ArrayList<>();
        for (double radius : RADII) {
            names.add(name(radius, "sufficient"));
            names.add(name(radius, "necessary"));
        }
        Palette palette = Palette.of(names);
        List<Curve> curves = new ArrayList<>();
        for (double radius : RADII) {
            double[] sufficient = new double[DEPTHS.length];
            double[] necessary = new double[DEPTHS.length];
            for (int i = 0; i < DEPTHS.length; i++) {
                BitsPerWeight bits = analysis.bitsPerWeight(
                        deep(architecture, width, DEPTHS[i], radius), box, error, RoundingScheme.TOWARDS_ZERO);
                sufficient[i] = bits.sufficient();
                necessary[i] = bits.necessary();
            }
            add(curves, palette, name(radius, "sufficient"), sufficient);
            add(curves, palette, name(radius, "necessary"), necessary);
        }
        return SvgPlot.document(plot(width, box, error, curves), palette, Resource.own("plot.css"));
    }

    private static Architecture deep(Architecture architecture, int width, int depth, double radius) {
        int[] sizes = new int[depth + 1];
        Arrays.fill(sizes, width);
        sizes[0] = architecture.size(0);
        sizes[depth] = architecture.size(architecture.depth());
        return Architecture.of(radius, sizes);
    }

    private static String name(double radius, String which) {
        return String.format(Locale.ROOT, "r = %s, %s", radius == 0.5 ? "1/2" : String.valueOf((int) radius), which);
    }

    /** Points that are not finite stay away, as where a bound says nothing. */
    private static void add(List<Curve> curves, Palette palette, String name, double[] bits) {
        int[] shown = IntStream.range(0, bits.length)
                .filter(i -> bits[i] >= 0 && bits[i] < Double.POSITIVE_INFINITY)
                .toArray();
        if (shown.length > 0) {
            curves.add(new Curve(
                    name,
                    palette.of(name),
                    Arrays.stream(shown).mapToDouble(i -> DEPTHS[i]).toArray(),
                    Arrays.stream(shown).mapToDouble(i -> bits[i]).toArray()));
        }
    }

    private static LogLogPlot plot(int width, InputBox box, double error, List<Curve> curves) {
        return new LogLogPlot(
                "bits-depth",
                "Bits per weight against depth, over " + box,
                "depth L",
                "bits per weight",
                LinearAxis.fromZero(DEPTHS[DEPTHS.length - 1]),
                LinearAxis.fromZero(curves.stream()
                        .flatMapToDouble(c -> DoubleStream.of(c.y()))
                        .toArray()),
                curves,
                Optional.empty(),
                "width " + width + ", error " + error,
                Optional.empty());
    }
}
