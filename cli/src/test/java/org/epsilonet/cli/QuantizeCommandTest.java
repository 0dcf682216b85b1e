package org.epsilonet.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.model.InputBox;
import org.epsilonet.api.model.MalformedModelException;
import org.epsilonet.api.model.Model;
import org.epsilonet.api.model.Models;
import org.epsilonet.api.model.ParameterBlock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.jr.ob.JSON;

class QuantizeCommandTest {
    @TempDir
    private Path folder;

    private Path net = Path.of("");
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void writeNetwork() throws IOException {
        net = NetworkFile.write(folder.resolve("net.safetensors"), 5, 2, 16, 16, 1);
    }

    private int run(String... args) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return Main.run(new PrintWriter(out), new PrintWriter(err), args);
    }

    private static double number(Map<String, ?> json, String key) {
        return assertInstanceOf(Number.class, json.get(key), key).doubleValue();
    }

    private static Model read(Path file) throws IOException, MalformedModelException {
        return Models.installed(List.of()).formatOf(file.toString()).read(file).model();
    }

    @ParameterizedTest
    @ValueSource(strings = {"out.npz", "out.safetensors", "out.onnx"})
    void theFileIsWhatWasCertified(String name) throws IOException, MalformedModelException {
        Path quantized = folder.resolve(name);
        int code = run("quantize", net.toString(), "--error", "0.05", "--json", "-o", quantized.toString());
        assertEquals(0, code, err.toString());
        Map<String, Object> json = JSON.std.mapFrom(out.toString());
        Map<?, ?> certificate = assertInstanceOf(Map.class, json.get("certificate"));
        double bound = assertInstanceOf(Number.class, certificate.get("bound")).doubleValue();
        assertTrue(bound <= 0.05 && number(json, "measuredError") <= bound, out.toString());
        assertTrue(number(json, "measuredError") > 0, out.toString());
        Model before = read(net);
        Model after = read(quantized);
        double[] points = new SplittableRandom(3).doubles(20_000, -1, 1).toArray();
        double[] was = before.atAll(points);
        double[] is = after.atAll(points);
        for (int i = 0; i < was.length; i++) {
            assertEquals(was[i], is[i], bound, "point " + i);
        }
        // All weights are multiples of the step below 2^(bits - 1), which is what the bits per weight mean.
        double step = number(json, "step");
        double most = Math.scalb(1.0, (int) number(json, "bitsPerWeight") - 1);
        for (ParameterBlock block : after.blocks()) {
            for (double w : block.values()) {
                assertTrue(w / step == Math.rint(w / step) && Math.abs(w / step) < most, block + ": " + w);
            }
        }
        assertTrue(number(json, "bits") < 32 * number(json, "parameters"), out.toString());
    }

    @Test
    void everyMethodStandsInTheTable() throws IOException {
        run(
                "quantize",
                net.toString(),
                "--error",
                "0.05",
                "--json",
                "-o",
                folder.resolve("o.npz").toString());
        Map<String, Object> json = JSON.std.mapFrom(out.toString());
        List<?> rows = assertInstanceOf(List.class, json.get("bounds"));
        assertTrue(rows.size() >= 5, out.toString());
        double largest = 0;
        for (Object row : rows) {
            Map<?, ?> method = assertInstanceOf(Map.class, row);
            assertTrue(
                    method.keySet().containsAll(List.of("method", "lipschitz", "step", "bitsPerWeight")),
                    row.toString());
            if (method.get("step") instanceof Number step) {
                largest = Math.max(largest, step.doubleValue());
            }
        }
        assertEquals(number(json, "step"), largest, "the method with the largest step decides");
        int code = run(
                "quantize",
                net.toString(),
                "--error",
                "0.05",
                "-o",
                folder.resolve("o.npz").toString());
        assertEquals(0, code);
        assertTrue(out.toString().contains("times the measured"), out.toString());
        assertTrue(err.toString().contains("net.safetensors: "), "the import report: " + err);
    }

    /** Balancing may enlarge operator norms: the a-priori bound to beat is that of the network given, not of the balanced. */
    @Test
    void aPrioriIsTheNetworkAsItCame() throws IOException, MalformedModelException {
        String file = folder.resolve("o.npz").toString();
        assertEquals(0, run("quantize", net.toString(), "--error", "0.1", "--json", "-o", file), err.toString());
        Map<String, Object> json = JSON.std.mapFrom(out.toString());
        assertEquals(
                Boolean.TRUE,
                assertInstanceOf(Map.class, json.get("balanced")).get("kept"),
                "without balancing there is nothing to tell apart");
        Model given = read(net);
        double apriori = Models.installed(List.of())
                .analysisOf(given)
                .perturbation(given, 0.5 * number(json, "step"), InputBox.SYMMETRIC, LpNorm.SUP)
                .get(0)
                .bound();
        double bound = assertInstanceOf(
                        Number.class,
                        assertInstanceOf(Map.class, json.get("certificate")).get("bound"))
                .doubleValue();
        assertEquals("nearest", json.get("scheme"));
        // A quotient and a product.
        assertEquals(apriori, number(json, "timesTighterThanAPriori") * bound, 1e-12 * apriori);
    }

    @Test
    void aStepPerLayerNeedsFewerBits() throws IOException {
        String file = folder.resolve("o.npz").toString();
        assertEquals(0, run("quantize", net.toString(), "--error", "0.05", "--json", "-o", file), err.toString());
        double uniform = number(JSON.std.mapFrom(out.toString()), "fixedLengthBits");
        assertEquals(
                0,
                run("quantize", net.toString(), "--error", "0.05", "--per-layer", "--json", "-o", file),
                err.toString());
        Map<String, Object> json = JSON.std.mapFrom(out.toString());
        assertTrue(number(json, "fixedLengthBits") < uniform, uniform + " bits with one step; " + out);
        for (Object layer : assertInstanceOf(List.class, json.get("layers"))) {
            @SuppressWarnings("unchecked")
            Map<String, ?> share = assertInstanceOf(Map.class, layer);
            // The share of the last bias is certified exactly; outputs of size 1 are evaluated in doubles, 2^-53 each.
            assertTrue(number(share, "measuredShare") <= number(share, "certifiedShare") + 1e-13, layer.toString());
        }
    }

    @Test
    void theSameInputGivesTheSameFile() throws IOException {
        Path first = folder.resolve("a.safetensors");
        Path second = folder.resolve("b.safetensors");
        run("quantize", net.toString(), "--error", "0.1", "-o", first.toString());
        run("quantize", net.toString(), "--error", "0.1", "-o", second.toString());
        assertArrayEquals(Files.readAllBytes(first), Files.readAllBytes(second));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nearest", "floor", "towards-zero"})
    void schemesAndNormsAreHonoured(String scheme) throws IOException {
        int code = run(
                "quantize",
                net.toString(),
                "--error=0.2",
                "--scheme=" + scheme,
                "--norm=l2",
                "--domain",
                "-0.5,2",
                "--json",
                "-o",
                folder.resolve("o.npz").toString());
        assertEquals(0, code, err.toString());
        Map<String, Object> json = JSON.std.mapFrom(out.toString());
        assertEquals(scheme, json.get("scheme"));
        assertEquals("l2", json.get("norm"));
        assertEquals(List.of(-0.5, 2.0), json.get("domain"));
        assertTrue(number(json, "measuredError") <= 0.2, out.toString());
    }

    @Test
    void anErrorOutOfReachLeavesNoFile() throws IOException {
        Path file = folder.resolve("none.npz");
        assertEquals(1, run("quantize", net.toString(), "--error", "1e-12", "-o", file.toString()));
        assertEquals(1, err.toString().lines().count(), err.toString());
        assertTrue(err.toString().contains("the best certified error is "), err.toString());
        assertFalse(Files.exists(file));
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(List.of(net), left.toList());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "none.npz --error 1 -o NEW | none.npz: no such file",
                "NET --error 0 -o NEW | --error must be finite and > 0, was 0.0",
                "NET --error NaN -o NEW | --error must be finite and > 0, was NaN",
                "NET --error 1 --domain 1,-1 -o NEW | finite ends low < high",
                "NET --error 1 --domain 1 -o NEW | not LO,HI",
                "NET --error 1 --domain a,b -o NEW | not LO,HI",
                "NET --error 1 --norm l0 -o NEW | unknown norm 'l0'",
                "NET --error 1 --scheme up -o NEW | unknown scheme 'up'; allowed: auto, nearest, floor, towards-zero",
                "NET --error 1 -o out.txt | has no ending of a model; allowed: .",
                "net.txt --error 1 -o NEW | has no ending of a model; allowed: .",
                "NET --error 1 -o NET | is the input too",
                "bad.safetensors --error 1 -o NEW | bad.safetensors",
                "NET -o NEW | Missing required option: '--error=E'",
            })
    void wrongInputIsRefused(String words, String what) throws IOException {
        Files.writeString(folder.resolve("bad.safetensors"), "no network");
        String[] args = ("quantize " + words)
                .replace("NEW", folder.resolve("new.npz").toString())
                .replace("NET", net.toString())
                .replace("bad.s", folder.resolve("bad.s").toString())
                .split(" ");
        assertEquals(2, run(args), err.toString());
        assertEquals(1, err.toString().lines().count(), err.toString());
        assertTrue(err.toString().contains(what), err.toString());
        assertFalse(Files.exists(folder.resolve("new.npz")));
    }
}
