package org.epsilonet.comparator.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.epsilonet.api.classes.ApproximationKind;
import org.epsilonet.api.classes.FunctionClass;
import org.epsilonet.api.classes.FunctionClasses;
import org.epsilonet.api.classes.Instance;
import org.epsilonet.api.classes.Smoothness;
import org.epsilonet.api.function.Formula;
import org.epsilonet.api.function.LpNorm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class StandardClassesTest {
    private static final long SEED = 20221;

    static List<FunctionClass> classes() {
        return new StandardClasses().classes();
    }

    @Test
    void allAreFoundByTheServiceLoaderUnderDifferentNames() {
        Set<String> ids = new HashSet<>();
        classes().forEach(c -> ids.add(c.id()));
        assertEquals(classes().size(), ids.size());
        List<String> installed = new ArrayList<>();
        FunctionClasses.installed().all().forEach(c -> installed.add(c.id()));
        assertTrue(installed.containsAll(ids), installed.toString());
    }

    /** Section C of the table of entropies: class, metric, encoding speed. */
    @ParameterizedTest
    @CsvSource({
        "hoelder.0.5, sup, 0.5",
        "hoelder.0.5, l2, 0.5",
        "hoelder.1, sup, 1",
        "sobolev.2, l2, 2",
        "sobolev.2, sup, 2",
        "besov.1.1, l2, 1",
        "besov.1.1, sup, 0",
        "besov.2.1, sup, 2",
        "besov.1.2, l2, 1",
        "besov.critical, l1, 0.5",
        "besov.critical, l2, 0",
        "besov.critical, l4, 0",
        "besov.critical, sup, 0",
        "bv, l1, 1",
        "bv, l2, 1",
        "bv, sup, 0",
        "piecewise-smooth.2, l2, 2",
        "piecewise-smooth.2, sup, 0",
        "analytic.2, sup, Infinity",
        "takagi, sup, Infinity",
        "weierstrass, sup, Infinity",
        "sobolev-periodic.1, l2, 1",
        "mixed.1, l2, 1",
        "mixed.1, sup, 1",
        "cartoon.2, l2, 1",
        "cartoon.2, l1, 1",
        "cartoon.2, l4, 0.5",
        "cartoon.2, sup, 0",
        "lipschitz.anchored, sup, 1",
        "hoelder.2, l2, 2",
        "hoelder.1.d2, l2, 0.5",
        "hoelder.1.d2, sup, 0.5",
        "sobolev.2.1, l2, 2",
        "sobolev.2.d2, l2, 1",
        "besov.3.1.d2, l2, 1.5",
        "besov.3.1.d2, sup, 1.5",
        "besov.3.1.d3, sup, 0",
        "besov.3.1.d3, l2, 1",
        "analytic.2.d3, sup, Infinity",
        "exponential-type.32, sup, Infinity",
        "sobolev-periodic.2, l2, 2",
        "sobolev-periodic.1.d2, l2, 0.5",
        "mixed.1.d3, l2, 1",
        "fourier-sum.0.5, l2, 1",
        "modulation.1, l2, 1",
        "modulation-localized.0.5, l2, 1",
        "wiener, l2, 0",
        "monotone, l1, 1",
        "monotone, sup, 0",
        "convex, sup, 2",
        "convex.d2, sup, 1",
        "convex-bounded, l2, 2",
        "convex-bounded, sup, 0",
        "step, l2, Infinity",
        "step, sup, 0",
        "piecewise-polynomial.2, l2, Infinity",
        "bv.d2, l1, 0.5",
        "bv.d2, l2, 0.5",
        "bv.d2, sup, 0",
        "horizon.2.d2, l2, 1",
        "horizon.2.d2, l1, 2",
        "horizon.2.d3, l2, 0.5",
        "cartoon.2.d3, l2, 0.5",
        "barron.d2, l2, 1.25",
        "barron.d3, l2, 1",
        "spectral-barron.1.d2, l2, 1"
    })
    void encodingSpeedsAreThoseOfTheLiterature(String id, String norm, double speed) {
        FunctionClass c = FunctionClasses.installed().get(id);
        assertEquals(speed, c.encodingSpeed(LpNorm.named(norm)).orElseThrow().speed());
    }

    @Test
    void smoothnessOutsideTheCatalogueIsKnownToo() {
        assertEquals(
                0.5 + 1.5 / 3,
                EncodingSpeeds.of(new Smoothness.Barron(3), LpNorm.L2)
                        .orElseThrow()
                        .speed());
        assertEquals(
                1,
                EncodingSpeeds.of(new Smoothness.Mixed(2, 1), LpNorm.L2)
                        .orElseThrow()
                        .logPower());
        assertEquals(
                1.0 / 3,
                EncodingSpeeds.of(new Smoothness.BoundedVariation(3), LpNorm.L1)
                        .orElseThrow()
                        .speed());
        assertEquals(
                0.5,
                EncodingSpeeds.of(new Smoothness.Hoelder(2, 1), LpNorm.SUP)
                        .orElseThrow()
                        .speed());
        assertTrue(EncodingSpeeds.of(new Smoothness.Other(1, "x"), LpNorm.L2).isEmpty());
        assertTrue(
                EncodingSpeeds.of(new Smoothness.BoundedVariation(3), LpNorm.L2).isEmpty());
        assertTrue(EncodingSpeeds.of(new Smoothness.BoundedVariation(2), LpNorm.L2)
                .orElseThrow()
                .source()
                .startsWith("likely"));
    }

    @ParameterizedTest
    @MethodSource("classes")
    void instancesLiveOnTheDomainAndAreOfOrderOne(FunctionClass c) {
        Random random = new Random(SEED);
        for (Instance instance : c.instances(SEED)) {
            Formula f = (Formula) instance.target();
            assertEquals(c.dimension(), f.dimension(), f.name());
            double largest = 0;
            for (int i = 0; i < 20_000; i++) {
                double value = f.at(point(f, random));
                assertTrue(Double.isFinite(value), f.name());
                largest = Math.max(largest, Math.abs(value));
            }
            double most = f.name().equals("spikes") ? Math.pow(2, 60.0 / 2) : 8;
            assertTrue(largest > 0.05 && largest < most, f.name() + " has magnitude " + largest);
            for (double corner : new double[] {0, 0.5, 1.0 / 3, 1}) {
                double[] x = new double[c.dimension()];
                Arrays.fill(x, corner);
                assertTrue(Double.isFinite(f.at(x)), f.name() + " at " + corner);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("classes")
    void theSeedDecides(FunctionClass c) {
        List<Instance> first = c.instances(1);
        List<Instance> again = c.instances(1);
        List<Instance> other = c.instances(2);
        assertEquals(first.size(), other.size());
        boolean differs = false;
        for (int k = 0; k < first.size(); k++) {
            assertEquals(first.get(k).saturates(), other.get(k).saturates());
            Random random = new Random(SEED);
            for (int i = 0; i < 2000; i++) {
                double[] x = point((Formula) first.get(k).target(), random);
                double value = ((Formula) first.get(k).target()).at(x);
                assertEquals(value, ((Formula) again.get(k).target()).at(x));
                differs |= value != ((Formula) other.get(k).target()).at(x);
            }
        }
        assertEquals(!(c.smoothness() instanceof Smoothness.Singleton), differs);
    }

    /** In three dimensions one class at least of every kind: smooth, on the torus, mixed, with edges, hulls, convex. */
    @Test
    void theCatalogueHasOneToThreeDimensionsAndFifteenRepresentatives() {
        assertEquals(15, new StandardClasses().representatives().size());
        assertEquals(
                new StandardClasses().representatives().size(),
                FunctionClasses.of(List.of(new StandardClasses()))
                        .representatives()
                        .size());
        Set<String> kinds = new HashSet<>();
        for (FunctionClass c : classes()) {
            assertTrue(c.dimension() >= 1 && c.dimension() <= 3, c.id());
            if (c.dimension() == 3) {
                Smoothness s = c.smoothness();
                kinds.add((s instanceof Smoothness.Periodic p ? p.inner() : s)
                        .getClass()
                        .getSimpleName());
            }
        }
        assertTrue(
                kinds.containsAll(List.of(
                        "Hoelder", "Besov", "Mixed", "Cartoon", "Horizon", "Barron", "BoundedVariation", "Analytic")),
                kinds.toString());
    }

    /**
     * Convex functions are cut out of a Besov ball: what the ball offers to a search is no element. Nor is it for a class file
     * that defines its class in its own words.
     */
    @Test
    void theSearchForHardFunctionsStaysInTheClass() {
        FunctionClasses installed = FunctionClasses.installed();
        assertTrue(installed.get("convex").adversary(16).isEmpty());
        for (String id : List.of("hoelder.0.5", "lipschitz.anchored", "besov.1.1", "sobolev.2.1", "bv", "monotone")) {
            assertTrue(installed.get(id).adversary(16).isPresent(), id);
        }
        UnitBall own = UnitBall.of(new Smoothness.Hoelder(1, 1), "increasing", UnitBall.Entropy.UNKNOWN);
        FunctionClass increasing = new StandardClass(
                "increasing", "Increasing", new Smoothness.Hoelder(1, 1), LpNorm.SUP, own, seed -> List.of());
        assertTrue(increasing.adversary(16).isEmpty());
    }

    /** What is an element of two classes is one object, as long as it is held. */
    @Test
    void sharedElementsAreTheSameObject() {
        Instance jump = FunctionClasses.installed().get("bv").instances(SEED).get(0);
        assertSame(
                jump.target(),
                FunctionClasses.installed().get("step").instances(SEED).get(0).target());
        assertSame(
                jump.target(),
                FunctionClasses.installed().get("monotone").instances(3).get(0).target());
        assertEquals(
                FunctionClasses.installed().get("besov.2.1").instances(SEED),
                FunctionClasses.installed().get("sobolev.2.1").instances(SEED));
    }

    static List<FunctionClass> representatives() {
        return new StandardClasses().representatives();
    }

    @ParameterizedTest
    @MethodSource("representatives")
    void everyRepresentativeHasAnInstanceThatIsHardForEachKind(FunctionClass c) {
        for (ApproximationKind kind : ApproximationKind.values()) {
            assertTrue(c.instances(SEED).stream().anyMatch(i -> i.saturates().contains(kind)), c.id() + " " + kind);
        }
    }

    /**
     * With bumps of height 1 and width 1/16 the constant is \(2^{4\alpha}\) times that of two neighbours of width 1: 2 for
     * tents (slope 2; from peak to peak 2 over a distance 1), the largest derivative 8.74 for bumps.
     */
    @ParameterizedTest
    @CsvSource({"0.5, TENT, 2", "1, TENT, 2", "1, BUMP, 8.74"})
    void interleavedBumpsAreHoelder(double alpha, Profile profile, double constant) {
        Interleaved f = new Interleaved(alpha, profile, SEED);
        Random random = new Random(SEED);
        double steepest = 0;
        for (int i = 0; i < 200_000; i++) {
            double x = random.nextDouble();
            double y = Math.min(1, x + Math.pow(2, -24 * random.nextDouble()));
            steepest = Math.max(steepest, Math.abs(f.applyAsDouble(x) - f.applyAsDouble(y)) / Math.pow(y - x, alpha));
        }
        double height = Math.pow(2, 4 * alpha);
        assertTrue(steepest <= 1.001 * constant * height, "constant " + steepest / height);
        assertTrue(steepest >= 0.9 * constant * height, "constant " + steepest / height);
    }

    /** Every level from 2^-4 to 2^-19 has one cell. */
    @Test
    void interleavedBumpsHaveAllScales() {
        Interleaved f = new Interleaved(1, Profile.STEP, SEED);
        Set<Double> heights = new HashSet<>();
        for (int c = 0; c < Interleaved.CELLS; c++) {
            heights.add(Math.abs(f.applyAsDouble((c + 0.5) / Interleaved.CELLS)));
        }
        for (int k = 0; k < Interleaved.CELLS; k++) {
            assertTrue(heights.contains(Math.pow(2, -k)), "height 2^-" + k);
        }
    }

    /** 16 cells, each with 2^k steps of height 2^-k: variation at most 2 each, and 2 at most between cells. */
    @Test
    void theRandomStaircaseHasBoundedVariation() {
        Interleaved f = new Interleaved(1, Profile.STEP, SEED);
        double variation = 0;
        int n = 1 << (Interleaved.FINEST + 1);
        for (int i = 1; i < n; i++) {
            variation += Math.abs(f.applyAsDouble((i + 0.5) / n) - f.applyAsDouble((i - 0.5) / n));
        }
        assertTrue(variation < 48, "variation " + variation);
        assertTrue(variation > 8, "variation " + variation);
    }

    @Test
    void theBumpHasMeanZeroAndMeetsZeroSmoothly() {
        int n = 10_000;
        double moment = 0;
        double first = 0;
        for (int i = 0; i < n; i++) {
            double t = (i + 0.5) / n;
            moment += Profile.BUMP.at(t) / n;
            first += t * Profile.BUMP.at(t) / n;
        }
        // The midpoint rule errs by the fourth order here, the profile being flat at both ends.
        assertEquals(0, moment, 1e-9);
        assertEquals(0, first, 1e-9);
        assertEquals(1, Profile.BUMP.at(0.5));
        // v^3 (9v - 8) with v = 4e-4.
        assertEquals(-5.12e-10, Profile.BUMP.at(1e-4), 1e-12);
    }

    @Test
    void takagiHasItsKnownValues() {
        Formula takagi = (Formula) Elements.takagi().get(0).target();
        assertEquals(2.0 / 3, takagi.at(1.0 / 3), 1e-12);
        assertEquals(0.5, takagi.at(0.5), 1e-12);
        assertEquals(0.5, takagi.at(0.25), 1e-12);
        assertEquals(0, takagi.at(1), 1e-12);
    }

    /** Values 1 + 2 zeta(3/2) and 1 - 2 (1 - 2^-1/2) zeta(3/2) from scipy; the coefficients by a sum over cells, whose aliases are below 1e-6. */
    @Test
    void thePeriodicCuspHasItsCoefficients() {
        PeriodicCusp cusp = new PeriodicCusp();
        assertEquals(6.224750697370977, cusp.applyAsDouble(0), 1e-13);
        assertEquals(-0.5302940492508155, cusp.applyAsDouble(0.5), 1e-13);
        assertEquals(cusp.applyAsDouble(0.3), cusp.applyAsDouble(-1.7), 1e-13);
        int n = 1 << 17;
        for (int k : new int[] {0, 1, 2, 7, 50}) {
            double sum = 0;
            for (int i = 0; i < n; i++) {
                sum += cusp.applyAsDouble((i + 0.5) / n) * Math.cos(2 * Math.PI * k * (i + 0.5) / n) / n;
            }
            assertEquals(Math.pow(Math.max(1, k), -1.5), sum, 1e-6, "k = " + k);
        }
    }

    @ParameterizedTest
    @CsvSource({"sobolev-periodic.1", "mixed.1", "weierstrass"})
    void periodicElementsArePeriodic(String id) {
        FunctionClass c = FunctionClasses.installed().get(id);
        Random random = new Random(SEED);
        for (Instance instance : c.instances(SEED)) {
            for (int i = 0; i < 100; i++) {
                Formula f = (Formula) instance.target();
                double[] x = point(f, random);
                double[] y = x.clone();
                x[i % x.length] = 0;
                y[i % x.length] = 1;
                assertEquals(f.at(x), f.at(y), 1e-12);
            }
        }
    }

    @Test
    void hashIsUniformAndIndependentOfOrder() {
        double mean = 0;
        int negative = 0;
        int n = 100_000;
        for (int i = 0; i < n; i++) {
            mean += Hash.uniform(SEED, 7, i) / n;
            negative += Hash.sign(SEED, 8, i) < 0 ? 1 : 0;
        }
        // Five standard deviations: 5 / sqrt(12 n) and 5 sqrt(n) / 2.
        assertEquals(0.5, mean, 0.0046);
        assertEquals(n / 2.0, negative, 791);
        assertNotEquals(Hash.uniform(SEED, 1, 0), Hash.uniform(SEED, 2, 0));
        assertFalse(Hash.uniform(SEED, 1, 0) == Hash.uniform(SEED + 1, 1, 0));
    }

    /** Anywhere, or in every second draw between two breakpoints, where thin parts of a formula are. */
    private static double[] point(Formula f, Random random) {
        double[] x = new double[f.dimension()];
        for (int k = 0; k < x.length; k++) {
            x[k] = random.nextDouble();
        }
        double[] breakpoints = f.breakpoints();
        if (breakpoints.length > 1 && random.nextBoolean()) {
            int i = random.nextInt(breakpoints.length - 1);
            x[0] = breakpoints[i] + (breakpoints[i + 1] - breakpoints[i]) * random.nextDouble();
        }
        return x;
    }

    /** Haar functions of one level, orthonormal: the sum of the coefficients, their decay, and how deep they are. */
    @Test
    void spikesAreInTheCriticalBallAndDecayLikeTheInverse() {
        double[] ends = Spikes.breakpoints();
        Spikes f = new Spikes(SEED);
        int count = (ends.length - 1) / 2;
        double[] coefficients = new double[count];
        for (int k = 0; k < count; k++) {
            double left = f.applyAsDouble(ends[2 * k]);
            assertEquals(left, f.applyAsDouble(Math.nextDown(ends[2 * k + 1])));
            assertEquals(-left, f.applyAsDouble(ends[2 * k + 1]));
            assertEquals(-left, f.applyAsDouble(Math.nextDown(ends[2 * k + 2])));
            // Within a cell of length 2^-50, the finest that any search depth reaches in doubles, there are only
            // spikes.
            assertEquals(Math.scalb(1.0, -60), ends[2 * k + 2] - ends[2 * k]);
            coefficients[k] = Math.abs(left) * Math.pow(2, -60.0 / 2);
        }
        assertEquals(0, f.applyAsDouble(Math.nextDown(ends[0])));
        assertEquals(0, f.applyAsDouble(ends[2 * count]));
        assertEquals(1, Arrays.stream(coefficients).sum(), 1e-12);
        Arrays.sort(coefficients);
        double left = 0;
        for (int m = count - 1; m >= 16; m--) {
            left += coefficients[count - 1 - m] * coefficients[count - 1 - m];
            if (m <= 1 << 12) {
                double expected = coefficients[count - 1] / Math.sqrt(m);
                // The sum over n > m of 1/n^2 is 1/m up to a relative 1/(2m).
                assertEquals(1, Math.sqrt(left) / expected, 0.02, "m = " + m);
            }
        }
    }
}
