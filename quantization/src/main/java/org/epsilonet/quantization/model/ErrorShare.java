package org.epsilonet.quantization.model;

import org.epsilonet.api.model.Certificate;

/**
 * The part of one block in the error of a quantization: the error with this block alone quantized.
 *
 * @param block the quantized block
 * @param certified the best certificate
 * @param measured the same on a sample
 */
public record ErrorShare(QuantizedBlock block, Certificate certified, SampledDifference measured) {}
