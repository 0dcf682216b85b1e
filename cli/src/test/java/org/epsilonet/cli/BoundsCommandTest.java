package org.epsilonet.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;
import tools.jackson.jr.ob.JSON;

class BoundsCommandTest {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... args) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return Main.run(new PrintWriter(out), new PrintWriter(err), args);
    }

    private static List<Map<?, ?>> rows(Map<String, Object> json, String key) {
        List<?> rows = assertInstanceOf(List.class, json.get(key));
        return rows.stream()
                .<Map<?, ?>>map(row -> assertInstanceOf(Map.class, row))
                .toList();
    }

    private static double number(Object value) {
        return "inf".equals(value)
                ? Double.POSITIVE_INFINITY
                : assertInstanceOf(Number.class, value).doubleValue();
    }

    /** The exact constants of 4-16-16-16-16-16-1 with radius 1 on [-2, 2], from the sum over the layers by hand. */
    @Test
    void anArchitectureHasItsExactConstants() throws IOException {
        int code = run(
                "bounds",
                "--architecture",
                "4,16,16,16,16,16,1",
                "--radius",
                "1",
                "--domain=-2,2",
                "--json",
                "--error",
                "0.1,0.01");
        assertEquals(0, code, err.toString());
        Map<String, Object> json = JSON.std.mapFrom(out.toString());
        Map<Double, Double> exact = Map.of(1.0, 894.0, 2.0, 505.0, Double.POSITIVE_INFINITY, 414.0);
        int found = 0;
        for (Map<?, ?> row : rows(json, "lipschitz")) {
            assertTrue(row.keySet().containsAll(List.of("method", "q", "norm", "upper", "lower")), row.toString());
            if (row.get("method").toString().contains("exact")) {
                double expected = exact.get(number(row.get("q")));
                // Upper and lower are the same number rounded outward.
                assertEquals(expected, number(row.get("upper")), 1e-6 * expected, row.toString());
                assertEquals(expected, number(row.get("lower")), 1e-4 * expected, row.toString());
                found++;
            }
        }
        assertEquals(3, found, out.toString());
        for (Map<?, ?> row : rows(json, "covering")) {
            assertTrue(number(row.get("log2Lower")) <= number(row.get("log2Upper")), row.toString());
        }
        assertEquals(2, rows(json, "covering").size());
        assertEquals(6, rows(json, "bitsPerWeight").size());
        for (Map<?, ?> row : rows(json, "bitsPerWeight")) {
            assertTrue(number(row.get("necessary")) <= number(row.get("sufficient")), row.toString());
        }
    }

    @Test
    void aNetworkHasConstantsOfItsOwn() throws IOException {
        Path net = NetworkFile.write(folder.resolve("net.safetensors"), 5, 3, 8, 8, 2);
        assertEquals(0, run("bounds", net.toString(), "--json"), err.toString());
        Map<String, Object> json = JSON.std.mapFrom(out.toString());
        double apriori = 0;
        double best = Double.POSITIVE_INFINITY;
        long inputs = 0;
        for (Map<?, ?> row : rows(json, "lipschitz")) {
            if (row.get("of").equals("weights of this network")) {
                apriori = apriori == 0 ? number(row.get("upper")) : apriori;
                best = Math.min(best, number(row.get("upper")));
            }
            inputs += row.get("of").equals("input of this network") ? 1 : 0;
        }
        assertTrue(best < apriori, "what knows the weights is sharper: " + best + " and " + apriori);
        assertTrue(inputs >= 6, out.toString());
        assertEquals(List.of(3, 8, 8, 2), json.get("architecture"));
        assertEquals(0, run("bounds", net.toString()), err.toString());
        assertTrue(out.toString().startsWith("architecture 3-8-8-2"), out.toString());
    }

    @Test
    void thePlotIsAPicture() throws IOException, ParserConfigurationException, SAXException {
        Path svg = folder.resolve("plot.svg");
        int code = run("bounds", "--architecture", "1,64,64,1", "--radius", "2", "--plot", svg.toString());
        assertEquals(0, code, err.toString());
        Document document =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(svg.toFile());
        assertEquals("svg", document.getDocumentElement().getTagName());
        String text = document.getDocumentElement().getTextContent();
        for (String curve : List.of("r = 2, sufficient", "r = 1, necessary", "r = 1/2, sufficient", "depth L")) {
            assertTrue(text.contains(curve), text);
        }
        assertTrue(Files.size(svg) < 100_000);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "none.npz | none.npz: no such file",
                "none.txt | has no ending of a model",
                "--architecture 1,2,1 | --architecture needs --radius too",
                "--architecture 1,2,1 --radius 0 | the radius of an architecture must be > 0",
                "--architecture 1,0,1 --radius 1 | layer sizes, each >= 1",
                "--architecture 1 --radius 1 | at least two layer sizes",
                "--architecture 1,x --radius 1 | 'x' is not an int",
                "--architecture 1,2,1 --radius 1 --error 0 | --error must be finite and > 0, was 0.0",
                "--architecture 1,2,1 --radius 1 --domain 2,1 | finite ends low < high",
                "--architecture 1,2,1 --radius 1 --norm l0 | unknown norm 'l0'",
                "--radius 1 | either a network file or --architecture is needed",
                "none.npz --architecture 1,1 --radius 1 | either a network file or --architecture is needed",
                "none.npz --radius 1 | --radius belongs to --architecture",
            })
    void wrongInputIsRefused(String words, String what) {
        assertEquals(2, run(("bounds " + words).split(" ")), err.toString());
        assertEquals(1, err.toString().lines().count(), err.toString());
        assertTrue(err.toString().contains(what), err.toString());
        assertEquals("", out.toString());
    }
}
