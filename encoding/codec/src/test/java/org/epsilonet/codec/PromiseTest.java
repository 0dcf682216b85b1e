package org.epsilonet.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.epsilonet.api.family.ApproximationFamily;
import org.epsilonet.api.family.Families;
import org.epsilonet.api.function.Grid;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.Samples;
import org.junit.jupiter.api.Test;

/**
 * The promise holds after decoding, for data, shapes, errors, scales and offsets of every kind, chosen at random: measured
 * in exact arithmetic. The families are those of these tests and all that are installed. The full run is the profile
 * {@code mutations}, ten thousand cases.
 */
class PromiseTest {
    private static final int COUNT = Integer.getInteger("epsilonet.codec.promises", 200);
    private static final long SEED = Long.getLong("epsilonet.codec.promises.seed", 20261129);
    private static final List<LpNorm> NORMS = List.of(LpNorm.L2, LpNorm.SUP, LpNorm.L1, new LpNorm(4));
    private static final List<String> KINDS =
            List.of("smooth", "noise", "brownian", "blocks", "doppler", "spike", "constant", "integers", "decimals");

    @Test
    void thePromiseHolds() throws FormatException {
        List<ApproximationFamily> families = new ArrayList<>(TestFamily.all());
        families.addAll(Families.available());
        int written = 0;
        for (int n = 0; n < COUNT; n++) {
            Random random = new Random(SEED + n);
            written += isKept(random, families, "seed " + (SEED + n)) ? 1 : 0;
        }
        assertTrue(written > COUNT / 2, written + " files of " + COUNT + ", seed " + SEED);
    }

    private static boolean isKept(Random random, List<ApproximationFamily> all, String seed) throws FormatException {
        Samples data = data(random);
        double error = Math.pow(10, -12 + random.nextDouble() * (12 + Math.log10(2)));
        LpNorm norm = NORMS.get(random.nextInt(NORMS.size()));
        EncoderOptions options = new EncoderOptions(error, true, norm, 1, EncodingProgress.NONE, 1 + random.nextInt(9));
        boolean auto = random.nextInt(4) == 0;
        List<ApproximationFamily> able =
                all.stream().filter(f -> f.supports(data.grid())).toList();
        List<ApproximationFamily> chosen =
                auto && able.size() < 10 ? able : List.of(able.get(random.nextInt(able.size())));
        String what = seed + ": " + data + " " + options + " " + chosen;
        Encoding e = auto ? Encoder.shortest(data, options, chosen) : Encoder.encode(data, options, chosen);
        assertTrue(e.reached() || !auto, what + " was not reached");
        // The bound asked for, computed in doubles: the range and the product are rounded once each.
        BigDecimal asked = ExactError.rangeTimes(data.values(), error);
        BigDecimal slack = asked.multiply(new BigDecimal(0x1p-51)).add(new BigDecimal(2 * Double.MIN_VALUE));
        assertTrue(asked.subtract(new BigDecimal(e.errorBound())).abs().compareTo(slack) <= 0, what);
        if (!e.reached()) {
            assertEquals(0, e.bytes().length, what);
            return false;
        }
        Decoded decoded = Decoder.decode(e.bytes(), TestFamily.door(chosen), data.size());
        double[] values = decoded.samples().values();
        assertTrue(ExactError.isAtMost(data.values(), values, norm, e.errorBound()), what + " is broken");
        double promised = decoded.header().errorBound();
        assertTrue(promised >= e.errorBound() && promised <= e.errorBound() * 1.011, what + " promises " + promised);
        assertEquals(e.bits(), e.headerBits() + e.structureBits() + e.parameterBits(), what);
        return true;
    }

    /** A signal of a random kind and shape, scaled and moved. */
    private static Samples data(Random random) {
        boolean plane = random.nextInt(4) == 0;
        int[] shape = plane ? new int[] {length(random, 200), length(random, 200)} : new int[] {length(random, 5000)};
        Grid grid = Grid.of(shape);
        String kind = KINDS.get(random.nextInt(KINDS.size()));
        int n = grid.points();
        double[] values = switch (kind) {
            case "integers" -> random.doubles(n, 0, 200).map(Math::rint).toArray();
            case "decimals" ->
                random.doubles(n, -5, 5).map(v -> Math.rint(v * 100) / 100).toArray();
            default -> Signals.of(kind, n, random.nextLong());
        };
        double scale = random.nextBoolean() ? 1 : Math.pow(10, -300 + 600 * random.nextDouble());
        double offset =
                random.nextBoolean() ? 0 : Math.pow(10, 9 * random.nextDouble()) * (random.nextBoolean() ? 1 : -1);
        double most = Arrays.stream(values).map(Math::abs).max().orElse(1);
        double top = Double.MAX_VALUE / 4;
        double shift = Math.min(Math.max(offset * scale * Math.max(most, 1), -top), top);
        Arrays.setAll(values, i -> Math.min(Math.max(values[i] * scale, -top), top) + shift);
        return Samples.of(kind, grid, values);
    }

    /** Short ones are as likely as long ones. */
    private static int length(Random random, int most) {
        return (int) Math.min(most, Math.ceil(Math.pow(most, random.nextDouble())));
    }
}
