package org.epsilonet.families.relu.format;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import org.epsilonet.api.model.ImportedModel;
import org.epsilonet.api.model.MalformedModelException;
import org.epsilonet.api.model.ModelFormat;
import org.epsilonet.api.model.ParameterBlock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that NumPy wrote (make_fixtures.py beside them). */
class NumpyFilesTest {
    @TempDir
    Path folder;

    private ImportedModel imported(String name) throws IOException, MalformedModelException {
        ModelFormat format = name.endsWith(".npz") ? new NpzFormat() : new SafetensorsFormat();
        try (InputStream in = NumpyFilesTest.class.getResourceAsStream(name)) {
            return SampleNetworks.read(format, folder, in.readAllBytes());
        }
    }

    private static void assertExpected(List<ParameterBlock> blocks, boolean firstBias) {
        assertEquals(4, blocks.size());
        assertArrayEquals(new int[] {3, 2}, blocks.get(0).shape());
        assertArrayEquals(new double[] {0, -0.5, 1, 0.5, 2, 1.5}, blocks.get(0).values());
        assertArrayEquals(
                firstBias ? new double[] {-0.25, 0, 0.25} : new double[3],
                blocks.get(1).values());
        assertArrayEquals(new int[] {1, 3}, blocks.get(2).shape());
        assertArrayEquals(new double[] {2, 1, 0}, blocks.get(2).values());
        assertArrayEquals(new double[] {0.125}, blocks.get(3).values());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "float32.npz",
                "float64_big_endian.npz",
                "float16.npz",
                "compressed.npz",
                "fortran.npz",
                "unordered.npz",
                "positional.npz",
                "linear.safetensors",
                "half.safetensors",
                "bfloat.safetensors",
                "natural_order.safetensors"
            })
    void theNetworkIsReadExactly(String name) throws IOException, MalformedModelException {
        ImportedModel imported = imported(name);
        assertExpected(imported.model().blocks(), true);
        // W1 x = (-0.5, 1.5, 3.5) for x = (1, 1); with b1 and ReLU (0, 1.5, 3.75); 2 * 0 + 1 * 1.5 + 0 + 0.125.
        assertArrayEquals(new double[] {1.625}, imported.model().atAll(new double[] {1, 1}));
        assertEquals(2, imported.report().size());
    }

    @Test
    void aMissingBiasIsZeroAndReported() throws IOException, MalformedModelException {
        ImportedModel imported = imported("without_bias.npz");
        assertExpected(imported.model().blocks(), false);
        assertTrue(
                imported.report().get(0).contains("without a bias"),
                imported.report().toString());
    }

    @Test
    void integersAreRefusedByName() {
        MalformedModelException e = assertThrows(MalformedModelException.class, () -> imported("integers.npz"));
        assertTrue(e.getMessage().contains("'W1' has numbers of type i8"), e.getMessage());
    }
}
