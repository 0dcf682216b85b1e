package org.epsilonet.codec.internal;

import java.util.Optional;
import org.epsilonet.api.family.Approximation;
import org.epsilonet.quantization.Quantization;
import org.epsilonet.quantization.Steps;

/**
 * Searches the largest step with which one approximation still meets a goal, by the error of what would be decoded.
 *
 * <p>The step expected of an orthonormal system is where it starts, or the certified one where that breaks everything. From
 * there it follows the model \(e^2 = a^2 + (c\eta)^2\) of errors that add
 * as squares (in the supremum norm \(e = a + c\eta\)), with \(c\) from the last measurement, and closes a bracket of
 * steps that do and do not meet the goal; a few measurements suffice, where bisection from afar would need sixteen.
 */
final class StepSearch {
    private static final int MOST_MEASUREMENTS = 9;
    /** Each measurement of large data takes long; of very many parameters a step is large enough where the model says so. */
    private static final int MOST_ON_LARGE_DATA = 5;
    /** So often it is believed that a step next to one that missed is the best. */
    private static final int TRUSTED = 3;

    private final Goal goal;
    private final double approximationError;
    private final double[] theta;
    private final Quantization finest;
    private final int leastCode;
    private final int largestCode;
    private double leastError = Double.POSITIVE_INFINITY;

    /**
     * @param goal what must be met
     * @param a the approximation
     * @param approximationError its error in the user's units
     */
    StepSearch(Goal goal, Approximation a, double approximationError) {
        this.goal = goal;
        this.approximationError = approximationError;
        this.theta = a.approximant().parameters();
        double largest = 0;
        for (int i = 0; i < theta.length; i++) {
            largest = Math.max(
                    largest, Math.abs(theta[i]) / a.approximant().structure().scale(i, goal.norm()));
        }
        // Between a step that leaves no integer above 2^51 and one that makes all of them zero.
        this.leastCode = Math.max(0, Steps.codeAtMost(largest * 0x1p-51) + 1);
        this.largestCode = Math.max(leastCode, Steps.codeAtMost(4 * largest));
        this.finest = Quantization.of(a.approximant().structure(), theta, Steps.of(leastCode), goal.norm());
    }

    /**
     * The step expected of an orthonormal system: k parameters rounded to multiples of \(\eta\) move the function by about
     * \(\eta\sqrt{k/12}\) in \(L^2\).
     *
     * @return a code of a step
     */
    int expected() {
        double left = Math.scalb(left(approximationError), -goal.map().exponent());
        int size = Math.max(1, finest.structure().size());
        double step = left * (goal.norm().isSup() ? 1 : Math.sqrt(12.0 / size));
        return Math.min(Math.max(Steps.codeAtMost(step), leastCode), largestCode);
    }

    /** The certified step: where the perturbation bound alone meets what the approximation leaves of the error. */
    private int certified() {
        double left = Math.scalb(left(approximationError), -goal.map().exponent());
        double step = Steps.largest(finest.structure(), theta, goal.norm(), left);
        return step == 0 ? leastCode : Steps.code(step);
    }

    /** The least error measured. */
    double leastError() {
        return leastError;
    }

    /**
     * The quantization with the largest step found to meet the goal.
     *
     * @param startCode where to start
     * @param deadZone what becomes zero
     * @return empty if even the finest step does not
     */
    Optional<Quantization> largest(int startCode, double deadZone) {
        int reached = leastCode - 1;
        int missed = largestCode + 1;
        boolean large = goal.data().size() > Excerpts.SMALL;
        int measurements = large ? MOST_ON_LARGE_DATA : MOST_MEASUREMENTS;
        boolean trusting = large && theta.length >= FamilySearch.MANY;
        Optional<Quantization> best = Optional.empty();
        int code = Math.min(Math.max(startCode, leastCode), largestCode);
        for (int n = 0; n < measurements && missed - reached > 1; n++) {
            Quantization q = finest.withStep(Steps.of(code), deadZone);
            double error = measured(q);
            if (error <= goal.bound()) {
                reached = code;
                best = Optional.of(q);
            } else {
                missed = code;
            }
            if (trusting && error <= goal.bound() && modelled(code, error) <= code) {
                break;
            }
            // Where rounding does more harm than can be measured, a proof must help.
            code = n == 0 && error == Double.POSITIVE_INFINITY
                    ? Math.max(leastCode, Math.min(certified(), code - 1))
                    : next(code, error, reached, missed, trusting && n < TRUSTED);
        }
        return best.isPresent() ? best : certified(missed, deadZone);
    }

    /** The certified step, if it is finer than all that missed and not finer than integers allow. */
    private Optional<Quantization> certified(int missed, double deadZone) {
        int code = certified();
        if (code < leastCode || code >= missed) {
            return Optional.empty();
        }
        Quantization q = finest.withStep(Steps.of(code), deadZone);
        return measured(q) <= goal.bound() ? Optional.of(q) : Optional.empty();
    }

    private double measured(Quantization q) {
        double error = goal.error(q.realize()).value();
        leastError = Math.min(leastError, error);
        return error;
    }

    /** Where the model meets the goal, if that is inside the bracket and not too near its ends; else its middle. */
    private int next(int code, double error, int reached, int missed, boolean trusting) {
        boolean open = reached < leastCode || missed > largestCode;
        long guess = modelled(code, error);
        if (guess <= reached) {
            guess = reached + 1L;
        } else if (guess >= missed) {
            guess = missed - 1L;
        }
        boolean lopsided =
                !open && !trusting && (missed - reached) > 8 && (guess == reached + 1 || guess == missed - 1);
        return (int) (lopsided ? (reached + missed) >>> 1 : guess);
    }

    /** Where the model meets the goal. */
    private long modelled(int code, double error) {
        double cost = quantizationPart(error);
        double octaves = Math.log(left(approximationError) / cost) / Math.log(2);
        if (Double.isNaN(octaves) || Double.isInfinite(octaves)) {
            octaves = error <= goal.bound() ? 3 : -3;
        }
        return code + Math.round(octaves * Steps.CODES_PER_OCTAVE);
    }

    private double quantizationPart(double error) {
        return goal.norm().isSup()
                ? error - approximationError
                : Math.sqrt((error - approximationError) * (error + approximationError));
    }

    private double left(double a) {
        double e = goal.bound();
        if (a >= e) {
            return 0;
        }
        return goal.norm().p() == 2 ? Math.sqrt((e - a) * (e + a)) : e - a;
    }
}
