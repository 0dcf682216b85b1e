package org.epsilonet.cli.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.epsilonet.cli.report.LogLogPlot.Curve;

/**
 * Draws a plot as SVG: real text, no script, sharp at every size, light or dark with its reader. Written by
 * hand rather than through Java2D, which would cost half a second of start-up, turn text into positioned glyph runs and
 * leave no element that a style sheet could address.
 */
final class SvgPlot {
    private static final int WIDTH = 560;
    private static final int HEIGHT = 380;
    private static final int LEFT = 66;
    private static final int RIGHT = 14;
    private static final int TOP = 12;
    private static final int BOTTOM = 48;
    private static final int HEAD = 34;
    private static final int LEGEND_WIDTH = 260;
    private static final int LEGEND_LINE = 19;

    /** What the shaded region says. */
    static final String FORBIDDEN = "no code of the whole class";

    private final LogLogPlot plot;
    private final Markup svg = new Markup();

    private SvgPlot(LogLogPlot plot) {
        this.plot = plot;
    }

    /** The plot alone, to stand in a page that brings styles, title and legend. */
    static String inline(LogLogPlot plot) {
        SvgPlot drawing = new SvgPlot(plot);
        drawing.svg.open("svg", "viewBox", "0 0 " + WIDTH + " " + HEIGHT, "role", "img");
        drawing.describe();
        drawing.axes();
        drawing.content();
        return drawing.svg.close().toString();
    }

    /** A file of its own, with title, legend and styles. */
    static String document(LogLogPlot plot, Palette palette, String plotStyle) {
        SvgPlot drawing = new SvgPlot(plot);
        int width = WIDTH + LEGEND_WIDTH;
        int height = HEAD + Math.max(HEIGHT, TOP + (plot.curves().size() + 3) * LEGEND_LINE);
        drawing.svg
                .raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
                .open(
                        "svg",
                        "xmlns",
                        "http://www.w3.org/2000/svg",
                        "viewBox",
                        "0 0 " + width + " " + height,
                        "width",
                        String.valueOf(width),
                        "height",
                        String.valueOf(height),
                        "role",
                        "img",
                        "font-family",
                        "system-ui, sans-serif");
        drawing.describe();
        drawing.svg
                .open("style")
                .raw(plotStyle)
                .raw("@media (prefers-color-scheme:dark){" + palette.darkRules() + "}")
                .close()
                .empty("rect", "class", "ground", "width", "100%", "height", "100%", "fill", "#fff")
                .element("text", plot.title(), "class", "head", "x", String.valueOf(LEFT), "y", "24")
                .open("g", "transform", "translate(0 " + HEAD + ")");
        drawing.axes();
        drawing.content();
        drawing.legend();
        return drawing.svg.close().closeLine().toString();
    }

    /** The sample of the shaded region that stands in a legend. */
    static void forbiddenSwatch(Markup out) {
        out.open("svg", "class", "swatch", "viewBox", "0 0 26 14", "width", "26", "height", "14", "aria-hidden", "true")
                .empty("path", "class", "forbidden", "d", "M0 1h26v12h-26z", "fill", "#5c6673", "fill-opacity", ".16")
                .close();
    }

    /** The sample of a family's line and shape that stands in a legend beside its name. */
    static void swatch(Markup out, Palette.Style style) {
        out.open(
                "svg", "class", "swatch", "viewBox", "0 0 26 14", "width", "26", "height", "14", "aria-hidden", "true");
        swatch(out, style, 0, 7);
        out.close();
    }

    private static void swatch(Markup out, Palette.Style style, double x, double y) {
        openCurve(out, style);
        out.empty("path", "d", "M%s %sh26".formatted(number(x), number(y)))
                .empty("path", "class", "points", "d", style.marker().path(x + 13, y))
                .close();
    }

    private static void openCurve(Markup out, Palette.Style style, String... data) {
        List<String> attributes = new ArrayList<>(List.of("class", "curve " + style.name(), "fill", "none"));
        attributes.addAll(List.of("stroke", style.light(), "color", style.light(), "stroke-width", "1.6"));
        attributes.addAll(List.of(data));
        out.open("g", attributes.toArray(String[]::new));
    }

    private void describe() {
        String families =
                String.join(", ", plot.curves().stream().map(Curve::family).toList());
        svg.element("title", plot.title() + ": " + plot.yTitle() + " against " + plot.xTitle())
                .element("desc", "Plot of " + families + "; " + plot.guideLabel() + ".");
    }

    private void axes() {
        for (Axis.Tick tick : plot.x().ticks()) {
            double x = x(tick.value());
            line("grid", x, TOP, x, HEIGHT - BOTTOM);
            label(tick.label(), x, HEIGHT - BOTTOM + 18, "middle");
        }
        for (Axis.Tick tick : plot.y().ticks()) {
            double y = y(tick.value());
            line("grid", LEFT, y, WIDTH - RIGHT, y);
            label(tick.label(), LEFT - 8, y + 4, "end");
        }
        line("axis", LEFT, HEIGHT - BOTTOM, WIDTH - RIGHT, HEIGHT - BOTTOM);
        line("axis", LEFT, TOP, LEFT, HEIGHT - BOTTOM);
        label(plot.xTitle(), (LEFT + WIDTH - RIGHT) / 2.0, HEIGHT - 10, "middle");
        svg.element(
                "text",
                plot.yTitle(),
                "class",
                "label",
                "text-anchor",
                "middle",
                "transform",
                "translate(15 " + (TOP + HEIGHT - BOTTOM) / 2 + ") rotate(-90)");
    }

    private void content() {
        if (plot.curves().isEmpty()) {
            label("nothing to draw: no error is finite and positive", (LEFT + WIDTH) / 2.0, HEIGHT / 2.0, "middle");
        }
        plot.forbidden().ifPresent(this::forbidden);
        plot.curves().forEach(this::curve);
        plot.guide().ifPresent(g -> line("guide", x(g.x1()), y(g.y1()), x(g.x2()), y(g.y2())));
    }

    private void forbidden(ForbiddenRegion region) {
        StringBuilder outline = new StringBuilder(
                "M" + LEFT + " " + number(y(region.slabs().get(0).high())));
        for (double[] corner : region.outline()) {
            outline.append('L').append(number(x(corner[0]))).append(' ').append(number(y(corner[1])));
        }
        region(outline.append("H").append(LEFT).append('z').toString());
    }

    private void region(String outline) {
        svg.open("path", "class", "forbidden", "d", outline, "fill", "#5c6673", "fill-opacity", ".16")
                .element("title", FORBIDDEN)
                .close();
    }

    private void curve(Curve curve) {
        StringBuilder line = new StringBuilder();
        StringBuilder points = new StringBuilder();
        StringBuilder values = new StringBuilder();
        for (int i = 0; i < curve.x().length; i++) {
            double x = x(curve.x()[i]);
            double y = y(curve.y()[i]);
            line.append(i == 0 ? "M" : "L").append(number(x)).append(' ').append(number(y));
            points.append(curve.style().marker().path(x, y));
            values.append(i == 0 ? "" : " ")
                    .append(String.format(Locale.ROOT, "%.4g,%.4g", curve.x()[i], curve.y()[i]));
        }
        openCurve(svg, curve.style(), "data-family", curve.family(), "data-values", values.toString());
        svg.element("title", curve.family())
                .empty("path", "d", line.toString(), "stroke-linejoin", "round")
                .empty("path", "class", "points", "d", points.toString())
                .close();
    }

    /** Families from the largest last error to the smallest, as the curves end, then the limit. */
    private void legend() {
        List<Curve> byLastError = plot.curves().stream()
                .sorted(Comparator.comparingDouble((Curve c) -> c.y()[c.y().length - 1])
                        .reversed())
                .toList();
        int y = TOP + 8;
        for (Curve curve : byLastError) {
            swatch(svg, curve.style(), WIDTH + 4, y);
            label(curve.family(), WIDTH + 38, y + 4, "start");
            y += LEGEND_LINE;
        }
        if (plot.guide().isPresent()) {
            line("guide", WIDTH + 4, y + 4, WIDTH + 30, y + 4);
        }
        label(plot.guideLabel(), WIDTH + 38, y + 8, "start");
        if (plot.forbidden().isPresent()) {
            region("M%s %sh26v12h-26z".formatted(WIDTH + 4, y + LEGEND_LINE - 2));
            label(FORBIDDEN, WIDTH + 38, y + LEGEND_LINE + 8, "start");
        }
    }

    private void line(String kind, double x1, double y1, double x2, double y2) {
        String colour = kind.equals("grid") ? "#e3e6ea" : kind.equals("axis") ? "#8a9099" : "#1c1e21";
        svg.open(
                "path",
                "class",
                kind,
                "d",
                "M%s %sL%s %s".formatted(number(x1), number(y1), number(x2), number(y2)),
                "stroke",
                colour,
                "fill",
                "none");
        if (kind.equals("guide")) {
            svg.element("title", plot.guideLabel());
        }
        svg.close();
    }

    private void label(String text, double x, double y, String anchor) {
        svg.element("text", text, "class", "label", "x", number(x), "y", number(y), "text-anchor", anchor);
    }

    private double x(double value) {
        return LEFT + plot.x().position(value) * (WIDTH - LEFT - RIGHT);
    }

    private double y(double value) {
        return HEIGHT - BOTTOM - plot.y().position(value) * (HEIGHT - TOP - BOTTOM);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
