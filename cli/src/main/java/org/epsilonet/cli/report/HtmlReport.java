package org.epsilonet.cli.report;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.epsilonet.comparator.ComparisonResult;
import org.epsilonet.comparator.QuantizationRule;

/**
 * The report as one page that holds all it needs. Everything essential is in the markup and stands without a script;
 * the script adds hover values, switches for families, sorting and
 * the way from an address to a pair. A content security policy forbids any request.
 */
final class HtmlReport {
    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:";

    /** With more classes than this every class is folded until it is asked for. */
    private static final int MOST_OPEN = 12;

    private HtmlReport() {}

    static String page(
            ComparisonResult result, Map<ClassSection, List<LogLogPlot>> plots, Palette palette, Provenance provenance)
            throws IOException {
        Markup page = new Markup().raw("<!DOCTYPE html>\n").open("html", "lang", "en");
        head(page, palette);
        page.open("body").open("main");
        introduction(page);
        provenance(page, provenance);
        page.element("h2", "Summary", "id", "summary");
        explanation(page, result.rule());
        SummaryMatrix.writeLegend(page, result.pairs());
        SummaryMatrix.write(page, List.copyOf(plots.keySet()), palette);
        SummaryMatrix.writeMeanings(page);
        boolean few = plots.size() <= MOST_OPEN;
        plots.forEach((section, ofSection) -> ClassPage.write(page, section, ofSection, palette, few));
        skipped(page, result.skipped());
        page.closeLine().open("script").raw(Resource.own("report.js")).closeLine();
        return page.close().closeLine().toString();
    }

    private static void head(Markup page, Palette palette) throws IOException {
        page.open("head")
                .empty("meta", "charset", "utf-8")
                .empty("meta", "http-equiv", "Content-Security-Policy", "content", POLICY)
                .empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
                .empty("meta", "name", "color-scheme", "content", "light dark")
                .element("title", "Epsilonet: approximation speed and encoding speed")
                .open("style")
                .raw(Resource.own("report.css"))
                .raw(Resource.own("plot.css"))
                .raw("@media screen and (prefers-color-scheme:dark){" + palette.darkRules() + "}")
                .close()
                .closeLine();
    }

    private static void introduction(Markup page) {
        page.open("header")
                .element("h1", "Approximation speed and encoding speed")
                .open("p")
                .text("How fast does the error of an approximation family fall as its number M of parameters grows, and"
                        + " is that within what the entropy of a class of functions allows?"
                        + " If a family is ∞‑encodable, its approximation speed γ (error of order M")
                .element("sup", "−γ")
                .text(") on a class is at most the encoding speed γ*")
                .element("sub", "encod")
                .text(" of that class (Gonon, Brisebarre, Gribonval, Riccietti, arXiv:2205.11874); quantized to bits,"
                        + " no method at all is faster.")
                .close()
                .closeLine();
    }

    private static void provenance(Markup page, Provenance provenance) {
        page.open("dl", "class", "provenance");
        term(page, "Command", provenance.command());
        term(page, "Made", provenance.time());
        term(page, "Version", "Epsilonet " + provenance.version() + ", commit " + provenance.commit());
        term(page, "Seed", String.valueOf(provenance.seed()));
        term(page, "Java", provenance.jdk());
        term(page, "Machine", provenance.machine());
        page.closeLine();
    }

    private static void term(Markup page, String term, String description) {
        page.open("div").element("dt", term).element("dd", description).close();
    }

    private static void explanation(Markup page, QuantizationRule rule) {
        page.element("p", "Quantized: " + explained(rule) + ".", "class", "note");
        page.element(
                "p",
                "Each cell: measured speed γ, its share of the encoding speed γ* of the class, the sign of the verdict;"
                        + " it leads to the details. ∞: faster than every power. —: not known.",
                "class",
                "note");
    }

    private static String explained(QuantizationRule rule) {
        if (rule instanceof QuantizationRule.Fixed fixed) {
            return "every parameter with " + fixed.bits() + " bits, whatever M, so that errors stall";
        }
        if (rule instanceof QuantizationRule.Theorem theorem) {
            return "every parameter with the bits that the encoding theorem asks for, log2 of ⌈r·Lip/ρ⌉ with the covering"
                    + " radius ρ = "
                    + (theorem.gamma().isPresent() ? "M^−" + theorem.gamma().getAsDouble() : "the error");
        }
        return "by the largest step certified to cost at most half of the error";
    }

    private static void skipped(Markup page, List<String> skipped) {
        if (!skipped.isEmpty()) {
            page.open("section", "class", "skipped").element("h2", "Skipped").open("ul");
            skipped.forEach(id -> page.element("li", id));
            page.close().closeLine();
        }
    }
}
