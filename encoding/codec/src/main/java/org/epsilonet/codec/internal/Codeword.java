package org.epsilonet.codec.internal;

import org.epsilonet.codec.CodeLength;
import org.epsilonet.quantization.Quantization;

/**
 * A quantized approximant that meets a goal.
 *
 * @param budget the budget \(M\) of its structure
 * @param quantization structure and integers
 * @param length how long its code is
 */
public record Codeword(int budget, Quantization quantization, CodeLength length) {
    long bits() {
        return length.total();
    }
}
