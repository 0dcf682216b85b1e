package org.epsilonet.cli.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.epsilonet.comparator.ComparisonResult;
import org.epsilonet.comparator.PairResult;
import org.jspecify.annotations.Nullable;

/**
 * Writes what a comparison found, for people ({@code report.html}, {@code plots/*.svg}, {@code summary.tex}) and for
 * programs ({@code results.csv}, {@code summary.csv}, {@code summary.json}).
 */
public final class ComparisonReport {
    private ComparisonReport() {}

    /**
     * Writes all files of the report; those of an earlier one are replaced.
     *
     * @param result what was found
     * @param background what is known of the classes
     * @param provenance where it comes from
     * @param directory where to write; made if it does not exist
     * @throws IOException if the directory or a file cannot be written
     */
    public static void write(ComparisonResult result, Background background, Provenance provenance, Path directory)
            throws IOException {
        List<ClassSection> sections = ClassSection.of(result, background);
        Palette palette =
                Palette.of(result.pairs().stream().map(PairResult::family).toList());
        Map<ClassSection, List<LogLogPlot>> plots = new LinkedHashMap<>();
        for (ClassSection section : sections) {
            plots.put(section, List.of(LogLogPlot.ofBudgets(section, palette), LogLogPlot.ofBits(section, palette)));
        }
        OutputFiles files = new OutputFiles()
                .add("", "report.html", HtmlReport.page(result, plots, palette, provenance))
                .add("", "results.csv", ComparisonTables.points(result))
                .add("", "summary.csv", ComparisonTables.pairs(result))
                .add("", "summary.json", ComparisonJson.text(result))
                .add("", "summary.tex", SummaryTex.table(sections));
        String plotStyle = Resource.own("plot.css");
        plots.values()
                .forEach(pair -> pair.forEach(
                        plot -> files.add("plots", plot.name() + ".svg", SvgPlot.document(plot, palette, plotStyle))));
        files.write(directory);
    }

    /**
     * A comparison as a tree of maps, lists, strings and numbers: the document that {@code compare --json} prints and
     * {@code summary.json} holds. Infinite is the string {@code "inf"}, unknown is null.
     *
     * @param result what was found
     * @return the document, its keys in the order in which they are to be printed
     */
    public static Map<String, @Nullable Object> json(ComparisonResult result) {
        return ComparisonJson.model(result);
    }
}
