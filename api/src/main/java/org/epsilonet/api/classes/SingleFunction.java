package org.epsilonet.api.classes;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.epsilonet.api.function.Formula;
import org.epsilonet.api.function.LpNorm;

/**
 * The class of one function: entropy 0, encoding speed +∞. How fast families approach it says how much of it they know.
 *
 * @param id the name, also of its smoothness
 * @param title for tables
 * @param function the function, known everywhere; data are compared as data
 * @param norm the usual metric
 */
public record SingleFunction(String id, String title, Formula function, LpNorm norm) implements FunctionClass {
    @Override
    public Smoothness smoothness() {
        return new Smoothness.Singleton(function.dimension(), id);
    }

    @Override
    public String definition() {
        return "the function " + function.name() + " alone";
    }

    @Override
    public Optional<CitedSpeed> encodingSpeed(LpNorm metric) {
        return Optional.of(CitedSpeed.of(Double.POSITIVE_INFINITY, "a single function has entropy 0"));
    }

    @Override
    public Optional<EntropyBounds> entropy(double epsilon, LpNorm metric) {
        return Optional.of(new EntropyBounds(epsilon, metric, 0, 0, "a single function: one ball"));
    }

    @Override
    public List<Instance> instances(long seed) {
        return List.of(new Instance(function, Set.of(ApproximationKind.values())));
    }
}
