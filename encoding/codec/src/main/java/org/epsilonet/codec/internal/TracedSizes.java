package org.epsilonet.codec.internal;

import java.util.Arrays;
import org.epsilonet.quantization.Quantization;
import org.jspecify.annotations.Nullable;

/** Expects of each context of the structure what its {@link Trace} foretells, with misses like those of late and of long. */
final class TracedSizes implements Expectation {
    private static final int SLOW = 5;

    private final @Nullable Trace[] traces;
    private final long[] slow;
    /** The context before. */
    private int latest = -1;

    private int context;
    private Trace trace = new Trace();

    /** Nothing is expected yet. */
    TracedSizes() {
        this.traces = new @Nullable Trace[ParameterCode.STRUCTURE_CONTEXTS];
        this.slow = new long[ParameterCode.STRUCTURE_CONTEXTS];
    }

    private TracedSizes(TracedSizes other) {
        this.traces = other.traces.clone();
        Arrays.setAll(traces, i -> copy(other.traces[i]));
        this.slow = other.slow.clone();
        this.latest = other.latest;
    }

    private static @Nullable Trace copy(@Nullable Trace trace) {
        return trace == null ? null : trace.copy();
    }

    @Override
    public Expectation copy() {
        return new TracedSizes(this);
    }

    /** A context seen for the first time expects what the one before it has come to. */
    @Override
    public void turnTo(int i, int next) {
        Trace known = traces[next];
        if (known == null) {
            known = new Trace();
            if (latest >= 0) {
                Trace before = traces[latest];
                if (before != null) {
                    known.startFrom(before);
                }
                slow[next] = slow[latest];
            }
            traces[next] = known;
        }
        latest = next;
        context = next;
        trace = known;
    }

    @Override
    public long prediction() {
        return trace.prediction();
    }

    @Override
    public long fast() {
        return trace.meanMiss();
    }

    @Override
    public long slow() {
        return slow[context];
    }

    @Override
    public void learn(long integer) {
        long residual = Math.abs(integer - trace.prediction());
        if (Math.abs(integer) < Quantization.INTEGER_LIMIT) {
            trace.add(integer);
        }
        long miss = Math.min(residual, Quantization.INTEGER_LIMIT) << Trace.MEAN_BITS;
        slow[context] = MixedInteger.followed(slow[context] + ((miss - slow[context]) >> SLOW), trace.meanMiss());
    }
}
