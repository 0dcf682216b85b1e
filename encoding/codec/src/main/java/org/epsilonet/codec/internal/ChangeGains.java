package org.epsilonet.codec.internal;

import java.util.Arrays;
import java.util.Optional;
import org.epsilonet.api.family.Structure;
import org.epsilonet.quantization.Quantization;

/**
 * How many bits it saves to change one integer by one, for all integers in turn. The code is run up to the integer once, and
 * from there over the next few as they are and as they would be; farther on a change hardly matters. So all gains of k
 * integers take \(O(k)\) codings, not \(O(k^2)\). An integer that becomes zero leaves the code, if the structure can do
 * without it, with an equal share of the structure's bits.
 */
final class ChangeGains {
    /** So many integers from the changed one on are coded. */
    private static final int WINDOW = 24;

    /** Which changes are asked for. */
    interface Asked {
        /** Whether that integer may change by that. */
        boolean is(int i, int by);
    }

    private final Quantization q;
    private final Optional<DecayLaw> law;
    private final Structure structure;
    private final long[] integers;
    private final boolean reduced;
    private final double structureBits;

    private ChangeGains(Quantization q, Optional<DecayLaw> law) {
        Quantization written = q.withoutZeros();
        this.q = q;
        this.law = law;
        this.structure = written.structure();
        this.integers = written.integers();
        this.reduced = integers.length < q.structure().size();
        this.structureBits = structureBits(structure) / Math.max(1, integers.length);
    }

    /**
     * The gains.
     *
     * @param q a quantization
     * @param law how its integers fall, if that is told
     * @param asked which changes
     * @return for each integer what -1 and +1 save, in bits; negative infinity if not asked for, or if it is a zero that is
     *     not written
     */
    static double[][] of(Quantization q, Optional<DecayLaw> law, Asked asked) {
        return new ChangeGains(q, law).all(asked);
    }

    /** What a structure takes. */
    static double structureBits(Structure structure) {
        RangeEncoder coder = new RangeEncoder();
        structure.write(coder);
        return coder.bitsWritten();
    }

    private double[][] all(Asked asked) {
        long[] unreduced = q.integers();
        double[][] gains = new double[unreduced.length][2];
        ParameterCode state = ParameterCode.metered(structure, law, new CodeMeter());
        int at = 0;
        for (int i = 0; i < unreduced.length; i++) {
            Arrays.fill(gains[i], Double.NEGATIVE_INFINITY);
            if (reduced && unreduced[i] == 0) {
                continue;
            }
            boolean down = asked.is(i, -1);
            boolean up = asked.is(i, 1);
            if (down || up) {
                double now = bits(state, at, integers[at], false);
                gains[i][0] = down ? now - changedBits(state, i, at, integers[at] - 1) : Double.NEGATIVE_INFINITY;
                gains[i][1] = up ? now - changedBits(state, i, at, integers[at] + 1) : Double.NEGATIVE_INFINITY;
            }
            state.next(at, integers[at]);
            at++;
        }
        return gains;
    }

    /** Whether a zero leaves depends on the structure and on who else is zero: of a tree only leaves do. */
    private double changedBits(ParameterCode state, int i, int at, long integer) {
        if (integer != 0) {
            return bits(state, at, integer, false);
        }
        long[] changed = q.integers();
        changed[i] = 0;
        int left = q.withIntegers(changed).withoutZeros().structure().size();
        if (reduced && left >= integers.length) {
            return Double.POSITIVE_INFINITY; // The zeros that had left come back.
        }
        return bits(state, at, 0, left < integers.length);
    }

    /** Of a window that begins with some integer, or with the next one if it leaves. */
    private double bits(ParameterCode state, int first, long integer, boolean leaves) {
        CodeMeter meter = new CodeMeter();
        ParameterCode code = state.copy(meter);
        if (!leaves) {
            code.next(first, integer);
        }
        int end = Math.min(integers.length, first + WINDOW);
        for (int i = first + 1; i < end; i++) {
            code.next(i, integers[i]);
        }
        return meter.bits() - (leaves ? structureBits : 0);
    }
}
