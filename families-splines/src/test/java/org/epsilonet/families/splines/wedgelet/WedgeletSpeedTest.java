package org.epsilonet.families.splines.wedgelet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import org.epsilonet.api.classes.Smoothness;
import org.epsilonet.api.family.Approximation;
import org.epsilonet.api.family.Families;
import org.epsilonet.api.function.Formula;
import org.epsilonet.api.function.Grid;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.Samples;
import org.epsilonet.api.function.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Wedgelets on a disc, measured and in closed form, and on data. */
class WedgeletSpeedTest {
    private static final double RADIUS = 0.4;
    private static final Formula DISC = Formula.of(
            "disc", 2, z -> (z[0] - 0.5) * (z[0] - 0.5) + (z[1] - 0.5) * (z[1] - 0.5) < RADIUS * RADIUS ? 1 : 0);

    /** E13c: the inscribed M-gon misses \(R^2(\pi - \frac M2\sin\frac{2\pi}M)\). */
    private static double polygon(int m) {
        return RADIUS * Math.sqrt(Math.PI - 0.5 * m * Math.sin(2 * Math.PI / m));
    }

    private static double slope(double[] errors, int from) {
        double n = errors.length - from;
        double x = 0;
        double y = 0;
        double xx = 0;
        double xy = 0;
        for (int i = from; i < errors.length; i++) {
            double ln = Math.log(errors[i]);
            x += i;
            y += ln;
            xx += (double) i * i;
            xy += i * ln;
        }
        return (xy - x * y / n) / (xx - x * x / n) / Math.log(2);
    }

    @Test
    void inscribedPolygons() {
        double[] errors = new double[9];
        for (int i = 0; i < errors.length; i++) {
            errors[i] = polygon(8 << i);
        }
        assertEquals(-0.998, slope(errors, 0), 0.01);
        assertEquals(-1.000, slope(errors, errors.length - 4), 0.01);
    }

    /**
     * A straight edge is one chord, and a chord ends on a lattice of the boundary: two pieces, few errors. Its halves, whose
     * ends are quantized anew, must not hide it.
     */
    @Test
    void straightEdgesAreFoundWithTwoPieces() {
        double rise = 0.25 - 0x1p-12;
        assertFound(Formula.of("chord", 2, z -> z[1] < 0.25 + 0x1p-12 + rise * z[0] ? 1 : 0), 1e-4);
        SplittableRandom random = new SplittableRandom(17);
        for (int trial = 0; trial < 5; trial++) {
            double angle = 2 * Math.PI * random.nextDouble();
            double offset = 0.3 * (2 * random.nextDouble() - 1);
            double c = Math.cos(angle);
            double s = Math.sin(angle);
            // An end is within half a lattice step of its place; the root of the area between is what is missed.
            assertFound(Formula.of("edge", 2, z -> c * (z[0] - 0.5) + s * (z[1] - 0.5) < offset ? 1 : 0), 5e-3);
        }
    }

    private static void assertFound(Formula edge, double error) {
        IntFunction<Approximation> wedgelets = Wedgelets.ofDegree(0).approximations(edge, LpNorm.L2);
        assertTrue(wedgelets.apply(2).distance().value() < error, edge.name());
        assertTrue(wedgelets.apply(8).distance().value() < error, edge.name());
    }

    /**
     * Speed 1 on the disc, where dyadic cells and best wavelets have 1/2. A dyadic cell along the edge costs two pieces,
     * and some are whole, so the error is some times that of the polygon with as many sides: its slope confirms E13c. At
     * few pieces cells are as large as the disc, hence 0.1 over all budgets and 0.05 over the last four.
     */
    @Test
    void discHasSpeedOne() {
        double[] errors = new double[9];
        IntFunction<Approximation> wedgelets = Wedgelets.ofDegree(0).approximations(DISC, LpNorm.L2);
        for (int i = 0; i < errors.length; i++) {
            int m = 16 << i;
            Approximation a = wedgelets.apply(m);
            errors[i] = a.distance().value();
            assertEquals(Approximation.Outcome.REACHED, a.outcome());
            assertTrue(errors[i] >= 0.9 * polygon(m) && errors[i] < 2.2 * polygon(m), m + ": " + errors[i]);
        }
        assertEquals(-1, slope(errors, 0), 0.1);
        assertEquals(-1, slope(errors, errors.length - 4), 0.05);
    }

    /**
     * One bump an octave towards a corner, each a quarter of the one before in height and area: order 2 cells halve the error
     * with every doubling of the pieces. Coarse cells see next to nothing of them, and must not hide what finer cells see.
     */
    @Test
    void bumpsTowardsACornerAreFollowed() {
        Formula chirp = Formula.of("corner chirp", 2, z -> {
            int j = -Math.getExponent(Math.max(z[0] - 0.22, 0x1p-30));
            if (j < 2 || z[1] <= 0.22 || -Math.getExponent(z[1] - 0.22) != j || j > 24) {
                return 0;
            }
            return Math.scalb(bump(Math.scalb(z[0] - 0.22, j) - 1) * bump(Math.scalb(z[1] - 0.22, j) - 1), 2 - j);
        });
        IntFunction<Approximation> wedgelets = Wedgelets.ofDegree(1).approximations(chirp, LpNorm.L2);
        double coarse = wedgelets.apply(64).distance().value();
        double fine = wedgelets.apply(1024).distance().value();
        // Speed 1 but for the first few cells, which the largest bump alone would use up.
        assertTrue(coarse < 0.03 && fine < coarse / 12, coarse + " to " + fine);
        // With constants too: a coarse wedge that is blind to the chirp has 0.066 at 16 and at 32.
        IntFunction<Approximation> constants = Wedgelets.ofDegree(0).approximations(chirp, LpNorm.L2);
        assertTrue(constants.apply(16).distance().value() < 0.05);
        assertTrue(constants.apply(32).distance().value() < 0.04);
    }

    private static double bump(double t) {
        double v = 1 - (2 * t - 1) * (2 * t - 1);
        return v * v * v * (9 * v - 8);
    }

    /** A line from gap to gap through all of the data is two pieces; on one row a step is where it is. */
    @Test
    void linesThroughDataAreExact() {
        Outline outline = new Outline(37, 23);
        Cut cut = new Cut(outline, outline.chord(outline.point(0, 5), outline.point(37, 16)));
        double[] values = new double[37 * 23];
        for (int i = 0; i < values.length; i++) {
            int row = i / 23;
            int column = i % 23;
            values[i] = cut.piece(row + 0.5, column + 0.5) == 0 ? 0.01 * row - 0.3 : 0.5 - 0.02 * column;
        }
        Samples plane = Samples.of("line", Grid.of(37, 23), values);
        for (LpNorm norm : new LpNorm[] {LpNorm.L2, LpNorm.SUP}) {
            assertEquals(0, error(1, plane, 2, norm), 1e-14, norm.toString());
        }
        Formula step = Formula.of("step", 2, x -> x[0] + x[1] < 1.3 ? 0 : 1);
        assertEquals(0, error(0, step.sampledOn(1, 1000), 2, LpNorm.L2));
        assertEquals(0, error(0, step.sampledOn(1000, 1), 2, LpNorm.L2));
    }

    /** A constant, and two on either side of a line: no rounding of a mean of many, so nothing to split. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void constantsAreOnePieceEach(int degree) {
        Outline outline = new Outline(300, 211);
        Cut cut = new Cut(outline, outline.chord(outline.point(0, 50), outline.point(300, 160)));
        double[] constant = new double[300 * 211];
        double[] two = new double[constant.length];
        for (int i = 0; i < two.length; i++) {
            constant[i] = 0.1;
            two[i] = cut.piece(i / 211 + 0.5, i % 211 + 0.5) == 0 ? 0.1 : -1.7;
        }
        Samples one = Samples.of("constant", Grid.of(300, 211), constant);
        Formula formula = Formula.of("constant", 2, x -> 0.1);
        for (LpNorm norm : new LpNorm[] {LpNorm.L2, LpNorm.SUP}) {
            for (Target target : new Target[] {one, formula}) {
                Approximation a = Wedgelets.ofDegree(degree).approximate(target, 64, norm);
                assertTrue(
                        a.approximant().toString().contains("cells=1, cut=0"),
                        a.approximant().toString());
                assertEquals(0, a.distance().value());
            }
        }
        assertEquals(0, error(degree, Samples.of("two", Grid.of(300, 211), two), 2, LpNorm.L2));
    }

    private static double error(int degree, Samples samples, int pieces, LpNorm norm) {
        return Wedgelets.ofDegree(degree)
                .approximate(samples, pieces, norm)
                .distance()
                .value();
    }

    /** On data with an edge wedgelets need far fewer pieces than cells that are not cut. */
    @Test
    void dataWithAnEdge() {
        Samples image = DISC.sampledOn(200, 131);
        double cells = Families.named("splines.dyadic.degree0")
                .approximate(image, 128, LpNorm.L2)
                .distance()
                .value();
        assertTrue(error(0, image, 128, LpNorm.L2) < 0.35 * cells, "cells " + cells);
    }

    @Test
    void citedSpeeds() {
        Wedgelets constants = Wedgelets.ofDegree(0);
        Wedgelets linear = Wedgelets.ofDegree(1);
        assertEquals(1, speed(linear, new Smoothness.Cartoon(2, 2), LpNorm.L2));
        assertEquals(0.5, speed(constants, new Smoothness.Cartoon(2, 2), LpNorm.L2));
        assertEquals(0.75, speed(linear, new Smoothness.Cartoon(2, 1.5), LpNorm.L2));
        assertEquals(1, speed(linear, new Smoothness.Cartoon(2, 3), LpNorm.L1));
        assertEquals(0.5, speed(linear, new Smoothness.Cartoon(2, 2), new LpNorm(4)));
        assertEquals(1, speed(constants, new Smoothness.Horizon(2, 2), LpNorm.L2));
        assertEquals(0.75, speed(linear, new Smoothness.Horizon(2, 1.5), LpNorm.L2));
        assertEquals(2, speed(linear, new Smoothness.Horizon(2, 3), LpNorm.L1));
        assertEquals(Optional.empty(), linear.theoreticalSpeed(new Smoothness.Horizon(3, 2), LpNorm.L2));
        assertEquals(0.5, speed(linear, new Smoothness.BoundedVariation(2), LpNorm.L2));
        assertEquals(1, speed(linear, new Smoothness.Hoelder(2, 3), LpNorm.L2));
        assertEquals(Optional.empty(), linear.theoreticalSpeed(new Smoothness.Cartoon(2, 2), LpNorm.SUP));
        assertEquals(Optional.empty(), linear.theoreticalSpeed(new Smoothness.Hoelder(1, 1), LpNorm.L2));
    }

    private static double speed(Wedgelets family, Smoothness smoothness, LpNorm norm) {
        return family.theoreticalSpeed(smoothness, norm).orElseThrow().speed();
    }
}
