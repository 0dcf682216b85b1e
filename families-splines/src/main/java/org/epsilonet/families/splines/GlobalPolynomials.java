package org.epsilonet.families.splines;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import org.epsilonet.api.classes.ApproximationKind;
import org.epsilonet.api.classes.CitedSpeed;
import org.epsilonet.api.classes.Smoothness;
import org.epsilonet.api.encodability.EncodabilityClaim;
import org.epsilonet.api.encodability.Growth;
import org.epsilonet.api.family.Approximant;
import org.epsilonet.api.family.Approximation;
import org.epsilonet.api.family.Distances;
import org.epsilonet.api.family.Parametrization;
import org.epsilonet.api.family.ParametrizedFamily;
import org.epsilonet.api.family.Structure;
import org.epsilonet.api.function.Cube;
import org.epsilonet.api.function.Distance;
import org.epsilonet.api.function.Domain;
import org.epsilonet.api.function.Formula;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.Target;
import org.epsilonet.api.symbol.SymbolSource;
import org.epsilonet.families.splines.internal.PolynomialBasis;
import org.epsilonet.families.splines.internal.PolynomialStructure;
import org.epsilonet.families.splines.internal.Radius;

/**
 * Polynomials of degree below \(M\) on the interval, with coefficients in one of three bases. In the Chebyshev and
 * the orthonormal Legendre basis bounded polynomials have bounded coefficients, and the families are ∞-encodable. In powers
 * they need coefficients up to \((1+\sqrt2)^M\), of order \(M\) bits each, and the box of all such coefficients holds far more than bounded polynomials.
 *
 * <p><b>In powers the family is not ∞-encodable, in any \(L^p\).</b> Coefficients are in the cube \([-r,r]^M\), \(r =
 * 16(1+\sqrt2)^M\), of volume \((2r)^M\). With \(\lambda_k = \sqrt{2k+1}\,\binom{2k}{k}2^{-k}\), the leading coefficient of
 * the Legendre polynomial of norm 1 in \(L^2\) on [-1, 1], powers and Legendre coefficients are related by a triangular
 * matrix of determinant \(\prod\lambda_k\). So a ball of radius \(\rho\) in \(L^2\), which lies in one of radius \(2\rho\)
 * around a polynomial, holds polynomials of volume at most \(\omega_M(2\rho)^M\prod_{k<M}\lambda_k\), \(\omega_M\) that of the
 * Euclidean unit ball, and
 * \[ \log_2 N(\Sigma_M, \rho) \ge M\log_2\frac r\rho - \log_2\omega_M - \sum_{k<M}\log_2\lambda_k
 *    \sim \bigl(\log_2(1+\sqrt2) - \tfrac12\bigr)M^2 \approx .77\,M^2 . \]
 * For \(p \ge 2\) norms are larger; for \(p < 2\) at most \(M\) times smaller on these polynomials (\(\|f\|_2^2 \le
 * \|f\|_\infty\|f\|_1\) and \(\|f\|_\infty \le M\|f\|_2\)), which costs \(M\log_2M\). At \(\rho = M^{-\gamma}\), any
 * \(\gamma \ge 0\), that exceeds \(O(M^{1+h})\) for every \(h < 1\).
 *
 * @see "docs/theory.md, G5"
 */
final class GlobalPolynomials implements ParametrizedFamily {
    private static final int LARGEST_BUDGET = 1 << 10;

    /** Beyond, a double has no digit left of what powers cancel. */
    private static final int LARGEST_BUDGET_OF_POWERS = 24;

    /** Coefficients of functions bounded by 1 are at most 2 in the Chebyshev basis. */
    private static final double RADIUS = 16;

    private static final String JACKSON =
            "Jackson 1911; DeVore and Lorentz, Constructive Approximation, 1993, chapters 7 and 9";

    private final PolynomialBasis basis;

    GlobalPolynomials(PolynomialBasis basis) {
        this.basis = basis;
    }

    private boolean isWellConditioned() {
        return basis != PolynomialBasis.MONOMIAL;
    }

    @Override
    public String id() {
        return switch (basis) {
            case LEGENDRE -> "splines.legendre";
            case CHEBYSHEV -> "splines.chebyshev";
            case MONOMIAL -> "splines.monomials";
        };
    }

    @Override
    public String title() {
        return switch (basis) {
            case LEGENDRE -> "Polynomials in the orthonormal Legendre basis";
            case CHEBYSHEV -> "Polynomials in the Chebyshev basis";
            case MONOMIAL -> "control: the same polynomials in powers of x";
        };
    }

    @Override
    public String parameterMeaning() {
        return "number of coefficients (degree plus one)";
    }

    @Override
    public Set<Integer> dimensions() {
        return Set.of(1);
    }

    @Override
    public ApproximationKind kind() {
        return ApproximationKind.LINEAR;
    }

    /** Functions on the interval only: through equidistant samples polynomials of high degree oscillate. */
    @Override
    public boolean supports(Domain domain) {
        return domain.equals(Cube.INTERVAL);
    }

    @Override
    public int largestBudget(Domain domain) {
        return isWellConditioned() ? LARGEST_BUDGET : LARGEST_BUDGET_OF_POWERS;
    }

    private int size(Domain domain, int budget) {
        if (!supports(domain) || budget < 1) {
            throw new IllegalArgumentException(
                    id() + " needs the unit interval and a budget >= 1, were " + domain + " and " + budget);
        }
        return Math.min(budget, largestBudget(domain));
    }

    private double radius(int size) {
        // At least the sum of the powers up to M - 1, doubled.
        return isWellConditioned() ? RADIUS : RADIUS * StrictMath.pow(1 + Math.sqrt(2), size);
    }

    @Override
    public Approximation approximate(Target target, int budget, LpNorm norm) {
        return approximations(target, norm).apply(budget);
    }

    /** One series for all budgets. */
    @Override
    public IntFunction<Approximation> approximations(Target target, LpNorm norm) {
        size(target.domain(), 1);
        double[] series = basis.series((Formula) target, largestBudget(target.domain()));
        return budget -> {
            int size = size(target.domain(), budget);
            double[] coefficients = basis.fromSeries(Arrays.copyOf(series, size));
            boolean reached = Radius.enforce(coefficients, radius(size));
            Approximant approximant = new PolynomialStructure(basis, size).realize(coefficients);
            Distance distance = Distances.between(target, approximant, norm);
            return reached
                    ? Approximation.reached(approximant, distance)
                    : Approximation.notReached(approximant, distance);
        };
    }

    @Override
    public Parametrization parametrization(Domain domain, int budget) {
        PolynomialStructure structure = new PolynomialStructure(basis, size(domain, budget));
        return new Parametrization() {
            @Override
            public double log2Structures() {
                return 0;
            }

            @Override
            public int size() {
                return structure.size();
            }

            @Override
            public double radius() {
                return GlobalPolynomials.this.radius(structure.size());
            }

            @Override
            public double lipschitz(LpNorm norm) {
                double[] ones = new double[structure.size()];
                Arrays.fill(ones, 1);
                return structure.perturbation(ones, norm).of(ones);
            }

            @Override
            public Structure read(SymbolSource source) {
                return structure;
            }
        };
    }

    @Override
    public EncodabilityClaim encodability(Domain domain, LpNorm norm) {
        return isWellConditioned()
                ? EncodabilityClaim.of(
                        Growth.ZERO,
                        Growth.LINEAR,
                        Growth.CONSTANT,
                        Growth.LOG,
                        "one structure; basis functions are bounded by 1, or orthonormal and bounded by (2k+1)^(1/2), so"
                                + " Lip is polynomial; coefficients of functions bounded by 1 are at most 2")
                : EncodabilityClaim.of(
                                Growth.ZERO,
                                Growth.LINEAR,
                                Growth.LINEAR,
                                Growth.LOG,
                                "one structure; |u^k| <= 1, so Lip <= M; in powers the coefficients of T_k add up to"
                                        + " (1+sqrt 2)^k/2, of order M bits each. The bounded polynomials among them"
                                        + " are in splines.chebyshev, which is encodable")
                        .obstructedBy("by volumes the box of coefficients up to (1+sqrt 2)^M needs"
                                + " (log2(1+sqrt 2) - 1/2) M^2 bits, up to M log M, at any fixed covering radius");
    }

    /** Partial sums of Chebyshev series lose a logarithm in the supremum norm only. */
    @Override
    public Optional<CitedSpeed> theoreticalSpeed(Smoothness smoothness, LpNorm norm) {
        if (smoothness.dimension() != 1 || norm.p() == 1) {
            return Optional.empty();
        }
        // Legendre series do not converge in L^p for p >= 4, and in the supremum norm lose M^(1/2).
        boolean onlyInMean = basis == PolynomialBasis.LEGENDRE && norm.p() != 2;
        if (onlyInMean && !(smoothness instanceof Smoothness.Analytic)) {
            return Optional.empty();
        }
        if (smoothness instanceof Smoothness.Hoelder hoelder) {
            return smooth(hoelder.alpha(), norm);
        }
        if (smoothness instanceof Smoothness.PiecewiseSmooth pieces) {
            return pieces.jumps() == 0 ? smooth(pieces.order(), norm) : withJumps(pieces.order(), norm);
        }
        if (smoothness instanceof Smoothness.BoundedVariation) {
            return withJumps(Double.POSITIVE_INFINITY, norm);
        }
        if (smoothness instanceof Smoothness.Analytic) {
            return Optional.of(CitedSpeed.of(
                    Double.POSITIVE_INFINITY,
                    "error O(rho^-M): Bernstein 1912; Trefethen, Approximation Theory, ch. 8"));
        }
        return Optional.empty();
    }

    private static Optional<CitedSpeed> smooth(double order, LpNorm norm) {
        return Optional.of(new CitedSpeed(order, norm.isSup() ? 1 : 0, JACKSON));
    }

    private static Optional<CitedSpeed> withJumps(double order, LpNorm norm) {
        return norm.isSup()
                ? Optional.empty()
                : Optional.of(CitedSpeed.of(Math.min(order, 1 / norm.p()), JACKSON + "; a jump costs M^(-1/p)"));
    }
}
