package org.epsilonet.architecture.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.epsilonet.api.classes.CitedSpeed;
import org.epsilonet.api.classes.FunctionClass;
import org.epsilonet.api.classes.Instance;
import org.epsilonet.api.classes.Smoothness;
import org.epsilonet.api.family.Families;
import org.epsilonet.api.function.Formula;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.Samples;
import org.epsilonet.comparator.Comparison;
import org.epsilonet.comparator.ComparisonPlan;
import org.epsilonet.comparator.ComparisonProgress;
import org.epsilonet.comparator.PairResult;
import org.epsilonet.comparator.Point;
import org.epsilonet.comparator.QuantizationRule;
import org.epsilonet.comparator.QuantizationRule.Fixed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Theorem (i) as an experiment, through real families: with the bits of the theorem a quantized family keeps its speed,
 * with a fixed number of bits it stalls.
 */
class TheoremOneTest {
    private static final long SEED = 8;

    private static final int DOUBLINGS = 9;
    private static final double[] LN_CELLS =
            IntStream.range(0, DOUBLINGS).mapToDouble(i -> Math.log(8 << i)).toArray();

    private static PairResult run(
            String family,
            List<FunctionClass> classes,
            List<Samples> data,
            List<Integer> budgets,
            QuantizationRule rule) {
        ComparisonPlan plan = new ComparisonPlan(
                List.of(Families.installed().get(family)),
                classes,
                data,
                budgets,
                Optional.empty(),
                SEED,
                2,
                false,
                rule);
        return Comparison.run(plan, ComparisonProgress.NONE).pairs().get(0);
    }

    /** M cells of a zigzag of height 1/(2M) on a slope: linear splines interpolate it at the knots, where it is highest. */
    private static FunctionClass zigzag(int cells) {
        double[] kinks = new double[2 * cells - 1];
        Arrays.setAll(kinks, i -> (i + 1.0) / (2 * cells));
        Formula f = Formula.of(
                "zigzag of " + cells, x -> Math.abs(x * cells - Math.floor(x * cells) - 0.5) / cells + 0.4 * x, kinks);
        return new FunctionClass() {
            @Override
            public String id() {
                return "test.zigzag";
            }

            @Override
            public String title() {
                return "Zigzag";
            }

            @Override
            public Smoothness smoothness() {
                return new Smoothness.Other(1, "zigzag");
            }

            @Override
            public LpNorm norm() {
                return LpNorm.SUP;
            }

            @Override
            public Optional<CitedSpeed> encodingSpeed(LpNorm norm) {
                return Optional.empty();
            }

            @Override
            public List<Instance> instances(long seed) {
                return List.of(new Instance(f, Set.of()));
            }
        };
    }

    private static double[] quantizedZigzags(IntUnaryOperator bits) {
        return IntStream.range(0, DOUBLINGS)
                .mapToDouble(i -> run(
                                "splines.uniform.degree1",
                                List.of(zigzag(8 << i)),
                                List.of(),
                                List.of((8 << i) + 1),
                                new Fixed(bits.applyAsInt(8 << i)))
                        .points()
                        .get(0)
                        .quantizedError())
                .toArray();
    }

    /** E20: ceil(log2 M) + 1 bits keep the speed 1. */
    @Test
    void bitsThatGrowWithTheBudgetKeepTheSpeed() {
        double[] errors = quantizedZigzags(m -> Integer.numberOfTrailingZeros(m) + 1);
        assertEquals(-1, Slope.of(LN_CELLS, logarithms(errors)), 0.01);
    }

    /** E20: b bits stall at half a cell, 2^-b/2, on values in [-1/2, 1/2]. */
    @ParameterizedTest
    @ValueSource(ints = {8, 4})
    void aFixedNumberOfBitsStalls(int bits) {
        double[] errors = quantizedZigzags(m -> bits);
        double plateau = Math.scalb(0.5, -bits);
        assertEquals(1, errors[DOUBLINGS - 1] / plateau, 0.1);
        // The last four doublings: beside a slope of -1 before quantization.
        double[] x = Arrays.copyOfRange(LN_CELLS, DOUBLINGS - 4, DOUBLINGS);
        assertTrue(Slope.of(x, logarithms(Arrays.copyOfRange(errors, DOUBLINGS - 4, DOUBLINGS))) > -0.25);
    }

    /**
     * The hard element of \(B^1_{1,\infty}\) in terms of Haar coefficients: one of size \(2^{-j/2}\) on level j, the others
     * of size \(2^{-3j/2}\), all with random signs and down to half of that: equal sizes would sit at one place of their cells.
     */
    private static Samples besov() {
        int levels = 18;
        double[] values = new double[1 << levels];
        Random random = new Random(SEED);
        for (int j = 0; j < levels; j++) {
            for (int k = 0; k < 1 << j; k++) {
                double size = (k == (1 << j) / 3 ? 1 : Math.pow(2, -j)) * (1 - 0.5 * random.nextDouble());
                double height = random.nextBoolean() ? size : -size;
                int width = values.length >> j;
                for (int i = 0; i < width; i++) {
                    values[k * width + i] += i < width / 2 ? height : -height;
                }
            }
        }
        return Samples.of("besov", values);
    }

    private static List<Point> besovPoints(QuantizationRule rule) {
        List<Integer> budgets =
                IntStream.rangeClosed(11, 14).mapToObj(j -> 1 << j).toList();
        return run("wavelets.haar.best", List.of(), List.of(besov()), budgets, rule)
                .points();
    }

    private static double slope(List<Point> points, ToDoubleFunction<Point> size) {
        return Slope.of(
                points.stream()
                        .mapToDouble(p -> Math.log(size.applyAsDouble(p)))
                        .toArray(),
                points.stream().mapToDouble(p -> Math.log(p.quantizedError())).toArray());
    }

    /** The codec's trees and adaptive integers do without the logarithm; random sizes leave nothing else to save. */
    @Test
    void bestWaveletTermsInTheBitsOfTheCodec() {
        List<Point> points = besovPoints(QuantizationRule.DEFAULT);
        assertEquals(-1, slope(points, Point::bits), 0.1);
        for (Point p : points) {
            assertTrue(p.quantizedError() <= 1.5 * p.error(), p.toString());
            assertTrue(p.bitsPerParameter() < p.theoremBitsPerParameter(), p.toString());
        }
    }

    private static double[] logarithms(double[] values) {
        return Arrays.stream(values).map(Math::log).toArray();
    }
}
