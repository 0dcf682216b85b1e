package org.epsilonet.cli.report;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.epsilonet.comparator.PairResult;
import org.epsilonet.comparator.PairVerdict;

/**
 * Classes by families, one table per dimension: every cell the measured speed, its share of the encoding speed and the
 * sign of the verdict, on the colour of its {@link Closeness}; it leads to the pair.
 */
final class SummaryMatrix {
    private static final int DATA = 0;

    /** More families than this share the width of a sheet of paper. */
    private static final int FITTING = 14;

    private final Markup page;
    private final Palette palette;

    private SummaryMatrix(Markup page, Palette palette) {
        this.page = page;
        this.palette = palette;
    }

    static void write(Markup page, List<ClassSection> sections, Palette palette) {
        Map<Integer, List<ClassSection>> byDimension = new TreeMap<>();
        for (ClassSection section : sections) {
            byDimension
                    .computeIfAbsent(dimension(section), d -> new ArrayList<>())
                    .add(section);
        }
        SummaryMatrix matrix = new SummaryMatrix(page, palette);
        byDimension.forEach((dimension, ofDimension) -> matrix.table(heading(dimension, ofDimension), ofDimension));
    }

    /** The colours of the cells, and each verdict with its sign and how many pairs have it. */
    static void writeLegend(Markup page, List<PairResult> pairs) {
        page.open("ul", "class", "scale", "aria-label", "Colours: measured speed by encoding speed");
        for (Closeness closeness : Closeness.values()) {
            page.element("li", closeness.meaning(), "class", closeness.style());
        }
        page.closeLine();
        Map<PairVerdict, Integer> counts = new EnumMap<>(PairVerdict.class);
        pairs.forEach(pair -> counts.merge(pair.verdict(), 1, Integer::sum));
        page.open("ul", "class", "counts", "aria-label", "Verdicts");
        for (PairVerdict verdict : PairVerdict.values()) {
            page.open("li").element("b", String.valueOf(counts.getOrDefault(verdict, 0)));
            verdict(page, verdict);
            page.close();
        }
        page.closeLine();
    }

    /** Each verdict with its meaning. */
    static void writeMeanings(Markup page) {
        page.open("dl", "class", "verdicts");
        for (PairVerdict verdict : PairVerdict.values()) {
            page.open("div").open("dt");
            verdict(page, verdict);
            page.close().element("dd", verdict.explanation()).closeLine();
        }
        page.closeLine();
    }

    /** A verdict as a label with its sign. */
    static void verdict(Markup page, PairVerdict verdict) {
        page.open("span", "class", "verdict " + VerdictText.style(verdict))
                .element("span", VerdictText.sign(verdict), "aria-hidden", "true")
                .text(" " + VerdictText.shortly(verdict))
                .close();
    }

    private static int dimension(ClassSection section) {
        return section.functionClass().map(c -> c.dimension()).orElse(DATA);
    }

    private static String heading(int dimension, List<ClassSection> sections) {
        if (dimension == DATA) {
            return sections.stream().allMatch(s -> s.data().isPresent()) ? "Data" : "All pairs";
        }
        return "Classes of dimension " + dimension;
    }

    private void table(String heading, List<ClassSection> sections) {
        List<String> families = palette.styles().keySet().stream()
                .filter(family -> sections.stream().anyMatch(s -> s.pair(family).isPresent()))
                .toList();
        page.open("div", "class", "scroll tall", "tabindex", "0", "role", "region", "aria-label", heading)
                .open("table", "class", families.size() > FITTING ? "matrix wide sortable" : "matrix sortable")
                .element("caption", heading)
                .open("thead")
                .open("tr")
                .element("th", "Class", "scope", "col");
        for (String family : families) {
            page.open("th", "scope", "col");
            SvgPlot.swatch(page, palette.of(family));
            page.open("span").id(family).close().close();
        }
        page.close().closeLine().open("tbody");
        for (ClassSection section : sections) {
            page.open("tr").open("th", "scope", "row");
            page.element("a", section.title(), "href", "#class-" + section.name())
                    .element("small", Numbers.norm(section.norm()) + ", γ* " + Numbers.cited(section.encodingSpeed()))
                    .close();
            for (String family : families) {
                section.pair(family)
                        .ifPresentOrElse(pair -> cell(section, pair), () -> page.element("td", "", "class", "none"));
            }
            page.closeLine();
        }
        page.close().close().closeLine();
    }

    private void cell(ClassSection section, PairResult pair) {
        String style = Closeness.of(pair).style() + " " + VerdictText.style(pair.verdict());
        page.open("td", "class", style)
                .open("a", "href", "#" + section.anchor(pair), "title", hint(section, pair))
                .element("b", Numbers.exponent(pair.approxSpeed().estimate()))
                .open("small")
                .text(share(pair))
                .element("em", VerdictText.sign(pair.verdict()))
                .close()
                .close()
                .close();
    }

    private static String hint(ClassSection section, PairResult pair) {
        String theory = pair.theory().map(t -> ", theory " + Numbers.cited(t)).orElse("");
        return pair.family() + " on " + section.title() + ": " + Numbers.speed(pair.approxSpeed()) + theory + "; "
                + VerdictText.shortly(pair.verdict());
    }

    /** The measured speed in percent of the limit; nothing where that is no number. */
    private static String share(PairResult pair) {
        double ratio = Closeness.ratio(pair);
        return Double.isFinite(ratio) && ratio > 0 && ratio < 10
                ? String.format(Locale.ROOT, "%.0f %% ", 100 * ratio)
                : "";
    }
}
