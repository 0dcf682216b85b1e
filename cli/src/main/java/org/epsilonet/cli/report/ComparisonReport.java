package org.epsilonet.cli.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.epsilonet.comparator.ComparisonResult;
import org.epsilonet.comparator.PairResult;
import org.epsilonet.comparator.RateDistortion;
import org.jspecify.annotations.Nullable;

/**
 * Writes what a comparison found, for people ({@code report.html}, {@code plots/*.svg}, {@code plots/*.png}), for papers
 * ({@code summary.tex}, {@code pgfplots/}) and for programs ({@code results.csv}, {@code summary.csv}, {@code summary.json},
 * on data {@code rate-distortion.csv}).
 */
public final class ComparisonReport {
    private ComparisonReport() {}

    /**
     * Writes all files of the report; those of an earlier one are replaced.
     *
     * @param result what was found
     * @param background what is known of the classes and the data
     * @param provenance where it comes from
     * @param directory where to write; made if it does not exist
     * @return why there are no PNG plots; empty where there are
     * @throws IOException if the directory or a file cannot be written
     */
    public static Optional<String> write(
            ComparisonResult result, Background background, Provenance provenance, Path directory) throws IOException {
        Palette palette = palette(result);
        Map<ClassSection, List<LogLogPlot>> plots = plots(result, background, palette);
        OutputFiles files = new OutputFiles()
                .add("", "report.html", HtmlReport.page(result, plots, palette, provenance))
                .add("", "results.csv", ComparisonTables.points(result))
                .add("", "summary.csv", ComparisonTables.pairs(result))
                .add("", "summary.json", ComparisonJson.text(result, background.data()))
                .add("", "summary.tex", SummaryTex.table(List.copyOf(plots.keySet())));
        if (!background.data().isEmpty()) {
            files.add("", "rate-distortion.csv", DataTable.csv(background.data()));
        }
        pgfplots(files, plots, palette);
        Optional<String> obstacle = PngPlot.obstacle();
        List<LogLogPlot> all = plots.values().stream().flatMap(List::stream).toList();
        String plotStyle = Resource.own("plot.css");
        all.forEach(plot -> files.add("plots", plot.name() + ".svg", SvgPlot.document(plot, palette, plotStyle)));
        if (obstacle.isEmpty()) {
            List<byte[]> pictures = all.parallelStream().map(PngPlot::document).toList();
            for (int i = 0; i < pictures.size(); i++) {
                files.add("plots", all.get(i).name() + ".png", pictures.get(i));
            }
        }
        files.write(directory);
        return obstacle;
    }

    /** The page alone. */
    static String page(ComparisonResult result, Background background, Provenance provenance) throws IOException {
        Palette palette = palette(result);
        return HtmlReport.page(result, plots(result, background, palette), palette, provenance);
    }

    private static Palette palette(ComparisonResult result) {
        return Palette.of(result.pairs().stream().map(PairResult::family).toList());
    }

    private static Map<ClassSection, List<LogLogPlot>> plots(
            ComparisonResult result, Background background, Palette palette) {
        List<ClassSection> sections = ClassSection.of(result, background);
        // Entropies take a while.
        List<List<LogLogPlot>> drawn = sections.parallelStream()
                .map(section -> List.of(LogLogPlot.ofBudgets(section, palette), LogLogPlot.ofBits(section, palette)))
                .toList();
        Map<ClassSection, List<LogLogPlot>> plots = new LinkedHashMap<>();
        for (int i = 0; i < sections.size(); i++) {
            plots.put(sections.get(i), drawn.get(i));
        }
        return plots;
    }

    private static void pgfplots(OutputFiles files, Map<ClassSection, List<LogLogPlot>> plots, Palette palette) {
        files.add("pgfplots", "plots.tex", PgfplotsData.document(plots, palette));
        plots.forEach((section, ofSection) -> {
            files.add("pgfplots", section.name() + ".dat", PgfplotsData.table(section));
            section.data()
                    .ifPresent(d -> files.add("pgfplots", section.name() + "-baseline.dat", PgfplotsData.baseline(d)));
            ofSection.forEach(plot -> plot.forbidden()
                    .ifPresent(region ->
                            files.add("pgfplots", section.name() + "-entropy.dat", PgfplotsData.edge(region))));
        });
    }

    /**
     * A comparison as a tree of maps, lists, strings and numbers: the document that {@code compare --json} prints and
     * {@code summary.json} holds. Infinite is the string {@code "inf"}, unknown is null.
     *
     * @param result what was found
     * @param data rate and distortion on the data
     * @return the document, its keys in the order in which they are to be printed
     */
    public static Map<String, @Nullable Object> json(ComparisonResult result, List<RateDistortion> data) {
        return ComparisonJson.model(result, data);
    }
}
