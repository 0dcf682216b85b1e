package org.epsilonet.comparator.catalogue;

import java.util.Optional;
import org.epsilonet.api.classes.CitedSpeed;
import org.epsilonet.api.classes.EntropyBounds;
import org.epsilonet.api.classes.Smoothness;
import org.epsilonet.api.function.LpNorm;

/**
 * A definite set of functions and what is known of its entropy.
 *
 * @param definition the set, with all its constants
 * @param speed its encoding speed
 * @param entropy bounds on its entropy
 */
record UnitBall(String definition, Speed speed, Entropy entropy) {
    /** The encoding speed in a norm. */
    interface Speed {
        /** Empty where it is not known. */
        Optional<CitedSpeed> in(LpNorm norm);
    }

    /** Bounds on the entropy at an accuracy in a norm. */
    interface Entropy {
        /** No bound with constants is known. */
        Entropy UNKNOWN = (epsilon, norm) -> Optional.empty();

        /** Empty where none is known. */
        Optional<EntropyBounds> at(double epsilon, LpNorm norm);
    }

    /** A ball whose encoding speed is that of its smoothness. */
    static UnitBall of(Smoothness smoothness, String definition, Entropy entropy) {
        return new UnitBall(definition, norm -> EncodingSpeeds.of(smoothness, norm), entropy);
    }

    /** The ball that the smoothness alone names. */
    static UnitBall of(Smoothness smoothness) {
        return of(
                smoothness,
                UnitBalls.definition(smoothness),
                (epsilon, norm) -> UnitBalls.entropy(smoothness, epsilon, norm));
    }

    /** A ball whose encoding speed is known in \(L^2\) alone. */
    static UnitBall inMean(String definition, double speed, String source, Entropy entropy) {
        return new UnitBall(
                definition,
                norm -> norm.equals(LpNorm.L2) ? Optional.of(CitedSpeed.of(speed, source)) : Optional.empty(),
                entropy);
    }

    /** An upper bound is not known. */
    static Optional<EntropyBounds> atLeast(double epsilon, LpNorm norm, double bits, String source) {
        return Optional.of(new EntropyBounds(epsilon, norm, bits, Double.NaN, source));
    }

    /** Infinite below half of the distance of infinitely many elements; where one ball is enough nothing; else unknown. */
    static Optional<EntropyBounds> notCompact(double epsilon, LpNorm norm, double distance, double radius, String why) {
        if (epsilon < 0.5 * distance) {
            return Optional.of(EntropyBounds.infinite(epsilon, norm, "not compact: " + why));
        }
        return Optional.of(new EntropyBounds(
                epsilon, norm, 0, epsilon < radius ? Double.NaN : 0, "norm at most " + radius + ": the ball around 0"));
    }
}
