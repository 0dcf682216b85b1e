package org.epsilonet.examples.rational;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.function.IntFunction;
import org.epsilonet.api.classes.Smoothness;
import org.epsilonet.api.encodability.EncodabilityVerdict;
import org.epsilonet.api.family.Approximation;
import org.epsilonet.api.family.Families;
import org.epsilonet.api.function.Cube;
import org.epsilonet.api.function.Formula;
import org.epsilonet.api.function.Grid;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.Samples;
import org.epsilonet.api.symbol.CorruptCodeException;
import org.epsilonet.api.symbol.SymbolTape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RationalFamilyTest {
    private final RationalFamily family = new RationalFamily(true);

    private static double error(IntFunction<Approximation> approximations, int m) {
        return approximations.apply(m).distance().value();
    }

    /**
     * |x - 1/2|: the best error of type (n, n) is 4 exp(-pi sqrt n) in the limit (Stahl 1993, on an interval of length 2 with 8
     * for 4). AAA does not minimize the largest error; a factor 20 is less than three nodes here.
     */
    @Test
    void aKinkIsApproximatedRootExponentially() {
        IntFunction<Approximation> a =
                family.approximations(Formula.of("kink", x -> Math.abs(x - 0.5), 0.5), LpNorm.SUP);
        for (int m : new int[] {12, 16, 24}) {
            double ratio = error(a, m) / (4 * Math.exp(-Math.PI * Math.sqrt(m - 1)));
            assertTrue(ratio > 0.8 && ratio < 20, m + " nodes: " + ratio);
        }
        double rate = Math.log(error(a, 12) / error(a, 24)) / (Math.sqrt(23) - Math.sqrt(11));
        assertEquals(Math.PI, rate, 0.8);
    }

    /** x^a at the end: 4^(1+a) |sin pi a| exp(-2 pi sqrt(a n)) (Stahl 2003), here a = 1/2. */
    @Test
    void aRootAtTheEndIsApproximatedRootExponentially() {
        IntFunction<Approximation> a = family.approximations(Formula.of("root", Math::sqrt), LpNorm.SUP);
        for (int m : new int[] {6, 12, 16, 24}) {
            double ratio = error(a, m) / (8 * Math.exp(-2 * Math.PI * Math.sqrt(0.5 * (m - 1))));
            assertTrue(ratio > 0.8 && ratio < 20, m + " nodes: " + ratio);
        }
    }

    @Test
    void analyticFunctionsAreApproximatedExponentially() {
        IntFunction<Approximation> exp = family.approximations(Formula.of("exp", Math::exp), LpNorm.SUP);
        assertTrue(error(exp, 4) < 1e-7 && error(exp, 6) < 1e-10, error(exp, 4) + ", " + error(exp, 6));
        // A rational function itself, up to the digits of its weights.
        Formula runge = Formula.of("Runge", x -> 1 / (1 + 25 * (2 * x - 1) * (2 * x - 1)));
        Approximation exact = family.approximate(runge, 8, LpNorm.SUP);
        assertTrue(exact.distance().value() < 1e-9, exact.toString());
        assertEquals(3, exact.approximant().structure().size());
    }

    @Test
    void aJumpIsApproximatedFasterThanByEquidistantNodes() {
        Formula jump = Formula.of("jump", x -> x < 1.0 / 3 ? 0 : 1, 1.0 / 3);
        IntFunction<Approximation> a = family.approximations(jump, LpNorm.L2);
        // Any linear method leaves half a cell: 1 / (2 sqrt(24)) = 0.1.
        assertTrue(error(a, 24) < 0.005, "error " + error(a, 24));
    }

    @Test
    void everySampleCountIsReproducedByAsManyNodes() {
        for (int n = 1; n <= 12; n++) {
            Samples noise = Samples.of("noise", new Random(n).doubles(n, -1, 1).toArray());
            Approximation a = family.approximate(noise, 2 * n, LpNorm.SUP);
            assertEquals(Approximation.Outcome.REACHED, a.outcome());
            // Samples that are no nodes are met up to the weights' digits, at least 2^-30, times a condition below 100.
            assertEquals(0, a.distance().value(), 1e-7);
            assertTrue(((Interpolant) a.approximant().structure()).isTame());
        }
    }

    /** The bound is above every sampled value, and not far above the largest. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3})
    void theLebesgueConstantIsCertified(int degree) {
        NodeLattice lattice = NodeLattice.of(Cube.INTERVAL, 16);
        Random random = new Random(degree);
        for (int trial = 0; trial < 50; trial++) {
            long[] nodes = random.longs(1 + random.nextInt(12), 0, lattice.places())
                    .sorted()
                    .distinct()
                    .toArray();
            Barycentric form = Barycentric.blended(nodes, degree);
            double bound = LebesgueConstant.of(form, lattice);
            double seen = 1;
            for (int i = 0; i <= 20_000; i++) {
                seen = Math.max(seen, lebesgue(form, (lattice.places() - 1) * (i / 20_000.0)));
            }
            assertTrue(seen <= bound, trial + ": " + seen + " > " + bound);
            // Cells overestimate by a quarter at most; sampling misses more of a high and narrow top.
            assertTrue(seen > 100 || bound <= 1.5 * seen, trial + ": " + bound + ", seen " + seen);
        }
    }

    private static double lebesgue(Barycentric form, double s) {
        double sum = 0;
        double absolute = 0;
        for (int j = 0; j < form.size(); j++) {
            double term = form.weights()[j] / (s - form.nodes()[j]);
            sum += term;
            absolute += Math.abs(term);
        }
        return Double.isNaN(absolute) || Double.isInfinite(absolute) ? 1 : absolute / Math.abs(sum);
    }

    @Test
    void polesOnTheIntervalAreNotCertified() {
        NodeLattice lattice = NodeLattice.of(Cube.INTERVAL, 8);
        // Between nodes with weights of one sign the denominator changes sign.
        Barycentric between = new Barycentric(new long[] {100, 1L << 20}, new double[] {1, 1});
        assertEquals(Double.POSITIVE_INFINITY, LebesgueConstant.of(between, lattice));
        // 1/(s - 2^20) - 2/(s - 2^21) vanishes at s = 0, the end.
        Barycentric outside = new Barycentric(new long[] {1L << 20, 1L << 21}, new double[] {1, -2});
        assertEquals(Double.POSITIVE_INFINITY, LebesgueConstant.of(outside, lattice));
        Barycentric beyond = new Barycentric(new long[] {1L << 20, 1L << 21}, new double[] {1, -1.99});
        assertTrue(LebesgueConstant.of(beyond, lattice) < 2000);
    }

    @Test
    void codesWithPolesAreRefused() throws CorruptCodeException {
        NodeLattice lattice = NodeLattice.of(Grid.of(100), 4);
        // The zero 13.5 of the denominator lies between samples, where nothing is wrong; 13 is one of them.
        for (long second : new long[] {17, 16}) {
            Barycentric form = new Barycentric(new long[] {10, second}, new double[] {1, 1});
            SymbolTape tape = SymbolTape.of(Interpolant.of(lattice, form, 0)::write);
            assertEquals(
                    tape,
                    SymbolTape.of(new RationalFamily(false)
                            .parametrization(Grid.of(100), 4)
                            .read(tape.reader())::write));
            if (second == 16) {
                assertThrows(
                        CorruptCodeException.class,
                        () -> family.parametrization(Grid.of(100), 4).read(tape.reader()));
            } else {
                family.parametrization(Grid.of(100), 4).read(tape.reader());
            }
        }
    }

    /** Blends of interpolating polynomials reproduce polynomials of their degree, whatever the nodes. */
    @Test
    void blendsReproducePolynomials() {
        long[] nodes = {0, 3, 4, 11, 20, 21, 50};
        for (int degree = 0; degree <= 3; degree++) {
            Barycentric form = Barycentric.blended(nodes, degree);
            double[] values = new double[nodes.length];
            for (int j = 0; j < values.length; j++) {
                values[j] = Math.pow(nodes[j] / 50.0, degree);
            }
            for (double s = 0.5; s < 50; s++) {
                assertEquals(Math.pow(s / 50, degree), form.at(s, values), 1e-13);
            }
        }
    }

    /** A = diag(3, 2, 1e-9) times a rotation: the smallest right singular vector is its last row. */
    @Test
    void theSmallestSingularVectorIsFound() {
        double c = 0.6;
        double s = 0.8;
        double[][] rotation = {{c, s, 0}, {-s * s, s * c, c}, {s * c, -c * c, s}};
        double[] sizes = {3, 2, 1e-9};
        double[][] columns = new double[3][5];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                columns[j][i] = sizes[i] * rotation[i][j];
            }
        }
        double[] v = Weights.smallest(columns);
        double product = 0;
        for (int j = 0; j < 3; j++) {
            product += v[j] * rotation[2][j];
        }
        assertEquals(1, Math.abs(product), 1e-12);
    }

    @Test
    void theRestrictionIsWhatMakesItEncodable() {
        assertEquals(
                EncodabilityVerdict.Kind.ENCODABLE,
                family.encodability(Cube.INTERVAL, LpNorm.SUP).verdict().kind());
        assertEquals(
                EncodabilityVerdict.Kind.NOT_ESTABLISHED,
                new RationalFamily(false)
                        .encodability(Cube.INTERVAL, LpNorm.SUP)
                        .verdict()
                        .kind());
        assertEquals(family.id(), Families.named("rational.aaa").id());
        assertEquals(
                Double.POSITIVE_INFINITY,
                family.theoreticalSpeed(new Smoothness.Analytic(1, 2), LpNorm.SUP)
                        .orElseThrow()
                        .speed());
        assertThrows(IllegalArgumentException.class, () -> family.parametrization(Cube.INTERVAL, 0));
    }
}
