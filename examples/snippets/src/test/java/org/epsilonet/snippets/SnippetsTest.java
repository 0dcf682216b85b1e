package org.epsilonet.snippets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.epsilonet.api.family.ApproximationFamily;
import org.epsilonet.api.family.Families;
import org.junit.jupiter.api.Test;

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
                .filter(f -> f.dimensions().contains(1))
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
