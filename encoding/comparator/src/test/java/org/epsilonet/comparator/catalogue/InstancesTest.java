package org.epsilonet.comparator.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
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

/** The elements of every class: where they live, what decides them, which are hard and which are shared. */
class InstancesTest {
    private static final long SEED = 20221;

    static List<FunctionClass> classes() {
        return new StandardClasses().classes();
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
}
