package org.epsilonet.comparator.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.function.LongToDoubleFunction;
import java.util.function.Supplier;
import org.epsilonet.api.classes.EntropyBounds;
import org.epsilonet.api.classes.FunctionClass;
import org.epsilonet.api.classes.Instance;
import org.epsilonet.api.classes.Smoothness;
import org.epsilonet.api.classes.Smoothness.Besov;
import org.epsilonet.api.classes.Smoothness.Mixed;
import org.epsilonet.api.classes.Smoothness.Other;
import org.epsilonet.api.classes.Smoothness.Periodic;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.comparator.entropy.CrossAxes;
import org.epsilonet.comparator.entropy.EllipsoidEntropy;
import org.epsilonet.comparator.entropy.SumBallEntropy;
import org.epsilonet.comparator.entropy.TorusAxes;

/** Classes defined by frequencies: Sobolev and mixed smoothness on the torus, weighted coefficients, modulation spaces. */
final class TorusClasses {
    private static final String ELLIPSOID =
            "an ellipsoid of Fourier coefficients: S(eps) by volumes (Donoho 2000), covered by a separated set or Rogers"
                    + " 1957";
    private static final String DIAGONAL = "entropy of diagonal operators: Carl 1981, Kuehn 2001";

    private TorusClasses() {}

    /** The classes. */
    static List<FunctionClass> all() {
        return List.of(
                sobolev(1, 2, "sobolev-periodic.2", "Sobolev on the circle, s = 2, p = 2", PeriodicElements::smooth),
                sobolev(
                        2,
                        1,
                        "sobolev-periodic.1.d2",
                        "Sobolev on the torus, s = 1, p = 2, d = 2",
                        seed -> CubeElements.torus(2, seed)),
                sobolev(
                        3,
                        1,
                        "sobolev-periodic.1.d3",
                        "Sobolev on the torus, s = 1, p = 2, d = 3",
                        seed -> CubeElements.torus(3, seed)),
                mixedInSpace(),
                coefficients(),
                localized(),
                modulation(),
                wiener());
    }

    private static FunctionClass sobolev(int d, int s, String id, String title, LongFunction<List<Instance>> elements) {
        return ellipsoid(
                id,
                title,
                new Periodic(new Besov(d, s, 2, 2)),
                "sum of max(1, 2 pi |k|)^" + 2 * s
                        + " |c_k|^2 <= 1 for the Fourier coefficients of f, of period 1 in every"
                        + " coordinate, |k| Euclidean",
                () -> TorusAxes.shortened(d, s),
                () -> TorusAxes.lengthened(d, s),
                elements);
    }

    private static FunctionClass mixedInSpace() {
        return ellipsoid(
                "mixed.1.d3",
                "Mixed smoothness on the torus, r = 1, d = 3",
                new Periodic(new Mixed(3, 1)),
                "sum of max(1,|k1|)^2 max(1,|k2|)^2 max(1,|k3|)^2 |c_k|^2 <= 1 for the Fourier coefficients of f, of period 1"
                        + " in every coordinate",
                () -> CrossAxes.shortened(3, 1),
                () -> CrossAxes.lengthened(3, 1),
                PeriodicElements::mixedInSpace);
    }

    /** The axes are counted when they are first asked for. */
    private static FunctionClass ellipsoid(
            String id,
            String title,
            Smoothness smoothness,
            String definition,
            Supplier<LongToDoubleFunction> shortened,
            Supplier<LongToDoubleFunction> lengthened,
            LongFunction<List<Instance>> elements) {
        UnitBall ball = UnitBall.of(
                smoothness,
                definition,
                (epsilon, norm) -> norm.equals(LpNorm.L2)
                        ? Optional.of(new EntropyBounds(
                                epsilon,
                                norm,
                                EllipsoidEntropy.lower(shortened.get(), epsilon),
                                EllipsoidEntropy.upper(lengthened.get(), epsilon),
                                ELLIPSOID))
                        : Optional.empty());
        return new StandardClass(id, title, smoothness, LpNorm.L2, ball, elements);
    }

    private static FunctionClass coefficients() {
        UnitBall ball = UnitBall.inMean(
                "sum of i^(1/2) |c_i| <= 1 for the coefficients in the orthonormal basis 1, sqrt(2) cos, sqrt(2) sin, ... of"
                        + " L2[0, 1], i >= 1 in order of frequency",
                1,
                "t + 1/p - 1/2 with t = 1/2, p = 1: " + DIAGONAL,
                (epsilon, norm) -> norm.equals(LpNorm.L2)
                        ? Optional.of(new EntropyBounds(
                                epsilon,
                                norm,
                                SumBallEntropy.powersLower(0.5, epsilon),
                                SumBallEntropy.powersUpper(0.5, epsilon),
                                "a weighted l1 ball: volumes; integer vectors level by level"))
                        : Optional.empty());
        return new StandardClass(
                "fourier-sum.0.5",
                "Weighted sums of Fourier coefficients, t = 1/2, p = 1",
                new Other(1, "fourier-sum.0.5"),
                LpNorm.L2,
                ball,
                PeriodicElements::summable);
    }

    private static FunctionClass localized() {
        UnitBall ball = UnitBall.inMean(
                "functions of period 1 with sum of (1 + |k|)^(1/2) |c_k| <= 1: the modulation space M^s_{p,p}, s = 1/2, p = 1,"
                        + " with a weight in frequency alone, of functions at a fixed place; up to constants",
                1,
                "likely: s/d + 1/p - 1/2, exponent derived; " + DIAGONAL,
                UnitBall.Entropy.UNKNOWN);
        return new StandardClass(
                "modulation-localized.0.5",
                "Modulation space at a fixed place, s = 1/2, p = 1",
                new Other(1, "modulation-localized.0.5"),
                LpNorm.L2,
                ball,
                PeriodicElements::summable);
    }

    private static FunctionClass modulation() {
        UnitBall ball = UnitBall.inMean(
                "the ball of the modulation space M^s_{p,p} on the line, s = p = 1: sum of (1 + |x| + |xi|) |c| <= 1 for the"
                        + " coefficients in a Wilson basis, x and xi place and frequency; a class on the line, of which the"
                        + " instances take 32 units of time to [0, 1]",
                1,
                "likely: s/(2d) + 1/p - 1/2, exponent derived; " + DIAGONAL,
                UnitBall.Entropy.UNKNOWN);
        return new StandardClass(
                "modulation.1",
                "Modulation space, s = 1, p = 1",
                new Other(1, "modulation.1"),
                LpNorm.L2,
                ball,
                PeriodicElements::modulation);
    }

    private static FunctionClass wiener() {
        String why = "the waves e^(2 pi i k x) are all in the ball and sqrt(2) apart";
        UnitBall ball = UnitBall.inMean(
                "sum of |c_i| <= 1 for the coefficients in the orthonormal basis 1, sqrt(2) cos, sqrt(2) sin, ... of"
                        + " L2[0, 1]",
                0,
                "not compact: " + why,
                (epsilon, norm) -> norm.equals(LpNorm.L2)
                        // sqrt(2), rounded down.
                        ? UnitBall.notCompact(epsilon, norm, Math.nextDown(Math.sqrt(2)), 1, why)
                        : Optional.empty());
        return new StandardClass(
                "wiener",
                "Wiener algebra, not compact",
                new Other(1, "wiener"),
                LpNorm.L2,
                ball,
                PeriodicElements::wiener);
    }
}
