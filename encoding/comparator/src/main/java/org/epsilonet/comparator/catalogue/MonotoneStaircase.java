package org.epsilonet.comparator.catalogue;

import java.util.function.DoubleUnaryOperator;

/**
 * The hard monotone function: on each of 16 cells a staircase with \(n\) steps, the \(k\)-th at height \(k/n\) or \((k+1)/n\)
 * at random, where every cell has an \(n = 2^0..2^{15}\) of its own. The choices are \(n\) bits of size \(1/n\) in every
 * \(L^p\), see {@link Interleaved}. Cells whose steps are all resolved drop out one after the other, so that a slope is above
 * 1 by some \(\frac32/\ln(2^{15}/M)\): as hard as the class it is only for few parameters.
 *
 * @see org.epsilonet.comparator.entropy.MonotonePath
 */
final class MonotoneStaircase implements DoubleUnaryOperator {
    private final Interleaved signs;

    /** @param seed of the choices and of the order of the levels */
    MonotoneStaircase(long seed) {
        this.signs = new Interleaved(1, Profile.STEP, seed);
    }

    @Override
    public double applyAsDouble(double x) {
        // In a cell with n steps the signs have size 1/n, and the value tells n.
        double sign = signs.applyAsDouble(x);
        double width = Math.abs(sign);
        double cells = Math.min(x, Math.nextDown(1.0)) * Interleaved.CELLS;
        double cell = Math.floor(cells);
        double step = Math.floor((cells - cell) / width);
        return (cell + step * width + (sign > 0 ? width : 0)) / Interleaved.CELLS;
    }
}
