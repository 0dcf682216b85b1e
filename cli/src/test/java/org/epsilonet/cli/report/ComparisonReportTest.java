package org.epsilonet.cli.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.epsilonet.comparator.ComparisonResult;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import tools.jackson.jr.ob.JSON;

class ComparisonReportTest {
    @TempDir
    private Path directory;

    @Test
    void writesTheFilesOfTheContractAndNoOther() throws IOException {
        write(SyntheticComparison.awkward());
        assertEquals(
                new TreeSet<>(List.of(
                        "pgfplots/analytic.dat",
                        "pgfplots/my-data-x-.csv.dat",
                        "pgfplots/plots.tex",
                        "plots/analytic-error-bits.png",
                        "plots/analytic-error-bits.svg",
                        "plots/analytic-error-parameters.png",
                        "plots/my-data-x-.csv-error-bits.png",
                        "plots/my-data-x-.csv-error-parameters.png",
                        "plots/analytic-error-parameters.svg",
                        "plots/my-data-x-.csv-error-bits.svg",
                        "plots/my-data-x-.csv-error-parameters.svg",
                        "report.html",
                        "results.csv",
                        "summary.csv",
                        "summary.json",
                        "summary.tex")),
                files());
    }

    @Test
    void replacesAnEarlierReport() throws IOException {
        write(SyntheticComparison.awkward());
        String first = read("summary.json");
        Files.writeString(directory.resolve("summary.json"), "old");
        write(SyntheticComparison.awkward());
        assertEquals(first, read("summary.json"));
    }

    @Test
    void refusesADirectoryThatIsAFile() throws IOException {
        Path file = Files.writeString(directory.resolve("taken"), "");
        assertThrows(
                IOException.class,
                () -> ComparisonReport.write(
                        SyntheticComparison.awkward(), Background.NONE, SyntheticComparison.PROVENANCE, file));
    }

    @Test
    void jsonSaysInfAndNull() throws IOException {
        ComparisonResult result = SyntheticComparison.awkward();
        write(result);
        Map<String, Object> document = JSON.std.mapFrom(read("summary.json"));
        assertEquals(List.of("<skipped> & gone"), document.get("skipped"));
        assertEquals(SyntheticComparison.AWKWARD_FAMILY, at(document, "pairs", 0, "family"));
        assertEquals("sup", at(document, "pairs", 0, "norm"));
        assertEquals("inf", at(document, "pairs", 0, "encodingSpeed"));
        assertEquals("NOT_ESTABLISHED", at(document, "pairs", 0, "encodability"));
        assertEquals("INCONCLUSIVE", at(document, "pairs", 0, "verdict"));
        assertEquals(5.5, at(document, "pairs", 0, "approxSpeed", "low"));
        for (String key : List.of("estimate", "high", "theory")) {
            assertEquals("inf", at(document, "pairs", 0, "approxSpeed", key), key);
        }
        assertEquals(64, at(document, "pairs", 0, "points", 2, "budget"));
        assertEquals("inf", at(document, "pairs", 0, "points", 2, "error"));
        assertEquals("ESTIMATED", at(document, "pairs", 0, "points", 2, "errorKind"));
        assertNull(at(document, "pairs", 0, "points", 2, "quantizedError"));
        assertNull(at(document, "pairs", 0, "points", 2, "bits"));
        assertNull(at(document, "pairs", 0, "rateExponent", "high"));
        assertNull(at(document, "pairs", 1, "encodingSpeed"));
        assertNull(at(document, "pairs", 1, "approxSpeed", "theory"));
        assertEquals(1.125, at(document, "pairs", 1, "rateExponent", "low"));
        assertFalse(read("summary.json").contains("NaN"));
    }

    @Test
    void jsonOfTheCommandIsTheFile() throws IOException {
        ComparisonResult result = SyntheticComparison.two();
        write(result);
        String printed =
                JSON.std.with(JSON.Feature.WRITE_NULL_PROPERTIES).asString(ComparisonReport.json(result, List.of()));
        assertEquals(JSON.std.mapFrom(printed), JSON.std.mapFrom(read("summary.json")));
    }

    @Test
    void csvHasOneRowPerPointAtFullPrecision() throws IOException {
        ComparisonResult result = SyntheticComparison.two();
        write(result);
        List<NamedCsvRecord> rows = csv("results.csv");
        assertEquals(result.pairs().stream().mapToInt(p -> p.points().size()).sum(), rows.size());
        NamedCsvRecord row = rows.get(3);
        assertEquals(result.pairs().get(0).points().get(3).error(), Double.parseDouble(row.getField("error")));
        assertEquals("128", row.getField("budget"));
    }

    @Test
    void csvKeepsNamesAndWritesInfAndEmpty() throws IOException {
        write(SyntheticComparison.awkward());
        List<NamedCsvRecord> points = csv("results.csv");
        assertEquals(SyntheticComparison.AWKWARD_FAMILY, points.get(2).getField("family"));
        assertEquals("inf", points.get(2).getField("error"));
        assertEquals("", points.get(2).getField("quantizedError"));
        assertEquals("", points.get(2).getField("bits"));
        List<NamedCsvRecord> pairs = csv("summary.csv");
        assertEquals(2, pairs.size());
        assertEquals("inf", pairs.get(0).getField("theory"));
        assertEquals("errors reach \"rounding\", one\nline more", pairs.get(0).getField("reason"));
        assertEquals(SyntheticComparison.AWKWARD_CLASS, pairs.get(1).getField("class"));
        assertEquals("", pairs.get(1).getField("encodingSpeed"));
        assertEquals("1.25", pairs.get(1).getField("rateExponent"));
    }

    @Test
    void texEscapesWhatLatexWouldRun() throws IOException {
        assertEquals(
                "a\\_b \\& 50\\% \\textbackslash{}input\\{x\\} \\textless{}i\\textgreater{} $\\alpha$",
                SummaryTex.escaped("a_b & 50% \\input{x} <i> α"));
        write(SyntheticComparison.awkward());
        String tex = read("summary.tex");
        assertTrue(tex.contains("\\toprule") && tex.contains("\\bottomrule") && tex.contains("\\midrule"), tex);
        long rows = tex.lines().filter(line -> line.endsWith(" \\\\")).count();
        assertEquals(3, rows, "the head and two pairs");
        tex.lines()
                .filter(line -> line.endsWith(" \\\\"))
                .forEach(line -> assertEquals(
                        6, line.replace("\\&", "").chars().filter(c -> c == '&').count(), line));
    }

    @Test
    void plotsAreWellFormedAndShowEveryCurveAndTheLimit() throws Exception {
        write(SyntheticComparison.two());
        Document svg = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(directory.resolve("plots/holder.one-error-bits.svg").toFile());
        assertEquals("svg", svg.getDocumentElement().getTagName());
        assertEquals("title", svg.getDocumentElement().getFirstChild().getNodeName());
        String text = read("plots/holder.one-error-bits.svg");
        assertEquals(24, count(text, "class=\"curve c"), "12 curves and 12 lines of the legend");
        assertEquals(2, count(text, "class=\"guide\""), "the limit and its line in the legend");
        assertEquals(0, count(read("plots/analytic-error-bits.svg"), "class=\"guide\""), "no power law limits it");
        for (String file : files()) {
            if (file.endsWith(".svg")) {
                DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(directory.resolve(file).toFile());
            }
        }
    }

    @Test
    void pageLoadsNothingAndLetsNoNameBecomeMarkup() throws IOException {
        write(SyntheticComparison.awkward());
        String page = read("report.html");
        Matcher load = Pattern.compile(
                        "(?i)(src|href|srcset|action)\\s*=\\s*(?![\"']?#)[^>\\s]*|@import|url\\(\\s*[\"']?http")
                .matcher(withoutScripts(page));
        assertFalse(load.find(), () -> "loads " + load.group());
        assertFalse(page.contains("sourceMappingURL"));
        assertTrue(page.contains("Content-Security-Policy\" content=\"default-src 'none'"));
        String markup = withoutScripts(page);
        assertFalse(markup.contains("<b>&\"1\""), "a family's name became markup");
        assertFalse(markup.contains("<i>"), "a family's title became markup");
        assertTrue(markup.contains("plugin.&lt;b&gt;&amp;&quot;1&quot;"));
        assertTrue(markup.contains("my &lt;data&gt; &amp; &quot;x&quot;.csv"));
        assertTrue(markup.contains("'&lt;all&gt;' &amp; more"));
        assertTrue(markup.contains("&lt;skipped&gt; &amp; gone"));
    }

    @Test
    void pageSaysInfinityAndDash() throws IOException {
        write(SyntheticComparison.awkward());
        String page = withoutScripts(read("report.html"));
        assertTrue(page.contains("<small>sup, γ* ∞</small>"));
        assertTrue(page.contains("<small>L², γ* —</small>"));
        assertTrue(page.contains("<b>1.25</b><span class=\"interval\"> [1.13, 1.50]</span>")
                || page.contains("<b>1.25</b><span class=\"interval\"> [1.12, 1.50]</span>"));
        assertFalse(page.contains("NaN"));
        assertFalse(page.contains("Infinity"));
    }

    @Test
    void anEmptyComparisonIsAReportToo() throws IOException {
        write(new ComparisonResult(List.of(), List.of("a.b")));
        assertTrue(read("report.html").contains("<li>a.b</li>"));
        assertEquals(1, read("summary.csv").lines().count());
    }

    private void write(ComparisonResult result) throws IOException {
        ComparisonReport.write(result, Background.NONE, SyntheticComparison.PROVENANCE, directory);
    }

    /** The value at a path of keys and indices, all of which must be there. */
    private static @Nullable Object at(@Nullable Object tree, Object... path) {
        Object node = tree;
        for (Object step : path) {
            if (node instanceof Map<?, ?> map) {
                assertTrue(map.containsKey(step), () -> "no key " + step + " in " + map.keySet());
                node = map.get(step);
            } else if (node instanceof List<?> list && step instanceof Integer index) {
                node = list.get(index);
            } else {
                throw new AssertionError("no " + step + " in " + node);
            }
        }
        return node;
    }

    private String read(String name) throws IOException {
        return Files.readString(directory.resolve(name));
    }

    private List<NamedCsvRecord> csv(String name) throws IOException {
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(directory.resolve(name))) {
            return csv.stream().toList();
        }
    }

    private TreeSet<String> files() throws IOException {
        TreeSet<String> names = new TreeSet<>();
        try (Stream<Path> files = Files.walk(directory)) {
            files.filter(Files::isRegularFile)
                    .forEach(f -> names.add(directory.relativize(f).toString()));
        }
        return names;
    }

    private static String withoutScripts(String page) {
        return Pattern.compile("<script.*?</script>", Pattern.DOTALL)
                .matcher(page)
                .replaceAll("");
    }

    private static int count(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }
}
