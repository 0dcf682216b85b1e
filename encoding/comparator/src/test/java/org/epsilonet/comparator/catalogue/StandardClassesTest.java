package org.epsilonet.comparator.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.epsilonet.api.classes.FunctionClass;
import org.epsilonet.api.classes.FunctionClasses;
import org.epsilonet.api.classes.Smoothness;
import org.epsilonet.api.function.LpNorm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The catalogue itself: which classes there are, in which dimensions, and at which encoding speeds. */
class StandardClassesTest {
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
}
