package org.epsilonet.examples.fourier;

import java.lang.ref.SoftReference;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Tables that depend on a length alone and take longer to compute than the transform that needs them. They are remembered until
 * memory is short. Thread-safe.
 *
 * @param <T> immutable
 */
final class ByLength<T> {
    private final IntFunction<T> tables;
    private final Map<Integer, SoftReference<T>> known = new ConcurrentHashMap<>();

    /**
     * @param tables computes those of a length, the same at each call
     */
    ByLength(IntFunction<T> tables) {
        this.tables = tables;
    }

    /** Those of a length. */
    T of(int n) {
        SoftReference<T> reference = known.get(n);
        @Nullable T remembered = reference == null ? null : reference.get();
        if (remembered != null) {
            return remembered;
        }
        T computed = tables.apply(n);
        known.put(n, new SoftReference<>(computed));
        return computed;
    }
}
