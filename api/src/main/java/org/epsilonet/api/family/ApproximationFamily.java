package org.epsilonet.api.family;

import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import org.epsilonet.api.classes.ApproximationKind;
import org.epsilonet.api.classes.CitedSpeed;
import org.epsilonet.api.classes.JacksonBound;
import org.epsilonet.api.classes.Smoothness;
import org.epsilonet.api.encodability.EncodabilityClaim;
import org.epsilonet.api.function.Domain;
import org.epsilonet.api.function.Grid;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.Target;

/**
 * A sequence \(\Sigma = (\Sigma_M)_{M\ge1}\) of sets of functions on \([0,1]^d\), nested or not. Stateless and
 * thread-safe: equal calls give bit-identical results, whatever ran before or runs beside.
 */
public interface ApproximationFamily {
    /** Dotted, stable name; it travels in every encoded file. Lower case letters, digits, dots, dashes; at most 64. */
    String id();

    /** What a person reads in a table. */
    String title();

    /** What the budget \(M\) counts, for example "number of polynomial pieces". */
    String parameterMeaning();

    /** The dimensions \(d\) in which the family exists; not empty. */
    Set<Integer> dimensions();

    /** Whether every \(\Sigma_M\) lies in one linear space. */
    ApproximationKind kind();

    /**
     * Finds a near-best approximation from \(\Sigma_M\).
     *
     * <p>Not finding one is a result ({@link Approximation.Outcome#NOT_REACHED}), not an exception. A budget beyond what
     * the target can use (more terms than samples) is treated as the largest useful one.
     *
     * @param target the function; its dimension is one of {@link #dimensions()}
     * @param budget the budget \(M \ge 1\)
     * @param norm the norm in which the approximation should be good
     * @return an element of \(\Sigma_M\) (or near it, if not reached) and its distance to the target in {@code norm}
     * @throws IllegalArgumentException if the domain is not supported or the budget is below 1
     */
    Approximation approximate(Target target, int budget, LpNorm norm);

    /**
     * The claim from which the ∞-encodability verdict is computed, as \(M \to \infty\) on the cube.
     *
     * @param domain a supported domain; on a grid the claim is that of the cube of the same dimension
     * @param norm the norm of the metric
     */
    EncodabilityClaim encodability(Domain domain, LpNorm norm);

    /**
     * The approximation speed \(\gamma^*_{approx}\) known for a kind of smoothness, the family's saturation included.
     *
     * @param smoothness what defines the class
     * @param norm the norm of the error
     * @return the speed with its source, or empty where none is known
     */
    Optional<CitedSpeed> theoreticalSpeed(Smoothness smoothness, LpNorm norm);

    /**
     * A proven upper bound on the error of {@link #approximate} for all functions of a unit ball, with its constant.
     *
     * @param smoothness what defines the class; the ball is that of {@link
     *     org.epsilonet.api.classes.FunctionClass#definition}
     * @param norm the norm of the error
     * @param budget the budget \(M \ge 1\)
     * @return the bound with its source; empty, the default, where no constant is known
     */
    default Optional<JacksonBound> jackson(Smoothness smoothness, LpNorm norm, int budget) {
        return Optional.empty();
    }

    /**
     * Whether {@link #approximate} finds near-best elements, up to a constant or at the speed of the best: then the decay of
     * its errors is an approximation speed. Not if the search may get stuck, as training does: then errors are those of the
     * search, too, and their decay says nothing about \(\Sigma\).
     */
    default boolean isNearBest() {
        return true;
    }

    /** Whether targets on this domain can be approximated. By default every domain of a supported dimension. */
    default boolean supports(Domain domain) {
        return dimensions().contains(domain.dimension());
    }

    /**
     * The largest budget worth asking for. By default the number of grid points, and 2^20 on the cube.
     *
     * @param domain a supported domain
     */
    default int largestBudget(Domain domain) {
        return domain instanceof Grid grid ? grid.points() : 1 << 20;
    }

    /**
     * Which polynomials are reproduced: on a grid those of degree below this order in each variable, up to rounding and up
     * to the boundary, with a budget that is small against the number of samples (the contract tries a sixth of them).
     *
     * @param domain a supported domain
     * @return the order; 0, the default, where nothing is promised
     */
    default int polynomialOrder(Domain domain) {
        return 0;
    }

    /**
     * Approximations of one target with many budgets. Override it when work can be shared (one transform, one dynamic
     * program); the results must equal those of {@link #approximate}.
     *
     * @param target the function
     * @param norm the norm
     * @return budget to approximation; thread-safe
     */
    default IntFunction<Approximation> approximations(Target target, LpNorm norm) {
        return budget -> approximate(target, budget, norm);
    }
}
