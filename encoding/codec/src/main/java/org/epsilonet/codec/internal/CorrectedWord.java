package org.epsilonet.codec.internal;

import java.util.Optional;
import org.epsilonet.api.function.Grid;
import org.epsilonet.api.function.SampleType;

/**
 * A codeword that misses a goal in the supremum norm, and what corrects it.
 *
 * @param base structure and integers
 * @param map between its function and the samples: what it approximates may be other samples, without their outliers
 * @param kind what the header says of the corrections
 * @param bits of structure, parameters and corrections, as they are measured
 */
record CorrectedWord(Codeword base, Normalization map, CorrectionKind kind, double bits) {
    /**
     * The corrections of a codeword.
     *
     * @param goal what must be met
     * @param base the codeword
     * @param map between its function and the samples
     * @return the codeword with corrections; empty if they cannot meet the goal
     */
    static Optional<CorrectedWord> of(Goal goal, Codeword base, Normalization map) {
        if (!base.blocks().isEmpty()) {
            return Optional.empty();
        }
        double[] function =
                map.restored(base.quantization().realize().on(goal.data().grid()), SampleType.F8);
        Optional<CorrectedWord> usual = of(goal, base, map, function, false);
        // In a last digit of floats the cast of what is corrected may miss: then a shorter step has room for it.
        return usual.isEmpty() && goal.data().type() == SampleType.F4 ? of(goal, base, map, function, true) : usual;
    }

    private static Optional<CorrectedWord> of(
            Goal goal, Codeword base, Normalization map, double[] function, boolean halved) {
        Grid grid = goal.data().grid();
        CorrectionKind kind = new CorrectionKind(base.quantization().norm(), halved);
        double step = step(goal, kind);
        if (!(step > 0 && step < Double.POSITIVE_INFINITY)) {
            return Optional.empty();
        }
        return Corrections.of(goal.data(), function, step, goal.bound()).map(k -> {
            CodeMeter meter = new CodeMeter();
            CorrectionCode.write(k, grid, function, step, meter);
            double bits = IntegerDescent.bits(base.quantization(), Optional.empty()) + meter.bits();
            return new CorrectedWord(base, map, kind, bits);
        });
    }

    /** What a correction of 1 adds. */
    double step(Goal goal) {
        return step(goal, kind);
    }

    private static double step(Goal goal, CorrectionKind kind) {
        return Corrections.step(RoundedBound.told(goal.bound()), goal.data().type(), kind.halved());
    }
}
