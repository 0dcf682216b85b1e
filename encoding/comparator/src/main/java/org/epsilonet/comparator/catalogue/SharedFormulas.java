package org.epsilonet.comparator.catalogue;

import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.epsilonet.api.function.Formula;
import org.jspecify.annotations.Nullable;

/**
 * Functions that are elements of several classes: each is made once, and remains the same object as long as somebody holds
 * it, so that whoever measures it can see that it is the same.
 */
final class SharedFormulas {
    private static final Map<List<?>, WeakReference<Formula>> MADE = new HashMap<>();

    private SharedFormulas() {}

    /**
     * The function of a key.
     *
     * @param key name, parameters and seed; they determine the function
     * @param making makes it where nobody holds it
     */
    static synchronized Formula of(List<?> key, Supplier<Formula> making) {
        WeakReference<Formula> reference = MADE.get(key);
        @Nullable Formula known = reference == null ? null : reference.get();
        if (known != null) {
            return known;
        }
        MADE.values().removeIf(held -> held.get() == null);
        Formula made = making.get();
        MADE.put(key, new WeakReference<>(made));
        return made;
    }
}
