package org.epsilonet.quantization.model;

import java.util.List;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.epsilonet.api.model.Model;
import org.epsilonet.api.model.ParameterBlock;
import org.epsilonet.api.model.RoundingScheme;

/** Quantizations of one model by one scheme with the same step \(2^e\) for all blocks; each is certified once. */
final class UniformSearch {
    /** How far to go down in one move where the bound is infinite: it says nothing of the distance. */
    private static final int BLIND_MOVE = 4;

    private final ModelQuantization quantization;
    private final Model model;
    private final RoundingScheme scheme;
    private final int blocks;
    private final TreeMap<Integer, CertifiedQuantization> certified = new TreeMap<>();

    /** The exponents allowed: below, integers reach 2^24; above, all weights are zero already. */
    final int least;

    final int largest;

    /**
     * @throws IllegalArgumentException if a parameter is too large for float32
     */
    UniformSearch(ModelQuantization quantization, Model model, RoundingScheme scheme) {
        this.quantization = quantization;
        this.model = model;
        this.scheme = scheme;
        List<ParameterBlock> parameters = model.blocks();
        this.blocks = parameters.size();
        this.least = parameters.stream()
                .mapToInt(QuantizedBlock::leastExponent)
                .max()
                .orElse(0);
        if (least > QuantizedBlock.LARGEST_EXPONENT) {
            throw new IllegalArgumentException("the model has parameters beyond the range of float32");
        }
        int zero =
                parameters.stream().mapToInt(QuantizedBlock::zeroExponent).max().orElse(0);
        this.largest = Math.max(least, Math.min(zero, QuantizedBlock.LARGEST_EXPONENT));
    }

    /** Takes over what is known of a quantization of this model by this scheme. */
    void startFrom(CertifiedQuantization known) {
        int[] exponents = known.quantized().exponents();
        if (IntStream.of(exponents).distinct().count() == 1) {
            certified.put(exponents[0], known);
        }
    }

    /** An exponent to start from: one whose certificate is known, else one in the middle. */
    int start() {
        return certified.isEmpty() ? least + (largest - least) / 2 : certified.firstKey();
    }

    RoundingScheme scheme() {
        return scheme;
    }

    /** The quantization alone; certified ones are at hand, others are cheap. */
    QuantizedModel rounded(int exponent) {
        CertifiedQuantization known = certified.get(exponent);
        return known != null
                ? known.quantized()
                : QuantizedModel.of(model, ModelQuantization.filled(blocks, exponent), scheme);
    }

    CertifiedQuantization at(int exponent) {
        return certified.computeIfAbsent(
                exponent, e -> quantization.certified(model, ModelQuantization.filled(blocks, e), scheme));
    }

    /** The largest step whose best certificate is within the error; the smallest step of all if none is. */
    CertifiedQuantization largest(double error) {
        return at(exponent(error, c -> c.best().bound()));
    }

    /** {@link #largest(double)} for one of the bounds of a certified quantization. */
    int exponent(double error, ToDoubleFunction<CertifiedQuantization> bound) {
        return largest(least, start(), largest, error, e -> bound.applyAsDouble(at(e)));
    }

    /**
     * The largest exponent whose bound is within the error, for a bound that is nearly linear in \(2^e\): as far as the
     * linear law says in each move, until the error lies between two neighbours.
     *
     * @return {@code least} if there is none
     */
    static int largest(int least, int start, int largest, double error, IntToDoubleFunction bound) {
        int below = least - 1;
        int above = largest + 1;
        int e = start;
        while (above - below > 1) {
            double b = bound.applyAsDouble(e);
            if (b <= error) {
                below = e;
            } else {
                above = e;
            }
            double octaves =
                    b == Double.POSITIVE_INFINITY ? -BLIND_MOVE : Math.floor(Math.log(error / b) / Math.log(2));
            double guess = b == 0 ? largest : e + octaves;
            // The law is only nearly linear: next to the end that is known, the neighbour decides.
            e = (int) Math.max(below + 1.0, Math.min(above - 1.0, guess));
        }
        return Math.max(below, least);
    }
}
