package org.epsilonet.api.family;

import java.util.Optional;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import org.epsilonet.api.function.Distance;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.Samples;
import org.jspecify.annotations.Nullable;

/**
 * The result of approximating a target: the element found and how far it is. Thread-safe.
 *
 * <p>A family that has found its element without measuring, as by a transform, may leave the distance to be measured when it is
 * {@linkplain #distance() asked for}: who is going to round the parameters measures what that leaves of them, and need not
 * know how far the element was before.
 */
public final class Approximation {
    private final Approximant approximant;
    private final LpNorm norm;
    private final Outcome outcome;
    private final Supplier<Distance> measurement;
    private final Optional<DoubleSupplier> foretold;
    private volatile @Nullable Distance measured;

    /** Whether a near-best element was found. */
    public enum Outcome {
        /** The element is near-best in \(\Sigma_M\), as far as the family's algorithm knows. */
        REACHED,
        /** The family has no useful element for this target within its radius, or found none. */
        NOT_REACHED
    }

    /**
     * A result whose distance is known.
     *
     * @param approximant an element of \(\Sigma_M\) if reached; otherwise its parameters may leave the radius
     * @param distance its distance to the target in the norm asked for
     * @param outcome whether it is what the family's theory promises
     */
    public Approximation(Approximant approximant, Distance distance, Outcome outcome) {
        this(approximant, distance.norm(), outcome, () -> distance, Optional.empty());
    }

    private Approximation(
            Approximant approximant,
            LpNorm norm,
            Outcome outcome,
            Supplier<Distance> measurement,
            Optional<DoubleSupplier> foretold) {
        this.approximant = approximant;
        this.norm = norm;
        this.outcome = outcome;
        this.measurement = measurement;
        this.foretold = foretold;
    }

    /** An approximation with the outcome {@link Outcome#REACHED}. */
    public static Approximation reached(Approximant approximant, Distance distance) {
        return new Approximation(approximant, distance, Outcome.REACHED);
    }

    /** An approximation with the outcome {@link Outcome#NOT_REACHED}. */
    public static Approximation notReached(Approximant approximant, Distance distance) {
        return new Approximation(approximant, distance, Outcome.NOT_REACHED);
    }

    /**
     * An approximation of data whose distance is measured on all samples when it is asked for.
     *
     * @param data the target
     * @param approximant an element of \(\Sigma_M\) if reached
     * @param norm the norm asked for
     * @param outcome whether it is what the family's theory promises
     * @return the approximation
     */
    public static Approximation unmeasured(Samples data, Approximant approximant, LpNorm norm, Outcome outcome) {
        return unmeasured(data, approximant, norm, outcome, Optional.empty());
    }

    /**
     * The same, where the family can tell the distance in exact arithmetic without realizing the approximant, as Parseval's
     * identity does for orthonormal expansions.
     *
     * @param data the target
     * @param approximant an element of \(\Sigma_M\) if reached
     * @param norm the norm asked for
     * @param outcome whether it is what the family's theory promises
     * @param foretold the distance but for rounding; asked for each time it is needed
     * @return the approximation
     */
    public static Approximation unmeasured(
            Samples data, Approximant approximant, LpNorm norm, Outcome outcome, DoubleSupplier foretold) {
        return unmeasured(data, approximant, norm, outcome, Optional.of(foretold));
    }

    private static Approximation unmeasured(
            Samples data, Approximant approximant, LpNorm norm, Outcome outcome, Optional<DoubleSupplier> foretold) {
        return new Approximation(
                approximant, norm, outcome, () -> Distances.between(data, approximant, norm), foretold);
    }

    /** The element; an element of \(\Sigma_M\) if reached, otherwise its parameters may leave the radius. */
    public Approximant approximant() {
        return approximant;
    }

    /** Its distance to the target; measured once. */
    public Distance distance() {
        Distance known = measured;
        if (known == null) {
            known = measurement.get();
            measured = known;
        }
        return known;
    }

    /**
     * The distance as a search needs it, which measures at its end: foretold by the family where it can and the numbers allow,
     * otherwise that of {@link #distance}.
     *
     * @return a number that may differ from the distance by rounding
     */
    public double foretoldDistance() {
        double told = foretold.map(DoubleSupplier::getAsDouble).orElse(Double.NaN);
        return told >= 0 && told < Double.POSITIVE_INFINITY ? told : distance().value();
    }

    /** The norm of the distance. */
    public LpNorm norm() {
        return norm;
    }

    /** Whether the element is what the family's theory promises. */
    public Outcome outcome() {
        return outcome;
    }

    @Override
    public String toString() {
        return "Approximation[" + approximant + ", " + outcome + "]";
    }
}
