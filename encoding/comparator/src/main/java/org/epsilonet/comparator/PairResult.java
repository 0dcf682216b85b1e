package org.epsilonet.comparator;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.epsilonet.api.classes.CitedSpeed;
import org.epsilonet.api.encodability.EncodabilityVerdict;
import org.epsilonet.api.function.LpNorm;

/**
 * One family on one function class, or on one set of data.
 *
 * @param family id of the family
 * @param familyTitle its title
 * @param functionClass id of the class, or name of the data
 * @param classTitle its title
 * @param norm the norm of all errors
 * @param approxSpeed the measured approximation speed: error against budget. The worst of finitely many instances bounds
 *     the speed on the class from above
 * @param theory the speed that the family cites for the class
 * @param quantizedSpeed the same after quantization
 * @param rateExponent error after quantization against bits
 * @param encodingSpeed the encoding speed of the class, possibly infinite; empty for data and where it is not known
 * @param encodingSource theorem and paper for it; blank where there is none
 * @param encodability whether the family is ∞-encodable in this norm
 * @param verdict how measured speed and encoding speed compare
 * @param reason why, with numbers, in a sentence or two
 * @param points the measurements, by increasing budget
 * @param limits proven limits beside them
 */
public record PairResult(
        String family,
        String familyTitle,
        String functionClass,
        String classTitle,
        LpNorm norm,
        SpeedEstimate approxSpeed,
        Optional<CitedSpeed> theory,
        SpeedEstimate quantizedSpeed,
        SpeedEstimate rateExponent,
        OptionalDouble encodingSpeed,
        String encodingSource,
        EncodabilityVerdict encodability,
        PairVerdict verdict,
        String reason,
        List<Point> points,
        Limits limits) {

    /** Copies the points. */
    public PairResult {
        points = List.copyOf(points);
    }

    /** A result beside which no limits are known. */
    public PairResult(
            String family,
            String familyTitle,
            String functionClass,
            String classTitle,
            LpNorm norm,
            SpeedEstimate approxSpeed,
            Optional<CitedSpeed> theory,
            SpeedEstimate quantizedSpeed,
            SpeedEstimate rateExponent,
            OptionalDouble encodingSpeed,
            String encodingSource,
            EncodabilityVerdict encodability,
            PairVerdict verdict,
            String reason,
            List<Point> points) {
        this(
                family,
                familyTitle,
                functionClass,
                classTitle,
                norm,
                approxSpeed,
                theory,
                quantizedSpeed,
                rateExponent,
                encodingSpeed,
                encodingSource,
                encodability,
                verdict,
                reason,
                points,
                Limits.NONE);
    }

    /**
     * The bits used at a point over those that any code of the class needs for its error. At least 1 for a code of the whole
     * class; below it the instances are easier than the class, or more bits would serve all of it.
     *
     * @param point index of the point
     * @return the ratio; NaN where there is no code or no positive finite bound
     */
    public double bitsOverLimit(int point) {
        double needed =
                point < limits.entropyLower().size() ? limits.entropyLower().get(point) : Double.NaN;
        long bits = points.get(point).bits();
        return bits >= 0 && needed > 0 && needed < Double.POSITIVE_INFINITY ? bits / needed : Double.NaN;
    }

    /** The same at the largest budget where it is known; NaN where it never is. */
    public double bitsOverLimit() {
        for (int i = points.size() - 1; i >= 0; i--) {
            double ratio = bitsOverLimit(i);
            if (!Double.isNaN(ratio)) {
                return ratio;
            }
        }
        return Double.NaN;
    }
}
