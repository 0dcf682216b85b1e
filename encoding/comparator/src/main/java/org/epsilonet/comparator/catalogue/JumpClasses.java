package org.epsilonet.comparator.catalogue;

import static org.epsilonet.comparator.catalogue.UnitBall.atLeast;
import static org.epsilonet.comparator.catalogue.UnitBall.notCompact;

import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.function.ToDoubleBiFunction;
import org.epsilonet.api.classes.CitedSpeed;
import org.epsilonet.api.classes.EntropyBounds;
import org.epsilonet.api.classes.FunctionClass;
import org.epsilonet.api.classes.Instance;
import org.epsilonet.api.classes.Smoothness;
import org.epsilonet.api.classes.Smoothness.BoundedVariation;
import org.epsilonet.api.classes.Smoothness.Cartoon;
import org.epsilonet.api.classes.Smoothness.Horizon;
import org.epsilonet.api.classes.Smoothness.Other;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.comparator.entropy.CurvatureEntropy;
import org.epsilonet.comparator.entropy.StepEntropy;
import org.epsilonet.comparator.entropy.VariationEntropy;

/** Functions with jumps: steps, piecewise polynomials, bounded variation, horizons and cartoons. Not compact in sup. */
final class JumpClasses {
    private static final String PLACES = "jumps at different places are a fixed distance apart";

    private JumpClasses() {}

    /** The classes. */
    static List<FunctionClass> all() {
        return List.of(
                steps(), polynomials(), boundedVariation(2), boundedVariation(3), horizon(2), horizon(3), cartoon());
    }

    /** The speed of families depends on their degree and on that of the pieces: no smoothness tells. */
    private static FunctionClass steps() {
        return finitelyManyParameters(
                "step",
                "One jump",
                "f = a before t and b after it on [0, 1], |a| <= 1, |b| <= 1",
                StepEntropy::upper,
                "heights and place on a grid: (2 + p) log2(1/eps) + O(1)",
                Elements::steps);
    }

    private static FunctionClass polynomials() {
        return finitelyManyParameters(
                "piecewise-polynomial.2",
                "Piecewise parabolas, at most 3 jumps",
                "|f| <= 1 on [0, 1], a polynomial of degree at most 2 between at most 3 jumps",
                (epsilon, norm) -> StepEntropy.polynomials(2, 3, epsilon, norm),
                "contains the functions of one jump; Legendre coefficients and cells with jumps",
                Elements::parabolas);
    }

    private static FunctionClass finitelyManyParameters(
            String id,
            String title,
            String definition,
            ToDoubleBiFunction<Double, LpNorm> upper,
            String source,
            LongFunction<List<Instance>> elements) {
        UnitBall ball = new UnitBall(
                definition,
                norm -> Optional.of(
                        norm.isSup()
                                ? CitedSpeed.of(0, "not compact in the supremum norm: " + PLACES)
                                : new CitedSpeed(
                                        Double.POSITIVE_INFINITY,
                                        1,
                                        "finitely many parameters: entropy of order log(1/eps)")),
                (epsilon, norm) -> norm.isSup()
                        ? notCompact(epsilon, norm, 2, 1, PLACES)
                        : Optional.of(new EntropyBounds(
                                epsilon,
                                norm,
                                epsilon >= 1 ? 0 : StepEntropy.lower(epsilon, norm),
                                upper.applyAsDouble(epsilon, norm),
                                source)));
        return new StandardClass(id, title, new Other(1, id), LpNorm.L2, ball, elements);
    }

    private static FunctionClass boundedVariation(int d) {
        Smoothness smoothness = new BoundedVariation(d);
        UnitBall ball = UnitBall.of(
                smoothness,
                "|f| <= 1 and total variation at most 1 on [0, 1]^" + d,
                (epsilon, norm) -> norm.isSup()
                        ? notCompact(epsilon, norm, 1, 1, "indicators of small cubes at different places are 1 apart")
                        : atLeast(
                                epsilon,
                                norm,
                                epsilon >= 1 ? 0 : VariationEntropy.onCubes(d, epsilon, norm),
                                "cubes with random signs (Gilbert 1952); the order in L1 is that of Dutta and Nguyen 2018,"
                                        + " no upper bound with constants is known here"));
        return new StandardClass(
                "bv.d" + d,
                "Bounded variation, d = " + d,
                smoothness,
                d == 2 ? LpNorm.L2 : LpNorm.L1,
                ball,
                seed -> CubeElements.boundedVariation(d, seed));
    }

    private static FunctionClass horizon(int d) {
        Smoothness smoothness = new Horizon(d, 2);
        UnitBall ball = UnitBall.of(
                smoothness,
                "1 where x_" + d + " <= h of the other coordinates, 0 elsewhere on [0, 1]^" + d
                        + "; 0 <= h <= 1, h and its" + " gradient Lipschitz with constant 1",
                (epsilon, norm) -> norm.isSup()
                        ? notCompact(epsilon, norm, 1, 1, "different horizons are 1 apart")
                        : Optional.of(horizon(d, epsilon, norm)));
        return new StandardClass(
                "horizon.2.d" + d,
                "Horizons in C², d = " + d,
                smoothness,
                LpNorm.L2,
                ball,
                seed -> CubeElements.horizon(d, seed));
    }

    private static EntropyBounds horizon(int d, double epsilon, LpNorm norm) {
        return new EntropyBounds(
                epsilon,
                norm,
                epsilon >= 1 ? 0 : CurvatureEntropy.horizons(d, epsilon, norm),
                epsilon >= 1 ? 0 : d == 2 ? CurvatureEntropy.planarHorizons(epsilon, norm) : Double.NaN,
                "horizons with random bumps (Gilbert 1952); in the plane values and slopes on a grid, after Kolmogorov and"
                        + " Tikhomirov 1959");
    }

    private static FunctionClass cartoon() {
        Smoothness smoothness = new Cartoon(3, 2);
        return new StandardClass(
                "cartoon.2.d3",
                "Cartoon-like, C² edges, d = 3",
                smoothness,
                LpNorm.L2,
                UnitBall.of(
                        smoothness,
                        "f0 + 1_B f1 on [0, 1]^3, values and gradients of f0, f1 at most 1, gradients Lipschitz with constant"
                                + " 1, the boundary of B a surface in C^2 with curvatures at most 4",
                        UnitBall.Entropy.UNKNOWN),
                CubeElements::cartoon);
    }
}
