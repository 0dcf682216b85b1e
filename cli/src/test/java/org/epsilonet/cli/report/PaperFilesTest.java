package org.epsilonet.cli.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.epsilonet.api.classes.FunctionClasses;
import org.epsilonet.comparator.ComparisonResult;
import org.epsilonet.comparator.PairResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes into a paper: tables and documents for LaTeX, data for pgfplots, pictures. */
class PaperFilesTest {
    private static final Background BACKGROUND = new Background(
            List.of(FunctionClasses.installed().get("hoelder.1")), List.of(SyntheticComparison.awkwardCurve()));

    @TempDir
    private Path directory;

    @Test
    void everyRowOfADataFileHasTheColumnsOfItsHead() throws IOException {
        write(SyntheticComparison.awkward());
        try (Stream<Path> files = Files.list(directory.resolve("pgfplots"))) {
            List<Path> tables = files.filter(f -> f.toString().endsWith(".dat")).toList();
            assertEquals(3, tables.size(), "two classes, one of them data with a baseline");
            for (Path table : tables) {
                List<String> lines = Files.readAllLines(table);
                assertTrue(lines.get(0).startsWith("# "), "says what it holds");
                List<String> rows =
                        lines.stream().filter(l -> !l.startsWith("#")).toList();
                int columns = rows.get(0).split(" ").length;
                for (String row : rows.subList(1, rows.size())) {
                    assertEquals(columns, row.split(" ").length, row);
                    Arrays.stream(row.split(" "))
                            .filter(value -> !value.equals("nan"))
                            .forEach(Double::parseDouble);
                }
            }
        }
        String analytic = Files.readString(directory.resolve("pgfplots/analytic.dat"));
        assertTrue(analytic.contains("\n16 0.000100000000 0.000200000000 100\n"), analytic);
        assertTrue(analytic.contains("\n32 nan 1.00000000e-09 300\n"), "an error of 0 has no logarithm");
        assertTrue(analytic.contains("\n64 nan nan nan\n"), analytic);
    }

    @Test
    void theDocumentNamesFilesThatAreThereAndClosesWhatItOpens() throws IOException {
        write(SyntheticComparison.awkward());
        String tex = Files.readString(directory.resolve("pgfplots/plots.tex"));
        Matcher named = Pattern.compile("\\{([^{}]+\\.dat)}").matcher(tex);
        int count = 0;
        while (named.find()) {
            assertTrue(Files.exists(directory.resolve("pgfplots").resolve(named.group(1))), named.group(1));
            count++;
        }
        assertEquals(5, count, "two plots of two classes, and the baseline");
        String unescaped = tex.replace("\\{", "").replace("\\}", "").replaceAll("(?m)^%.*$", "");
        assertEquals(
                unescaped.chars().filter(c -> c == '{').count(),
                unescaped.chars().filter(c -> c == '}').count());
        for (String environment : List.of("document", "figure", "tikzpicture", "axis")) {
            assertEquals(count(tex, "\\begin{" + environment + "}"), count(tex, "\\end{" + environment + "}"));
        }
        assertFalse(tex.contains("<b>") || tex.contains("my <data>"), "names are escaped");
    }

    /** Fonts of LaTeX lack most symbols of the field: each must have its command. */
    @Test
    void titlesOfAllClassesAreWordsThatLatexCanSet() {
        FunctionClasses.installed().all().forEach(c -> {
            String escaped = SummaryTex.escaped(c.title());
            assertTrue(
                    escaped.codePoints().allMatch(x -> x < 0x180),
                    () -> c.id() + ": no command for a symbol of " + escaped);
        });
    }

    @Test
    void picturesShowTheCurvesInTheirColours() throws IOException {
        assertEquals(Optional.empty(), PngPlot.obstacle());
        ComparisonResult usual = SyntheticComparison.usual();
        Palette palette =
                Palette.of(usual.pairs().stream().map(PairResult::family).toList());
        ClassSection section = ClassSection.of(usual, Background.NONE).get(1);
        BufferedImage image =
                ImageIO.read(new ByteArrayInputStream(PngPlot.document(LogLogPlot.ofBits(section, palette))));
        assertEquals(2 * Frame.USUAL.documentWidth(), image.getWidth());
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        for (Palette.Style style : palette.styles().values()) {
            int colour = Integer.parseInt(style.light().substring(1), 16);
            long covered =
                    Arrays.stream(pixels).filter(p -> (p & 0xFFFFFF) == colour).count();
            // Ten markers of about 100 pixels each, those of other curves above some of them.
            assertTrue(covered > 400, style + " covers " + covered + " pixels only");
        }
    }

    @Test
    void dataHaveATableInEveryFormat() throws IOException {
        write(SyntheticComparison.awkward());
        List<String> csv = Files.readAllLines(directory.resolve("rate-distortion.csv"));
        assertEquals("class,norm,samples,targetError,code,budget,bits,error,baselineBits", csv.get(0));
        assertEquals(4, csv.size());
        assertTrue(csv.get(2).endsWith(",l2,64,0.2,quantize+difference+xz,,96,0.19,96"), csv.get(2));
        assertTrue(csv.get(3).endsWith(",l2,64,0.1,,,,,"), csv.get(3));
        String json = Files.readString(directory.resolve("summary.json"));
        assertTrue(json.contains("\"data\"") && json.contains("\"targetError\" : 0.5"), "best code per error");
        assertTrue(json.contains("\"localRateExponent\""));
        String page = Files.readString(directory.resolve("report.html"));
        assertTrue(
                page.contains("<th scope=\"row\">2.00e−01</th><td>quantize+difference+xz</td><td>—</td><td>96</td>"));
        assertTrue(page.contains("<td>1.50</td></tr>"), "the baseline takes 96 / 64 of the shortest");
    }

    private void write(ComparisonResult result) throws IOException {
        ComparisonReport.write(result, BACKGROUND, SyntheticComparison.PROVENANCE, directory);
    }

    private static int count(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }
}
