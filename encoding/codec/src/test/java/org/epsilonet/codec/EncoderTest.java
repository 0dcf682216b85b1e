package org.epsilonet.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.epsilonet.api.family.ParametrizedFamily;
import org.epsilonet.api.function.Grid;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.SampleType;
import org.epsilonet.api.function.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EncoderTest {
    private static final double[] ERRORS = {1e-1, 1e-3, 1e-5};
    private static final LpNorm[] NORMS = {LpNorm.L2, LpNorm.SUP};

    /** Encodes, decodes, and measures the promise with other code than the encoder's. */
    private static Encoding assertPromise(Samples data, EncoderOptions options) throws FormatException {
        String what = data + " " + options.norm() + " " + options.error();
        Encoding e = Encoder.encode(data, options, TestFamily.all());
        assertTrue(e.reached(), what + ": best " + e.error() + " by " + e.family());
        Decoded decoded = Decoder.decode(e.bytes(), TestFamily.door(TestFamily.all()), data.size());
        double low = Double.MAX_VALUE;
        double high = -Double.MAX_VALUE;
        double worst = 0;
        for (int i = 0; i < data.size(); i++) {
            low = Math.min(low, data.value(i));
            high = Math.max(high, data.value(i));
            worst = Math.max(worst, Math.abs(data.value(i) - decoded.samples().value(i)));
        }
        double bound = options.error() * (options.relative() ? high - low : 1);
        double sum = 0;
        for (int i = 0; i < data.size() && worst > 0; i++) {
            double scaled = (data.value(i) - decoded.samples().value(i)) / worst;
            sum += scaled * scaled;
        }
        double error = options.norm().isSup() ? worst : worst * Math.sqrt(sum / data.size());
        // The independent sum may round differently in its last digits.
        assertTrue(error <= bound * (1 + 1e-12), what + ": " + error + " > " + bound);
        assertEquals(error, e.error().value(), 1e-9 * bound, what);
        assertEquals(8L * e.bytes().length, e.bits());
        assertEquals(e.bits(), e.headerBits() + e.structureBits() + e.parameterBits());
        assertArrayEquals(data.grid().shape(), decoded.samples().grid().shape());
        FileHeader header = Decoder.inspect(e.bytes());
        // Three digits, rounded up; decimals of fewer digits are themselves. Corrected whole numbers round down.
        boolean roundsDown = e.corrections() > 0 && data.type() != SampleType.F8 && data.type() != SampleType.F4;
        double least = roundsDown ? Math.floor(bound) * 127 / 128 : bound;
        assertTrue(
                header.errorBound() >= least * (1 - 1e-12) && header.errorBound() <= bound * (1 + 1.001e-2),
                what + ": promised " + header.errorBound() + ", asked for " + bound);
        assertEquals(header.errorBound(), header.achieved().value());
        return e;
    }

    @ParameterizedTest(name = "{0} samples")
    @ValueSource(ints = {1, 2, 3, 17, 1000, 4096})
    void thePromiseHoldsOnEveryKindOfData(int n) throws FormatException {
        for (Map.Entry<String, double[]> signal : Signals.ofLength(n, 5).entrySet()) {
            for (LpNorm norm : NORMS) {
                for (double error : ERRORS) {
                    assertPromise(
                            Samples.of(signal.getKey(), signal.getValue()),
                            new EncoderOptions(error, true, norm, 1, EncodingProgress.NONE));
                }
            }
        }
    }

    /** Errors of a few units in the last place, which a family meets with real parameters and with no integers. */
    @ParameterizedTest
    @ValueSource(doubles = {2, Double.POSITIVE_INFINITY})
    void nearlyWithoutLoss(double p) throws FormatException {
        LpNorm norm = new LpNorm(p);
        double[] noisy = new double[512];
        double[] stairs = new double[512];
        Random random = new Random(6);
        for (int i = 0; i < noisy.length; i++) {
            noisy[i] = Math.exp(0.001 * i) * Math.sin(0.03 * i) + 0.01 * random.nextDouble();
            stairs[i] = i / 64 * 0.1;
        }
        for (Samples data : List.of(Samples.of("noisy", noisy), Samples.of("stairs", stairs))) {
            for (double error = 1e-14; error > 1e-17; error /= 1.3) {
                Encoding e = Encoder.shortest(
                        data, EncoderOptions.relative(error, norm).withEffort(3), TestFamily.all());
                assertTrue(e.reached() && e.error().value() <= e.errorBound(), data.name() + " " + error);
                Decoded decoded = Decoder.decode(e.bytes(), TestFamily.door(TestFamily.all()), data.size());
                double[] difference = data.values();
                Arrays.setAll(difference, i -> difference[i] - decoded.samples().value(i));
                assertTrue(norm.of(difference) <= e.errorBound(), data.name() + " " + error);
            }
        }
    }

    @Test
    void thePromiseIsNotLostToRoundingOfTheMeasurement() {
        double[] values = new double[1 << 16];
        for (int i = 0; i < values.length; i++) {
            values[i] = i % 2 == 0 ? 0.3 : -0.3;
        }
        // Zero is 0.3 away and just misses; a naive sum of squares would let it pass.
        Encoding e = Encoder.encode(
                Samples.of("alternating", values),
                EncoderOptions.absolute(0.3 * (1 - 1e-13), LpNorm.L2),
                TestFamily.all());
        assertTrue(e.reached() && e.parameters() > 0, () -> e.family() + " with " + e.parameters());
        Encoding sup = Encoder.encode(
                Samples.of("two", 1, -1e-17), EncoderOptions.absolute(0.5, LpNorm.SUP), TestFamily.all());
        assertTrue(!sup.reached() || sup.parameters() > 0, "one number is more than a half away");
    }

    @Test
    void thePromiseHoldsAtEveryScale() throws FormatException {
        double[][] maps = {{1e-300, 0}, {1e300, 0}, {1e-310, 0}, {1e-9, 1}, {1, 1e9}, {1e307, -1e307}, {4.9e-324, 0}};
        for (double[] map : maps) {
            double[] values = Signals.scaled(Signals.of("brownian", 200, 6), map[0], map[1]);
            for (LpNorm norm : NORMS) {
                for (double error : new double[] {1e-1, 1e-4}) {
                    assertPromise(
                            Samples.of("brownian*" + map[0] + "+" + map[1], values),
                            EncoderOptions.relative(error, norm));
                }
            }
        }
    }

    @Test
    void thePromiseHoldsAtTheEndsOfTheDoubles() throws FormatException {
        double big = Double.MAX_VALUE;
        assertPromise(Samples.of("ends", big, -big, big, 0, 1, -1), EncoderOptions.absolute(1e300, LpNorm.SUP));
        Encoding e = Encoder.encode(
                Samples.of("ends", big, -big, big), EncoderOptions.relative(1e-3, LpNorm.SUP), TestFamily.all());
        assertTrue(e.reached());
        assertTrue(e.error().value() <= 2e-3 * big && e.errorBound() <= 2.1e-3 * big);
    }

    @Test
    void thePromiseHoldsAfterTheCast() throws FormatException {
        for (SampleType type : new SampleType[] {SampleType.U1, SampleType.I2, SampleType.I4, SampleType.F4}) {
            double[] values = Signals.scaled(Signals.of("doppler", 1000, 7), 100, 120);
            for (int i = 0; i < values.length; i++) {
                values[i] = type.nearest(values[i]);
            }
            Samples data = Samples.of("doppler", values).storedAs(type);
            for (LpNorm norm : NORMS) {
                for (double error : ERRORS) {
                    Encoding e = assertPromise(data, EncoderOptions.relative(error, norm));
                    Decoded decoded = Decoder.decode(e.bytes(), TestFamily.door(TestFamily.all()), 1000);
                    for (int i = 0; i < data.size(); i++) {
                        assertEquals(
                                type.nearest(decoded.samples().value(i)),
                                decoded.samples().value(i));
                    }
                }
            }
        }
    }

    @Test
    void integersCanBeExact() throws FormatException {
        Samples data = Signals.cartoon(40, 30).storedAs(SampleType.U1);
        for (LpNorm norm : NORMS) {
            assertEquals(
                    0,
                    assertPromise(data, EncoderOptions.absolute(0, norm))
                            .error()
                            .value());
        }
    }

    @Test
    void imagesKeepTheirShape() throws FormatException {
        for (int[] shape : new int[][] {{64, 64}, {1, 50}, {33, 17}}) {
            for (LpNorm norm : NORMS) {
                assertPromise(Signals.cartoon(shape[0], shape[1]), EncoderOptions.relative(1e-2, norm));
            }
        }
    }

    @Test
    void largeDataAreRankedOnExcerpts() throws FormatException {
        double[] values = Signals.of("blocks", 40_000, 8);
        Encoding e = assertPromise(Samples.of("blocks", values), EncoderOptions.relative(1e-3, LpNorm.L2));
        assertEquals(2, e.candidates().size());
        assertEquals(e.bits(), e.candidates().get(0).writtenBits().orElseThrow());
    }

    /** A single number that is within the error is one way among others, and no way of a family that was asked for. */
    @Test
    void aLooserErrorTakesNoLongerFile() {
        Samples data = Samples.of("smooth", Signals.of("smooth", 1000, 1));
        long before = Long.MAX_VALUE;
        for (double error : new double[] {0.3, 0.45, 0.5, 0.6, 1}) {
            EncoderOptions options = EncoderOptions.relative(error, LpNorm.SUP);
            Encoding shortest = Encoder.shortest(data, options, TestFamily.all());
            assertTrue(shortest.bits() <= before, error + ": " + shortest.bits() + " after " + before);
            before = shortest.bits();
            Encoding asked = Encoder.encode(data, options, List.of(new CellMeans()));
            assertEquals("test.cell-means", asked.family());
            assertTrue(asked.reached());
        }
    }

    /** Fewer digits would be beyond the largest double. */
    @Test
    void constantsNearTheLargestDouble() throws FormatException {
        double[] values = new double[40];
        Arrays.setAll(values, i -> 1.75e308 + i * 1e305);
        for (LpNorm norm : NORMS) {
            assertPromise(Samples.of("large", values), EncoderOptions.absolute(1e307, norm));
        }
    }

    @Test
    void constantsCostAHeader() throws FormatException {
        for (double c : new double[] {0, 0.1, -1e300, 4.9e-324, 1.0 / 3}) {
            for (int n : new int[] {1, 2, 1000}) {
                double[] values = new double[n];
                Arrays.fill(values, c);
                Samples data = Samples.of("constant", values);
                Encoding e = assertPromise(data, EncoderOptions.relative(1e-3, LpNorm.SUP));
                assertEquals(0, e.errorBound());
                assertEquals(0, e.parameters());
                assertTrue(e.bytes().length <= 50, "bytes: " + e.bytes().length);
                Decoded decoded = Decoder.decode(e.bytes(), TestFamily.door(TestFamily.all()), n);
                assertEquals(c, decoded.at(0.3));
            }
        }
    }

    @Test
    void notReachedIsAResult() {
        Samples noise = Samples.of("noise", Signals.of("noise", 100, 9));
        for (ParametrizedFamily family : TestFamily.all()) {
            Encoding e = Encoder.encode(noise, EncoderOptions.absolute(1e-300, LpNorm.L2), List.of(family));
            assertFalse(e.reached());
            assertEquals(0, e.bytes().length);
            assertEquals(0, e.bits());
            // All parameters in the finest steps reproduce the data to a few units in the last place.
            assertTrue(e.error().value() > 0 && e.error().value() < 1e-14, "error " + e.error());
            assertTrue(e.candidates().stream().noneMatch(Candidate::reached));
        }
    }

    @Test
    void theFunctionIsKnownBetweenTheSamples() throws FormatException {
        Samples data =
                Samples.of("smooth", Signals.of("smooth", 100, 11)).placedAt(new double[] {-3}, new double[] {0.5});
        Encoding e = assertPromise(data, EncoderOptions.relative(1e-3, LpNorm.SUP));
        Decoded decoded = Decoder.decode(e.bytes(), TestFamily.door(TestFamily.all()), 100);
        assertArrayEquals(new double[] {-3}, decoded.samples().origin());
        assertArrayEquals(new double[] {0.5}, decoded.samples().spacing());
        for (int i = 0; i < 100; i++) {
            assertEquals(decoded.samples().value(i), decoded.at(-3 + 0.5 * i));
            assertEquals(decoded.samples().value(i), decoded.at(-3 + 0.5 * i + 0.2));
        }
        assertArrayEquals(decoded.samples().values(), decoded.onGrid(100));
        assertEquals(300, decoded.onGrid(300).length);
        assertThrows(IllegalArgumentException.class, () -> decoded.at(-3.3));
        assertThrows(IllegalArgumentException.class, () -> decoded.at(0, 0));
        assertThrows(IllegalArgumentException.class, () -> decoded.onGrid(10, 10));
    }

    /** Very many integers are compared by their entropy and written once: the file is as short as that, and no worse. */
    @Test
    void veryManyIntegersOfALinearFamilyNeedAboutTheirEntropy() {
        Samples data = Samples.of("noise", Signals.of("noise", 40_000, 13));
        Encoding e = Encoder.encode(data, EncoderOptions.relative(1e-2, LpNorm.L2), List.of(new CellMeans()));
        assertTrue(e.reached());
        assertTrue(e.error().value() <= e.errorBound());
        assertTrue(e.parameters() > 1 << 15, e.parameters() + " parameters");
        double deviation = LpNorm.L2.of(data.values());
        double bound = Math.log(deviation / e.errorBound()) / Math.log(2);
        // Uniform quantization of Gaussian samples lies a quarter of a bit above the rate-distortion bound; learning
        // costs 1 %.
        assertEquals(bound + 0.25, (double) e.parameterBits() / data.size(), 0.05 * bound);
    }

    @Test
    void aFamilyMustExistOnTheGrid() {
        Samples data = Samples.of("4d", Grid.of(2, 2, 2, 2), new double[16]);
        List<ParametrizedFamily> families = TestFamily.all();
        assertThrows(
                IllegalArgumentException.class,
                () -> Encoder.encode(data, EncoderOptions.absolute(1, LpNorm.L2), families));
    }

    @Test
    void optionsAreChecked() {
        assertThrows(IllegalArgumentException.class, () -> EncoderOptions.absolute(-1, LpNorm.L2));
        assertThrows(IllegalArgumentException.class, () -> EncoderOptions.absolute(Double.NaN, LpNorm.L2));
        assertThrows(IllegalArgumentException.class, () -> EncoderOptions.absolute(1.0 / 0, LpNorm.L2));
    }
}
