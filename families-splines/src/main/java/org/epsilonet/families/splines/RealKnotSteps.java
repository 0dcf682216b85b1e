package org.epsilonet.families.splines;

import java.util.Optional;
import java.util.Set;
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
import org.epsilonet.api.family.PerturbationBound;
import org.epsilonet.api.family.Structure;
import org.epsilonet.api.function.Cube;
import org.epsilonet.api.function.Distance;
import org.epsilonet.api.function.Domain;
import org.epsilonet.api.function.Formula;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.Target;
import org.epsilonet.api.symbol.CorruptCodeException;
import org.epsilonet.api.symbol.SymbolSource;
import org.epsilonet.families.splines.internal.Jumps;
import org.epsilonet.families.splines.internal.Radius;
import org.epsilonet.families.splines.internal.RealKnots;

/**
 * A control: step functions with at most \(M\) pieces whose knots are real numbers. In the supremum norm already two
 * pieces are no totally bounded set: functions with unit jumps at different places are at distance 1. So jumps, which no
 * code can tell, cost nothing, and the speed exceeds the encoding speed 0 of every class with jumps.
 *
 * <p>In \(L^p\), \(p < \infty\), they are ∞-encodable: a knot moved by \(\delta\) costs \(|h|\,\delta^{1/p}\) for a jump
 * of \(h\), so that the realization is Hölder of exponent \(\beta = 1/p\) in all parameters together. With \(n\) jumps and the
 * radius \(r\), and since \(\delta \le (2r)^{1-1/p}\delta^{1/p}\) for \(\delta \le 2r\),
 * \[ \|R(\theta)-R(\theta')\|_p \le \bigl((n+1)(2r)^{1-1/p} + nr\bigr)\,\|\theta-\theta'\|_\infty^{1/p} : \]
 * \(p\) times the bits that the knots take in \(L^1\).
 *
 * @see "docs/theory.md, G3"
 */
final class RealKnotSteps implements ParametrizedFamily {
    private static final int LARGEST_BUDGET = 1 << 10;
    private static final double RADIUS_PER_PIECE = 8;

    private final FreeKnotPiecewisePolynomials onLattice = FreeKnotPiecewisePolynomials.ofDegree(0);

    @Override
    public String id() {
        return "splines.real-knots.degree0";
    }

    @Override
    public String title() {
        return "control: step functions with real knots";
    }

    @Override
    public String parameterMeaning() {
        return "number of pieces; the parameters are knots and jumps";
    }

    @Override
    public Set<Integer> dimensions() {
        return Set.of(1);
    }

    @Override
    public ApproximationKind kind() {
        return ApproximationKind.NONLINEAR;
    }

    /** Functions on the interval only: between two samples all knots are alike. */
    @Override
    public boolean supports(Domain domain) {
        return domain.equals(Cube.INTERVAL);
    }

    @Override
    public int largestBudget(Domain domain) {
        return LARGEST_BUDGET;
    }

    private int pieces(Domain domain, int budget) {
        if (!supports(domain) || budget < 1) {
            throw new IllegalArgumentException(
                    id() + " needs the unit interval and a budget >= 1, were " + domain + " and " + budget);
        }
        return Math.min(budget, LARGEST_BUDGET);
    }

    @Override
    public Approximation approximate(Target target, int budget, LpNorm norm) {
        int pieces = pieces(target.domain(), budget);
        Formula formula = (Formula) target;
        RealKnots knots = norm.isSup() ? RealKnots.uniform(formula, pieces) : inMean(formula, pieces, norm);
        double[] parameters = knots.parameters();
        boolean reached = Radius.enforce(parameters, RADIUS_PER_PIECE * pieces);
        Approximant approximant = new Jumps(knots.places().length, pieces - 1).realize(parameters);
        Distance distance = Distances.between(target, approximant, norm);
        return reached ? Approximation.reached(approximant, distance) : Approximation.notReached(approximant, distance);
    }

    private RealKnots inMean(Formula formula, int pieces, LpNorm norm) {
        Approximant lattice = onLattice.approximate(formula, pieces, norm).approximant();
        double[] places = lattice.breakpoints();
        double[] values = new double[places.length + 1];
        for (int i = 0; i < values.length; i++) {
            double from = i == 0 ? 0 : places[i - 1];
            double to = i == places.length ? 1 : places[i];
            values[i] = lattice.at(0.5 * (from + to));
        }
        return new RealKnots(places, values).refined(formula);
    }

    @Override
    public Parametrization parametrization(Domain domain, int budget) {
        int pieces = pieces(domain, budget);
        double radius = RADIUS_PER_PIECE * pieces;
        return new Parametrization() {
            @Override
            public double log2Structures() {
                return Math.nextUp(Math.log(pieces) / Math.log(2));
            }

            @Override
            public int size() {
                return 2 * pieces - 1;
            }

            @Override
            public double radius() {
                return radius;
            }

            @Override
            public double lipschitz(LpNorm norm) {
                if (pieces == 1) {
                    return Math.nextUp(1.0);
                }
                if (norm.isSup()) {
                    return Double.POSITIVE_INFINITY;
                }
                double diameter = norm.p() == 1 ? 1 : StrictMath.pow(2 * radius, 1 - 1 / norm.p()) * (1 + 0x1p-50);
                return PerturbationBound.outward(pieces * diameter + (pieces - 1) * radius, 4);
            }

            /** \(1/p\) for moved knots; a single piece has none and is Lipschitz. */
            @Override
            public double hoelder(LpNorm norm) {
                return pieces == 1 ? 1 : exponent(norm);
            }

            @Override
            public Structure read(SymbolSource source) throws CorruptCodeException {
                return new Jumps((int) source.uniform(pieces), pieces - 1);
            }
        };
    }

    /** In the supremum norm there is no constant, whatever the exponent. */
    private static double exponent(LpNorm norm) {
        return norm.isSup() ? 1 : 1 / norm.p();
    }

    @Override
    public EncodabilityClaim encodability(Domain domain, LpNorm norm) {
        String source = "knots in [0, 1] and jumps bounded by a power of M; ";
        EncodabilityClaim claim = EncodabilityClaim.of(
                        Growth.LOG,
                        Growth.LINEAR,
                        Growth.LOG,
                        norm.isSup() ? Growth.INFINITE : Growth.LOG,
                        source
                                + (norm.isSup()
                                        ? "a moved knot costs the whole jump"
                                        : "in Lp a jump h moved by d costs |h| d^(1/p), so the parameters take p times"
                                                + " the bits of L1"))
                .withHoelder(exponent(norm));
        return norm.isSup()
                ? claim.obstructedBy(
                        "unit jumps at different places are at distance 1 in the supremum norm: already two"
                                + " pieces are not totally bounded, and no finite set covers them within 1/3")
                : claim;
    }

    @Override
    public Optional<CitedSpeed> theoreticalSpeed(Smoothness smoothness, LpNorm norm) {
        boolean hasJumps = smoothness instanceof Smoothness.PiecewiseSmooth
                || (smoothness instanceof Smoothness.BoundedVariation && smoothness.dimension() == 1);
        if (!norm.isSup() || !hasJumps) {
            return Speeds.freeKnots(smoothness, norm, 1);
        }
        double order = smoothness instanceof Smoothness.PiecewiseSmooth pieces ? pieces.order() : 1;
        return Optional.of(
                CitedSpeed.of(Math.min(order, 1), "Kahane 1961: M pieces of equal variation, jumps are free"));
    }
}
