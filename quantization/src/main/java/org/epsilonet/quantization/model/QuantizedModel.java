package org.epsilonet.quantization.model;

import java.util.ArrayList;
import java.util.List;
import org.epsilonet.api.model.Model;
import org.epsilonet.api.model.ParameterBlock;
import org.epsilonet.api.model.RoundingScheme;

/** A model whose parameters are integers times powers of two, one step per block. Immutable. */
public final class QuantizedModel {
    private final Model model;
    private final RoundingScheme scheme;
    private final List<QuantizedBlock> blocks;

    private QuantizedModel(Model model, RoundingScheme scheme, List<QuantizedBlock> blocks) {
        this.model = model;
        this.scheme = scheme;
        this.blocks = List.copyOf(blocks);
    }

    /**
     * Rounds every parameter of a model.
     *
     * @param model the model
     * @param exponents \(e\) of the step \(2^e\) of each block
     * @param scheme how
     * @throws IllegalArgumentException if there are not as many exponents as blocks, or as {@link QuantizedBlock#of}
     */
    public static QuantizedModel of(Model model, int[] exponents, RoundingScheme scheme) {
        List<ParameterBlock> parameters = model.blocks();
        if (exponents.length != parameters.size()) {
            throw new IllegalArgumentException("a step is needed for each of " + parameters.size()
                    + " blocks of parameters, given were " + exponents.length);
        }
        List<QuantizedBlock> blocks = new ArrayList<>();
        for (int b = 0; b < exponents.length; b++) {
            blocks.add(QuantizedBlock.of(parameters.get(b), exponents[b], scheme));
        }
        return new QuantizedModel(
                model.with(blocks.stream().map(QuantizedBlock::restored).toList()), scheme, blocks);
    }

    /** The model with the rounded parameters, all of them float32 numbers. */
    public Model model() {
        return model;
    }

    /** How the parameters were rounded. */
    public RoundingScheme scheme() {
        return scheme;
    }

    /** The integers and steps. */
    public List<QuantizedBlock> blocks() {
        return blocks;
    }

    /** The exponents of the steps. */
    public int[] exponents() {
        return blocks.stream().mapToInt(QuantizedBlock::exponent).toArray();
    }

    /** The smallest step. */
    public double step() {
        return blocks.stream().mapToDouble(QuantizedBlock::step).min().orElse(1);
    }

    /** The most by which a parameter may have been moved: the reach of the scheme, in the largest step. */
    double reach() {
        return scheme.reach()
                * blocks.stream().mapToDouble(QuantizedBlock::step).max().orElse(1);
    }

    /** The number of parameters. */
    public long parameters() {
        return blocks.stream().mapToLong(QuantizedBlock::size).sum();
    }

    /** The number of parameters that became zero or were. */
    public long zeros() {
        return blocks.stream().mapToLong(QuantizedBlock::zeros).sum();
    }

    /** Bits of all integers at fixed length: in each block as many bits as its largest integer needs. */
    public long fixedLengthBits() {
        return blocks.stream()
                .mapToLong(b -> (long) b.bitsPerWeight() * b.size())
                .sum();
    }

    /**
     * Bits of one weight at fixed length: \(\lceil\log_2(2k + 1)\rceil\) with \(k\) the largest integer of the model where
     * all steps are equal; the mean over the weights where they are not.
     */
    public double bitsPerWeight() {
        boolean uniform =
                blocks.stream().mapToInt(QuantizedBlock::exponent).distinct().count() <= 1;
        return uniform
                ? blocks.stream().mapToInt(QuantizedBlock::bitsPerWeight).max().orElse(0)
                : (double) fixedLengthBits() / parameters();
    }
}
