package org.epsilonet.families.relu.internal;

import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import org.epsilonet.api.classes.ApproximationKind;
import org.epsilonet.api.classes.CitedSpeed;
import org.epsilonet.api.classes.Smoothness;
import org.epsilonet.api.encodability.EncodabilityClaim;
import org.epsilonet.api.encodability.Growth;
import org.epsilonet.api.family.Approximation;
import org.epsilonet.api.family.Parametrization;
import org.epsilonet.api.family.ParametrizedFamily;
import org.epsilonet.api.family.Structure;
import org.epsilonet.api.family.StructureNumbering;
import org.epsilonet.api.function.Domain;
import org.epsilonet.api.function.Grid;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.Target;
import org.epsilonet.api.symbol.CorruptCodeException;
import org.epsilonet.api.symbol.SymbolSource;

/**
 * Networks \(\mathbb R \to \mathbb R\) with one hidden layer of \(M\) ReLU neurons whose kinks sit on a lattice; see the
 * package. On a jump of a formula the supremum norm is at least half the jump whatever the budget.
 */
public final class ShallowFamily implements ParametrizedFamily {
    /** The id of the family. */
    public static final String ID = "relu.shallow";

    private static final String DEVORE = "continuous free-knot linear splines: DeVore, Nonlinear approximation,"
            + " Acta Numerica 1998, Section 6 (Petrushev 1988)";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String title() {
        return "shallow ReLU networks, free knots";
    }

    @Override
    public String parameterMeaning() {
        return "number of hidden neurons (linear pieces); the parameters are the values at the knots";
    }

    @Override
    public Set<Integer> dimensions() {
        return Set.of(1);
    }

    @Override
    public ApproximationKind kind() {
        return ApproximationKind.NONLINEAR;
    }

    @Override
    public int largestBudget(Domain domain) {
        return domain instanceof Grid grid ? Math.max(1, grid.points() - 1) : EquidistantKnots.LARGEST_BUDGET_ON_CUBE;
    }

    @Override
    public Approximation approximate(Target target, int budget, LpNorm norm) {
        return approximations(target, norm).apply(budget);
    }

    @Override
    public IntFunction<Approximation> approximations(Target target, LpNorm norm) {
        return ShallowFit.of(target, norm, budget -> KnotLattice.of(target.domain(), budget), ShallowFamily::radius);
    }

    /** A function of unit norm in \(L^2\) has values up to the square root of the number of cells, on average over one. */
    private static double radius(KnotLattice lattice) {
        return 16 * Math.sqrt(lattice.last() + 1.0);
    }

    @Override
    public Parametrization parametrization(Domain domain, int budget) {
        EquidistantKnots lattice = EquidistantKnots.of(domain, budget);
        return new Parametrization() {
            @Override
            public double log2Structures() {
                return lattice.innerKnots().log2Count();
            }

            @Override
            public int size() {
                return lattice.pieces() + 1;
            }

            @Override
            public double radius() {
                return ShallowFamily.radius(lattice);
            }

            @Override
            public double lipschitz(LpNorm norm) {
                return 1;
            }

            @Override
            public Optional<StructureNumbering> numbering() {
                return ShallowStructure.numbering(lattice);
            }

            @Override
            public Structure read(SymbolSource source) throws CorruptCodeException {
                return ShallowStructure.read(lattice, source);
            }
        };
    }

    @Override
    public EncodabilityClaim encodability(Domain domain, LpNorm norm) {
        return EncodabilityClaim.of(
                Growth.LINEAR_LOG,
                Growth.LINEAR,
                Growth.LOG,
                Growth.ZERO,
                "knots on a lattice of max(2^30, M^4) cells: at most M log2(M^4) + O(M) bits; values at the knots are"
                        + " bounded by a power of M, and hat functions are a partition of unity, so Lip = 1");
    }

    @Override
    public Optional<CitedSpeed> theoreticalSpeed(Smoothness smoothness, LpNorm norm) {
        if (smoothness.dimension() != 1) {
            return Optional.empty();
        }
        if (smoothness instanceof Smoothness.Hoelder hoelder) {
            return speed(hoelder.alpha());
        }
        if (smoothness instanceof Smoothness.Besov besov) {
            double surplus = besov.s() - Math.max(0, 1 / besov.p() - 1 / norm.p());
            return surplus > 0 ? speed(Math.min(besov.s(), EquidistantKnots.DEPTH * surplus)) : Optional.empty();
        }
        if (smoothness instanceof Smoothness.PiecewiseSmooth pieces) {
            return pieces.jumps() > 0 ? speedWithJumps(pieces.order(), norm) : speed(pieces.order());
        }
        if (smoothness instanceof Smoothness.BoundedVariation) {
            return speedWithJumps(1, norm);
        }
        if (smoothness instanceof Smoothness.Analytic) {
            return speed(2);
        }
        if (smoothness instanceof Smoothness.Barron) {
            return Optional.of(CitedSpeed.of(
                    2, "1/2 + 3/(2d) for d = 1: Siegel, Xu, Sharp bounds for shallow networks, FoCM 2024"));
        }
        return Optional.empty();
    }

    /** A jump becomes a ramp over one cell of length M^-4, whose error in L^p is of order M^(-4/p). */
    private static Optional<CitedSpeed> speedWithJumps(double smoothness, LpNorm norm) {
        return norm.isSup() ? Optional.empty() : speed(Math.min(smoothness, EquidistantKnots.DEPTH / norm.p()));
    }

    private static Optional<CitedSpeed> speed(double smoothness) {
        return Optional.of(CitedSpeed.of(Math.min(smoothness, 2), DEVORE));
    }
}
