package org.epsilonet.comparator;

import org.epsilonet.api.function.Distance;

/**
 * What a family achieves with one budget: the worst over the instances.
 *
 * @param budget the budget \(M\)
 * @param bits the bits of the quantized approximant, structure and parameters; -1 where the family has no code (no
 *     certified step, no Lipschitz constant, integers beyond a double)
 * @param error the error of the approximant before quantization
 * @param errorKind how the error was obtained, the weakest kind over the instances
 * @param quantizedError the error after quantization; NaN where the family has no code
 * @param bitsPerParameter bits of the parameters by their number; NaN where there is no code or no parameter
 * @param theoremBitsPerParameter what the encoding theorem asks for at this budget, uniformly over the family, for the error
 *     as covering radius: \(\log_2\lceil r_M\mathrm{Lip}_M/\mathrm{error}\rceil\); +∞ without a Lipschitz constant; NaN where
 *     the family has no parametrization or the error is 0
 */
public record Point(
        int budget,
        long bits,
        double error,
        Distance.Kind errorKind,
        double quantizedError,
        double bitsPerParameter,
        double theoremBitsPerParameter) {}
