package org.epsilonet.quantization.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.model.InputBox;
import org.epsilonet.api.model.RoundingScheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelQuantizationTest {
    private static final AffineAnalysis ANALYSIS = new AffineAnalysis(1);
    private static final ModelQuantization QUANTIZATION =
            new ModelQuantization(ANALYSIS, InputBox.SYMMETRIC, LpNorm.SUP);

    /** Among all steps, tried one by one, none larger is certified down to the one found. */
    @ParameterizedTest
    @EnumSource(RoundingScheme.class)
    void noLargerStepIsCertified(RoundingScheme scheme) {
        for (int seed = 0; seed < 20; seed++) {
            AffineModel model = AffineModel.random(1 + seed, 3, Math.scalb(1, seed - 10), seed);
            double error = Math.scalb(0.01, seed - 10);
            CertifiedQuantization found = QUANTIZATION.uniform(model, error, Optional.of(scheme));
            assertTrue(found.reaches(error), "seed " + seed);
            int e = found.quantized().exponents()[0];
            CertifiedQuantization above = QUANTIZATION.certified(model, new int[] {e + 1, e + 1}, scheme);
            UniformSearch all = new UniformSearch(QUANTIZATION, model, scheme);
            assertTrue(e == all.largest || !above.reaches(error), "seed " + seed + ": the step 2^" + (e + 1) + " does");
        }
    }

    @Test
    void theSearchNeedsFewCertificates() {
        AtomicInteger certificates = new AtomicInteger();
        ModelQuantization counted =
                new ModelQuantization(ANALYSIS, InputBox.SYMMETRIC, LpNorm.SUP, certificates::incrementAndGet);
        AffineModel model = AffineModel.random(30, 5, 1, 1);
        counted.uniform(model, 1e-3, Optional.of(RoundingScheme.NEAREST));
        // The law is linear: a first guess, what it predicts, and the neighbours on both sides.
        assertTrue(certificates.get() <= 5, "certificates: " + certificates);
    }

    @Test
    void withoutASchemeTheBestCertificateWins() {
        AffineModel model = AffineModel.random(10, 2, 1, 4);
        CertifiedQuantization auto = QUANTIZATION.uniform(model, 0.01, Optional.empty());
        for (RoundingScheme scheme : RoundingScheme.values()) {
            CertifiedQuantization one = QUANTIZATION.uniform(model, 0.01, Optional.of(scheme));
            double step = one.quantized().step();
            assertTrue(
                    step < auto.quantized().step()
                            || step == auto.quantized().step()
                                    && one.best().bound() >= auto.best().bound(),
                    scheme + " is better than " + auto.quantized().scheme());
        }
        assertEquals(RoundingScheme.NEAREST, auto.quantized().scheme());
    }

    @Test
    void anErrorBelow24BitsIsMissedByTheFinestStep() {
        AffineModel model = AffineModel.random(10, 2, 1, 4);
        CertifiedQuantization finest = QUANTIZATION.uniform(model, 1e-12, Optional.empty());
        assertFalse(finest.reaches(1e-12));
        assertTrue(finest.best().bound() < 1e-4, "the best error reached: " + finest.best());
        assertThrows(IllegalArgumentException.class, () -> QUANTIZATION.uniform(model, 0, Optional.empty()));
        assertThrows(IllegalArgumentException.class, () -> QUANTIZATION.uniform(model, Double.NaN, Optional.empty()));
    }

    @Test
    void aLargeErrorNeedsNoBits() {
        AffineModel model = AffineModel.random(3, 2, 1, 4);
        CertifiedQuantization nothing = QUANTIZATION.uniform(model, 1e9, Optional.of(RoundingScheme.NEAREST));
        assertEquals(0, nothing.quantized().bitsPerWeight());
        AffineModel zero = AffineModel.of(1, new double[1], 0);
        assertEquals(
                0,
                QUANTIZATION.uniform(zero, 1e-9, Optional.empty()).quantized().bitsPerWeight());
    }

    @Test
    void aWeightBeyondFloatIsRefused() {
        AffineModel model = AffineModel.of(1, new double[] {1e60}, 0);
        assertThrows(IllegalArgumentException.class, () -> QUANTIZATION.uniform(model, 1, Optional.empty()));
    }

    @Test
    void methodsStandSideBySide() {
        AffineModel model = AffineModel.random(10, 2, 1, 4);
        CertifiedQuantization chosen = QUANTIZATION.uniform(model, 0.1, Optional.of(RoundingScheme.NEAREST));
        List<MethodBound> rows = QUANTIZATION.methods(model, chosen, 0.1, 0.002);
        assertEquals(
                List.of("a priori", "exact", "loose"),
                rows.stream().map(MethodBound::method).toList());
        MethodBound exact = rows.get(1);
        assertEquals(11, exact.lipschitz().orElseThrow(), 1e-9); // d D + 1, a division away
        assertEquals(chosen.quantized().step(), exact.step());
        assertEquals(chosen.best().bound() / 0.002, exact.looseness());
        // A bound 16 times as large allows a step about 16 times as small.
        assertEquals(4, exact.exponent().orElseThrow() - rows.get(2).exponent().orElseThrow(), 1);
        assertEquals(OptionalDouble.empty(), rows.get(2).lipschitz());
        // 11000 delta <= 0.1 with delta = step / 2.
        assertEquals(-16, rows.get(0).exponent().orElseThrow());
    }

    @Test
    void whatWasMeasuredLiesWithinTheCertificate() {
        for (int d : new int[] {1, 2, 5, 40}) {
            AffineModel model = AffineModel.random(d, 3, 1, d);
            CertifiedQuantization chosen = QUANTIZATION.uniform(model, 0.01, Optional.empty());
            BoxSample sample = BoxSample.large(InputBox.SYMMETRIC, d, 4L * d, 7);
            SampledDifference measured = QUANTIZATION.verified(model, chosen, sample);
            assertTrue(measured.value() <= chosen.best().bound(), "d = " + d);
            if (d <= 5) {
                // The largest difference of affine maps is at a corner, and all corners are looked at.
                assertEquals(chosen.best().bound(), measured.value(), 1e-9 * measured.value(), "d = " + d);
                assertTrue(sample.size() > 1 << 16, "points: " + sample.size());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sup", "l1", "l2", "l3"})
    void anAnalysisThatLiesIsBlamed(String norm) {
        ModelQuantization lying =
                new ModelQuantization(new AffineAnalysis(0.01), InputBox.SYMMETRIC, LpNorm.named(norm));
        AffineModel model = AffineModel.random(4, 1, 1, 3);
        CertifiedQuantization wrong = lying.uniform(model, 0.001, Optional.of(RoundingScheme.NEAREST));
        BoxSample sample = new BoxSample(InputBox.SYMMETRIC, 4, 4096, 1);
        IllegalStateException e = assertThrows(IllegalStateException.class, () -> lying.verified(model, wrong, sample));
        assertTrue(e.getMessage().contains(AffineAnalysis.class.getName()), e.getMessage());
    }

    /** The differences of x and 0 are known: sup 1, mean 1/2, root mean square 1/sqrt 3 on [-1, 1]. */
    @Test
    void sampledNormsConverge() {
        AffineModel identity = AffineModel.of(1, new double[] {1}, 0);
        AffineModel zero = AffineModel.of(1, new double[] {0}, 0);
        BoxSample sample = new BoxSample(InputBox.SYMMETRIC, 1, 20_000, 1);
        // A Kronecker sequence of n points has discrepancy O(log n / n).
        assertEquals(
                1, SampledDifference.between(identity, zero, sample, LpNorm.SUP).value());
        assertEquals(
                0.5,
                SampledDifference.between(identity, zero, sample, LpNorm.L1).value(),
                1e-3);
        assertEquals(
                1 / Math.sqrt(3),
                SampledDifference.between(identity, zero, sample, LpNorm.L2).value(),
                1e-3);
    }

    @Test
    void samplesFillTheBoxAndRepeat() {
        for (int d : new int[] {1, 2, 3, 12, 13, 50}) {
            BoxSample sample = new BoxSample(new InputBox(-0.5, 2), d, 1000, 11);
            double[] points = sample.points(0, sample.size());
            double[] inParts = IntStream.of(0, 1)
                    .mapToObj(k -> sample.points(k == 0 ? 0 : 7, k == 0 ? 7 : sample.size()))
                    .flatMapToDouble(Arrays::stream)
                    .toArray();
            assertArrayEquals(points, inParts);
            double sum = 0;
            for (double x : points) {
                assertTrue(x >= -0.5 && x <= 2, "d = " + d + ": " + x);
                sum += x;
            }
            // Uniform on the box: standard deviation 0.72 per coordinate; half the points or so are corners, of 1.25.
            assertEquals(0.75, sum / points.length, 6 * 1.25 / Math.sqrt(points.length), "d = " + d);
        }
    }
}
