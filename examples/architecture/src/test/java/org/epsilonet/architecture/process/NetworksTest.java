package org.epsilonet.architecture.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.epsilonet.api.model.MalformedModelException;
import org.epsilonet.api.model.Model;
import org.epsilonet.api.model.Models;
import org.epsilonet.families.relu.AffineMap;
import org.epsilonet.families.relu.NetworkModel;
import org.epsilonet.families.relu.ReluNetwork;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Networks from files, quantized and bounded by the command. */
class NetworksTest {
    private static final long SEED = 4;

    @TempDir
    private Path folder;

    private Cli cli = new Cli(List.of(), Path.of(""));

    @BeforeEach
    void writeNetwork() throws IOException {
        cli = Cli.in(folder);
        Random random = new Random(SEED);
        AffineMap[] maps = new AffineMap[3];
        int[] sizes = {2, 24, 24, 1};
        for (int l = 0; l < maps.length; l++) {
            double scale = Math.sqrt(2.0 / sizes[l]);
            double[] weights = new double[sizes[l] * sizes[l + 1]];
            for (int i = 0; i < weights.length; i++) {
                weights[i] = scale * random.nextGaussian();
            }
            maps[l] = AffineMap.of(weights, sizes[l], new double[sizes[l + 1]]);
        }
        try (OutputStream out = Files.newOutputStream(folder.resolve("net.onnx"))) {
            Models.installed(List.of()).formatOf("net.onnx").write(NetworkModel.of(ReluNetwork.of(maps)), out);
        }
    }

    private static Model read(Path file) throws IOException, MalformedModelException {
        return Models.installed(List.of()).formatOf(file.toString()).read(file).model();
    }

    @Test
    void quantizedNetworksAreWithinTheirCertificate() throws Exception {
        Cli.Result run = cli.run("quantize", "net.onnx", "--error", "0.05", "-o", "q.safetensors", "--json");
        assertEquals(0, run.code(), run.err());
        Map<String, Object> json = run.json();
        assertTrue(
                json.keySet()
                        .containsAll(Set.of("bitsPerWeight", "step", "certificate", "measuredError", "bits", "bounds")),
                json.keySet().toString());
        Map<?, ?> certificate = assertInstanceOf(Map.class, json.get("certificate"));
        double bound = assertInstanceOf(Double.class, certificate.get("bound"));
        assertTrue(bound <= 0.05 && (Double) json.get("measuredError") <= bound, json.toString());
        List<?> bounds = assertInstanceOf(List.class, json.get("bounds"));
        assertTrue(bounds.size() >= 6, bounds.toString());
        for (Object row : bounds) {
            Map<?, ?> method = assertInstanceOf(Map.class, row);
            assertTrue(
                    method.keySet().containsAll(Set.of("method", "lipschitz", "step", "bitsPerWeight")),
                    row.toString());
        }
        Model before = read(folder.resolve("net.onnx"));
        Model after = read(folder.resolve("q.safetensors"));
        double[] points = new Random(SEED).doubles(2000, -1, 1).toArray();
        double[] was = before.atAll(points);
        double[] is = after.atAll(points);
        for (int i = 0; i < was.length; i++) {
            assertEquals(was[i], is[i], bound);
        }
    }

    @Test
    void boundsOfAnArchitectureAreExact() throws IOException, InterruptedException {
        Map<String, Object> json = cli.run(
                        "bounds", "--architecture", "3,5,5,5,1", "--radius", "1", "--error", "0.001", "--json")
                .done()
                .json();
        String text = json.toString();
        assertTrue(text.contains("52.0") && text.contains("57.318") && text.contains("82.0"), text);
        assertTrue(json.keySet().containsAll(Set.of("lipschitz", "covering", "bitsPerWeight")), text);
    }

    @Test
    void boundsOfANetworkAreListed() throws IOException, InterruptedException {
        Cli.Result run = cli.run("bounds", "net.onnx", "--json");
        assertEquals(0, run.code(), run.err());
        assertTrue(run.out().contains("linear relaxation") && run.out().contains("path norm"), run.out());
    }

    @Test
    void wrongUsageIsRefusedInOneLine() throws IOException, InterruptedException {
        for (String[] line : new String[][] {
            {"quantize none.onnx --error 1 -o q.onnx", "none.onnx"},
            {"quantize net.onnx --error 0 -o q.onnx", "--error"},
            {"quantize net.onnx --error 1 -o q.txt", "q.txt"},
            {"quantize net.onnx --error 1 --domain 1,-1 -o q.onnx", "low < high"},
            {"quantize net.onnx --error 1 --scheme up -o q.onnx", "up"},
            {"quantize net.onnx -o q.onnx", "--error"},
            {"bounds", ""},
            {"bounds --architecture 1,x,1 --radius 1", "x"},
            {"bounds --architecture 1,4,1", "--radius"},
        }) {
            List<String> before = cli.files();
            cli.run(line[0].split(" ")).refused(2, line[1]);
            assertEquals(before, cli.files(), line[0]);
        }
    }

    @Test
    void anErrorOutOfReachLeavesNoFile() throws IOException, InterruptedException {
        List<String> before = cli.files();
        Cli.Result run = cli.run("quantize", "net.onnx", "--error", "1e-12", "-o", "q.onnx");
        assertEquals(1, run.code(), run.err());
        assertEquals(before, cli.files());
    }

    @Test
    void withoutTheModuleItsNameIsSaid() throws IOException, InterruptedException {
        cli.without("epsilonet-families-relu")
                .run("quantize", "net.onnx", "--error", "1", "-o", "q.onnx")
                .refused(2, "org.epsilonet.families.relu");
    }
}
