package org.epsilonet.families.relu.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.epsilonet.api.model.ImportedModel;
import org.epsilonet.api.model.MalformedModelException;
import org.epsilonet.api.model.Model;
import org.epsilonet.api.model.ModelFormat;
import org.epsilonet.families.relu.AffineMap;
import org.epsilonet.families.relu.NetworkModel;
import org.epsilonet.families.relu.ReluNetwork;

/** Networks to write, and files in memory to read. */
final class SampleNetworks {
    private SampleNetworks() {}

    /** The three formats. */
    static Stream<ModelFormat> formats() {
        return Stream.of(new OnnxFormat(), new NpzFormat(), new SafetensorsFormat());
    }

    /** Random weights that are float32 numbers, or are not. */
    static ReluNetwork random(Random random, boolean single, int... sizes) {
        List<AffineMap> maps = new ArrayList<>();
        for (int l = 1; l < sizes.length; l++) {
            maps.add(AffineMap.of(
                    numbers(random, single, sizes[l] * sizes[l - 1]), sizes[l - 1], numbers(random, single, sizes[l])));
        }
        return ReluNetwork.of(maps);
    }

    private static double[] numbers(Random random, boolean single, int count) {
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = single ? (float) random.nextGaussian() : random.nextGaussian();
        }
        return values;
    }

    static byte[] written(ModelFormat format, Model model) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            format.write(model, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static ImportedModel read(ModelFormat format, Path folder, byte[] bytes) throws MalformedModelException {
        try {
            return format.read(Files.write(folder.resolve("model." + format.id()), bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ReluNetwork network(ImportedModel imported) {
        return ((NetworkModel) imported.model()).network();
    }
}
