package org.epsilonet.cli.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.epsilonet.comparator.ComparisonResult;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Opens the report in headless Chromium, without network, and looks at what it shows. */
class ReportInBrowserTest {
    private record Visit(String output, String log) {}

    @TempDir
    private Path directory;

    private Path chromium = Path.of("");

    @BeforeEach
    void findChromium() {
        Optional<Path> found = Stream.of(System.getenv("PATH").split(Pattern.quote(File.pathSeparator)))
                .flatMap(folder -> Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
        assumeTrue(found.isPresent(), "needs Chromium: neither chromium nor google-chrome is on the PATH");
        chromium = found.orElseThrow();
    }

    @Test
    void drawsEveryPlotWithoutAComplaint() throws Exception {
        ComparisonResult result = SyntheticComparison.usual();
        Visit visit = open(result, "--dump-dom", "--virtual-time-budget=5000");
        int plots = 2 * ClassSection.of(result).size();
        assertEquals(plots, count(visit.output, "<figure class=\"live\">"), visit.log);
        assertEquals(plots, count(visit.output, "<canvas "), visit.log);
        assertEquals(result.pairs().size(), count(visit.output, "<button type=\"button\" aria-pressed=\"true\">"));
        assertFalse(visit.log.contains("CONSOLE"), visit.log);
    }

    @Test
    void theLegendHidesAFamilyInBothPlotsAndShowsItAgain() throws Exception {
        ComparisonReport.write(SyntheticComparison.usual(), SyntheticComparison.PROVENANCE, directory);
        Path page = directory.resolve("report.html");
        String script = """
                <script>
                const button = document.querySelectorAll('.legend button')[1];
                const charts = [...document.querySelectorAll('canvas')].slice(0, 4).map(c => Chart.getChart(c));
                const visible = () => charts.map(c => c.getVisibleDatasetCount()).join();
                const before = visible();
                button.click();
                const hidden = visible();
                button.click();
                document.title = [before, hidden, visible()].join(' then ');
                </script>
                """;
        Files.writeString(page, Files.readString(page).replace("</body>", script + "</body>"));
        Visit visit = visit("--dump-dom", "--virtual-time-budget=5000");
        // 12 families and the limit; the first class alone loses one, in its two plots.
        String expected = "13,13,13,13 then 12,12,13,13 then 13,13,13,13";
        assertTrue(visit.output.contains("<title>" + expected + "</title>"), visit.log);
    }

    @Test
    void showsNamesFullOfMarkupAsText() throws Exception {
        Visit visit = open(SyntheticComparison.awkward(), "--dump-dom", "--virtual-time-budget=5000");
        assertEquals(4, count(visit.output, "<figure class=\"live\">"), visit.log);
        assertFalse(visit.log.contains("CONSOLE"), visit.log);
    }

    @Test
    void paintsTheCurvesInTheirColours() throws Exception {
        ComparisonResult all = SyntheticComparison.usual();
        ComparisonResult result = new ComparisonResult(all.pairs().subList(0, 12), List.of());
        Path picture = directory.resolve("page.png");
        open(result, "--screenshot=" + picture, "--window-size=1280,2200", "--virtual-time-budget=5000");
        BufferedImage image = ImageIO.read(picture.toFile());
        Palette palette =
                Palette.of(result.pairs().stream().map(p -> p.family()).toList());
        for (Palette.Style style : palette.styles().values()) {
            int pixels = pixels(image, Integer.parseInt(style.light().substring(1), 16));
            // A marker covers about 30 pixels: 3 of them stand in the legends and tables, 18 in the two plots.
            assertTrue(pixels > 200, style + " covers " + pixels + " pixels only");
        }
    }

    private Visit open(ComparisonResult result, String... options) throws IOException, InterruptedException {
        ComparisonReport.write(result, SyntheticComparison.PROVENANCE, directory);
        return visit(options);
    }

    private Visit visit(String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                chromium.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--hide-scrollbars",
                "--force-device-scale-factor=1",
                "--blink-settings=preferredColorScheme=1",
                "--enable-logging=stderr",
                "--user-data-dir=" + directory.resolve("profile")));
        command.addAll(List.of(options));
        command.add(directory.resolve("report.html").toUri().toString());
        Path output = directory.resolve("output");
        Path log = directory.resolve("log");
        Process browser = new ProcessBuilder(command)
                .redirectOutput(output.toFile())
                .redirectError(log.toFile())
                .start();
        boolean ended = browser.waitFor(120, TimeUnit.SECONDS);
        browser.destroyForcibly();
        assertTrue(ended, () -> "Chromium did not end: " + command);
        return new Visit(Files.readString(output), Files.readString(log));
    }

    private static int pixels(BufferedImage image, int colour) {
        int count = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                count += (image.getRGB(x, y) & 0xFFFFFF) == colour ? 1 : 0;
            }
        }
        return count;
    }

    private static int count(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }
}
