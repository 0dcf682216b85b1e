package org.epsilonet.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.epsilonet.api.family.Families;
import org.epsilonet.api.function.Grid;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.SampleType;
import org.epsilonet.api.function.Samples;
import org.junit.jupiter.api.Test;

/** Files that hold the samples themselves. */
class SampleFileTest {
    private static final Families NONE = TestFamily.door(List.of());

    private static Encoding shortest(Samples data, EncoderOptions options) throws FormatException {
        Encoding e = Encoder.shortest(data, options, TestFamily.all());
        assertTrue(e.reached());
        assertEquals(e.bits(), e.headerBits() + e.structureBits() + e.parameterBits());
        assertEquals(e.bits(), Decoder.inspect(e.bytes()).bits());
        Samples decoded = Decoder.decode(e.bytes(), TestFamily.door(TestFamily.all()), data.size())
                .samples();
        double worst = 0;
        double sum = 0;
        for (int i = 0; i < data.size(); i++) {
            double miss = Math.abs(data.value(i) - decoded.value(i));
            worst = Math.max(worst, miss);
            sum += miss * miss / data.size();
        }
        double error = options.norm().isSup() ? worst : Math.sqrt(sum);
        assertTrue(error <= e.errorBound() * (1 + 1e-12), error + " > " + e.errorBound());
        return e;
    }

    private static double[] noise(int n, long seed) {
        Random random = new Random(seed);
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            values[i] = random.nextGaussian();
        }
        return values;
    }

    @Test
    void doublesAreExactForAnErrorOfZero() throws FormatException {
        double[] values = noise(1000, 1);
        values[3] = -0.0;
        values[4] = Double.MIN_VALUE;
        values[5] = Double.MAX_VALUE;
        values[6] = -Double.MAX_VALUE;
        Encoding e = shortest(Samples.of("noise", values), EncoderOptions.absolute(0, LpNorm.SUP));
        assertEquals("samples.exact", e.family());
        Decoded decoded = Decoder.decode(e.bytes(), NONE, 1000);
        for (int i = 0; i < values.length; i++) {
            assertEquals(
                    Double.doubleToLongBits(values[i]),
                    Double.doubleToLongBits(decoded.samples().value(i)));
        }
        // 52 bits of mantissa are noise, sign and exponent of a Gaussian have about 3 more; a rank is not quite as
        // good.
        assertTrue(e.bits() < 1000 * 61, "bits " + e.bits());
    }

    @Test
    void floatsAreExactToo() throws FormatException {
        double[] values = noise(1000, 2);
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) values[i];
        }
        Samples data = Samples.of("noise", values).storedAs(SampleType.F4);
        Encoding e = shortest(data, EncoderOptions.absolute(0, LpNorm.L2));
        assertArrayEquals(
                values, Decoder.decode(e.bytes(), NONE, 1000).samples().values());
        assertTrue(e.bits() < 1000 * 29, "bits " + e.bits());
    }

    @Test
    void integersAreCodedOnTheirLattice() throws FormatException {
        Random random = new Random(3);
        double[] dice = new double[5000];
        for (int i = 0; i < dice.length; i++) {
            dice[i] = 1000 + 3 * random.nextInt(6);
        }
        Encoding e = Encoder.shortest(
                Samples.of("dice", dice),
                EncoderOptions.relative(1e-9, LpNorm.SUP),
                List.of(TestFamily.all().get(1)));
        assertEquals("samples.lattice", e.family());
        assertEquals(0, e.error().value());
        // log2(6) = 2.585 bits each; learning costs a few percent, and so does predicting what cannot be predicted.
        assertTrue(e.bits() < 5000 * 2.585 * 1.1, "bits " + e.bits());
    }

    @Test
    void decimalsAreCodedOnTheirLattice() throws FormatException {
        Random random = new Random(4);
        double[] prices = new double[2000];
        for (int i = 0; i < prices.length; i++) {
            prices[i] = Double.parseDouble(String.format(Locale.ROOT, "%.2f", 10 + random.nextGaussian()));
        }
        Encoding e = shortest(Samples.of("prices", prices), EncoderOptions.absolute(0, LpNorm.SUP));
        assertEquals("samples.lattice", e.family());
        assertArrayEquals(
                prices, Decoder.decode(e.bytes(), NONE, 2000).samples().values());
        // Entropy of the rounded Gaussian: log2(100 sqrt(2 pi e)) = 8.69 bits.
        assertTrue(e.bits() < 2000 * 8.69 * 1.05, "bits " + e.bits());
    }

    @Test
    void whatRepeatsCostsLittle() throws FormatException {
        double[] values = new double[4096];
        for (int i = 0; i < values.length; i++) {
            values[i] = i < 1000 ? Math.PI : i < 2500 ? Math.E : 1;
        }
        Encoding e = shortest(Samples.of("plateaus", values), EncoderOptions.absolute(0, LpNorm.SUP));
        assertTrue(e.bits() < 1200, "bits " + e.bits());
    }

    @Test
    void imagesAreCodedInTwoDimensions() throws FormatException {
        int n = 64;
        Random random = new Random(5);
        double[] image = new double[n * n];
        for (int i = 0; i < image.length; i++) {
            image[i] = Math.rint(128 + 60 * Math.sin(i / n / 9.0) * Math.cos(i % n / 7.0) + random.nextGaussian());
        }
        Samples data = Samples.of("image", Grid.of(n, n), image).storedAs(SampleType.U1);
        Encoding square = shortest(data, EncoderOptions.absolute(0, LpNorm.SUP));
        Encoding line = shortest(
                Samples.of("row by row", image).storedAs(SampleType.U1), EncoderOptions.absolute(0, LpNorm.SUP));
        assertTrue(square.bits() < line.bits(), square.bits() + " bits as an image, " + line.bits() + " as a line");
        assertArrayEquals(new int[] {n, n}, Decoder.inspect(square.bytes()).shape());
    }

    /** Reverse water-filling for independent Gaussians: log2(sigma/error) bits each. */
    @Test
    void whiteNoiseIsWithinSixPercentOfTheShannonBound() throws FormatException {
        int n = 4096;
        double[] values = noise(n, 6);
        double power = 0;
        for (double v : values) {
            power += v * v / n;
        }
        Encoding e = shortest(Samples.of("white", values), EncoderOptions.relative(1e-3, LpNorm.L2));
        double bound = n * Math.log(Math.sqrt(power) / e.errorBound()) / Math.log(2);
        assertTrue(e.bits() < 1.06 * bound, e.bits() / bound + " of the bound, by " + e.family());
    }

    @Test
    void aBrownianPathIsWithinTwentyPercentOfTheShannonBound() throws FormatException {
        int n = 4096;
        double[] steps = noise(n, 7);
        double[] path = new double[n];
        double at = 0;
        double power = 0;
        for (int i = 0; i < n; i++) {
            at += steps[i];
            path[i] = at;
            power += steps[i] * steps[i] / n;
        }
        Encoding e = shortest(Samples.of("path", path), EncoderOptions.relative(1e-3, LpNorm.L2));
        double bound = waterFilling(n, power, e.errorBound() * e.errorBound());
        assertTrue(e.bits() < 1.2 * bound, e.bits() / bound + " of the bound, by " + e.family());
    }

    /**
     * The variances of a random walk of n steps in its Karhunen-Loeve basis are power/(4 sin^2((k - 1/2) pi/(2n + 1))); the
     * water level mu has mean min(variance, mu) = distortion, and the rate is the sum of (1/2) log2(variance/mu) above it.
     */
    private static double waterFilling(int n, double power, double distortion) {
        double[] variances = new double[n];
        for (int k = 1; k <= n; k++) {
            double sine = Math.sin((k - 0.5) * Math.PI / (2 * n + 1));
            variances[k - 1] = power / (4 * sine * sine);
        }
        double low = 0;
        double high = variances[0];
        for (int step = 0; step < 200; step++) {
            double level = (low + high) / 2;
            double mean = 0;
            for (double v : variances) {
                mean += Math.min(v, level) / n;
            }
            low = mean > distortion ? low : level;
            high = mean > distortion ? level : high;
        }
        double bits = 0;
        for (double v : variances) {
            bits += v > low ? 0.5 * Math.log(v / low) / Math.log(2) : 0;
        }
        return bits;
    }

    @Test
    void theFunctionIsInterpolated() throws FormatException {
        double[] values = noise(50, 8);
        Samples data = Samples.of("noise", values).placedAt(new double[] {0}, new double[] {1});
        Encoding e = shortest(data, EncoderOptions.absolute(0, LpNorm.SUP));
        Decoded decoded = Decoder.decode(e.bytes(), NONE, 50);
        assertEquals(values[7], decoded.at(7), 1e-12);
        assertEquals((values[7] + values[8]) / 2, decoded.at(7.5), 1e-12);
        assertEquals(values[49], decoded.at(49.4));
        assertArrayEquals(values, decoded.onGrid(50));
    }
}
