package org.epsilonet.quantization.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.stream.IntStream;
import org.epsilonet.api.model.Certificate;
import org.epsilonet.api.model.Model;
import org.epsilonet.api.model.ParameterBlock;
import org.epsilonet.api.model.RoundingScheme;

/**
 * A step per block: fewer bits for the same certified error than one step for all.
 *
 * <p>What block \(b\) alone costs is nearly \(c_b \eta_b\), and the costs of blocks nearly add up. Then
 * \(\sum n_b \log_2 (1 / \eta_b)\) is least under \(\sum c_b \eta_b = \varepsilon\) for
 * \(\eta_b = \varepsilon n_b / (c_b \sum n)\) (Lagrange). Those steps, rounded down to powers of two, are the start; what
 * rounding left unused is spent greedily, block by block, and nothing counts but certificates of actual differences.
 *
 * @see "docs/theory.md, B13"
 */
public final class BitAllocation {
    private final ModelQuantization quantization;
    private final Model model;
    private final RoundingScheme scheme;
    private final List<ParameterBlock> blocks;

    /** A block that may become coarser, and what that would cost. */
    private record Move(int block, double errorPerBit) {}

    /**
     * @param quantization how errors are certified
     * @param model the model
     * @param scheme how weights are rounded
     */
    public BitAllocation(ModelQuantization quantization, Model model, RoundingScheme scheme) {
        this.quantization = quantization;
        this.model = model;
        this.scheme = scheme;
        this.blocks = model.blocks();
    }

    /**
     * Few bits for a given error.
     *
     * @param error the error allowed, {@code > 0}
     * @return a certified quantization with no more bits, at fixed length per block, than one with equal steps; if even
     *     the finest steps miss the error, they are the result
     * @throws IllegalArgumentException as {@link ModelQuantization#uniform}
     */
    public CertifiedQuantization withinError(double error) {
        CertifiedQuantization uniform = quantization.uniform(model, error, Optional.of(scheme));
        int common = uniform.quantized().exponents()[0];
        double[] slopes = slopes(common);
        int[] exponents = lagrange(slopes, error, common);
        CertifiedQuantization start = quantization.certified(model, exponents, scheme);
        while (!start.reaches(error) && refineAll(exponents)) {
            start = quantization.certified(model, exponents, scheme);
        }
        if (!start.reaches(error)) {
            return uniform.best().bound() < start.best().bound() ? uniform : start;
        }
        CertifiedQuantization found = coarsened(start, slopes, error);
        return uniform.reaches(error)
                        && uniform.quantized().fixedLengthBits()
                                < found.quantized().fixedLengthBits()
                ? uniform
                : found;
    }

    /**
     * A small error for given bits.
     *
     * @param bits the bits allowed for all integers at fixed length per block, {@code >= 0}
     * @return a certified quantization with at most that many bits and, of those tried, the smallest certificate
     * @throws IllegalArgumentException if the number of bits is negative or below what the scheme needs at any step (floor
     *     rounds what is below zero to -1 at best), or a parameter is too large for float32
     */
    public CertifiedQuantization withinBits(long bits) {
        if (bits < 0) {
            throw new IllegalArgumentException("the number of bits must be >= 0, was " + bits);
        }
        UniformSearch equal = new UniformSearch(quantization, model, scheme);
        int common = equal.least;
        while (common < equal.largest && equal.rounded(common).fixedLengthBits() > bits) {
            common++;
        }
        CertifiedQuantization uniform = equal.at(common);
        double[] slopes = slopes(common);
        // The error for which Lagrange's steps just fit: bits fall as it grows.
        double low = -400;
        double high = 400;
        for (int i = 0; i < 40; i++) {
            double middle = (low + high) / 2;
            boolean fits = bits(lagrange(slopes, StrictMath.pow(2, middle), common)) <= bits;
            low = fits ? low : middle;
            high = fits ? middle : high;
        }
        int[] exponents = lagrange(slopes, StrictMath.pow(2, high), common);
        if (bits(exponents) > bits) {
            return fitting(uniform, bits);
        }
        refineWhileItFits(exponents, slopes, bits);
        CertifiedQuantization found = quantization.certified(model, exponents, scheme);
        boolean uniformFits = uniform.quantized().fixedLengthBits() <= bits;
        return uniformFits && uniform.best().bound() <= found.best().bound() ? uniform : found;
    }

    private CertifiedQuantization fitting(CertifiedQuantization coarsest, long bits) {
        long needed = coarsest.quantized().fixedLengthBits();
        if (needed > bits) {
            throw new IllegalArgumentException(
                    "the scheme " + scheme + " needs " + needed + " bits at its coarsest steps, allowed are " + bits);
        }
        return coarsest;
    }

    /**
     * The part of every block in the error of a quantization.
     *
     * @param quantized a quantization of this model
     * @param sample points for the measured part
     * @return per block, the error with this block alone quantized: certified, and on the sample
     */
    public List<ErrorShare> shares(CertifiedQuantization quantized, BoxSample sample) {
        List<ErrorShare> shares = new ArrayList<>();
        List<QuantizedBlock> rounded = quantized.quantized().blocks();
        for (int b = 0; b < blocks.size(); b++) {
            Model alone = alone(b, rounded.get(b));
            shares.add(new ErrorShare(
                    rounded.get(b), best(alone), SampledDifference.between(model, alone, sample, quantization.norm())));
        }
        return List.copyOf(shares);
    }

    private Model alone(int b, QuantizedBlock rounded) {
        List<ParameterBlock> mixed = new ArrayList<>(blocks);
        mixed.set(b, rounded.restored());
        return model.with(mixed);
    }

    private Certificate best(Model other) {
        quantization.progress().run();
        return quantization.analysis().difference(model, other, quantization.box(), quantization.norm()).stream()
                .min(Comparator.comparingDouble(Certificate::bound))
                .orElseThrow();
    }

    /** \(c_b\), from one certificate per block at a common step. */
    private double[] slopes(int common) {
        double[] slopes = new double[blocks.size()];
        for (int b = 0; b < slopes.length; b++) {
            double alone = best(alone(b, QuantizedBlock.of(blocks.get(b), common, scheme)))
                    .bound();
            slopes[b] = alone / Math.scalb(1.0, common);
        }
        return slopes;
    }

    /** Lagrange's steps as powers of two, rounded down; the common one where the slope says nothing. */
    private int[] lagrange(double[] slopes, double error, int common) {
        double parameters = blocks.stream().mapToDouble(ParameterBlock::size).sum();
        int[] exponents = new int[slopes.length];
        for (int b = 0; b < exponents.length; b++) {
            double step = error * blocks.get(b).size() / (slopes[b] * parameters);
            boolean known = step > 0 && step < Double.POSITIVE_INFINITY;
            exponents[b] = clamped(b, known ? Math.getExponent(step) : common);
        }
        return exponents;
    }

    private int clamped(int b, int exponent) {
        int most = Math.min(QuantizedBlock.zeroExponent(blocks.get(b)), QuantizedBlock.LARGEST_EXPONENT);
        return Math.max(QuantizedBlock.leastExponent(blocks.get(b)), Math.min(most, exponent));
    }

    private boolean refineAll(int[] exponents) {
        boolean changed = false;
        for (int b = 0; b < exponents.length; b++) {
            int finer = clamped(b, exponents[b] - 1);
            changed |= finer < exponents[b];
            exponents[b] = finer;
        }
        return changed;
    }

    /** Doubles the step where that costs least per bit; a block that misses the error once is done. */
    private CertifiedQuantization coarsened(CertifiedQuantization start, double[] slopes, double error) {
        PriorityQueue<Move> moves = new PriorityQueue<>(
                Comparator.comparingDouble(Move::errorPerBit).thenComparingInt(Move::block));
        CertifiedQuantization best = start;
        for (int b = 0; b < slopes.length; b++) {
            moves.add(move(b, best, slopes));
        }
        while (!moves.isEmpty()) {
            int b = moves.remove().block;
            int[] exponents = best.quantized().exponents();
            int coarser = clamped(b, exponents[b] + 1);
            if (coarser > exponents[b]) {
                exponents[b] = coarser;
                CertifiedQuantization candidate = quantization.certified(model, exponents, scheme);
                if (candidate.reaches(error)) {
                    best = candidate;
                    moves.add(move(b, best, slopes));
                }
            }
        }
        return best;
    }

    private Move move(int b, CertifiedQuantization at, double[] slopes) {
        QuantizedBlock block = at.quantized().blocks().get(b);
        return new Move(b, slopes[b] * block.step() / block.size());
    }

    /** Halves the step where that gains most per bit, as long as the bits suffice. */
    private void refineWhileItFits(int[] exponents, double[] slopes, long bits) {
        boolean refined = true;
        while (refined) {
            refined = false;
            int[] order = IntStream.range(0, exponents.length)
                    .boxed()
                    .sorted(Comparator.comparingDouble(b -> -slopes[b]
                            * Math.scalb(1.0, exponents[b])
                            / blocks.get(b).size()))
                    .mapToInt(Integer::intValue)
                    .toArray();
            for (int b : order) {
                int before = exponents[b];
                exponents[b] = clamped(b, before - 1);
                if (exponents[b] < before && bits(exponents) <= bits) {
                    refined = true;
                    break;
                }
                exponents[b] = before;
            }
        }
    }

    private long bits(int[] exponents) {
        long bits = 0;
        for (int b = 0; b < exponents.length; b++) {
            QuantizedBlock block = QuantizedBlock.of(blocks.get(b), exponents[b], scheme);
            bits += (long) block.bitsPerWeight() * block.size();
        }
        return bits;
    }
}
