package org.epsilonet.cli.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.epsilonet.comparator.PairResult;
import org.epsilonet.comparator.Point;
import org.epsilonet.comparator.RateDistortion;
import org.jspecify.annotations.Nullable;

/**
 * The curves as tables that pgfplots reads, and a document that shows how. Lines that begin with {@code #} are comments to it.
 */
final class PgfplotsData {
    private PgfplotsData() {}

    /** One row per budget, three columns per family. */
    static String table(ClassSection section) {
        StringBuilder text = new StringBuilder();
        text.append("# Class ")
                .append(oneLine(section.id()))
                .append(", errors in ")
                .append(section.norm())
                .append('\n');
        text.append("# One row per budget M; nan: not known. Columns of family k:\n");
        text.append(
                "# error-k: error with budget M; quantized-k: after quantization; bits-k: bits of the quantized approximant\n");
        TreeSet<Integer> budgets = new TreeSet<>();
        StringBuilder head = new StringBuilder("M");
        for (int k = 1; k <= section.pairs().size(); k++) {
            PairResult pair = section.pairs().get(k - 1);
            text.append("# family ")
                    .append(k)
                    .append(": ")
                    .append(oneLine(pair.family()))
                    .append('\n');
            head.append(" error-%d quantized-%d bits-%d".formatted(k, k, k));
            pair.points().forEach(p -> budgets.add(p.budget()));
        }
        text.append(head).append('\n');
        for (int budget : budgets) {
            text.append(budget);
            section.pairs().forEach(pair -> text.append(columns(pair, budget)));
            text.append('\n');
        }
        return text.toString();
    }

    /** The edge of the region without codes, from the largest error down. */
    static String edge(ForbiddenRegion region) {
        StringBuilder text =
                new StringBuilder("# A lower bound on the bits of any code of the whole class, by metric entropy:\n");
        text.append("# ").append(oneLine(region.source())).append('\n').append("bits error\n");
        for (double[] corner : region.outline()) {
            text.append(number(corner[0])).append(' ').append(number(corner[1])).append('\n');
        }
        return text.toString();
    }

    /** The curve of the baseline on data. */
    static String baseline(RateDistortion curve) {
        StringBuilder text =
                new StringBuilder("# " + RateDistortion.BASELINE + " on " + oneLine(curve.data()) + "\nbits error\n");
        curve.baseline()
                .forEach(c -> text.append(c.bits())
                        .append(' ')
                        .append(number(c.error()))
                        .append('\n'));
        return text.toString();
    }

    /** A document that draws both plots of every class from the tables beside it. */
    static String document(Map<ClassSection, List<LogLogPlot>> plots, Palette palette) {
        StringBuilder tex = new StringBuilder("""
                % Compile beside the .dat files, for example by: pdflatex plots.tex (twice, for the legends)
                \\documentclass{article}
                \\usepackage[a4paper,margin=15mm]{geometry}
                \\usepackage{pgfplots}
                \\pgfplotsset{compat=1.16,every axis/.append style={width=0.5\\textwidth,height=0.42\\textwidth,
                  label style={font=\\small},tick label style={font=\\footnotesize},unbounded coords=discard,
                  legend style={font=\\tiny,cells={anchor=west}},mark size=1.2pt}}
                """);
        palette.styles()
                .values()
                .forEach(style -> tex.append("\\definecolor{%s}{HTML}{%s}\n"
                        .formatted(style.name(), style.light().substring(1).toUpperCase(Locale.ROOT))));
        tex.append("\\begin{document}\n");
        plots.forEach((section, ofSection) -> figure(tex, section, ofSection, palette));
        return tex.append("\\end{document}\n").toString();
    }

    private static void figure(StringBuilder tex, ClassSection section, List<LogLogPlot> plots, Palette palette) {
        tex.append("\\begin{figure}[p]\n\\centering\n");
        open(tex, "xmode=log,ymode=log,log basis x=2,xlabel={number of parameters $M$},ylabel={error}");
        curves(tex, section, palette, "M", "error");
        tex.append("\\end{axis}\n\\end{tikzpicture}\\hfill\n");
        open(
                tex,
                "xmode=log,ymode=log,xlabel={bits},ylabel={error after quantization},legend to name=" + legend(section)
                        + ",legend columns=3");
        curves(tex, section, palette, null, "quantized");
        section.pairs()
                .forEach(pair -> tex.append("\\addlegendentry{")
                        .append(SummaryTex.escaped(pair.family()))
                        .append("}\n"));
        if (section.data().isPresent()) {
            tex.append("\\addplot[black,densely dashed,mark=x] table[x=bits,y=error] {")
                    .append(section.name())
                    .append("-baseline.dat};\n\\addlegendentry{" + RateDistortion.BASELINE + "}\n");
        }
        if (plots.stream().anyMatch(plot -> plot.forbidden().isPresent())) {
            tex.append("\\addplot[black,densely dotted,thick,no marks] table[x=bits,y=error] {")
                    .append(section.name())
                    .append("-entropy.dat};\n\\addlegendentry{no code of the whole class}\n");
        }
        tex.append("\\end{axis}\n\\end{tikzpicture}\n\n\\ref{")
                .append(legend(section))
                .append("}\n\\caption{")
                .append(SummaryTex.escaped(section.title() + " (" + section.norm() + "), encoding speed "
                        + Numbers.cited(section.encodingSpeed())))
                .append("}\n\\end{figure}\n\\clearpage\n");
    }

    private static String legend(ClassSection section) {
        return "legend:" + section.name();
    }

    private static void open(StringBuilder tex, String options) {
        tex.append("\\begin{tikzpicture}\n\\begin{axis}[").append(options).append("]\n");
    }

    /** The curves against a column, or each against its own bits. */
    private static void curves(StringBuilder tex, ClassSection section, Palette palette, @Nullable String x, String y) {
        for (int k = 1; k <= section.pairs().size(); k++) {
            Palette.Style style = palette.of(section.pairs().get(k - 1).family());
            tex.append("\\addplot[%s,mark=%s] table[x=%s,y=%s-%d] {%s.dat};\n"
                    .formatted(style.name(), mark(style.marker()), x == null ? "bits-" + k : x, y, k, section.name()));
        }
    }

    private static String mark(Marker marker) {
        return switch (marker) {
            case CIRCLE -> "*";
            case SQUARE -> "square*";
            case DIAMOND -> "diamond*";
            case TRIANGLE -> "triangle*";
            case WEDGE -> "triangle*,mark options={rotate=180}";
            case CROSS -> "x";
        };
    }

    private static String columns(PairResult pair, int budget) {
        return pair.points().stream()
                .filter(p -> p.budget() == budget)
                .findFirst()
                .map(PgfplotsData::columns)
                .orElse(" nan nan nan");
    }

    private static String columns(Point p) {
        return " " + number(p.error()) + " " + number(p.quantizedError()) + " " + (p.bits() > 0 ? p.bits() : "nan");
    }

    /** What has no logarithm is not drawn. */
    private static String number(double value) {
        return value > 0 && value < Double.POSITIVE_INFINITY ? String.format(Locale.ROOT, "%.9g", value) : "nan";
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ");
    }
}
