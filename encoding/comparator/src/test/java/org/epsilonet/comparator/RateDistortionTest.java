package org.epsilonet.comparator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.epsilonet.api.encodability.EncodabilityVerdict;
import org.epsilonet.api.function.Distance;
import org.epsilonet.api.function.Grid;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.Samples;
import org.junit.jupiter.api.Test;

/** Rate and distortion on data: the baseline keeps its promise, the best code is the shortest within the error. */
class RateDistortionTest {
    private static final int N = 1 << 12;

    @Test
    void theBaselineKeepsItsPromiseAndItsBitsGrow() {
        Samples walk = walk(17);
        for (LpNorm norm : List.of(LpNorm.L2, LpNorm.SUP, LpNorm.L1)) {
            RateDistortion curve = RateDistortion.of(walk, norm, result(walk.name(), new double[] {1, 1e-4}, 9));
            assertEquals(13, curve.best().size(), "1, .5, .2, .1, ..., 1e-4");
            assertEquals(13, curve.baseline().size());
            for (int i = 0; i < 13; i++) {
                RateDistortion.Coded coded = curve.baseline().get(i);
                assertTrue(coded.error() <= coded.target(), coded::toString);
                // Rounding errors of a walk are all but uniform: half a step in sup, a quarter in L1, 1/sqrt(12) in L2;
                // steps are 2^(1/8) apart, and a
                // sample of 4096 errors is off by some percent.
                double share = norm.isSup() ? 0.5 : norm.p() == 1 ? 0.25 : Math.sqrt(1 / 12.0);
                assertTrue(coded.step() * share > 0.85 * coded.target(), norm + " wastes its error: " + coded);
                if (i > 0) {
                    assertTrue(coded.bits() >= curve.baseline().get(i - 1).bits(), coded::toString);
                }
            }
        }
    }

    /** The entropy of rounded Gaussian differences is log2(sigma sqrt(2 pi e) / step) bits a sample; LZMA2 loses some. */
    @Test
    void aRandomWalkCostsItsEntropyAndALittle() {
        Samples walk = walk(5);
        RateDistortion curve =
                RateDistortion.of(walk, LpNorm.SUP, result(walk.name(), new double[] {0.0101, 0.0099}, 9));
        RateDistortion.Coded coded = curve.baseline().get(0);
        double entropy = N * Math.log(Math.sqrt(2 * Math.PI * Math.E) / coded.step()) / Math.log(2);
        assertTrue(coded.bits() > 0.99 * entropy && coded.bits() < 1.35 * entropy, coded.bits() + " for " + entropy);
    }

    @Test
    void dataOnALatticeAreMetExactly() {
        Random random = new Random(3);
        double[] levels = random.doubles(32 * 48, 0, 256).map(Math::floor).toArray();
        Samples image = Samples.of("image", Grid.of(32, 48), levels);
        RateDistortion.Coded coded = RateDistortion.of(image, LpNorm.L2, result("image", new double[] {0.01, 0.01}, 9))
                .baseline()
                .get(0);
        assertEquals(1, coded.step());
        assertEquals(0, coded.error());
    }

    @Test
    void theBestCodeIsTheShortestWithinTheError() {
        Samples walk = walk(17);
        RateDistortion curve = RateDistortion.of(walk, LpNorm.L2, result(walk.name(), new double[] {1, 0.1, 0.01}, 9));
        RateDistortion.Best first = curve.best().get(0);
        assertEquals(Optional.of("a.family"), first.code());
        assertEquals(9, first.bits());
        assertEquals(16, first.budget());
        RateDistortion.Best middle = curve.best().get(1);
        assertEquals(0.5, middle.target());
        assertEquals(0.1, middle.error(), "nothing is interpolated");
        assertEquals(18, middle.bits());
        RateDistortion dear = RateDistortion.of(walk, LpNorm.L2, result(walk.name(), new double[] {1, 0.1}, 1 << 30));
        assertEquals(Optional.of(RateDistortion.BASELINE), dear.best().get(0).code());
        assertEquals(dear.best().get(0).baselineBits(), dear.best().get(0).bits());
    }

    @Test
    void constantDataAndOneSampleHaveACurve() {
        for (double[] values : List.of(new double[] {3, 3, 3, 3}, new double[] {-7.5})) {
            Samples data = Samples.of("flat", values);
            RateDistortion curve = RateDistortion.of(data, LpNorm.L2, result("flat", new double[] {1, 0.1}, 9));
            assertTrue(curve.baseline().stream().allMatch(c -> c.error() == 0), curve::toString);
            assertTrue(RateDistortion.of(data, LpNorm.L2, result("flat", new double[] {0}, 9))
                    .best()
                    .isEmpty());
        }
    }

    @Test
    void localSpeedsAreSlopesBetweenNeighbours() {
        List<LocalSpeed> speeds = LocalSpeed.along(
                result("x", new double[] {1, 0.25, 0.25, 0}, 9).pairs().get(0).points());
        assertTrue(Double.isNaN(speeds.get(0).approximation()));
        assertEquals(2, speeds.get(1).approximation(), 1e-12);
        assertEquals(2, speeds.get(1).rate(), 1e-12);
        assertEquals(0, speeds.get(2).quantized(), 1e-12);
        assertTrue(Double.isNaN(speeds.get(3).approximation()), "no logarithm");
    }

    /** One family whose budgets and bits double from 16 and the given bits on. */
    private static ComparisonResult result(String data, double[] errors, long bits) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < errors.length; i++) {
            points.add(new Point(16 << i, bits << i, errors[i], Distance.Kind.MEASURED, errors[i], 1, Double.NaN));
        }
        return new ComparisonResult(
                List.of(new PairResult(
                        "a.family",
                        "",
                        data,
                        data,
                        LpNorm.L2,
                        SpeedEstimate.UNKNOWN,
                        Optional.empty(),
                        SpeedEstimate.UNKNOWN,
                        SpeedEstimate.UNKNOWN,
                        OptionalDouble.empty(),
                        "",
                        new EncodabilityVerdict(EncodabilityVerdict.Kind.ENCODABLE, 0, List.of()),
                        PairVerdict.INCONCLUSIVE,
                        "",
                        points)),
                List.of());
    }

    private static Samples walk(long seed) {
        Random random = new Random(seed);
        double[] values = new double[N];
        for (int i = 1; i < N; i++) {
            values[i] = values[i - 1] + random.nextGaussian();
        }
        return Samples.of("walk", values);
    }
}
