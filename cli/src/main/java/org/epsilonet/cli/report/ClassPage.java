package org.epsilonet.cli.report;

import java.util.List;
import java.util.Locale;
import org.epsilonet.api.classes.CitedSpeed;
import org.epsilonet.api.classes.FunctionClass;
import org.epsilonet.comparator.LocalSpeed;
import org.epsilonet.comparator.PairResult;
import org.epsilonet.comparator.Point;
import org.epsilonet.comparator.RateDistortion;
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

    /**
     * Writes it.
     *
     * @param isOpen whether it shows its content from the start
     */
    static void write(Markup page, ClassSection section, List<LogLogPlot> plots, Palette palette, boolean isOpen) {
        page.open("section", "id", "class-" + section.name(), "class", "class");
        if (isOpen) {
            page.open("details", "open", "");
        } else {
            page.open("details");
        }
        ClassPage part = new ClassPage(page, section, palette);
        part.summary();
        part.limit(plots);
        part.legend(plots);
        page.open("div", "class", "plots");
        plots.forEach(part::plot);
        page.closeLine();
        part.data();
        part.pairs();
        part.points();
        page.close().closeLine();
    }

    private void summary() {
        page.open("summary")
                .element("h2", section.title())
                .open("span", "class", "short")
                .text(Numbers.norm(section.norm()) + ", γ* " + Numbers.cited(section.encodingSpeed()) + ", "
                        + section.pairs().size() + (section.pairs().size() == 1 ? " family" : " families"))
                .close()
                .closeLine();
    }

    private void limit(List<LogLogPlot> plots) {
        if (section.data().isPresent()) {
            page.element(
                    "p",
                    Numbers.count(section.data().get().samples())
                            + " samples, errors measured on every one. Finitely many samples have no speed for M → ∞: what"
                            + " counts is the curve and its local slopes.",
                    "class",
                    "limit");
            return;
        }
        page.open("p", "class", "limit")
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
        String definition =
                section.functionClass().map(FunctionClass::definition).orElse("");
        if (!definition.isBlank()) {
            page.element("p", definition, "class", "limit");
        }
        plots.stream()
                .flatMap(plot -> plot.forbidden().stream())
                .forEach(region -> page.element(
                        "p",
                        "Shaded: no code that serves the whole class to this error has so few bits, by its metric entropy ("
                                + region.source()
                                + "). The instances that were measured are finitely many: a curve inside is no"
                                + " contradiction.",
                        "class",
                        "limit"));
    }

    private void legend(List<LogLogPlot> plots) {
        page.open("ul", "class", "legend", "aria-label", "Families");
        for (PairResult pair : section.pairs()) {
            Palette.Style style = palette.of(pair.family());
            page.open("li", "data-style", style.name());
            SvgPlot.swatch(page, style);
            page.text(pair.family()).close();
        }
        if (section.data().isPresent()) {
            page.open("li", "data-style", Palette.BASELINE.name());
            SvgPlot.swatch(page, Palette.BASELINE);
            page.text(RateDistortion.BASELINE).close();
        }
        page.open("li", "class", "limit-line");
        if (Double.isFinite(section.encodingSpeed().orElse(Double.NaN))) {
            page.open("svg", "class", "swatch", "viewBox", "0 0 26 14", "width", "26", "height", "14")
                    .empty("path", "class", "guide", "d", "M0 7h26", "stroke", "#1c1e21")
                    .close();
        }
        page.text(LogLogPlot.guideLabel(section)).close();
        if (plots.stream().anyMatch(plot -> plot.forbidden().isPresent())) {
            page.open("li", "class", "limit-line");
            SvgPlot.forbiddenSwatch(page);
            page.text(SvgPlot.FORBIDDEN).close();
        }
        page.closeLine();
    }

    private void plot(LogLogPlot plot) {
        page.open("figure", "data-x", plot.xTitle(), "data-y", plot.yTitle())
                .raw(SvgPlot.inline(plot))
                .element("figcaption", capitalized(plot.yTitle()) + " against " + plot.xTitle())
                .closeLine();
    }

    private void data() {
        section.data().filter(d -> !d.best().isEmpty()).ifPresent(d -> {
            page.element("h3", "Shortest code for an error")
                    .element(
                            "p",
                            "Among the codes that were measured, none interpolated. Baseline: "
                                    + RateDistortion.BASELINE
                                    + ", the samples rounded to the largest step that keeps the error, first differences"
                                    + " along every axis, LZMA2. Headers are counted on neither side.",
                            "class",
                            "limit");
            scroll("Shortest codes: " + section.title(), "points sortable best");
            heads(DataTable.HEADS);
            page.close().closeLine().open("tbody");
            DataTable.rows(page, d);
            page.close().close().closeLine();
        });
    }

    private void pairs() {
        scroll("Pairs: " + section.title(), "pairs sortable");
        heads("Family", "Speed γ", "Theory", "Quantized γ", "Bits exponent ρ", "∞-encodable", "Verdict");
        page.close().closeLine().open("tbody");
        for (PairResult pair : section.pairs()) {
            page.open(
                    "tr",
                    "id",
                    section.anchor(pair),
                    "data-style",
                    palette.of(pair.family()).name());
            page.open("th", "scope", "row");
            SvgPlot.swatch(page, palette.of(pair.family()));
            page.open("a", "href", "#" + section.anchor(pair))
                    .id(pair.family())
                    .close()
                    .element("small", pair.familyTitle())
                    .close();
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
        page.open("details").element("summary", "All points");
        scroll("Points: " + section.title(), "points sortable");
        heads(
                "Family",
                "M",
                "Error",
                "Kind",
                "Quantized error",
                "Bits",
                "Bits per parameter",
                "By the theorem",
                "Local γ",
                "Local ρ");
        page.close().closeLine().open("tbody");
        for (PairResult pair : section.pairs()) {
            List<LocalSpeed> local = LocalSpeed.along(pair.points());
            for (int i = 0; i < local.size(); i++) {
                Point point = pair.points().get(i);
                page.open("tr")
                        .element("th", pair.family())
                        .element("td", Numbers.count(point.budget()))
                        .element("td", Numbers.error(point.error()))
                        .element("td", point.errorKind().name().toLowerCase(Locale.ROOT))
                        .element("td", Numbers.error(point.quantizedError()))
                        .element("td", Numbers.count(point.bits()))
                        .element("td", Numbers.decimal(point.bitsPerParameter()))
                        .element("td", Numbers.decimal(point.theoremBitsPerParameter()))
                        .element("td", Numbers.exponent(local.get(i).approximation()))
                        .element("td", Numbers.exponent(local.get(i).rate()))
                        .closeLine();
            }
        }
        page.close().close().close().closeLine();
    }

    /** Opens a table that scrolls inside the page, down to the row of its heads. */
    private void scroll(String label, String style) {
        page.open("div", "class", "scroll tall", "tabindex", "0", "role", "region", "aria-label", label)
                .open("table", "class", style)
                .open("thead")
                .open("tr");
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
