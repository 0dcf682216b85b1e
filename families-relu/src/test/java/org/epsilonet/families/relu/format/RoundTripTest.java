package org.epsilonet.families.relu.format;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.epsilonet.api.model.MalformedModelException;
import org.epsilonet.api.model.Model;
import org.epsilonet.api.model.ModelFormat;
import org.epsilonet.api.model.ParameterBlock;
import org.epsilonet.families.relu.NetworkModel;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RoundTripTest {
    @TempDir
    Path folder;

    static Stream<ModelFormat> formats() {
        return SampleNetworks.formats();
    }

    private static void assertSameValues(Model expected, Model found, String label) {
        List<ParameterBlock> a = expected.blocks();
        List<ParameterBlock> b = found.blocks();
        assertEquals(a.size(), b.size(), label);
        for (int i = 0; i < a.size(); i++) {
            assertArrayEquals(a.get(i).shape(), b.get(i).shape(), label);
            assertArrayEquals(a.get(i).values(), b.get(i).values(), label);
        }
    }

    private static List<String> names(Model model) {
        return model.blocks().stream().map(ParameterBlock::name).toList();
    }

    @ParameterizedTest
    @MethodSource("formats")
    void whatIsWrittenIsReadBitForBit(ModelFormat format) throws MalformedModelException {
        for (long seed = 1; seed <= 40; seed++) {
            Random random = new Random(seed);
            int[] sizes = random.ints(2 + random.nextInt(14), 1, 12).toArray();
            NetworkModel model = NetworkModel.of(SampleNetworks.random(random, seed % 2 == 0, sizes));
            byte[] bytes = SampleNetworks.written(format, model);
            Model found = SampleNetworks.read(format, folder, bytes).model();
            assertSameValues(model, found, format.id() + ", seed " + seed);
            assertArrayEquals(bytes, SampleNetworks.written(format, model), "equal models give equal files");
            Model again = SampleNetworks.read(format, folder, SampleNetworks.written(format, found))
                    .model();
            assertEquals(names(found), names(again), "names settle after one round, seed " + seed);
        }
    }

    @ParameterizedTest
    @MethodSource("formats")
    void awkwardNumbersSurvive(ModelFormat format) throws MalformedModelException {
        double[][] lists = {
            {0.0, -0.0, Float.MIN_VALUE, -Float.MAX_VALUE, 0x1p-149, 16777215},
            {Double.MIN_VALUE, Double.MAX_VALUE, -0.0, 0.1, 16777217, 0x1p-1074}
        };
        for (double[] values : lists) {
            NetworkModel model = NetworkModel.of(SampleNetworks.random(new Random(3), true, 3, 2, 1));
            List<ParameterBlock> blocks = new java.util.ArrayList<>(model.blocks());
            blocks.set(0, blocks.get(0).withValues(values));
            NetworkModel awkward = model.with(blocks);
            Model found = SampleNetworks.read(format, folder, SampleNetworks.written(format, awkward))
                    .model();
            assertSameValues(awkward, found, format.id());
        }
    }

    @ParameterizedTest
    @MethodSource("formats")
    void ownNamesAreKept(ModelFormat format) throws MalformedModelException {
        List<String> own = List.of("fc2.weight", "fc2.bias", "fc10.weight", "fc10.bias");
        NetworkModel model = NetworkModel.of(SampleNetworks.random(new Random(4), true, 3, 3, 3), own);
        Model found = SampleNetworks.read(format, folder, SampleNetworks.written(format, model))
                .model();
        assertEquals(own, names(found));
        assertSameValues(model, found, format.id());
    }

    /** Equal, in another order, empty, those of values of an ONNX graph, and not encodable: then others are taken. */
    @ParameterizedTest
    @MethodSource("formats")
    void namesThatAFileCannotHoldAreReplaced(ModelFormat format) throws MalformedModelException {
        List<List<String>> lists = List.of(
                List.of("a", "b", "a", "b"),
                List.of("W2", "b2", "W1", "b1"),
                List.of("b1", "W1", "b2", "W2"),
                List.of("", "b", "c", "d"),
                List.of("x", "y", "z1", "h1"),
                List.of("\ud800", "\ud801", "c", "d"),
                List.of("z.weight", "z.bias", "a.weight", "a.bias"),
                List.of("W".repeat(70_000), "b", "c", "d"),
                List.of("fc01.weight", "fc01.bias", "fc1.weight", "fc1.bias"),
                List.of(
                        "a\n\"\\\u0001.weight",
                        "a\n\"\\\u0001.bias",
                        "\u00e9\ud83d\ude00.weight",
                        "\u00e9\ud83d\ude00.bias"));
        for (List<String> awkward : lists) {
            NetworkModel model = NetworkModel.of(SampleNetworks.random(new Random(5), true, 3, 3, 3), awkward);
            Model found = SampleNetworks.read(format, folder, SampleNetworks.written(format, model))
                    .model();
            String label = format.id() + ", names "
                    + awkward.stream().map(ModelFile::shown).toList();
            assertSameValues(model, found, label);
        }
    }

    @ParameterizedTest
    @MethodSource("formats")
    void otherModelsAreRefused(ModelFormat format) {
        Model other = new Model() {
            @Override
            public int inputs() {
                return 1;
            }

            @Override
            public int outputs() {
                return 1;
            }

            @Override
            public List<ParameterBlock> blocks() {
                return List.of();
            }

            @Override
            public Model with(List<ParameterBlock> blocks) {
                return this;
            }

            @Override
            public double[] atAll(double[] points) {
                return points;
            }
        };
        assertTrue(!format.supports(other));
        assertThrows(IllegalArgumentException.class, () -> format.write(other, new ByteArrayOutputStream()));
    }
}
