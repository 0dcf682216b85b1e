package org.epsilonet.families.relu.format;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.epsilonet.api.model.ModelFormat;
import org.epsilonet.families.relu.NetworkModel;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Damaged files; the full run is {@code -Depsilonet.mutations=20000}, each format. */
class MutationTest {
    private static final int COUNT = Integer.getInteger("epsilonet.mutations", 1500);
    private static final long SEED = Long.getLong("epsilonet.mutations.seed", 20261124);

    @TempDir
    Path folder;

    static Stream<ModelFormat> formats() {
        return SampleNetworks.formats();
    }

    private static List<byte[]> originals(ModelFormat format) throws IOException {
        List<byte[]> files = new ArrayList<>();
        int[][] sizes = {{1, 1}, {2, 3, 1}, {3, 8, 8, 2}, {4, 1, 1, 1, 1, 1, 1, 3}, {30, 20, 10}};
        for (int i = 0; i < sizes.length; i++) {
            files.add(SampleNetworks.written(
                    format, NetworkModel.of(SampleNetworks.random(new Random(i), i % 2 == 0, sizes[i]))));
        }
        if (format instanceof OnnxFormat) {
            OnnxRuntimeTest.foreign().forEach(graph -> files.add((byte[]) graph.get()[3]));
        }
        for (String name : List.of(
                "float32.npz",
                "compressed.npz",
                "fortran.npz",
                "positional.npz",
                "linear.safetensors",
                "bfloat.safetensors")) {
            if (name.endsWith(format.endings().get(0))) {
                try (InputStream in = MutationTest.class.getResourceAsStream(name)) {
                    files.add(in.readAllBytes());
                }
            }
        }
        return files;
    }

    @ParameterizedTest
    @MethodSource("formats")
    void damagedFilesAreReadOrRefused(ModelFormat format) throws IOException, ReflectiveOperationException {
        List<byte[]> originals = originals(format);
        HostileReads reads = new HostileReads(format, folder);
        for (int i = 0; i < originals.size(); i++) {
            reads.submit(originals.get(i), "original " + i);
        }
        assertTrue(reads.refused() == 0, "the originals are sound: " + reads);
        Mutator mutator = new Mutator(SEED, originals);
        for (int i = 0; i < COUNT; i++) {
            reads.submit(mutator.next(), "mutation " + i + " of seed " + SEED);
        }
        // Flips within weights are read, cuts are refused: a run without either tests nothing.
        assertTrue(reads.read() > originals.size() && reads.refused() > COUNT / 4, reads.toString());
        if (COUNT >= 20_000) {
            System.out.println(COUNT + " mutations, seed " + SEED + ": " + reads);
        }
    }
}
