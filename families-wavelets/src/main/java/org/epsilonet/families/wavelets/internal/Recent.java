package org.epsilonet.families.wavelets.internal;

import java.lang.ref.SoftReference;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What was made lately, for families that are compared on the same function one after the other: a few values, and these
 * only while memory is not short. Thread-safe.
 *
 * @param <K> what they depend on
 * @param <V> their type
 */
final class Recent<K, V> {
    private static final float LOAD = 0.75f;

    private final Map<K, SoftReference<@Nullable V>> values;

    /**
     * @param most how many are kept, those asked for last
     */
    Recent(int most) {
        this.values = new LinkedHashMap<>(most, LOAD, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, SoftReference<@Nullable V>> eldest) {
                return size() > most;
            }
        };
    }

    /**
     * The value of a key.
     *
     * @param fresh makes it where it is not known, at once: it is nothing long to compute
     */
    synchronized V get(K key, Supplier<V> fresh) {
        SoftReference<@Nullable V> reference = values.get(key);
        V known = reference == null ? null : reference.get();
        if (known != null) {
            return known;
        }
        V made = Objects.requireNonNull(fresh.get());
        values.put(key, new SoftReference<>(made));
        return made;
    }
}
