package org.epsilonet.codec.internal;

import java.util.Optional;
import org.epsilonet.api.family.Structure;
import org.epsilonet.api.function.Distance;
import org.epsilonet.quantization.Quantization;
import org.epsilonet.quantization.Steps;

/**
 * Chooses threshold and step on all the parameters of one approximation that can do without zeros, as in transform coding.
 *
 * <p>What rounding and thresholding do to the function is foretold by what they do to the parameters,
 * \[ \|R(\theta) - R(\theta')\| \approx \rho\, \|\theta - \theta'\|_2 , \]
 * with \(\rho = 1\) for an orthonormal system in \(L^2\), \(\rho\) between the Riesz constants for a stable one, and a
 * \(\rho\) that changes slowly with the step in other norms (in the supremum norm the step itself takes the place of the
 * distance). So steps and dead zones are compared without realizing anything; a few measurements, one for an orthonormal
 * system, correct \(\rho\) and decide.
 */
final class ThresholdSearch {
    /** Steps up to so many codes finer than the coarsest are compared by their {@linkplain ExpectedBits bits}. */
    private static final int FINEST = 20;

    /** An error so near the bound is near enough, or so near that coarser steps would save so few bits. */
    private static final double NEAR = 0.996;

    private static final double FEW_BITS = 2;

    /** In the supremum norm errors of many small coefficients rarely meet: what is left out may exceed the step by far. */
    private static final double[] SUP_DEAD_ZONES = {0.5, 0.7, 1, 1.4, 2, 2.8, 4, 5.6, 8};

    private static final int MOST_MEASUREMENTS = 6;

    private final Goal goal;
    private final Structure structure;
    private final Magnitudes magnitudes;
    private final Thresholding thresholding;
    private final boolean sup;
    private final double allowed;
    private double leastError = Double.POSITIVE_INFINITY;
    private Optional<Measured> last = Optional.empty();

    /** A quantization that meets the goal, and its error. */
    private record Measured(Quantization quantization, Distance error) {}

    /**
     * @param goal what must be met
     * @param structure a structure with all parameters there are
     * @param theta parameters with which it meets the goal; not copied
     * @param many more parameters than this keep the zeros among them
     */
    ThresholdSearch(Goal goal, Structure structure, double[] theta, int many) {
        this.goal = goal;
        this.structure = structure;
        this.magnitudes = new Magnitudes(structure, theta, goal.norm());
        this.thresholding = new Thresholding(structure, theta, goal.norm(), many, magnitudes);
        this.sup = goal.norm().isSup();
        this.allowed = Math.scalb(goal.bound(), -goal.map().exponent());
    }

    /** The least error measured. */
    double leastError() {
        return leastError;
    }

    /** The error of a quantization as it was measured, if that was the last one that met the goal. */
    Optional<Distance> error(Quantization q) {
        return last.filter(m -> m.quantization() == q).map(Measured::error);
    }

    private double measured(Quantization q) {
        Distance error = goal.error(q.realize());
        leastError = Math.min(leastError, error.value());
        if (error.value() <= goal.bound()) {
            last = Optional.of(new Measured(q, error));
        }
        return error.value();
    }

    /** A quantization that meets the goal by measurement; empty if none was found. */
    Optional<Quantization> shortest() {
        if (!(allowed > 0) || !(magnitudes.largest() > 0)) {
            return Optional.empty();
        }
        if (sup) {
            return shortestInSup();
        }
        return new Joint(new ExpectedBits(structure, magnitudes)).search();
    }

    /** The search of step and dead zone together: for each step the widest zone uses up the error. */
    private final class Joint {
        private final ExpectedBits expected;
        private double ratio = 1;
        private int code;
        private double zone;

        Joint(ExpectedBits expected) {
            this.expected = expected;
        }

        Optional<Quantization> search() {
            choose();
            Optional<Quantization> best = Optional.empty();
            for (int n = 0; n < MOST_MEASUREMENTS; n++) {
                Quantization q = thresholding.quantized(Steps.of(code), zone);
                double error = measured(q);
                double foretold = magnitudes.distance(Steps.of(code), zone);
                double measured = Math.scalb(error, -goal.map().exponent());
                if (foretold > 0 && measured > 0 && measured < Double.POSITIVE_INFINITY) {
                    ratio = measured / foretold;
                }
                if (error <= goal.bound()) {
                    best = Optional.of(q);
                    if (error >= NEAR * goal.bound() || saved(error) < FEW_BITS) {
                        break;
                    }
                }
                int codeBefore = code;
                double zoneBefore = zone;
                adjust();
                if (code == codeBefore && zone == zoneBefore) {
                    if (best.isPresent()) {
                        break;
                    }
                    code = Math.max(magnitudes.finestCode(), code - (1 << n));
                }
            }
            return best;
        }

        /** About the bits that steps with all of the error allowed would save: for each parameter that is kept, octaves. */
        private double saved(double error) {
            long[] kept = {0};
            double each = magnitudes.forEachKept(Steps.of(code), zone, (i, magnitude) -> kept[0]++);
            return each * kept[0] * Math.log(goal.bound() / error) / Math.log(2);
        }

        /** The step with the fewest bits among those a little finer than the coarsest allowed. */
        private void choose() {
            int coarsest = new Calibrated(0.5, ratio).largestCode();
            double least = Double.POSITIVE_INFINITY;
            for (int finer = 0; finer <= FINEST; finer += 2) {
                int candidate = Math.max(magnitudes.finestCode(), coarsest - finer);
                double widest = Math.max(0.5, zone(candidate));
                double bits = expected.of(Steps.of(candidate), widest);
                if (bits < least) {
                    least = bits;
                    code = candidate;
                    zone = widest;
                }
            }
        }

        /** Corrects the zone, and the step where the zone alone cannot. */
        private void adjust() {
            double widest = zone(code);
            while (widest < 0.5 && code > magnitudes.finestCode()) {
                code--;
                widest = zone(code);
            }
            zone = Math.max(0.5, widest);
        }

        private double zone(int candidate) {
            return magnitudes.rounding(Steps.of(candidate)).widestZone(allowed / ratio);
        }
    }

    /** From the narrowest dead zone to wider ones, as long as that pays. */
    private Optional<Quantization> shortestInSup() {
        ExpectedBits expected = new ExpectedBits(structure, magnitudes);
        Optional<Quantization> best = Optional.empty();
        double least = Double.POSITIVE_INFINITY;
        double ratio = 0.5;
        int worse = 0;
        for (int k = 0; k < SUP_DEAD_ZONES.length && worse < 2; k++) {
            Calibrated search = new Calibrated(SUP_DEAD_ZONES[k], ratio);
            Optional<Quantization> q = search.search();
            double bits = q.isPresent() ? expected.of(q.get().step(), SUP_DEAD_ZONES[k]) : Double.POSITIVE_INFINITY;
            worse = bits < least ? 0 : worse + 1;
            if (bits < least) {
                least = bits;
                best = q;
            }
            ratio = search.ratio;
        }
        return best;
    }

    /** The search of a step for one dead zone, with what is known of the ratio. */
    private final class Calibrated {
        private final double zone;
        private double ratio;

        Calibrated(double zone, double ratio) {
            this.zone = zone;
            this.ratio = ratio;
        }

        /** Measures where the parameters foretell that the goal is met, and corrects, until no larger step is expected to. */
        Optional<Quantization> search() {
            Optional<Quantization> best = Optional.empty();
            int reached = magnitudes.finestCode() - 1;
            int missed = magnitudes.coarsestCode() + 1;
            for (int n = 0; n < MOST_MEASUREMENTS; n++) {
                int code = Math.min(Math.max(largestCode(), reached + 1), missed - 1);
                if (code <= reached || n > 0 && best.isPresent() && largestCode() <= reached) {
                    break;
                }
                double step = Steps.of(code);
                Quantization q = thresholding.quantized(step, zone);
                double error = measured(q);
                ratio = corrected(error, foretold(step));
                if (error <= goal.bound()) {
                    reached = code;
                    best = Optional.of(q);
                } else {
                    missed = code;
                    // Rounded errors do not shrink with the step for ever; hurry.
                    ratio *= n > 1 ? 1.02 : 1;
                }
            }
            return best;
        }

        private double corrected(double error, double foretold) {
            double measured = Math.scalb(error, -goal.map().exponent());
            return foretold > 0 && measured > 0 && measured < Double.POSITIVE_INFINITY ? measured / foretold : ratio;
        }

        private double foretold(double step) {
            return sup ? step : magnitudes.distance(step, zone);
        }

        /** The largest step whose foretold error is allowed. */
        int largestCode() {
            if (sup) {
                return Steps.codeAtMost(allowed / ratio);
            }
            int low = magnitudes.finestCode();
            int high = magnitudes.coarsestCode();
            int guess = magnitudes.expectedCode(allowed / ratio, zone);
            for (int width = 4; high - low > 1; width *= 4) {
                guess = Math.min(Math.max(guess, low + 1), high - 1);
                boolean fits = ratio * magnitudes.distance(Steps.of(guess), zone) <= allowed;
                low = fits ? guess : low;
                high = fits ? high : guess;
                int next = fits ? guess + width : guess - width;
                guess = next > low && next < high ? next : (low + high) >>> 1;
            }
            return low;
        }
    }
}
