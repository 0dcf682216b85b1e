package org.epsilonet.cli.report;

import java.util.List;
import org.epsilonet.comparator.PairResult;
import org.epsilonet.comparator.PairVerdict;

/** Families by classes: measured speed, theory and verdict in every cell, the encoding speed at the head of a column. */
final class SummaryMatrix {
    private SummaryMatrix() {}

    static void write(Markup page, List<ClassSection> sections, Palette palette) {
        page.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", "Summary of all pairs")
                .open("table", "class", "matrix")
                .open("thead")
                .open("tr")
                .element("th", "Family", "scope", "col");
        sections.forEach(section -> head(page, section));
        page.close().closeLine().open("tbody");
        for (String family : palette.styles().keySet()) {
            page.open("tr").open("th", "scope", "row");
            SvgPlot.swatch(page, palette.of(family));
            page.id(family).close();
            for (ClassSection section : sections) {
                section.pair(family).ifPresentOrElse(pair -> cell(page, pair), () -> page.element("td", ""));
            }
            page.closeLine();
        }
        page.close().close().closeLine();
    }

    /** What each verdict means, in the colours of the cells. */
    static void writeLegend(Markup page) {
        page.open("dl", "class", "verdicts");
        for (PairVerdict verdict : PairVerdict.values()) {
            page.open("div").open("dt");
            verdict(page, verdict);
            page.close().element("dd", verdict.explanation()).closeLine();
        }
        page.closeLine();
    }

    /** A verdict as a coloured label with its sign. */
    static void verdict(Markup page, PairVerdict verdict) {
        page.open("span", "class", "verdict " + VerdictText.style(verdict))
                .element("span", VerdictText.sign(verdict), "aria-hidden", "true")
                .text(" " + VerdictText.shortly(verdict))
                .close();
    }

    private static void head(Markup page, ClassSection section) {
        page.open("th", "scope", "col")
                .element("a", section.title(), "href", "#class-" + section.name())
                .element("small", Numbers.norm(section.norm()) + ", γ* " + Numbers.cited(section.encodingSpeed()))
                .close();
    }

    private static void cell(Markup page, PairResult pair) {
        page.open("td", "class", VerdictText.style(pair.verdict()), "title", pair.reason())
                .element("b", Numbers.exponent(pair.approxSpeed().estimate()))
                .element("span", " " + Numbers.interval(pair.approxSpeed()), "class", "interval");
        pair.theory().ifPresent(t -> page.element("small", "theory " + Numbers.cited(t)));
        page.open("em")
                .element("span", VerdictText.sign(pair.verdict()), "aria-hidden", "true")
                .text(" " + VerdictText.shortly(pair.verdict()))
                .close()
                .close();
    }
}
