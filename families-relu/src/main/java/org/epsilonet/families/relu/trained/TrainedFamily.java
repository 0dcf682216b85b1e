package org.epsilonet.families.relu.trained;

import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import org.epsilonet.api.classes.ApproximationKind;
import org.epsilonet.api.classes.CitedSpeed;
import org.epsilonet.api.classes.Smoothness;
import org.epsilonet.api.encodability.EncodabilityClaim;
import org.epsilonet.api.encodability.Growth;
import org.epsilonet.api.family.Approximation;
import org.epsilonet.api.family.Approximation.Outcome;
import org.epsilonet.api.family.Distances;
import org.epsilonet.api.family.ParameterSet;
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
 * Sparse networks of three affine maps, found by training; see the package.
 *
 * <p>An approximation is {@link Outcome#NOT_REACHED} if the parameters leave the radius, or if training found nothing
 * better than a constant. Budgets between powers of two are served by the network of the power below, budgets above 256
 * by that of 256.
 *
 * @see "docs/theory.md, G6"
 */
public final class TrainedFamily implements ParametrizedFamily {
    /** The id of the family. */
    public static final String ID = "relu.trained";

    /** For the provider. */
    public TrainedFamily() {}

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String title() {
        return "sparse ReLU networks as training finds them";
    }

    @Override
    public String parameterMeaning() {
        return "most nonzero weights and biases of a network of three affine maps and width ceil(sqrt(2M)); found by"
                + " Adam and pruning, so errors are those of optimization, too";
    }

    @Override
    public Set<Integer> dimensions() {
        return Set.of(1, 2);
    }

    @Override
    public ApproximationKind kind() {
        return ApproximationKind.NONLINEAR;
    }

    /** Training may end far from the best network. */
    @Override
    public boolean isNearBest() {
        return false;
    }

    @Override
    public int largestBudget(Domain domain) {
        return domain instanceof Grid grid ? Math.min(grid.points(), TrainedFit.LARGEST) : TrainedFit.LARGEST;
    }

    @Override
    public Approximation approximate(Target target, int budget, LpNorm norm) {
        shape(target.domain(), budget);
        return approximations(target, norm).apply(budget);
    }

    @Override
    public IntFunction<Approximation> approximations(Target target, LpNorm norm) {
        shape(target.domain(), 1);
        TrainedFit fit = new TrainedFit(target, norm);
        return budget -> {
            SparseShape shape = shape(target.domain(), budget);
            SparseApproximant network = fit.network(shape.budget(), shape);
            boolean reached = fit.found(shape.budget()) && network.isWithin(shape.radius());
            return new Approximation(
                    network, Distances.between(target, network, norm), reached ? Outcome.REACHED : Outcome.NOT_REACHED);
        };
    }

    private SparseShape shape(Domain domain, int budget) {
        if (!dimensions().contains(domain.dimension()) || budget < 1) {
            throw new IllegalArgumentException(
                    "needs dimension 1 or 2 and a budget >= 1, were " + domain.dimension() + " and " + budget);
        }
        int useful = domain instanceof Grid ? Math.min(budget, largestBudget(domain)) : budget;
        return new SparseShape(domain.dimension(), useful);
    }

    @Override
    public Parametrization parametrization(Domain domain, int budget) {
        SparseShape shape = shape(domain, budget);
        return new Parametrization() {
            @Override
            public double log2Structures() {
                return shape.log2Supports();
            }

            @Override
            public int size() {
                return shape.budget();
            }

            @Override
            public double radius() {
                return shape.radius();
            }

            @Override
            public double lipschitz(LpNorm norm) {
                return shape.lipschitz();
            }

            @Override
            public ParameterSet parameterSet() {
                return ParameterSet.SOLID;
            }

            @Override
            public Optional<StructureNumbering> numbering() {
                return shape.numbering();
            }

            @Override
            public Structure read(SymbolSource source) throws CorruptCodeException {
                return SparseStructure.read(shape, source);
            }
        };
    }

    @Override
    public EncodabilityClaim encodability(Domain domain, LpNorm norm) {
        return EncodabilityClaim.of(
                Growth.LINEAR,
                Growth.LINEAR,
                Growth.LOG,
                Growth.LOG,
                "M of about 2M positions; depth 3, row sums at most 16(1 + sqrt M): Lip <= W L^2 (r+1)^L, polynomial in M");
    }

    /** What training reaches on a class is not known; for the best networks the speeds are those of the literature. */
    @Override
    public Optional<CitedSpeed> theoreticalSpeed(Smoothness smoothness, LpNorm norm) {
        return Optional.empty();
    }
}
