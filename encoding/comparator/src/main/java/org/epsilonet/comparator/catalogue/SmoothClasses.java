package org.epsilonet.comparator.catalogue;

import java.util.List;
import java.util.Optional;
import org.epsilonet.api.classes.CitedSpeed;
import org.epsilonet.api.classes.EntropyBounds;
import org.epsilonet.api.classes.FunctionClass;
import org.epsilonet.api.classes.Smoothness;
import org.epsilonet.api.classes.Smoothness.Analytic;
import org.epsilonet.api.classes.Smoothness.Besov;
import org.epsilonet.api.classes.Smoothness.Hoelder;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.comparator.entropy.AnalyticEntropy;
import org.epsilonet.comparator.entropy.EllipsoidEntropy;
import org.epsilonet.comparator.entropy.HoelderEntropy;
import org.epsilonet.comparator.entropy.LipschitzEntropy;
import org.epsilonet.comparator.entropy.PiecewiseSmoothEntropy;
import org.epsilonet.comparator.entropy.SumBallEntropy;

/** Smooth functions on the interval and the cube: Hölder, Sobolev, Besov, analytic. */
final class SmoothClasses {
    private static final double TYPE = 32;
    private static final String SIGNS = "bumps with random signs (Gilbert 1952 in Lp); ";

    private SmoothClasses() {}

    /** The classes. */
    static List<FunctionClass> all() {
        return List.of(
                anchored(),
                twiceDifferentiable(),
                integrableDerivative(),
                lipschitz(2),
                lipschitz(3),
                wavelets("sobolev.2.d2", "Sobolev, s = 2, p = 2, in the plane", new Besov(2, 2, 2, 2)),
                wavelets("besov.3.1.d2", "Besov, s = 3, p = 1, in the plane", new Besov(2, 3, 1, 1)),
                wavelets("besov.3.1.d3", "Besov, s = 3, p = 1, in space", new Besov(3, 3, 1, 1)),
                analytic(2),
                analytic(3),
                entire());
    }

    private static FunctionClass anchored() {
        Smoothness smoothness = new Hoelder(1, 1);
        UnitBall ball = UnitBall.of(
                smoothness,
                "f(0) = 0 and |f(x) - f(y)| <= |x - y| on [0, 1]",
                (epsilon, norm) -> Optional.of(new EntropyBounds(
                        epsilon,
                        norm,
                        norm.isSup()
                                ? LipschitzEntropy.anchored(1, epsilon)
                                : Math.min(
                                        LipschitzEntropy.anchored(1, epsilon), HoelderEntropy.lower(1, epsilon, norm)),
                        LipschitzEntropy.anchored(1, epsilon),
                        norm.isSup()
                                ? "ceil(1/eps) - 1 exactly: delta code and slopes +-1, Kolmogorov and Tikhomirov 1959"
                                : SIGNS + "delta code, Kolmogorov and Tikhomirov 1959")));
        return new StandardClass(
                "lipschitz.anchored", "Lipschitz, f(0) = 0", smoothness, LpNorm.SUP, ball, Elements::anchored);
    }

    private static FunctionClass twiceDifferentiable() {
        Smoothness smoothness = new Hoelder(1, 2);
        UnitBall ball = UnitBall.of(
                smoothness,
                "|f| <= 1, |f'| <= 1 and |f'(x) - f'(y)| <= |x - y| on [0, 1]",
                (epsilon, norm) -> Optional.of(new EntropyBounds(
                        epsilon,
                        norm,
                        epsilon < 1 ? PiecewiseSmoothEntropy.lower(epsilon, norm) : 0,
                        PiecewiseSmoothEntropy.upper(0, epsilon, norm),
                        SIGNS + "values and slopes on a grid, after Kolmogorov and Tikhomirov 1959")));
        return new StandardClass("hoelder.2", "Hölder, order 2", smoothness, LpNorm.L2, ball, Elements::smooth);
    }

    private static FunctionClass integrableDerivative() {
        Smoothness smoothness = new Besov(1, 2, 1, Double.POSITIVE_INFINITY);
        return new StandardClass(
                "sobolev.2.1",
                "Sobolev, s = 2, p = 1",
                smoothness,
                LpNorm.L2,
                UnitBall.of(
                        smoothness,
                        "mean of |f| plus mean of |f''| at most 1 on [0, 1]; between the Besov balls with s = 2, p = 1 and"
                                + " tau = 1, inf",
                        UnitBall.Entropy.UNKNOWN),
                seed -> Elements.besov(2, 1, seed));
    }

    private static FunctionClass lipschitz(int d) {
        Smoothness smoothness = new Hoelder(d, 1);
        UnitBall ball = UnitBall.of(
                smoothness,
                "|f| <= 1 and |f(x) - f(y)| <= |x - y|, the Euclidean distance, on [0, 1]^" + d,
                (epsilon, norm) -> Optional.of(new EntropyBounds(
                        epsilon,
                        norm,
                        HoelderEntropy.lower(d, 1, epsilon, norm),
                        HoelderEntropy.upper(d, 1, epsilon),
                        SIGNS + "values in the middles of cubes and their increments, after Kolmogorov and Tikhomirov"
                                + " 1959")));
        return new StandardClass(
                "hoelder.1.d" + d,
                d == 2 ? "Lipschitz in the plane" : "Lipschitz in space",
                smoothness,
                LpNorm.L2,
                ball,
                seed -> CubeElements.lipschitz(d, seed));
    }

    private static FunctionClass wavelets(String id, String title, Besov b) {
        int d = b.dimension();
        UnitBall ball = UnitBall.of(
                b,
                Powers.weightedSum(b.s() + 0.5 * d - d / b.p(), "|c_i|", b.p())
                        + " <= 1 for the coefficients of an orthonormal wavelet basis of L2[0, 1]^" + d
                        + ", level j = 0 for"
                        + " the first 2^" + d + " of them and j for those up to 2^(" + d + "(j+1))",
                (epsilon, norm) -> norm.equals(LpNorm.L2) ? Optional.of(wavelets(b, epsilon)) : Optional.empty());
        return new StandardClass(
                id,
                title,
                b,
                LpNorm.L2,
                ball,
                seed -> b.p() == 2 ? CubeElements.smooth(d, seed) : CubeElements.besov(d, seed));
    }

    private static EntropyBounds wavelets(Besov b, double epsilon) {
        int d = b.dimension();
        if (b.p() == 2) {
            return new EntropyBounds(
                    epsilon,
                    LpNorm.L2,
                    EllipsoidEntropy.lower(n -> axis(b.s(), d, n), epsilon),
                    EllipsoidEntropy.upper(n -> axis(b.s(), d, n), epsilon),
                    "an ellipsoid of wavelet coefficients: S(eps) by volumes (Donoho 2000), covered by a separated set or"
                            + " Rogers 1957");
        }
        double a = b.s() - 0.5 * d;
        return new EntropyBounds(
                epsilon,
                LpNorm.L2,
                SumBallEntropy.onCubesLower(d, a, epsilon),
                SumBallEntropy.onCubesUpper(d, a, epsilon),
                "a weighted l1 ball of wavelet coefficients: volumes; integer vectors level by level");
    }

    private static double axis(double s, int d, long n) {
        int level = n <= 1 ? 0 : (Long.SIZE - Long.numberOfLeadingZeros(n - 1) - 1) / d;
        return Math.pow(2, -s * level);
    }

    private static FunctionClass analytic(int d) {
        Smoothness smoothness = new Analytic(d, 2);
        return new StandardClass(
                "analytic.2.d" + d,
                "Analytic in Bernstein ellipses of parameter 2, d = " + d,
                smoothness,
                LpNorm.SUP,
                UnitBall.of(
                        smoothness,
                        "real on [0, 1]^" + d + ", which moved to [-1, 1]^" + d
                                + " continues analytically with |f| <= 1 to the"
                                + " product of the Bernstein ellipses of parameter 2",
                        UnitBall.Entropy.UNKNOWN),
                seed -> CubeElements.analytic(d, seed));
    }

    private static FunctionClass entire() {
        Smoothness smoothness = new Analytic(1, Double.POSITIVE_INFINITY);
        UnitBall ball = new UnitBall(
                "real on the line with |f| <= 1, continues to an entire function of exponential type 32; distances are"
                        + " taken on [0, 1] alone, where the instances live",
                norm -> Optional.of(new CitedSpeed(
                        Double.POSITIVE_INFINITY,
                        2,
                        "likely: entropy (log 1/eps)^2 / log log 1/eps, Kolmogorov and Tikhomirov 1959")),
                (epsilon, norm) -> Optional.of(new EntropyBounds(
                        epsilon,
                        norm,
                        Double.NaN,
                        AnalyticEntropy.exponentialType(TYPE, epsilon),
                        "rounded Chebyshev coefficients on the best Bernstein ellipse")));
        return new StandardClass(
                "exponential-type.32",
                "Entire functions of exponential type 32",
                smoothness,
                LpNorm.SUP,
                ball,
                Elements::waves);
    }
}
