package org.epsilonet.cli.report;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.epsilonet.comparator.PairResult;

/** The summary as a LaTeX table (packages booktabs and longtable), one block of rows per class. */
final class SummaryTex {
    private static final String HEAD = """
            %% Needs \\usepackage{booktabs,longtable} and a UTF-8 source.
            %% gamma: error ~ M^{-gamma}; rho: error ~ bits^{-rho}; intervals in brackets.
            \\begin{longtable}{@{}lllllll@{}}
            \\toprule
            Family & $\\gamma$ measured & theory & $\\gamma$ quantized & $\\rho$ & ∞-encodable & verdict \\\\
            \\midrule
            \\endhead
            \\bottomrule
            \\endfoot
            """.replace("%%", "%").replace("∞", "$\\infty$");

    /** Characters that LaTeX reads as commands, and those of the field that a text font lacks. */
    private static final Map<Integer, String> ESCAPES = Map.ofEntries(
            escape("\\", "\\textbackslash{}"),
            escape("{", "\\{"),
            escape("}", "\\}"),
            escape("$", "\\$"),
            escape("&", "\\&"),
            escape("#", "\\#"),
            escape("%", "\\%"),
            escape("_", "\\_"),
            escape("^", "\\textasciicircum{}"),
            escape("~", "\\textasciitilde{}"),
            escape("<", "\\textless{}"),
            escape(">", "\\textgreater{}"),
            escape("|", "\\textbar{}"),
            escape("\"", "\\textquotedbl{}"),
            escape("\n", " "),
            escape("∞", "$\\infty$"),
            escape("−", "$-$"),
            escape("—", "---"),
            escape("·", "$\\cdot$"),
            escape("≤", "$\\le$"),
            escape("≥", "$\\ge$"),
            escape("×", "$\\times$"),
            escape("α", "$\\alpha$"),
            escape("β", "$\\beta$"),
            escape("γ", "$\\gamma$"),
            escape("ε", "$\\varepsilon$"),
            escape("ρ", "$\\rho$"),
            escape("σ", "$\\sigma$"),
            escape("τ", "$\\tau$"),
            escape("²", "$^2$"));

    private SummaryTex() {}

    static String table(List<ClassSection> sections) {
        StringBuilder tex = new StringBuilder(HEAD);
        String separator = "";
        for (ClassSection section : sections) {
            tex.append(separator)
                    .append("\\multicolumn{7}{@{}l}{\\itshape ")
                    .append(escaped(section.title() + " (" + section.norm() + "), encoding speed "
                            + Numbers.cited(section.encodingSpeed())))
                    .append("} \\\\*\n");
            section.pairs().forEach(pair -> tex.append(row(pair)));
            separator = "\\addlinespace\n";
        }
        return tex.append("\\end{longtable}\n").toString();
    }

    private static String row(PairResult pair) {
        return List.of(
                        pair.family(),
                        Numbers.speed(pair.approxSpeed()),
                        pair.theory().map(Numbers::cited).orElse(Numbers.UNKNOWN),
                        Numbers.speed(pair.quantizedSpeed()),
                        Numbers.speed(pair.rateExponent()),
                        VerdictText.shortly(pair.encodability().kind()),
                        VerdictText.shortly(pair.verdict()))
                .stream()
                .map(SummaryTex::escaped)
                .collect(Collectors.joining(" & ", "", " \\\\\n"));
    }

    /** Text as LaTeX that prints it. */
    static String escaped(String text) {
        StringBuilder tex = new StringBuilder();
        text.codePoints().forEach(c -> {
            String escape = ESCAPES.get(c);
            if (escape != null) {
                tex.append(escape);
            } else if (!Character.isISOControl(c)) {
                tex.appendCodePoint(c);
            }
        });
        return tex.toString();
    }

    private static Map.Entry<Integer, String> escape(String character, String tex) {
        return Map.entry(character.codePointAt(0), tex);
    }
}
