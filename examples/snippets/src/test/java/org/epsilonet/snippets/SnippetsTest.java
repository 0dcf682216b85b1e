package org.epsilonet.snippets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.epsilonet.api.family.ApproximationFamily;
import org.epsilonet.api.family.Families;
import org.epsilonet.api.function.Grid;
import org.epsilonet.api.model.Model;
import org.epsilonet.api.model.Models;
import org.epsilonet.families.relu.NetworkModel;
import org.epsilonet.families.relu.ReluNetwork;
import org.epsilonet.families.relu.training.Examples;
import org.epsilonet.families.relu.training.SyntheticDigits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every snippet runs and prints what it teaches. */
class SnippetsTest {
    @Test
    void quickStartApproximatesEncodesAndDecodes() throws Exception {
        List<String> lines = printedBy(() -> QuickStart.main(new String[0]));
        assertEquals(3, lines.size(), lines::toString);
        assertTrue(lines.get(1).matches("[a-z0-9.-]+ needs [0-9]+ bits for .*"), lines.get(1));
        double value = Double.parseDouble(lines.get(2).replaceAll(".* ", ""));
        // Within 1e-3 of the range in the mean square; at one point of a smooth function not far more.
        assertEquals(Math.exp(-1.5) * Math.sin(10), value, 1e-2);
    }

    @Test
    void compareFamiliesPrintsALinePerFamily() throws Exception {
        List<String> lines = printedBy(() -> CompareFamilies.main(new String[0]));
        List<String> ids = Families.available().stream()
                .filter(f -> f.supports(Grid.of(1024)))
                .map(ApproximationFamily::id)
                .toList();
        assertTrue(ids.size() >= 6, () -> "splines, wavelets and networks are installed: " + ids);
        assertEquals(
                ids, lines.stream().skip(1).map(l -> l.replaceAll(" .*", "")).toList());
    }

    @Test
    void aFamilyOfOnesOwnWritesAFile() throws Exception {
        List<String> lines = printedBy(() -> WriteAFamily.main(new String[0]));
        assertTrue(lines.get(0).matches("example.cosines: [0-9]+ bits, 500 samples"), lines.get(0));
        assertTrue(lines.get(lines.size() - 1).startsWith("h = 0: infinity-encodable"), lines::toString);
    }

    /** Less training than the program does; what is read back classifies as what was written. */
    @Test
    void trainedNetworksAreWritten(@TempDir Path directory) throws Exception {
        Path digits = directory.resolve("digits.onnx");
        Path function = directory.resolve("function.onnx");
        List<String> lines = printedBy(() -> {
            TrainNetworks.digits(digits, 2000, 2);
            TrainNetworks.function(function, 1000, 20);
        });
        assertTrue(lines.get(0).startsWith("ReLU network 784-256-256-10: "), lines.get(0));
        double accuracy = Double.parseDouble(lines.get(0).replaceAll(".*accuracy ", ""));
        assertTrue(accuracy > 0.9, lines.get(0));
        double error = Double.parseDouble(lines.get(1).replaceAll(".*error ", ""));
        assertTrue(error < 0.05, lines.get(1));
        Model classifier =
                Models.installed(List.of()).formatOf("digits.onnx").read(digits).model();
        Examples images = SyntheticDigits.of(3000, 1).range(2000, 3000);
        ReluNetwork read = ((NetworkModel) classifier).network();
        // Weights are stored in float32: a few images may lie between two classes.
        assertEquals(accuracy, images.accuracy(read), 0.005);
        assertEquals(
                2,
                Models.installed(List.of())
                        .formatOf("function.onnx")
                        .read(function)
                        .model()
                        .inputs());
    }

    /** A program that may fail. */
    private interface Program {
        void run() throws Exception;
    }

    private static List<String> printedBy(Program program) throws Exception {
        PrintStream standard = System.out;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            program.run();
        } finally {
            System.setOut(standard);
        }
        return bytes.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
