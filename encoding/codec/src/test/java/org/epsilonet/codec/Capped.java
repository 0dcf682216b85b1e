package org.epsilonet.codec;

import java.util.Optional;
import java.util.Set;
import org.epsilonet.api.classes.ApproximationKind;
import org.epsilonet.api.classes.CitedSpeed;
import org.epsilonet.api.classes.Smoothness;
import org.epsilonet.api.encodability.EncodabilityClaim;
import org.epsilonet.api.family.Approximation;
import org.epsilonet.api.family.Parametrization;
import org.epsilonet.api.family.ParametrizedFamily;
import org.epsilonet.api.function.Domain;
import org.epsilonet.api.function.Grid;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.Target;

/**
 * Another family under a name of its own, which reaches nothing on data of more than so many samples; where that is none,
 * it throws.
 */
record Capped(ParametrizedFamily family, String id, int samples) implements ParametrizedFamily {
    @Override
    public String title() {
        return family.title();
    }

    @Override
    public String parameterMeaning() {
        return family.parameterMeaning();
    }

    @Override
    public Set<Integer> dimensions() {
        return family.dimensions();
    }

    @Override
    public ApproximationKind kind() {
        return family.kind();
    }

    @Override
    public Approximation approximate(Target target, int budget, LpNorm norm) {
        if (samples == 0) {
            throw new ArrayIndexOutOfBoundsException("broken");
        }
        Approximation a = family.approximate(target, budget, norm);
        return ((Grid) target.domain()).points() > samples
                ? Approximation.notReached(a.approximant(), a.distance())
                : a;
    }

    @Override
    public EncodabilityClaim encodability(Domain domain, LpNorm norm) {
        return family.encodability(domain, norm);
    }

    @Override
    public Optional<CitedSpeed> theoreticalSpeed(Smoothness smoothness, LpNorm norm) {
        return family.theoreticalSpeed(smoothness, norm);
    }

    @Override
    public Parametrization parametrization(Domain domain, int budget) {
        return family.parametrization(domain, budget);
    }

    @Override
    public int largestBudget(Domain domain) {
        return family.largestBudget(domain);
    }
}
