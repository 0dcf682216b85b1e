package org.epsilonet.families.relu.affine;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value that is computed when first asked for, by one thread. */
final class Once<T> implements Supplier<T> {
    private final Supplier<T> computation;
    private @Nullable T value;

    Once(Supplier<T> computation) {
        this.computation = computation;
    }

    @Override
    public synchronized T get() {
        T known = value;
        if (known == null) {
            known = computation.get();
            value = known;
        }
        return known;
    }
}
