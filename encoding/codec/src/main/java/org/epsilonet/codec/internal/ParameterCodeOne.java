package org.epsilonet.codec.internal;

import org.epsilonet.api.family.Structure;
import org.epsilonet.api.symbol.CorruptCodeException;
import org.epsilonet.api.symbol.SymbolSource;
import org.epsilonet.quantization.Quantization;
import org.jspecify.annotations.Nullable;

/**
 * The code of the integers of a quantization in files of version 1, which are read and no longer written.
 *
 * <p>Each context of the structure has a {@link Trace}; an integer is coded as its residual from the trace's prediction:
 * first the length of the residual in bits (0 for zero), among the fifteen lengths around the one expected; then its
 * sign, and its digits below the leading one, the first two of them adaptively. Where the expected miss is small, the
 * length has its own statistics for each half octave of it; where it is large, the distribution depends only on the
 * quotient, so all octaves share theirs. For a Laplacian source this is within a few percent of its entropy.
 */
public final class ParameterCodeOne {
    private static final int STRUCTURE_CONTEXTS = 64;

    /** Lengths offered around the expected one; one symbol more is the escape to any length. */
    private static final int WINDOW = 15;

    private static final int BELOW_EXPECTED = 8;
    private static final int LENGTHS = 56;

    /** Half octaves of the expected miss with statistics of their own. */
    private static final int SMALL = 2 * (Trace.MEAN_BITS + 4);

    private static final int LENGTH_CONTEXT = 0;
    private static final int SIGN_CONTEXT = LENGTH_CONTEXT + SMALL + 2;
    private static final int ONE_DIGIT_CONTEXT = SIGN_CONTEXT + 3;
    private static final int TWO_DIGITS_CONTEXT = ONE_DIGIT_CONTEXT + WINDOW + 1;

    private final Structure structure;
    private final @Nullable Trace[] traces = new @Nullable Trace[STRUCTURE_CONTEXTS];
    private @Nullable Trace latest;

    private ParameterCodeOne(Structure structure) {
        this.structure = structure;
    }

    /**
     * Reads the integers.
     *
     * @param structure knows the number of parameters and their contexts
     * @param source the stream
     * @return one integer per parameter, of magnitude below 2^52
     * @throws CorruptCodeException if no writer produces such a stream
     */
    public static long[] read(Structure structure, SymbolSource source) throws CorruptCodeException {
        ParameterCodeOne code = new ParameterCodeOne(structure);
        long[] integers = new long[structure.size()];
        for (int i = 0; i < integers.length; i++) {
            Trace trace = code.trace(i);
            integers[i] = trace.prediction() + readResidual(trace, source);
            if (Math.abs(integers[i]) >= Quantization.INTEGER_LIMIT) {
                throw new CorruptCodeException("parameter " + i + " is the integer " + integers[i] + ", beyond 2^52");
            }
            trace.add(integers[i]);
        }
        return integers;
    }

    private static long readResidual(Trace trace, SymbolSource source) throws CorruptCodeException {
        int symbol = source.adaptive(lengthContext(trace), WINDOW + 1);
        int length = symbol == WINDOW ? (int) source.uniform(LENGTHS) : leastOffered(trace) + symbol;
        if (length == 0) {
            return 0;
        }
        boolean negative = source.adaptive(SIGN_CONTEXT + 1 + trace.lastSign(), 2) == 1;
        long magnitude = 1;
        if (length == 2) {
            magnitude = 2 | source.adaptive(ONE_DIGIT_CONTEXT + symbol, 2);
        } else if (length > 2) {
            int rest = length - 3;
            magnitude = (4L | source.adaptive(TWO_DIGITS_CONTEXT + symbol, 4)) << rest | source.bits(rest);
        }
        return negative ? -magnitude : magnitude;
    }

    private Trace trace(int i) {
        int context = structure.context(i);
        if (context < 0 || context >= STRUCTURE_CONTEXTS) {
            throw new IllegalStateException("the context of parameter " + i + " of "
                    + structure.getClass().getName() + " must be in 0..63, was " + context);
        }
        Trace trace = traces[context];
        if (trace == null) {
            trace = new Trace();
            if (latest != null) {
                trace.startFrom(latest);
            }
            traces[context] = trace;
        }
        latest = trace;
        return trace;
    }

    private static int leastOffered(Trace trace) {
        return Math.max(0, bitLength(trace.meanMiss() >>> Trace.MEAN_BITS) - BELOW_EXPECTED);
    }

    private static int lengthContext(Trace trace) {
        int octaves = halfOctaves(trace.meanMiss());
        return LENGTH_CONTEXT + (octaves < SMALL ? octaves : SMALL + (octaves & 1));
    }

    /** \(2\lfloor\log_2 x\rfloor\), plus 1 in the upper half of the octave; all above 1, and 0 or 1 for 0 and 1. */
    private static int halfOctaves(long x) {
        int length = bitLength(x);
        return length < 2 ? length : 2 * length - 2 + (int) (x >>> (length - 2) & 1);
    }

    private static int bitLength(long x) {
        return 64 - Long.numberOfLeadingZeros(x);
    }
}
