package org.epsilonet.comparator.catalogue;

import static org.epsilonet.comparator.catalogue.UnitBall.atLeast;
import static org.epsilonet.comparator.catalogue.UnitBall.notCompact;

import java.util.List;
import java.util.Optional;
import org.epsilonet.api.classes.CitedSpeed;
import org.epsilonet.api.classes.EntropyBounds;
import org.epsilonet.api.classes.FunctionClass;
import org.epsilonet.api.classes.Smoothness;
import org.epsilonet.api.classes.Smoothness.Besov;
import org.epsilonet.api.classes.Smoothness.BoundedVariation;
import org.epsilonet.api.classes.Smoothness.Other;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.comparator.entropy.CurvatureEntropy;
import org.epsilonet.comparator.entropy.MonotonePath;

/** Monotone and convex functions. */
final class ShapeClasses {
    private static final String CURVED = "a paraboloid and bumps with random signs (Gilbert 1952 in Lp); the order is"
            + " Bronshtein's 1976, no upper bound with constants is known here";

    private ShapeClasses() {}

    /** The classes. */
    static List<FunctionClass> all() {
        return List.of(monotone(), convex(1), convex(2), convex(3), bounded());
    }

    private static FunctionClass monotone() {
        Smoothness smoothness = new BoundedVariation(1);
        UnitBall ball = new UnitBall(
                "nondecreasing from [0, 1] to [0, 1]",
                norm -> Optional.of(
                        norm.isSup()
                                ? CitedSpeed.of(0, "not compact in the supremum norm: jumps at different places")
                                : CitedSpeed.of(
                                        1,
                                        "1: Birman and Solomyak 1967; van der Vaart and Wellner 1996, theorem 2.7.5")),
                (epsilon, norm) -> norm.isSup()
                        ? notCompact(epsilon, norm, 1, 1, "jumps from 0 to 1 at different places are 1 apart")
                        : Optional.of(monotone(epsilon, norm)));
        return new StandardClass("monotone", "Monotone, bounded", smoothness, LpNorm.L2, ball, Elements::monotone);
    }

    private static EntropyBounds monotone(double epsilon, LpNorm norm) {
        return new EntropyBounds(
                epsilon,
                norm,
                epsilon >= 0.5 ? 0 : MonotonePath.lower(epsilon, norm),
                epsilon >= 0.5 ? 0 : MonotonePath.upper(epsilon, norm),
                "staircases with random steps (Gilbert 1952); lattice paths through the cells of a grid");
    }

    private static FunctionClass convex(int d) {
        // On the interval the second derivative is a measure of mass at most 2.
        Smoothness smoothness = d == 1 ? new Besov(1, 2, 1, Double.POSITIVE_INFINITY) : new Other(d, "convex");
        UnitBall ball = new UnitBall(
                "convex with |f| <= 1 and |f(x) - f(y)| <= |x - y|, the Euclidean distance, on [0, 1]^" + d,
                norm -> Optional.of(CitedSpeed.of(2.0 / d, "2/d: Bronshtein 1976")),
                (epsilon, norm) ->
                        atLeast(epsilon, norm, epsilon >= 1 ? 0 : CurvatureEntropy.convex(d, epsilon, norm), CURVED));
        return new StandardClass(
                d == 1 ? "convex" : "convex.d" + d,
                "Convex and Lipschitz" + (d == 1 ? "" : ", d = " + d),
                smoothness,
                LpNorm.SUP,
                ball,
                seed -> d == 1 ? Elements.convex(seed) : CubeElements.convex(d, seed));
    }

    private static FunctionClass bounded() {
        String steep = "max(0, 1 - nx) for n = 1, 3, 9, ... differ by 2/3 somewhere";
        UnitBall ball = new UnitBall(
                "convex with |f| <= 1 on [0, 1]",
                norm -> Optional.of(
                        norm.isSup()
                                ? CitedSpeed.of(0, "not compact in the supremum norm: " + steep)
                                : CitedSpeed.of(2, "2/d: Dryanov 2009, Guntuboyina and Sen 2013")),
                (epsilon, norm) -> norm.isSup()
                        ? notCompact(epsilon, norm, 0.66, 1, steep)
                        : atLeast(epsilon, norm, epsilon >= 1 ? 0 : CurvatureEntropy.convex(1, epsilon, norm), CURVED));
        return new StandardClass(
                "convex-bounded",
                "Convex, only bounded",
                new Other(1, "convex-bounded"),
                LpNorm.L2,
                ball,
                Elements::steep);
    }
}
