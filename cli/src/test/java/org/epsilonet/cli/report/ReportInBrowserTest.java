package org.epsilonet.cli.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.epsilonet.comparator.ComparisonResult;
import org.epsilonet.comparator.PairResult;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Opens the report in headless Chromium, without network, and does with it what a reader does. */
class ReportInBrowserTest {
    private static final String TARGET = "holder.one/wavelets.haar.best";
    private static final String ROW = "document.getElementById('" + TARGET + "')";

    @TempDir
    private static Path shared;

    private static Optional<Browser> started = Optional.empty();

    private Path page = Path.of("");

    @BeforeAll
    static void startBrowser() throws IOException {
        Optional<Path> program = Browser.program();
        assumeTrue(program.isPresent(), "needs Chromium: neither chromium nor google-chrome is on the PATH");
        started = Optional.of(Browser.start(program.orElseThrow(), shared.resolve("profile")));
        write(SyntheticComparison.usual(), "usual");
        write(SyntheticComparison.large(), "thousand");
    }

    @AfterAll
    static void stopBrowser() throws IOException {
        if (started.isPresent()) {
            started.get().close();
        }
    }

    @BeforeEach
    void showOnALaptop() throws IOException {
        browser().resize(1280, 800);
        browser().media("screen", "light");
        page = shared.resolve("usual/report.html");
    }

    @AfterEach
    void noComplaintAndNoRequest() throws IOException {
        assertEquals(List.of(), browser().complaints());
    }

    @Test
    void theLegendHidesAFamilyInBothPlotsAndShowsItAgain() throws IOException {
        browser().open(page, "");
        String visible = "[...document.querySelectorAll('figure')].slice(0, 4).map(f =>"
                + " [...f.querySelectorAll('.curve')].filter(c => getComputedStyle(c).display !== 'none').length).join()";
        String button = "document.querySelectorAll('.legend button')[1]";
        assertEquals("12,12,12,12", browser().evaluate(visible));
        browser().evaluate(button + ".click()");
        assertEquals("11,11,12,12", browser().evaluate(visible), "the first class alone loses one, in its two plots");
        assertEquals("false", browser().evaluate(button + ".getAttribute('aria-pressed')"));
        browser().evaluate(button + ".click()");
        assertEquals("12,12,12,12", browser().evaluate(visible));
        browser().evaluate("document.querySelectorAll('.legend .every')[1].click()");
        assertEquals("0,0,12,12", browser().evaluate(visible));
    }

    @Test
    void hoverTellsTheValues() throws IOException {
        browser().open(page, "");
        PairResult pair = SyntheticComparison.usual().pairs().get(0);
        browser()
                .evaluate("[...document.querySelectorAll('.legend button:not(.every)')].slice(1, 12)"
                        + ".forEach(b => b.click())");
        browser().hover("figure .curve");
        String tip = (String) browser().evaluate("document.querySelector('figure .tip:not([hidden])').innerText");
        assertTrue(tip.startsWith(pair.family() + "\n"), tip);
        assertTrue(tip.contains("number of parameters M: "), tip);
        assertTrue(tip.contains("error (L²): "), tip);
    }

    @Test
    void theArrowKeysWalkAlongACurve() throws IOException {
        browser().open(page, "");
        browser().evaluate("document.querySelector('figure svg').focus()");
        browser().press("ArrowRight");
        browser().press("ArrowRight");
        String tip = "document.querySelector('figure .tip').innerText";
        assertTrue(String.valueOf(browser().evaluate(tip)).contains("M: 64.00"), () -> "the third budget");
        browser().press("ArrowDown");
        PairResult second = SyntheticComparison.usual().pairs().get(1);
        assertTrue(String.valueOf(browser().evaluate(tip)).startsWith(second.family()));
        browser().press("Escape");
        assertEquals(true, browser().evaluate("document.querySelector('figure .tip').hidden"));
    }

    @Test
    void anAddressLeadsToAPair() throws IOException {
        browser().open(page, "#" + TARGET);
        assertEquals(true, browser().evaluate(ROW + ".classList.contains('current')"));
        assertEquals(1, browser().evaluate("document.querySelectorAll('.matrix td.current').length"));
        assertEquals(2, browser().evaluate("document.querySelectorAll('figure .curve.current').length"));
        assertEquals(
                true,
                browser()
                        .evaluate("(() => { const b = " + ROW + ".getBoundingClientRect();"
                                + " return b.top >= 0 && b.bottom <= innerHeight; })()"));
    }

    @Test
    void aCellLeadsToItsPairAndUnfoldsTheClass() throws IOException {
        browser().open(page, "");
        browser().evaluate("document.querySelectorAll('.class > details').forEach(d => { d.open = false; })");
        browser()
                .evaluate("document.querySelector('.matrix a[href=\"#" + TARGET + "\"]').click();"
                        + " new Promise(done => setTimeout(done, 100))");
        assertEquals("#" + TARGET, browser().evaluate("location.hash"));
        assertEquals(true, browser().evaluate(ROW + ".closest('details').open"));
        assertEquals(true, browser().evaluate(ROW + ".classList.contains('current')"));
    }

    @Test
    void tablesAreSortedBothWays() throws IOException {
        browser().open(page, "");
        String speeds = "[...document.querySelectorAll('#class-holder\\\\.one .pairs tbody tr')]"
                + ".map(r => parseFloat(r.cells[1].innerText))";
        String button = "document.querySelectorAll('#class-holder\\\\.one .pairs thead button')[1].click()";
        browser().evaluate(button);
        List<?> ascending = (List<?>) browser().evaluate(speeds);
        browser().evaluate(button);
        List<?> descending = (List<?>) browser().evaluate(speeds);
        assertEquals(12, ascending.size());
        for (int i = 0; i + 1 < ascending.size(); i++) {
            assertTrue(number(ascending, i) <= number(ascending, i + 1), ascending::toString);
            assertTrue(number(descending, i) >= number(descending, i + 1), descending::toString);
        }
    }

    @Test
    void unknownAndInfiniteValuesAreSortedToTheEnd() throws IOException {
        write(SyntheticComparison.awkward(), "awkward");
        browser().open(shared.resolve("awkward/report.html"), "");
        String errors = "[...document.querySelectorAll('.points tbody tr')].slice(0, 3).map(r => r.cells[4].innerText)";
        browser().evaluate("document.querySelectorAll('.points thead button')[4].click()");
        assertEquals(
                List.of("1.00e−09", "2.00e−04", "—"), browser().evaluate(errors.replace("innerText", "textContent")));
        browser().evaluate("document.querySelectorAll('.points thead button')[4].click()");
        assertEquals(
                List.of("2.00e−04", "1.00e−09", "—"), browser().evaluate(errors.replace("innerText", "textContent")));
    }

    @Test
    void nothingIsWiderThanItsScreen() throws IOException {
        for (int width : new int[] {390, 1280}) {
            for (String name : List.of("usual", "thousand")) {
                browser().resize(width, 800);
                browser().open(shared.resolve(name + "/report.html"), "");
                if (name.equals("usual")) {
                    browser().evaluate("document.querySelectorAll('details').forEach(d => { d.open = true; })");
                }
                assertEquals(
                        width,
                        browser().evaluate("document.documentElement.scrollWidth"),
                        () -> name + ": the page scrolls sideways");
            }
        }
    }

    @Test
    void noLabelOfAPlotIsCutOff() throws IOException {
        write(SyntheticComparison.edge(), "edge");
        for (int width : new int[] {390, 1280}) {
            browser().resize(width, 800);
            browser().open(shared.resolve("edge/report.html"), "");
            assertEquals(
                    List.of(),
                    browser()
                            .evaluate("[...document.querySelectorAll('figure svg .label')].filter(label => {"
                                    + " const a = label.getBoundingClientRect();"
                                    + " const b = label.closest('svg').getBoundingClientRect();"
                                    + " return a.left < b.left - 1 || a.right > b.right + 1 || a.top < b.top - 1"
                                    + " || a.bottom > b.bottom + 1; }).map(label => label.textContent)"));
        }
    }

    @Test
    void theTitleOfAnAxisIsBesideItsNumbers() throws IOException {
        write(SyntheticComparison.edge(), "edge");
        for (int width : new int[] {390, 500, 1280}) {
            browser().resize(width, 800);
            for (String name : List.of("edge", "usual")) {
                browser().open(shared.resolve(name + "/report.html"), "");
                assertEquals(
                        List.of(),
                        browser()
                                .evaluate(
                                        "[...document.querySelectorAll('figure svg .label[text-anchor=end]')]"
                                                + ".filter(number => {"
                                                + " const title = number.closest('svg').querySelector('.label[transform]');"
                                                + " return number.getBoundingClientRect().left"
                                                + " < title.getBoundingClientRect().right; }).map(number => number.textContent)"));
            }
        }
    }

    @Test
    void aThousandPairsAreUsable() throws IOException {
        Path file = shared.resolve("thousand/report.html");
        assertTrue(
                Files.size(file) < 10_000_000,
                () -> "the page has " + file.toFile().length() + " bytes");
        browser().open(file, "#class3/kind4.family19");
        assertEquals(1000, browser().evaluate("document.querySelectorAll('.pairs tbody tr').length"));
        assertEquals(1, browser().evaluate("document.querySelectorAll('.class > details[open]').length"));
    }

    @Test
    void paperShowsEveryClassAndNoButton() throws IOException {
        browser().open(page, "");
        browser().evaluate("document.querySelectorAll('.class > details').forEach(d => { d.open = false; })");
        byte[] paper = browser().paper();
        String head = new String(paper, 0, 5, StandardCharsets.US_ASCII);
        assertEquals("%PDF-", head);
        browser().media("print", "dark");
        assertEquals("none", browser().evaluate("getComputedStyle(document.querySelector('.sort')).display"));
        assertEquals(
                "rgb(255, 255, 255)",
                browser().evaluate("getComputedStyle(document.body).backgroundColor"),
                "paper is white for readers of dark screens too");
        assertEquals(
                true,
                browser().evaluate("[...document.querySelectorAll('figure svg')].every(s => s.checkVisibility())"),
                "folded classes are unfolded on paper");
        assertEquals(
                true,
                browser()
                        .evaluate("[...document.querySelectorAll('figure svg')]"
                                + ".every(s => s.getBoundingClientRect().height < 230)"),
                "60 mm leave room for a table on the same page");
    }

    @Test
    void paintsTheCurvesInTheirColoursOnLightAndDarkGround() throws IOException {
        ComparisonResult all = SyntheticComparison.usual();
        ComparisonResult result = new ComparisonResult(all.pairs().subList(0, 12), List.of());
        write(result, "few");
        Palette palette =
                Palette.of(result.pairs().stream().map(PairResult::family).toList());
        browser().resize(1280, 2000);
        for (String ground : List.of("light", "dark")) {
            browser().media("screen", ground);
            browser().open(shared.resolve("few/report.html"), "");
            Map<Integer, Integer> pixels =
                    histogram(ImageIO.read(new ByteArrayInputStream(browser().picture())));
            for (Palette.Style style : palette.styles().values()) {
                String colour = ground.equals("light") ? style.light() : style.dark();
                int covered = pixels.getOrDefault(Integer.parseInt(colour.substring(1), 16), 0);
                // A marker covers about 30 pixels: 3 of them stand in the legends and tables, 18 in the two plots.
                assertTrue(covered > 200, style + " covers " + covered + " pixels only, " + ground);
            }
        }
    }

    private static Browser browser() {
        return started.orElseThrow();
    }

    private static void write(ComparisonResult result, String name) throws IOException {
        Path file = Files.createDirectories(shared.resolve(name)).resolve("report.html");
        Files.writeString(file, ComparisonReport.page(result, Background.NONE, SyntheticComparison.PROVENANCE));
    }

    private static double number(List<?> values, int i) {
        return ((Number) values.get(i)).doubleValue();
    }

    /** How often each colour occurs. */
    private static Map<Integer, Integer> histogram(BufferedImage image) {
        Map<Integer, Integer> counts = new HashMap<>();
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        Arrays.sort(pixels);
        for (int i = 0, first = 0; i < pixels.length; i++) {
            if (i + 1 == pixels.length || pixels[i + 1] != pixels[i]) {
                counts.put(pixels[i] & 0xFFFFFF, i + 1 - first);
                first = i + 1;
            }
        }
        return counts;
    }
}
