package org.epsilonet.codec.internal;

import java.util.Optional;
import org.epsilonet.api.function.Grid;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.SampleType;

/**
 * A codeword that misses a goal in the supremum norm, and what corrects it.
 *
 * @param base structure and integers
 * @param map between its function and the samples: what it approximates may be other samples, without their outliers
 * @param function its values on the grid after that map, not cast
 * @param unit what a correction of 1 adds to them
 * @param corrections one per sample
 * @param bits of structure, parameters and corrections, as they are measured
 */
record CorrectedWord(
        Codeword base, Normalization map, double[] function, double unit, long[] corrections, double bits) {
    /**
     * The corrections of a codeword.
     *
     * @param goal what must be met
     * @param base the codeword
     * @param map between its function and the samples
     * @return the codeword with corrections; empty if they cannot meet the goal
     */
    static Optional<CorrectedWord> of(Goal goal, Codeword base, Normalization map) {
        double told =
                RoundedBound.ifPositive(goal.bound()).map(RoundedBound::value).orElse(0.0);
        double unit = Corrections.step(told, goal.data().type());
        if (!(unit > 0 && unit < Double.POSITIVE_INFINITY) || !base.blocks().isEmpty()) {
            return Optional.empty();
        }
        Grid grid = goal.data().grid();
        double[] function = map.restored(base.quantization().realize().on(grid), SampleType.F8);
        return Corrections.of(goal.data(), function, unit, goal.bound()).map(k -> {
            CodeMeter meter = new CodeMeter();
            CorrectionCode.write(k, grid, function, unit, meter);
            return new CorrectedWord(
                    base, map, function, unit, k, IntegerDescent.bits(base.quantization()) + meter.bits());
        });
    }

    /** The norm whose scales the parameters have. */
    LpNorm norm() {
        return base.quantization().norm();
    }

    void writeCorrections(Grid grid, TwoWayCoder coder) {
        CorrectionCode.write(corrections, grid, function, unit, coder);
    }
}
