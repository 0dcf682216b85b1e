package org.epsilonet.families.relu.internal;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;
import org.epsilonet.api.family.Approximant;
import org.epsilonet.api.family.Approximation;
import org.epsilonet.api.family.Approximation.Outcome;
import org.epsilonet.api.family.Distances;
import org.epsilonet.api.function.Formula;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.Samples;
import org.epsilonet.api.function.Target;

/**
 * Approximation by shallow networks of one variable. For \(p < \infty\) knots and values are chosen by least squares
 * ({@link SegmentedRegression}, {@link HatLeastSquares}), in the supremum norm by {@link Tunnel}; \(O(N)\).
 */
final class ShallowFit {
    private ShallowFit() {}

    /**
     * Approximations of one target with many budgets; curves are shared by all budgets of one lattice.
     *
     * @param target the function
     * @param norm the norm
     * @param lattices budget to places of knots
     * @param radius the largest value at a knot that may be
     */
    static IntFunction<Approximation> of(
            Target target,
            LpNorm norm,
            IntFunction<? extends KnotLattice> lattices,
            ToDoubleFunction<KnotLattice> radius) {
        Map<Long, Curve> curves = new ConcurrentHashMap<>();
        // Here, so that a domain that is not supported is refused at once.
        KnotLattice first = lattices.apply(1);
        curves.put(first.last(), sampled(target, first));
        return budget -> {
            KnotLattice lattice = lattices.apply(budget);
            Curve curve = curves.computeIfAbsent(lattice.last(), k -> sampled(target, lattice));
            return fitted(target, curve, lattice, norm, radius.applyAsDouble(lattice));
        };
    }

    private static Curve sampled(Target target, KnotLattice lattice) {
        return target instanceof Samples samples ? Curve.of(samples) : AdaptiveSampling.of((Formula) target, lattice);
    }

    private static Approximation fitted(Target target, Curve curve, KnotLattice lattice, LpNorm norm, double radius) {
        FreeKnotFit fit = norm.isSup()
                ? FreeKnotFit.uniform(curve, lattice.pieces())
                : FreeKnotFit.leastSquares(curve, lattice.pieces());
        Approximant approximant =
                ShallowStructure.of(lattice, curve.positions(fit.knots())).realize(fit.values());
        return new Approximation(
                approximant,
                Distances.between(target, approximant, norm),
                LpNorm.SUP.of(fit.values()) <= radius ? Outcome.REACHED : Outcome.NOT_REACHED);
    }
}
