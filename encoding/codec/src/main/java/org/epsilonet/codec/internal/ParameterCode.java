package org.epsilonet.codec.internal;

import java.util.Optional;
import org.epsilonet.api.family.Structure;
import org.epsilonet.api.symbol.CorruptCodeException;
import org.epsilonet.quantization.Quantization;

/**
 * The code of the integers of a quantization: each as its residual from what is {@linkplain Expectation expected}, in the light
 * of the misses of the last few and of many integers; see {@link MixedInteger}. What is expected follows from the integers
 * before in the same context of the structure, or from a {@link DecayLaw}.
 */
public final class ParameterCode {
    static final int STRUCTURE_CONTEXTS = 64;
    private static final int NO_FRACTION = MixedInteger.FRACTIONS / 2;

    private final Structure structure;
    private final TwoWayCoder coder;
    private final MixedInteger integers;
    private final Expectation expected;

    private ParameterCode(Structure structure, TwoWayCoder coder, MixedInteger integers, Expectation expected) {
        this.structure = structure;
        this.coder = coder;
        this.integers = integers;
        this.expected = expected;
    }

    private static ParameterCode of(Structure structure, Optional<DecayLaw> law, TwoWayCoder coder, int version) {
        int count = structure.size();
        return law.isPresent()
                ? new ParameterCode(
                        structure,
                        coder,
                        Rehearsal.ofLaws(),
                        new LawfulSizes(count, i -> law.get().size(i, count)))
                : new ParameterCode(structure, coder, Rehearsal.before(version), new TracedSizes());
    }

    /**
     * Writes the integers of the structure's parameters.
     *
     * @param structure knows the contexts
     * @param law how they fall, if that is told
     * @param integers one per parameter, of magnitude below 2^52
     * @param sink receives them
     */
    public static void write(Structure structure, Optional<DecayLaw> law, long[] integers, RangeEncoder sink) {
        write(structure, law, integers, new TwoWayCoder.Writer(sink));
    }

    /**
     * How long what {@link #write} writes is, with fractions of bits.
     *
     * @param structure knows the contexts
     * @param law how they fall, if that is told
     * @param integers one per parameter, of magnitude below 2^52
     * @return the sum of \(-\log_2 p\) over all decisions
     */
    static double bits(Structure structure, Optional<DecayLaw> law, long[] integers) {
        CodeMeter meter = new CodeMeter();
        write(structure, law, integers, meter);
        return meter.bits();
    }

    /** A code that has coded nothing yet, and that will be measured. */
    static ParameterCode metered(Structure structure, Optional<DecayLaw> law, CodeMeter meter) {
        return of(structure, law, meter, FileFormat.CURRENT);
    }

    /** The same code, after the same integers, with another meter. */
    ParameterCode copy(CodeMeter meter) {
        return new ParameterCode(structure, meter, integers.copy(), expected.copy());
    }

    private static void write(Structure structure, Optional<DecayLaw> law, long[] integers, TwoWayCoder coder) {
        ParameterCode code = of(structure, law, coder, FileFormat.CURRENT);
        for (int i = 0; i < integers.length; i++) {
            code.next(i, integers[i]);
        }
    }

    /** Writes, or measures, the integer of a parameter. */
    void next(int i, long integer) {
        try {
            coded(i, integer);
        } catch (CorruptCodeException e) {
            throw new IllegalStateException("a writer refuses nothing", e);
        }
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @param structure knows the number of parameters and their contexts
     * @param law how they fall, if that is told
     * @param source the stream
     * @param version of the format, from 2 on
     * @return one integer per parameter, of magnitude below 2^52
     * @throws CorruptCodeException if no writer produces such a stream
     */
    public static long[] read(Structure structure, Optional<DecayLaw> law, RangeDecoder source, int version)
            throws CorruptCodeException {
        ParameterCode code = of(structure, law, new TwoWayCoder.Reader(source), version);
        long[] integers = new long[structure.size()];
        for (int i = 0; i < integers.length; i++) {
            integers[i] = code.coded(i, 0);
            if (integers[i] <= -Quantization.INTEGER_LIMIT || integers[i] >= Quantization.INTEGER_LIMIT) {
                throw new CorruptCodeException("parameter " + i + " is the integer " + integers[i] + ", beyond 2^52");
            }
        }
        return integers;
    }

    private long coded(int i, long q) throws CorruptCodeException {
        int context = structure.context(i);
        if (context < 0 || context >= STRUCTURE_CONTEXTS) {
            throw new IllegalStateException("the context of parameter " + i + " of "
                    + structure.getClass().getName() + " must be in 0..63, was " + context);
        }
        expected.turnTo(i, context);
        long prediction = expected.prediction();
        long residual = integers.code(coder, q - prediction, expected.fast(), expected.slow(), context, NO_FRACTION);
        expected.learn(prediction + residual);
        return prediction + residual;
    }
}
