package org.epsilonet.quantization.model;

import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What one method makes of a quantization.
 *
 * @param method its name
 * @param lipschitz a local Lipschitz constant of \(\theta \mapsto R_\theta\) from \(\ell^\infty\), at the distance by
 *     which rounding moves a weight; absent if the method compares two given models only
 * @param bound its bound on the error of the quantization
 * @param exponent \(e\) of the largest step \(2^e\) for all weights with which it certifies the error asked for; absent if
 *     no step with integers below \(2^{24}\) does
 * @param bitsPerWeight bits of a weight at that step; absent with it
 * @param measured the measured error of the quantization
 */
public record MethodBound(
        String method,
        OptionalDouble lipschitz,
        double bound,
        OptionalInt exponent,
        OptionalDouble bitsPerWeight,
        double measured) {
    /** The largest step; NaN if there is none. */
    public double step() {
        return exponent.isPresent() ? Math.scalb(1.0, exponent.getAsInt()) : Double.NaN;
    }

    /** How many times the bound is larger than the measured error; +∞ if that is zero and the bound is not. */
    public double looseness() {
        return bound == measured ? 1 : bound / measured;
    }
}
