package org.epsilonet.benchmarks.codec;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.epsilonet.api.family.Families;
import org.epsilonet.api.function.Grid;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.Samples;
import org.epsilonet.codec.Decoder;
import org.epsilonet.codec.Encoder;
import org.epsilonet.codec.EncoderOptions;
import org.epsilonet.codec.Encoding;
import org.epsilonet.codec.FormatException;

/**
 * Data as large as a heap of two gigabytes allows: a Brownian path of 2^24 samples and an image of 4096 by 4096, encoded and
 * decoded by one family within 1e-3 of the range. To be started with {@code -Xmx2g}; it fails if that is not enough.
 */
public final class LargeData {
    private static final int SIDE = 1 << 12;

    private LargeData() {}

    /**
     * Encodes, decodes and reports.
     *
     * @param arguments ids of families; {@code wavelets.cdf97.best} if there are none
     * @throws FormatException never
     */
    public static void main(String[] arguments) throws FormatException {
        List<String> ids = arguments.length > 0 ? Arrays.asList(arguments) : List.of("wavelets.cdf97.best");
        for (String id : ids) {
            report(id, Samples.of("path", path(SIDE * SIDE)));
            report(id, Samples.of("image", Grid.of(SIDE, SIDE), image(SIDE)));
        }
    }

    private static double[] path(int n) {
        Random random = new Random(7);
        double[] values = new double[n];
        for (int i = 1; i < n; i++) {
            values[i] = values[i - 1] + random.nextGaussian();
        }
        return values;
    }

    /** Waves, an edge and a little noise. */
    private static double[] image(int side) {
        Random random = new Random(8);
        double[] values = new double[side * side];
        for (int i = 0; i < values.length; i++) {
            double x = (i % side + 0.5) / side - 0.5;
            double y = (i / side + 0.5) / side - 0.4;
            double waves = Math.sin(9 * x + 20 * y * y) + (x * x + y * y < 0.09 ? 1 : 0);
            values[i] = waves + 0.002 * random.nextGaussian();
        }
        return values;
    }

    private static void report(String id, Samples data) throws FormatException {
        long start = System.nanoTime();
        Encoding e = Encoder.encode(data, EncoderOptions.relative(1e-3, LpNorm.L2), List.of(Families.named(id)));
        long middle = System.nanoTime();
        int decoded = Decoder.decode(e.bytes(), Families.installed(), data.size())
                .samples()
                .size();
        long end = System.nanoTime();
        System.out.printf(
                "%s %s: %d bytes, error %.4g of %.4g; %d samples encoded in %.1f s, decoded in %.1f s, heap of %d MB%n",
                id,
                data.name(),
                e.bytes().length,
                e.error().value(),
                e.errorBound(),
                decoded,
                1e-9 * (middle - start),
                1e-9 * (end - middle),
                Runtime.getRuntime().maxMemory() >> 20);
    }
}
