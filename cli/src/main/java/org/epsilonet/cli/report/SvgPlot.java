package org.epsilonet.cli.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.epsilonet.cli.report.LogLogPlot.Curve;

/**
 * Draws a plot as SVG: real text, no script, sharp at every size, light or dark with its reader. Written by
 * hand rather than through Java2D, which would cost half a second of start-up, turn text into positioned glyph runs and
 * leave no element that a style sheet could address.
 */
final class SvgPlot {
    /** What the shaded region says. */
    static final String FORBIDDEN = "no code of the whole class";

    private static final Frame FRAME = Frame.USUAL;

    private final LogLogPlot plot;
    private final Markup svg = new Markup();

    private SvgPlot(LogLogPlot plot) {
        this.plot = plot;
    }

    /** The plot alone, to stand in a page that brings styles, title and legend. */
    static String inline(LogLogPlot plot) {
        SvgPlot drawing = new SvgPlot(plot);
        drawing.svg.open("svg", "viewBox", "0 0 " + FRAME.width() + " " + FRAME.height(), "role", "img");
        drawing.describe();
        drawing.axes();
        drawing.content();
        return drawing.svg.close().toString();
    }

    /** A file of its own, with title, legend and styles. */
    static String document(LogLogPlot plot, Palette palette, String plotStyle) {
        SvgPlot drawing = new SvgPlot(plot);
        int width = FRAME.documentWidth();
        int height = FRAME.documentHeight(plot);
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
                .element("text", plot.title(), "class", "head", "x", String.valueOf(FRAME.left()), "y", "24")
                .open("g", "transform", "translate(0 " + FRAME.head() + ")");
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
            line("grid", x, FRAME.top(), x, FRAME.bottom());
            label(tick.label(), x, FRAME.bottom() + 18, "middle");
        }
        for (Axis.Tick tick : plot.y().ticks()) {
            double y = y(tick.value());
            line("grid", FRAME.left(), y, FRAME.right(), y);
            label(tick.label(), FRAME.left() - 8, y + 4, "end");
        }
        line("axis", FRAME.left(), FRAME.bottom(), FRAME.right(), FRAME.bottom());
        line("axis", FRAME.left(), FRAME.top(), FRAME.left(), FRAME.bottom());
        label(plot.xTitle(), (FRAME.left() + FRAME.right()) / 2.0, FRAME.height() - 10, "middle");
        svg.element(
                "text",
                plot.yTitle(),
                "class",
                "label",
                "text-anchor",
                "middle",
                "transform",
                "translate(15 " + (FRAME.top() + FRAME.bottom()) / 2 + ") rotate(-90)");
    }

    private void content() {
        if (plot.curves().isEmpty()) {
            label(
                    "nothing to draw: no error is finite and positive",
                    (FRAME.left() + FRAME.width()) / 2.0,
                    FRAME.height() / 2.0,
                    "middle");
        }
        plot.forbidden().ifPresent(this::forbidden);
        plot.curves().forEach(this::curve);
        plot.guide().ifPresent(g -> line("guide", x(g.x1()), y(g.y1()), x(g.x2()), y(g.y2())));
    }

    private void forbidden(ForbiddenRegion region) {
        StringBuilder outline = new StringBuilder(
                "M" + FRAME.left() + " " + number(y(region.slabs().get(0).high())));
        for (double[] corner : region.outline()) {
            outline.append('L').append(number(x(corner[0]))).append(' ').append(number(y(corner[1])));
        }
        region(outline.append("H").append(FRAME.left()).append('z').toString());
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
        int y = FRAME.top() + 8;
        for (Curve curve : plot.byLastError()) {
            swatch(svg, curve.style(), FRAME.legend(), y);
            label(curve.family(), FRAME.legend() + 34, y + 4, "start");
            y += FRAME.legendLine();
        }
        if (plot.guide().isPresent()) {
            line("guide", FRAME.legend(), y + 4, FRAME.legend() + 26, y + 4);
        }
        label(plot.guideLabel(), FRAME.legend() + 34, y + 8, "start");
        if (plot.forbidden().isPresent()) {
            region("M%s %sh26v12h-26z".formatted(FRAME.legend(), y + FRAME.legendLine() - 2));
            label(FORBIDDEN, FRAME.legend() + 34, y + FRAME.legendLine() + 8, "start");
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
        return FRAME.x(plot.x().position(value));
    }

    private double y(double value) {
        return FRAME.y(plot.y().position(value));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
