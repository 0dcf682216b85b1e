package org.epsilonet.comparator.catalogue;

import java.util.List;
import java.util.Optional;
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

    @Override
    public Optional<Adversary> adversary(int budget) {
        return id.equals("monotone") ? Optional.of(Adversaries.monotone(budget)) : Adversaries.of(smoothness, budget);
    }

    @Override
    public String toString() {
        return id;
    }
}
