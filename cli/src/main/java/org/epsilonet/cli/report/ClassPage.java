package org.epsilonet.cli.report;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.epsilonet.api.classes.CitedSpeed;
import org.epsilonet.comparator.PairResult;
import org.epsilonet.comparator.Point;
import org.epsilonet.comparator.SpeedEstimate;

/** The part of the page on one class: its limit, the two plots, the pairs, the points. */
final class ClassPage {
    private final Markup page;
    private final ClassSection section;
    private final Palette palette;

    private ClassPage(Markup page, ClassSection section, Palette palette) {
        this.page = page;
        this.section = section;
        this.palette = palette;
    }

    static void write(Markup page, ClassSection section, List<LogLogPlot> plots, Palette palette) throws IOException {
        page.open("section", "id", "class-" + section.name(), "class", "class");
        ClassPage part = new ClassPage(page, section, palette);
        part.head();
        part.legend();
        page.open("div", "class", "plots");
        for (LogLogPlot plot : plots) {
            part.plot(plot);
        }
        page.closeLine();
        part.pairs();
        part.points();
        page.closeLine();
    }

    private void head() {
        page.element("h2", section.title())
                .open("p", "class", "limit")
                .element("code", section.id())
                .text(" in the norm ")
                .text(Numbers.norm(section.norm()))
                .text(". Encoding speed γ*")
                .element("sub", "encod")
                .text(" = ")
                .element("b", Numbers.cited(section.encodingSpeed()));
        if (!section.encodingSource().isBlank()) {
            page.element("span", " (" + section.encodingSource() + ")", "class", "source");
        }
        page.text(".").closeLine();
    }

    private void legend() {
        page.open("ul", "class", "legend", "aria-label", "Families");
        for (PairResult pair : section.pairs()) {
            Palette.Style style = palette.of(pair.family());
            page.open("li", "data-style", style.name());
            SvgPlot.swatch(page, style);
            page.text(pair.family()).close();
        }
        page.open("li", "class", "limit-line");
        if (Double.isFinite(section.encodingSpeed().orElse(Double.NaN))) {
            page.open("svg", "class", "swatch", "viewBox", "0 0 26 14", "width", "26", "height", "14")
                    .empty("path", "class", "guide", "d", "M0 7h26", "stroke", "#1c1e21")
                    .close();
        }
        page.text(LogLogPlot.guideLabel(section)).close().closeLine();
    }

    private void plot(LogLogPlot plot) throws IOException {
        page.open("figure")
                .raw(SvgPlot.inline(plot))
                .open("script", "type", "application/json")
                .raw(ChartData.json(plot))
                .close()
                .element("figcaption", capitalized(plot.yTitle()) + " against " + plot.xTitle())
                .closeLine();
    }

    private void pairs() {
        page.open(
                        "div",
                        "class",
                        "scroll",
                        "tabindex",
                        "0",
                        "role",
                        "region",
                        "aria-label",
                        "Pairs: " + section.title())
                .open("table", "class", "pairs")
                .open("thead")
                .open("tr");
        heads("Family", "Speed γ", "Theory", "Quantized γ", "Bits exponent ρ", "∞-encodable", "Verdict");
        page.close().closeLine().open("tbody");
        for (PairResult pair : section.pairs()) {
            page.open("tr").open("th", "scope", "row");
            SvgPlot.swatch(page, palette.of(pair.family()));
            page.text(pair.family()).element("small", pair.familyTitle()).close();
            speed(pair.approxSpeed());
            page.open("td").text(pair.theory().map(Numbers::cited).orElse(Numbers.UNKNOWN));
            pair.theory().map(CitedSpeed::source).ifPresent(s -> page.element("small", s, "class", "source"));
            page.close();
            speed(pair.quantizedSpeed());
            speed(pair.rateExponent());
            encodability(pair);
            page.open("td", "class", "reason");
            SummaryMatrix.verdict(page, pair.verdict());
            page.element("small", pair.reason()).close().closeLine();
        }
        page.close().close().closeLine();
    }

    private void encodability(PairResult pair) {
        page.open("td", "title", String.join("\n", pair.encodability().derivation()))
                .text(VerdictText.shortly(pair.encodability().kind()));
        if (pair.encodability().h() > 0) {
            page.element("small", "h = " + Numbers.exponent(pair.encodability().h()));
        }
        page.close();
    }

    private void speed(SpeedEstimate speed) {
        page.open("td", "class", "number")
                .element("b", Numbers.exponent(speed.estimate()))
                .element("span", " " + Numbers.interval(speed), "class", "interval");
        if (speed.isKnown()) {
            page.element("small", "M = " + speed.firstBudgetUsed() + " … " + speed.lastBudgetUsed());
        }
        page.close();
    }

    private void points() {
        page.open("details")
                .element("summary", "All points")
                .open("div", "class", "scroll", "tabindex", "0")
                .open("table", "class", "points")
                .open("thead")
                .open("tr");
        heads("Family", "M", "Error", "Kind", "Quantized error", "Bits", "Bits per parameter", "By the theorem");
        page.close().closeLine().open("tbody");
        for (PairResult pair : section.pairs()) {
            for (Point point : pair.points()) {
                page.open("tr")
                        .element("th", pair.family(), "scope", "row")
                        .element("td", Numbers.count(point.budget()), "class", "number")
                        .element("td", Numbers.error(point.error()), "class", "number")
                        .element("td", point.errorKind().name().toLowerCase(Locale.ROOT))
                        .element("td", Numbers.error(point.quantizedError()), "class", "number")
                        .element("td", Numbers.count(point.bits()), "class", "number")
                        .element("td", Numbers.decimal(point.bitsPerParameter()), "class", "number")
                        .element("td", Numbers.decimal(point.theoremBitsPerParameter()), "class", "number")
                        .closeLine();
            }
        }
        page.close().close().close().closeLine();
    }

    private void heads(String... titles) {
        for (String title : titles) {
            page.element("th", title, "scope", "col");
        }
    }

    private static String capitalized(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
