package org.epsilonet.quantization.model;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.epsilonet.api.model.LipschitzAnalysis;
import org.epsilonet.api.model.Model;

/**
 * A model quantized as it is, and after {@linkplain LipschitzAnalysis#balanced balancing}: the same function with other
 * parameters, so that a certificate for one holds for the other.
 *
 * @param plain quantized as it is
 * @param balanced quantized after balancing; absent if that changed nothing
 */
public record BalancedQuantization(CertifiedQuantization plain, Optional<Balanced> balanced) {
    /**
     * After balancing.
     *
     * @param model the balanced model, in exact arithmetic equal to the original
     * @param quantization its quantization
     */
    public record Balanced(Model model, CertifiedQuantization quantization) {}

    /**
     * Quantizes a model both ways.
     *
     * @param model the model
     * @param analysis balances it
     * @param quantizer finds the quantization of a model
     */
    public static BalancedQuantization of(
            Model model, LipschitzAnalysis analysis, Function<Model, CertifiedQuantization> quantizer) {
        Model other = analysis.balanced(model);
        return new BalancedQuantization(
                quantizer.apply(model),
                other == model ? Optional.empty() : Optional.of(new Balanced(other, quantizer.apply(other))));
    }

    /**
     * Whether balancing gains: the error is reached with fewer bits, or is reached only so, or missed by less.
     *
     * @param error the error allowed
     * @param bits the bits of a quantized model
     */
    public boolean balancingGains(double error, ToLongFunction<QuantizedModel> bits) {
        if (balanced.isEmpty()) {
            return false;
        }
        CertifiedQuantization other = balanced.get().quantization();
        if (plain.reaches(error) && other.reaches(error)) {
            return bits.applyAsLong(other.quantized()) < bits.applyAsLong(plain.quantized());
        }
        return !plain.reaches(error) && other.best().bound() < plain.best().bound();
    }
}
