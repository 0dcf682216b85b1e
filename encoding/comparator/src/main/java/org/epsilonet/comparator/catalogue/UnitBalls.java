package org.epsilonet.comparator.catalogue;

import java.util.Optional;
import java.util.function.LongToDoubleFunction;
import org.epsilonet.api.classes.EntropyBounds;
import org.epsilonet.api.classes.Smoothness;
import org.epsilonet.api.classes.Smoothness.Analytic;
import org.epsilonet.api.classes.Smoothness.Besov;
import org.epsilonet.api.classes.Smoothness.BoundedVariation;
import org.epsilonet.api.classes.Smoothness.Cartoon;
import org.epsilonet.api.classes.Smoothness.Hoelder;
import org.epsilonet.api.classes.Smoothness.Mixed;
import org.epsilonet.api.classes.Smoothness.Periodic;
import org.epsilonet.api.classes.Smoothness.PiecewiseSmooth;
import org.epsilonet.api.classes.Smoothness.Singleton;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.comparator.entropy.AnalyticEntropy;
import org.epsilonet.comparator.entropy.CartoonEntropy;
import org.epsilonet.comparator.entropy.CrossAxes;
import org.epsilonet.comparator.entropy.EllipsoidEntropy;
import org.epsilonet.comparator.entropy.HoelderEntropy;
import org.epsilonet.comparator.entropy.PiecewiseSmoothEntropy;
import org.epsilonet.comparator.entropy.SumBallEntropy;
import org.epsilonet.comparator.entropy.VariationEntropy;

/**
 * The unit balls of the catalogue, one definition for each kind of smoothness, and the bounds on their entropy. Where a
 * bound is known in one norm only, it is used in the others as the inclusions allow: on a probability space
 * \(\|f\|_p \le \|f\|_q\) for \(p \le q\), so upper bounds pass to smaller exponents and lower bounds to larger ones.
 */
final class UnitBalls {
    private static final double UNKNOWN = Double.NaN;
    private static final String JUMPS =
            "not compact in the supremum norm: jumps of height %s at different places are %s"
                    + " apart, and places are infinitely many";

    private UnitBalls() {}

    /** The definition; blank where there is none here. */
    static String definition(Smoothness smoothness) {
        if (smoothness instanceof Hoelder c && isHoelder(c)) {
            return "|f| <= 1 and |f(x) - f(y)| <= " + Powers.of("|x - y|", c.alpha()) + " on [0, 1]";
        }
        if (smoothness instanceof Besov b && isSequenceBall(b)) {
            return Powers.weightedSum(b.s() + 0.5 - 1 / b.p(), "|c_jk|", b.p())
                    + " <= 1 for the coefficients of an orthonormal wavelet basis of L2[0, 1], 0 <= k < 2^j, the"
                    + " scaling function counted with level 0; inside, psi_jk(x) = 2^(j/2) psi(2^j x - k), psi of compact"
                    + " support and largest value at least 1";
        }
        if (smoothness instanceof PiecewiseSmooth c && c.order() == 2) {
            return "at most " + c.jumps() + " jumps on [0, 1] between pieces with |f| <= 1, |f'| <= 1 and"
                    + " |f'(x) - f'(y)| <= |x - y|";
        }
        if (smoothness instanceof BoundedVariation c && c.dimension() == 1) {
            return "|f| <= 1 and total variation at most 1 on [0, 1]";
        }
        if (smoothness instanceof Analytic c && c.dimension() == 1) {
            return "real on [0, 1], which moved to [-1, 1] continues analytically with |f| <= 1 to the Bernstein ellipse"
                    + " of parameter " + Powers.number(c.rho());
        }
        if (smoothness instanceof Singleton c) {
            return "the function " + c.function() + " alone";
        }
        if (isCircle(smoothness)) {
            return "square of the mean plus square mean of f' at most 1, for f of period 1";
        }
        if (isTorus(smoothness)) {
            return "sum of max(1,|k1|)^2 max(1,|k2|)^2 |c_k|^2 <= 1 for the Fourier coefficients of f, of period 1 in both"
                    + " coordinates";
        }
        if (smoothness instanceof Cartoon c && isPlanar(c)) {
            return "f0 + 1_B f1 on the unit square, values and gradients of f0, f1 at most 1, gradients Lipschitz with"
                    + " constant 1, B star-shaped around the middle with radius in [1/4, 1/2] whose derivative is Lipschitz"
                    + " with constant 1";
        }
        return "";
    }

    /** The bounds; empty where nothing is known. */
    static Optional<EntropyBounds> entropy(Smoothness smoothness, double epsilon, LpNorm norm) {
        if (smoothness instanceof Hoelder c && isHoelder(c)) {
            return Optional.of(hoelder(c.alpha(), epsilon, norm));
        }
        if (smoothness instanceof Besov b && isSequenceBall(b)) {
            return besov(b, epsilon, norm);
        }
        if (smoothness instanceof PiecewiseSmooth c && c.order() == 2) {
            return Optional.of(piecewiseSmooth(c, epsilon, norm));
        }
        if (smoothness instanceof BoundedVariation c && c.dimension() == 1) {
            return Optional.of(boundedVariation(epsilon, norm));
        }
        if (smoothness instanceof Analytic c && c.dimension() == 1) {
            return Optional.of(analytic(c.rho(), epsilon, norm));
        }
        if (smoothness instanceof Singleton) {
            return Optional.of(new EntropyBounds(epsilon, norm, 0, 0, "a single function: one ball"));
        }
        if ((isCircle(smoothness) || isTorus(smoothness)) && norm.equals(LpNorm.L2)) {
            return Optional.of(periodic(isTorus(smoothness), epsilon));
        }
        if (smoothness instanceof Cartoon c && isPlanar(c)) {
            return cartoon(epsilon, norm);
        }
        return Optional.empty();
    }

    private static boolean isHoelder(Hoelder c) {
        return c.dimension() == 1 && c.alpha() <= 1;
    }

    private static boolean isSequenceBall(Besov b) {
        return b.dimension() == 1 && b.p() == b.tau() && (b.p() == 2 || (b.p() == 1 && b.s() >= 0.5));
    }

    private static boolean isCircle(Smoothness smoothness) {
        return smoothness.equals(new Periodic(new Besov(1, 1, 2, 2)));
    }

    private static boolean isTorus(Smoothness smoothness) {
        return smoothness.equals(new Periodic(new Mixed(2, 1)));
    }

    private static EntropyBounds periodic(boolean torus, double epsilon) {
        LongToDoubleFunction circle = n -> n == 1 ? 1 : 1 / (2 * Math.PI * (n / 2));
        return new EntropyBounds(
                epsilon,
                LpNorm.L2,
                EllipsoidEntropy.lower(torus ? CrossAxes.shortened(2, 1) : circle, epsilon),
                EllipsoidEntropy.upper(torus ? CrossAxes.lengthened(2, 1) : circle, epsilon),
                "an ellipsoid of Fourier coefficients: S(eps) by volumes (Donoho 2000), covered by a separated set or Rogers"
                        + " 1957");
    }

    private static boolean isPlanar(Cartoon c) {
        return c.dimension() == 2 && c.beta() == 2;
    }

    private static EntropyBounds hoelder(double alpha, double epsilon, LpNorm norm) {
        String source = alpha == 1 && norm.isSup()
                ? "walks in a strip counted by their transfer matrix; delta code after one of ceil(1/eps) starts:"
                        + " Kolmogorov and Tikhomirov 1959, with their constants"
                : "bumps with random signs (Gilbert 1952 in Lp); values on a grid and their increments, after Kolmogorov and"
                        + " Tikhomirov 1959";
        return new EntropyBounds(
                epsilon,
                norm,
                HoelderEntropy.lower(alpha, epsilon, norm),
                HoelderEntropy.upper(alpha, epsilon),
                source);
    }

    /** In \(L^2\) an isometry with coefficients: an ellipsoid, or a weighted \(\ell^1\) ball. */
    private static Optional<EntropyBounds> besov(Besov b, double epsilon, LpNorm norm) {
        if (norm.isSup() && b.s() <= 1 / b.p() && epsilon < 0.5) {
            return Optional.of(EntropyBounds.infinite(
                    epsilon,
                    norm,
                    "not compact: s <= 1/p; the wavelets divided by their weights are at least 1 apart in the"
                            + " supremum norm"));
        }
        if (b.s() <= 1 / b.p() - 0.5) {
            return critical(epsilon, norm);
        }
        boolean isEllipsoid = b.p() == 2;
        double a = b.s() + 0.5 - 1 / b.p();
        LongToDoubleFunction axes = k -> Math.pow(2, -b.s() * (63 - Long.numberOfLeadingZeros(Math.max(1, k - 1))));
        double lower = norm.p() < 2
                ? UNKNOWN
                : isEllipsoid ? EllipsoidEntropy.lower(axes, epsilon) : SumBallEntropy.lower(a, epsilon);
        double upper = norm.p() > 2
                ? UNKNOWN
                : isEllipsoid ? EllipsoidEntropy.upper(axes, epsilon) : SumBallEntropy.upper(a, epsilon);
        return Optional.of(
                new EntropyBounds(
                        epsilon,
                        norm,
                        lower,
                        upper,
                        isEllipsoid
                                ? "in L2 an ellipsoid of coefficients: S(eps) by volumes (Donoho 2000), covered by a separated set or"
                                        + " Rogers 1957"
                                : "in L2 a weighted l1 ball of coefficients: volumes from below, a code level by level from above"));
    }

    /** All wavelets are in the ball, at distance \(\sqrt2\) from each other in \(L^2\), hence at least so in others above. */
    private static Optional<EntropyBounds> critical(double epsilon, LpNorm norm) {
        if (norm.p() < 2) {
            return Optional.empty();
        }
        return epsilon < Math.sqrt(0.5)
                ? Optional.of(EntropyBounds.infinite(
                        epsilon,
                        norm,
                        "not compact: s = 1/p - 1/2; the wavelets of all levels are in the ball and sqrt(2) apart"))
                : norm.p() > 2
                        ? Optional.empty()
                        : Optional.of(new EntropyBounds(
                                epsilon, norm, 0, epsilon < 1 ? UNKNOWN : 0, "norm at most 1: the ball around 0"));
    }

    private static EntropyBounds piecewiseSmooth(PiecewiseSmooth c, double epsilon, LpNorm norm) {
        if (!norm.isSup()) {
            return new EntropyBounds(
                    epsilon,
                    norm,
                    PiecewiseSmoothEntropy.lower(epsilon, norm),
                    PiecewiseSmoothEntropy.upper(c.jumps(), epsilon, norm),
                    "bumps with random signs (Gilbert 1952); values and slopes on a grid, after Kolmogorov and Tikhomirov"
                            + " 1959, and the places of the jumps");
        }
        return epsilon < 1 && c.jumps() > 0
                ? EntropyBounds.infinite(epsilon, norm, String.format(JUMPS, "2", "2"))
                : new EntropyBounds(epsilon, norm, 0, epsilon < 1 ? UNKNOWN : 0, "|f| <= 1: the ball around 0");
    }

    private static EntropyBounds boundedVariation(double epsilon, LpNorm norm) {
        if (!norm.isSup()) {
            return new EntropyBounds(
                    epsilon,
                    norm,
                    VariationEntropy.lower(epsilon, norm),
                    VariationEntropy.upper(epsilon, norm),
                    "volumes of step functions; lattice paths that follow the function column by column");
        }
        return epsilon < 0.5
                ? EntropyBounds.infinite(epsilon, norm, String.format(JUMPS, "1", "1"))
                : new EntropyBounds(
                        epsilon, norm, 0, epsilon < 1 ? UNKNOWN : 0, "|f| <= 1: the ball around 0 if eps >= 1");
    }

    private static EntropyBounds analytic(double rho, double epsilon, LpNorm norm) {
        return new EntropyBounds(
                epsilon,
                norm,
                norm.p() < 2 ? UNKNOWN : AnalyticEntropy.lower(rho, epsilon),
                AnalyticEntropy.upper(rho, epsilon),
                "volume of a weighted l1 ball of Legendre coefficients; rounded Chebyshev coefficients (Bernstein 1912),"
                        + " after Kolmogorov and Tikhomirov 1959");
    }

    private static Optional<EntropyBounds> cartoon(double epsilon, LpNorm norm) {
        if (norm.isSup()) {
            return epsilon < 0.5
                    ? Optional.of(EntropyBounds.infinite(
                            epsilon,
                            norm,
                            "not compact in the supremum norm: different edges are 1 apart where f1 = 1"))
                    : Optional.empty();
        }
        return Optional.of(new EntropyBounds(
                epsilon,
                norm,
                epsilon >= 2 ? 0 : CartoonEntropy.lower(epsilon, norm),
                epsilon >= 2 ? 0 : UNKNOWN,
                "edges with random bumps (Gilbert 1952, Donoho 2001 for the order); no upper bound with constants is known"
                        + " here"));
    }
}
