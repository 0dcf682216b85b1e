package org.epsilonet.api.classes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.epsilonet.api.function.Formula;
import org.epsilonet.api.function.LpNorm;
import org.junit.jupiter.api.Test;

class CombinedClassesTest {
    private static final Formula LINE = Formula.of("line", x -> x);
    private static final Set<ApproximationKind> BOTH = Set.of(ApproximationKind.values());

    /** A class with given speed and entropy bounds. */
    private record Stated(String id, Smoothness smoothness, double speed, double logs, double lower, double upper)
            implements FunctionClass {
        @Override
        public String title() {
            return "class " + id;
        }

        @Override
        public LpNorm norm() {
            return LpNorm.L2;
        }

        @Override
        public Optional<CitedSpeed> encodingSpeed(LpNorm norm) {
            return Double.isNaN(speed) ? Optional.empty() : Optional.of(new CitedSpeed(speed, logs, "stated"));
        }

        @Override
        public Optional<EntropyBounds> entropy(double epsilon, LpNorm norm) {
            return Optional.of(new EntropyBounds(epsilon, norm, lower, upper, "of " + id));
        }

        @Override
        public List<Instance> instances(long seed) {
            return List.of(new Instance(Formula.of(id + seed, x -> x * seed), BOTH), new Instance(LINE, BOTH));
        }
    }

    private static final FunctionClass FAST = new Stated("fast", new Smoothness.Hoelder(1, 2), 2, 0, 10, 12);
    private static final FunctionClass SLOW = new Stated("slow", new Smoothness.Hoelder(1, 1), 1, 0, 20, 24);
    private static final FunctionClass LOGS = new Stated("logs", new Smoothness.Other(1, "logs"), 1, 2, 19, 24);
    private static final FunctionClass UNKNOWN =
            new Stated("unknown", new Smoothness.Other(1, "u"), Double.NaN, 0, Double.NaN, Double.NaN);
    private static final FunctionClass INFINITE = new Stated(
            "infinite", new Smoothness.Other(1, "i"), 0, 0, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);

    private static ClassUnion union(FunctionClass... parts) {
        return new ClassUnion("union", "Union", List.of(parts));
    }

    private static ClassIntersection intersection(FunctionClass... parts) {
        return new ClassIntersection("meet", "Meet", List.of(parts), seed -> List.of(new Instance(LINE, Set.of())));
    }

    @Test
    void aUnionIsAsHardAsItsHardestPart() {
        CitedSpeed speed = union(FAST, SLOW, LOGS).encodingSpeed(LpNorm.L2).orElseThrow();
        assertEquals(1, speed.speed());
        assertEquals(2, speed.logPower());
        assertTrue(union(FAST, UNKNOWN).encodingSpeed(LpNorm.L2).isEmpty());
        assertEquals(
                0,
                union(INFINITE, UNKNOWN).encodingSpeed(LpNorm.L2).orElseThrow().speed());
    }

    @Test
    void theEntropyOfAUnionIsBetweenTheLargestAndTheSum() {
        EntropyBounds bounds = union(FAST, SLOW, LOGS).entropy(0.1, LpNorm.L2).orElseThrow();
        assertEquals(20, bounds.bitsLower());
        // 2^12 + 2^24 + 2^24.
        double exact = Math.log(4096 + 2 * 16777216.0) / Math.log(2);
        assertTrue(bounds.bitsUpper() >= exact && bounds.bitsUpper() < exact + 1e-9, "" + bounds);
        assertTrue(bounds.source().contains("of slow"));
        EntropyBounds half = union(FAST, UNKNOWN).entropy(0.1, LpNorm.L2).orElseThrow();
        assertEquals(10, half.bitsLower());
        assertTrue(Double.isNaN(half.bitsUpper()));
        EntropyBounds infinite =
                union(UNKNOWN, INFINITE).entropy(0.1, LpNorm.L2).orElseThrow();
        assertEquals(Double.POSITIVE_INFINITY, infinite.bitsLower());
        assertEquals(Double.POSITIVE_INFINITY, infinite.bitsUpper());
        // Large entropies do not overflow: the sum of equal parts is one bit more.
        FunctionClass large = new Stated("large", new Smoothness.Hoelder(1, 1), 1, 0, 1e5, 1e5);
        assertEquals(
                1e5 + 1,
                union(large, large).entropy(0.1, LpNorm.L2).orElseThrow().bitsUpper(),
                1e-6);
    }

    @Test
    void whatIsHardForAPartIsHardForAUnionOnlyIfNoPartIsHarder() {
        List<Instance> instances = union(FAST, SLOW).instances(3);
        assertEquals(4, instances.size(), "the line is marked in two ways");
        assertEquals(Set.of(), instances.get(0).saturates());
        assertEquals(Set.of(ApproximationKind.NONLINEAR), instances.get(2).saturates());
        // The line is one object.
        assertEquals(3, union(SLOW, SLOW).instances(3).size());
        assertEquals(BOTH, union(SLOW, SLOW).instances(3).get(0).saturates());
    }

    @Test
    void smoothnessIsThatOfThePartsWhereTheyAgree() {
        assertEquals(SLOW.smoothness(), union(SLOW, SLOW).smoothness());
        assertEquals(new Smoothness.Other(1, "union"), union(SLOW, FAST).smoothness());
        assertEquals(new Smoothness.Other(1, "meet"), intersection(SLOW, FAST).smoothness());
        assertEquals("in one of: class slow | class fast", union(SLOW, FAST).definition());
        FunctionClass plane = new Stated("plane", new Smoothness.Hoelder(2, 1), 0.5, 0, 0, 0);
        assertThrows(IllegalArgumentException.class, () -> union(SLOW, plane));
        assertThrows(IllegalArgumentException.class, () -> intersection(SLOW, plane));
        assertThrows(IllegalArgumentException.class, () -> union());
    }

    @Test
    void ofAnIntersectionOneSideIsKnown() {
        ClassIntersection meet = intersection(SLOW, FAST, INFINITE, UNKNOWN);
        assertTrue(meet.encodingSpeed(LpNorm.L2).isEmpty());
        assertEquals(2, meet.encodingSpeedAtLeast(LpNorm.L2).orElseThrow().speed());
        EntropyBounds bounds = meet.entropy(0.1, LpNorm.L2).orElseThrow();
        assertTrue(Double.isNaN(bounds.bitsLower()));
        assertEquals(12, bounds.bitsUpper());
        assertTrue(intersection(INFINITE, UNKNOWN).entropy(0.1, LpNorm.L2).isEmpty());
        assertEquals(
                1, intersection(SLOW).encodingSpeed(LpNorm.L2).orElseThrow().speed());
        assertEquals(
                20, intersection(SLOW).entropy(0.1, LpNorm.L2).orElseThrow().bitsLower());
        assertEquals(LINE, meet.instances(1).get(0).target());
    }

    @Test
    void oneFunctionNeedsNoBits() {
        SingleFunction single = new SingleFunction("my-line", "My line", LINE, LpNorm.SUP);
        assertEquals(
                Double.POSITIVE_INFINITY,
                single.encodingSpeed(LpNorm.L2).orElseThrow().speed());
        assertEquals(0, single.entropy(1e-9, LpNorm.SUP).orElseThrow().bitsUpper());
        assertThrows(IllegalArgumentException.class, () -> single.entropy(0, LpNorm.SUP));
        assertEquals(new Smoothness.Singleton(1, "my-line"), single.smoothness());
        assertEquals(BOTH, single.instances(1).get(0).saturates());
        ClassIntersection meet = new ClassIntersection("m", "M", List.of(SLOW, single), single::instances);
        assertEquals(
                Double.POSITIVE_INFINITY,
                meet.encodingSpeed(LpNorm.L2).orElseThrow().speed());
    }

    @Test
    void representativesAreAllUnlessAProviderNamesSome() {
        FunctionClassProvider all = () -> List.of(SLOW, FAST);
        FunctionClassProvider one = new FunctionClassProvider() {
            @Override
            public List<FunctionClass> classes() {
                return List.of(LOGS, UNKNOWN);
            }

            @Override
            public List<FunctionClass> representatives() {
                return List.of(LOGS);
            }
        };
        FunctionClassProvider stray = new FunctionClassProvider() {
            @Override
            public List<FunctionClass> classes() {
                return List.of(LOGS);
            }

            @Override
            public List<FunctionClass> representatives() {
                return List.of(SLOW);
            }
        };
        assertEquals(
                List.of(FAST, LOGS, SLOW), FunctionClasses.of(List.of(all, one)).representatives());
        assertThrows(
                IllegalStateException.class,
                () -> FunctionClasses.of(List.of(stray)).representatives());
    }
}
