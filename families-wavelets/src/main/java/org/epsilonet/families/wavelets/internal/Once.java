package org.epsilonet.families.wavelets.internal;

import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A value computed at first use, by one thread.
 *
 * @param <T> its type
 */
final class Once<T> implements Supplier<T> {
    private final Supplier<T> computation;
    private volatile @Nullable T value;

    Once(Supplier<T> computation) {
        this.computation = computation;
    }

    @Override
    public T get() {
        T known = value;
        if (known != null) {
            return known;
        }
        synchronized (this) {
            if (value == null) {
                value = computation.get();
            }
            return Objects.requireNonNull(value);
        }
    }
}
