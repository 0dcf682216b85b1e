package org.epsilonet.families.splines.internal;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * States of {@link Merging} on intervals. An interval has one place, and the last of those that share it is known; so memory
 * is bounded, and what was forgotten is computed again. Thread-safe.
 */
final class IntervalTable {
    private static final int LOG2_PLACES = 18;

    /** Made with the first state: on data there is none. */
    private volatile @Nullable AtomicReferenceArray<@Nullable Known> places;

    /** A state on [a, b], never changed. */
    private record Known(double a, double b, double[] state) {}

    /** The state on [a, b], if it is known. */
    double @Nullable [] find(double a, double b) {
        AtomicReferenceArray<@Nullable Known> all = places;
        Known known = all == null ? null : all.get(place(a, b));
        return known != null && known.a == a && known.b == b ? known.state : null;
    }

    /** Keeps the state on [a, b], in place of another one. */
    void keep(double a, double b, double[] state) {
        AtomicReferenceArray<@Nullable Known> all = places;
        if (all == null) {
            all = new AtomicReferenceArray<>(1 << LOG2_PLACES);
            places = all;
        }
        all.set(place(a, b), new Known(a, b, state));
    }

    private static int place(double a, double b) {
        long bits = Double.doubleToRawLongBits(a) * 31 + Double.doubleToRawLongBits(b);
        return (int) (bits * 0x9E3779B97F4A7C15L >>> (Long.SIZE - LOG2_PLACES));
    }
}
