package org.epsilonet.codec.internal;

import java.util.Arrays;
import org.epsilonet.api.family.Structure;
import org.epsilonet.api.symbol.CorruptCodeException;
import org.epsilonet.quantization.Quantization;
import org.jspecify.annotations.Nullable;

/**
 * The code of the integers of a quantization. Each context of the structure has a {@link Trace}; an integer is coded as its
 * residual from the trace's prediction, in the light of the misses of that context in the last few and in many integers:
 * see {@link MixedInteger}.
 */
public final class ParameterCode {
    private static final int STRUCTURE_CONTEXTS = 64;
    private static final int SLOW = 5;
    private static final int NO_FRACTION = MixedInteger.FRACTIONS / 2;

    private final Structure structure;
    private final TwoWayCoder coder;
    private final MixedInteger integers;
    private final @Nullable Trace[] traces;
    private final long[] slow;
    private int latest = -1;

    private ParameterCode(Structure structure, TwoWayCoder coder, int version) {
        this.integers = Rehearsal.before(version);
        this.traces = new @Nullable Trace[STRUCTURE_CONTEXTS];
        this.slow = new long[STRUCTURE_CONTEXTS];
        this.structure = structure;
        this.coder = coder;
    }

    /**
     * Writes the integers of the structure's parameters.
     *
     * @param structure knows the contexts
     * @param integers one per parameter, of magnitude below 2^52
     * @param sink receives them
     */
    public static void write(Structure structure, long[] integers, RangeEncoder sink) {
        write(structure, integers, new TwoWayCoder.Writer(sink));
    }

    /**
     * How long what {@link #write} writes is, with fractions of bits.
     *
     * @param structure knows the contexts
     * @param integers one per parameter, of magnitude below 2^52
     * @return the sum of \(-\log_2 p\) over all decisions
     */
    static double bits(Structure structure, long[] integers) {
        CodeMeter meter = new CodeMeter();
        write(structure, integers, meter);
        return meter.bits();
    }

    /** A code that has coded nothing yet, and that will be measured. */
    static ParameterCode metered(Structure structure, CodeMeter meter) {
        return new ParameterCode(structure, meter, FileFormat.CURRENT);
    }

    private ParameterCode(ParameterCode other, CodeMeter meter) {
        this.structure = other.structure;
        this.coder = meter;
        this.integers = other.integers.copy();
        this.traces = other.traces.clone();
        Arrays.setAll(traces, i -> copy(other.traces[i]));
        this.slow = other.slow.clone();
        this.latest = other.latest;
    }

    private static @Nullable Trace copy(@Nullable Trace trace) {
        return trace == null ? null : trace.copy();
    }

    /** The same code, after the same integers, with another meter. */
    ParameterCode copy(CodeMeter meter) {
        return new ParameterCode(this, meter);
    }

    private static void write(Structure structure, long[] integers, TwoWayCoder coder) {
        ParameterCode code = new ParameterCode(structure, coder, FileFormat.CURRENT);
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
     * @param source the stream
     * @param version of the format, from 2 on
     * @return one integer per parameter, of magnitude below 2^52
     * @throws CorruptCodeException if no writer produces such a stream
     */
    public static long[] read(Structure structure, RangeDecoder source, int version) throws CorruptCodeException {
        ParameterCode code = new ParameterCode(structure, new TwoWayCoder.Reader(source), version);
        long[] integers = new long[structure.size()];
        for (int i = 0; i < integers.length; i++) {
            integers[i] = code.coded(i, 0);
            if (Math.abs(integers[i]) >= Quantization.INTEGER_LIMIT) {
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
        Trace trace = trace(context);
        long prediction = trace.prediction();
        long fast = trace.meanMiss();
        long residual = integers.code(coder, q - prediction, fast, slow[context], context, NO_FRACTION);
        long coded = prediction + residual;
        if (Math.abs(coded) < Quantization.INTEGER_LIMIT) {
            trace.add(coded);
        }
        long miss = Math.min(Math.abs(residual), Quantization.INTEGER_LIMIT) << Trace.MEAN_BITS;
        slow[context] = MixedInteger.followed(slow[context] + ((miss - slow[context]) >> SLOW), trace.meanMiss());
        return coded;
    }

    /** A context seen for the first time expects what the one before it has come to. */
    private Trace trace(int context) {
        Trace trace = traces[context];
        if (trace == null) {
            trace = new Trace();
            if (latest >= 0) {
                Trace before = traces[latest];
                if (before != null) {
                    trace.startFrom(before);
                }
                slow[context] = slow[latest];
            }
            traces[context] = trace;
        }
        latest = context;
        return trace;
    }
}
