package org.epsilonet.comparator.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;
import org.epsilonet.api.classes.Adversary;
import org.epsilonet.api.classes.CitedSpeed;
import org.epsilonet.api.classes.EntropyBounds;
import org.epsilonet.api.classes.FunctionClass;
import org.epsilonet.api.classes.Instance;
import org.epsilonet.api.classes.Smoothness;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.comparator.adversary.Adversaries;

/**
 * A unit ball (up to a constant) defined by its smoothness.
 *
 * @param id the name
 * @param title for tables
 * @param smoothness what defines the class
 * @param norm the usual metric
 * @param ball the set and its entropy
 * @param elements seed to instances
 */
record StandardClass(
        String id,
        String title,
        Smoothness smoothness,
        LpNorm norm,
        UnitBall ball,
        LongFunction<List<Instance>> elements)
        implements FunctionClass {
    /** Defined in words of their own, and holding what the adversary of their smoothness offers. */
    private static final Set<String> HOLDING = Set.of("lipschitz.anchored", "sobolev.2.1");

    /** The unit ball that the smoothness names. */
    StandardClass(String id, String title, Smoothness smoothness, LpNorm norm, LongFunction<List<Instance>> elements) {
        this(id, title, smoothness, norm, UnitBall.of(smoothness), elements);
    }

    @Override
    public Optional<CitedSpeed> encodingSpeed(LpNorm metric) {
        return ball.speed().in(metric);
    }

    @Override
    public String definition() {
        return ball.definition();
    }

    @Override
    public Optional<EntropyBounds> entropy(double epsilon, LpNorm metric) {
        FunctionClass.super.entropy(epsilon, metric); // Checks the accuracy.
        return ball.entropy().at(epsilon, metric);
    }

    @Override
    public List<Instance> instances(long seed) {
        return elements.apply(seed);
    }

    /** Where another definition than that of its smoothness cuts a class out of the ball, its elements need not be in the class. */
    @Override
    public Optional<Adversary> adversary(int budget) {
        if (id.equals("monotone")) {
            return Optional.of(Adversaries.monotone(budget));
        }
        return HOLDING.contains(id) || definition().equals(UnitBalls.definition(smoothness))
                ? Adversaries.of(smoothness, budget)
                : Optional.empty();
    }

    @Override
    public String toString() {
        return id;
    }
}
