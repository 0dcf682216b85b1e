package org.epsilonet.comparator.classfile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.epsilonet.api.classes.ApproximationKind;
import org.epsilonet.api.classes.CitedSpeed;
import org.epsilonet.api.classes.EntropyBounds;
import org.epsilonet.api.classes.FunctionClass;
import org.epsilonet.api.classes.FunctionClasses;
import org.epsilonet.api.classes.Instance;
import org.epsilonet.api.classes.Smoothness;
import org.epsilonet.api.function.Formula;
import org.epsilonet.api.function.LpNorm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClassFileTest {
    private static final String INSTANCES = "\"instances\":[{\"kind\":\"function\",\"name\":\"jump\"}]";
    private static final String BALL = "\"smoothness\":{\"kind\":\"hoelder\",\"order\":0.5}";

    @TempDir
    private Path folder;

    private FunctionClass read(String json) throws IOException {
        Path file = folder.resolve("c.json");
        Files.writeString(file, json);
        return ClassFile.read(file, FunctionClasses.installed());
    }

    private static double at(Instance instance, double... x) {
        return ((Formula) instance.target()).at(x);
    }

    @Test
    void aBallIsWhatItsSmoothnessNames() throws IOException {
        FunctionClass c = read("{\"id\":\"mine\",\"norm\":\"sup\"," + BALL + "," + INSTANCES + "}");
        FunctionClass installed = FunctionClasses.installed().get("hoelder.0.5");
        assertEquals("mine", c.id());
        assertEquals("mine", c.title());
        assertEquals(LpNorm.SUP, c.norm());
        assertEquals(installed.smoothness(), c.smoothness());
        assertEquals(installed.definition(), c.definition());
        assertEquals(installed.entropy(0.1, LpNorm.SUP), c.entropy(0.1, LpNorm.SUP));
        assertEquals(installed.encodingSpeed(LpNorm.L2), c.encodingSpeed(LpNorm.L2));
    }

    @Test
    void whatIsGivenIsSaid() throws IOException {
        FunctionClass c =
                read("{\"id\":\"a.b.1\",\"title\":\"T\",\"definition\":\"D\",\"smoothness\":{\"kind\":\"other\"},"
                        + "\"encodingSpeed\":{\"speed\":\"inf\",\"logPower\":2,\"source\":\"S\"}," + INSTANCES + "}");
        assertEquals("D", c.definition());
        assertEquals(new Smoothness.Other(1, "a.b.1"), c.smoothness());
        assertEquals(
                new CitedSpeed(Double.POSITIVE_INFINITY, 2, "S"),
                c.encodingSpeed(LpNorm.L2).orElseThrow());
        assertTrue(c.encodingSpeed(LpNorm.SUP).isEmpty());
        assertTrue(c.entropy(0.1, LpNorm.L2).isEmpty());
    }

    @Test
    void everyKindOfSmoothnessIsKnown() throws IOException {
        String end = ",\"dimension\":2,\"instances\":[{\"kind\":\"of-class\",\"class\":\"cartoon.2\"}]}";
        assertEquals(
                new Smoothness.Periodic(new Smoothness.Mixed(2, 1.5)),
                read("{\"id\":\"m\",\"smoothness\":{\"kind\":\"mixed\",\"order\":1.5,\"periodic\":true}" + end)
                        .smoothness());
        assertEquals(
                new Smoothness.Besov(2, 1, 0.5, Double.POSITIVE_INFINITY),
                read("{\"id\":\"m\",\"smoothness\":{\"kind\":\"besov\",\"order\":1,\"p\":0.5,\"tau\":\"inf\"}" + end)
                        .smoothness());
        assertEquals(
                new Smoothness.Horizon(2, 2),
                read("{\"id\":\"m\",\"smoothness\":{\"kind\":\"horizon\",\"order\":2}" + end)
                        .smoothness());
        assertEquals(
                new Smoothness.Barron(2),
                read("{\"id\":\"m\",\"smoothness\":{\"kind\":\"barron\"}" + end).smoothness());
        assertEquals(
                new Smoothness.BoundedVariation(2),
                read("{\"id\":\"m\",\"smoothness\":{\"kind\":\"bounded-variation\"}" + end)
                        .smoothness());
        assertEquals(
                new Smoothness.PiecewiseSmooth(Double.POSITIVE_INFINITY, 3),
                read("{\"id\":\"m\",\"smoothness\":{\"kind\":\"piecewise-smooth\",\"order\":\"inf\",\"jumps\":3},"
                                + INSTANCES + "}")
                        .smoothness());
    }

    @Test
    void piecesAreEvaluatedFromTheirLeftEnds() throws IOException {
        Instance f = read("{\"id\":\"m\"," + BALL + ",\"instances\":[{\"kind\":\"piecewise-polynomial\","
                        + "\"knots\":[0.25,0.5],\"pieces\":[[1],[0,2],[3,0,-1]],\"saturates\":[\"linear\"]}]}")
                .instances(1)
                .get(0);
        assertEquals(Set.of(ApproximationKind.LINEAR), f.saturates());
        assertEquals(1, at(f, 0.1));
        assertEquals(0, at(f, 0.25));
        assertEquals(0.2, at(f, 0.35), 1e-15);
        assertEquals(3 - 0.25, at(f, 1));
        assertEquals(2, ((Formula) f.target()).breakpoints().length);
    }

    @Test
    void seedsDecideRandomElementsAndAdd() throws IOException {
        String series = "{\"id\":\"m\"," + BALL + ",\"instances\":[{\"kind\":\"random-wavelet\",\"order\":1,\"p\":1},"
                + "{\"kind\":\"random-besov\",\"order\":0.5},{\"kind\":\"random-fourier\",\"decay\":1,\"seed\":%d}]}";
        List<Instance> first = read(String.format(series, 0)).instances(7);
        List<Instance> shifted = read(String.format(series, 3)).instances(4);
        List<Instance> again = read(String.format(series, 3)).instances(7);
        Random random = new Random(5);
        boolean differs = false;
        for (int i = 0; i < 200; i++) {
            double x = random.nextDouble();
            assertEquals(at(first.get(2), x), at(shifted.get(2), x));
            assertEquals(at(first.get(0), x), at(again.get(0), x));
            differs |= at(first.get(2), x) != at(again.get(2), x);
            assertTrue(Math.abs(at(first.get(0), x)) < 8 && Math.abs(at(first.get(1), x)) < 8);
        }
        assertTrue(differs);
    }

    /** The cosines have the amplitudes that were asked for: coefficients of a table, whose cubics damp little. */
    @Test
    void randomFrequenciesHaveTheirAmplitudes() throws IOException {
        Instance f = read("{\"id\":\"m\"," + BALL + ",\"instances\":[{\"kind\":\"random-fourier\",\"decay\":1.5}]}")
                .instances(1)
                .get(0);
        int n = 1 << 14;
        for (int k : new int[] {1, 2, 17, 300, 2000}) {
            double cos = 0;
            double sin = 0;
            for (int i = 0; i < n; i++) {
                double value = at(f, (i + 0.5) / n);
                cos += value * Math.cos(2 * Math.PI * k * (i + 0.5) / n) * 2 / n;
                sin += value * Math.sin(2 * Math.PI * k * (i + 0.5) / n) * 2 / n;
            }
            double amplitude = Math.pow(k, -1.5);
            assertEquals(amplitude, Math.abs(cos), 0.01 * amplitude, "k = " + k);
            assertEquals(0, sin, 0.01 * amplitude, "k = " + k);
        }
    }

    @Test
    void unionsAndIntersectionsFollowFromTheirParts() throws IOException {
        FunctionClass union = read("{\"id\":\"u\",\"union\":[\"step\",\"bv\"]}");
        assertEquals(1, union.encodingSpeed(LpNorm.L2).orElseThrow().speed());
        EntropyBounds bounds = union.entropy(0.01, LpNorm.L2).orElseThrow();
        assertTrue(bounds.bitsLower()
                >= FunctionClasses.installed()
                        .get("bv")
                        .entropy(0.01, LpNorm.L2)
                        .orElseThrow()
                        .bitsLower());
        FunctionClass meet =
                read("{\"id\":\"i\",\"intersection\":[\"monotone\",\"lipschitz.anchored\"]," + INSTANCES + "}");
        assertTrue(meet.encodingSpeed(LpNorm.L2).isEmpty());
        assertTrue(Double.isNaN(meet.entropy(0.01, LpNorm.L2).orElseThrow().bitsLower()));
        assertFalse(Double.isNaN(meet.entropy(0.01, LpNorm.L2).orElseThrow().bitsUpper()));
        assertSame(
                FunctionClasses.installed().get("bv").instances(2).get(0).target(),
                union.instances(2).get(0).target());
    }

    /** One line that names the file, the place and the reason. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[]|a JSON object is expected",
                "{\"id\":\"m\"}|'smoothness'",
                "{\"id\":\"Mine\",@B,@I}|id: must match",
                "{\"id\":\"bv\",@B,@I}|installed class has the name 'bv'",
                "{\"id\":\"m\",@B,@I,\"extra\":1}|unknown key 'extra'",
                "{\"id\":\"m\",@B}|'instances'",
                "{\"id\":\"m\",@B,\"instances\":[]}|instances: must not be empty",
                "{\"id\":\"m\",@B,@I,\"union\":[\"bv\"]}|one of 'smoothness', 'union' and 'intersection'",
                "{\"id\":\"m\",\"union\":[\"bvv\"]}|Did you mean 'bv'",
                "{\"id\":\"m\",\"union\":[\"bv\",\"cartoon.2\"]}|of one dimension",
                "{\"id\":\"m\",\"union\":[\"bv\"],\"norm\":\"l2\"}|'norm' of a union",
                "{\"id\":\"m\",@B,@I,\"dimension\":2}|dimension 2, its instance 'function' dimension 1",
                "{\"id\":\"m\",@B,@I,\"dimension\":4}|must be <= 3",
                "{\"id\":\"m\",@B,@I,\"norm\":\"l0.5\"}|norm",
                "{\"id\":\"m\",\"smoothness\":{\"kind\":\"hoelder\"},@I}|needs 'order'",
                "{\"id\":\"m\",\"smoothness\":{\"kind\":\"soft\"},@I}|must match",
                "{\"id\":\"m\",\"smoothness\":{\"kind\":\"cartoon\",\"order\":2},@I}|dimensions from 2 on",
                "{\"id\":\"m\",@B,\"instances\":[{\"kind\":\"function\",\"name\":\"hop\"}]}|no function named 'hop'",
                "{\"id\":\"m\",@B,\"instances\":[{\"kind\":\"random-besov\"}]}|needs 'order'",
                "{\"id\":\"m\",@B,\"instances\":[{\"kind\":\"samples\",\"file\":\"x.xyz\"}]}|no reader of data files",
                "{\"id\":\"m\",@B,\"instances\":[{\"kind\":\"piecewise-polynomial\",\"knots\":[0.5],\"pieces\":[[1]]}]}|make 2 pieces",
                "{\"id\":\"m\",@B,\"instances\":[{\"kind\":\"piecewise-polynomial\",\"knots\":[1],\"pieces\":[[1],[2]]}]}|inside (0, 1)",
                "{\"id\":\"m\",@B,\"instances\":[{\"kind\":\"piecewise-polynomial\",\"pieces\":[[null]]}]}|must be of type number",
                "{\"id\":\"m\",@B,\"instances\":[null]}|must be of type object",
                "{\"id\":\"m\",@B,@I,\"encodingSpeed\":{\"speed\":1}}|'source' is missing",
                "{\"id\":\"m\",@B,@I,\"encodingSpeed\":{\"speed\":-1,\"source\":\"s\"}}|must be >= 0",
                "{\"id\":\"m\"|line 1",
            })
    void badFilesAreRefusedInOneLine(String json, String reason) throws IOException {
        String text = json.replace("@B", BALL).replace("@I", INSTANCES);
        MalformedClassException e = assertThrows(MalformedClassException.class, () -> read(text));
        String message = String.valueOf(e.getMessage());
        assertTrue(message.contains("c.json: ") && message.contains(reason), message);
    }

    @Test
    void filesThatAreTooLargeOrMissingAreRefused() {
        assertThrows(MalformedClassException.class, () -> read("{\"id\":\"" + "x".repeat(1 << 20) + "\"}"));
        assertThrows(
                java.nio.file.NoSuchFileException.class,
                () -> ClassFile.read(folder.resolve("none.json"), FunctionClasses.installed()));
    }

    @Test
    void theSchemaIsPublished() {
        assertTrue(ClassFile.schema().contains("urn:epsilonet:class:1"));
    }
}
