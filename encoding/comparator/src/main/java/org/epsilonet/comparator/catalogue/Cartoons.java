package org.epsilonet.comparator.catalogue;

import java.util.List;
import java.util.Set;
import org.epsilonet.api.classes.ApproximationKind;
import org.epsilonet.api.classes.Instance;
import org.epsilonet.api.function.Formula;

/** Cartoons \(f_0 + 1_B f_1\) on the square: smooth functions on both sides of a \(C^2\) edge. */
final class Cartoons {
    private static final double RADIUS = 0.35;

    /**
     * How far the edge strays from the circle: its curvature is then of the order of the circle's. A rougher edge shows
     * its speed late: the finer the cells, the more of it they have to follow.
     */
    private static final double ROUGHNESS = 0.002;

    private Cartoons() {}

    /**
     * A disc whose edge is random on every scale, as a \(C^2\) function of the angle (so that every ∞-encodable family
     * stops at the encoding speed, see {@link Interleaved}; and, as for any edge, uniform cells and first wavelets at
     * 1/4, best wavelets at 1/2), and an ellipse in random position.
     */
    static List<Instance> of(long seed) {
        return List.of(
                new Instance(roughDisc(seed), Set.of(ApproximationKind.LINEAR, ApproximationKind.NONLINEAR)),
                new Instance(ellipse(seed), Set.of(ApproximationKind.LINEAR)));
    }

    /** The rough disc is bounded and of bounded variation. */
    static Formula roughDisc(long seed) {
        return SharedFormulas.of(List.of("rough disc", seed), () -> newRoughDisc(seed));
    }

    private static Formula newRoughDisc(long seed) {
        Interleaved edge = new Interleaved(2, Profile.BUMP, seed);
        return Formula.of("rough disc", 2, z -> {
            double x = z[0] - 0.5;
            double y = z[1] - 0.5;
            double radius = Math.sqrt(x * x + y * y);
            return background(x, y) + (isInside(radius, x, y, edge) ? 1 - x * y : 0);
        });
    }

    private static boolean isInside(double radius, double x, double y, Interleaved edge) {
        if (Math.abs(radius - RADIUS) > ROUGHNESS) {
            return radius < RADIUS;
        }
        double turn = (Math.atan2(y, x) + Math.PI) / (2 * Math.PI);
        return radius < RADIUS + ROUGHNESS * edge.applyAsDouble(Math.min(turn, 1));
    }

    private static Formula ellipse(long seed) {
        double angle = Hash.uniform(seed, 1, 0, 0, Math.PI);
        double cos = Math.cos(angle);
        double sin = Math.sin(angle);
        double a = Hash.uniform(seed, 1, 1, 0.25, 0.4);
        double b = Hash.uniform(seed, 1, 2, 0.15, 0.25);
        double centre = Hash.uniform(seed, 1, 3, 0.45, 0.55);
        return Formula.of("ellipse", 2, z -> {
            double x = z[0] - centre;
            double y = z[1] - centre;
            double u = (cos * x + sin * y) / a;
            double v = (cos * y - sin * x) / b;
            return background(x, y) + (u * u + v * v < 1 ? 0.8 + x : 0);
        });
    }

    private static double background(double x, double y) {
        return 0.25 * Math.sin(3 * x - 2 * y);
    }
}
