package org.epsilonet.comparator.study.internal;

import java.lang.ref.SoftReference;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/**
 * Remembers the values of the last few keys, while there is memory: neighbouring cells share work. Each value is computed
 * once; who comes meanwhile waits. A failed computation fails for all who ask, and is not remembered. Thread-safe.
 *
 * @param <K> keys
 * @param <V> values
 */
public final class Memo<K, V> {
    private final Map<K, SoftReference<FutureTask<V>>> tasks;

    /**
     * @param size how many are remembered
     */
    public Memo(int size) {
        tasks = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, SoftReference<FutureTask<V>>> eldest) {
                return size() > size;
            }
        };
    }

    /** The value of a key, remembered or computed. */
    public V get(K key, Supplier<V> computation) {
        FutureTask<V> task = task(key, computation);
        task.run();
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            forget(key, task);
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
    }

    private synchronized FutureTask<V> task(K key, Supplier<V> computation) {
        SoftReference<FutureTask<V>> known = tasks.get(key);
        FutureTask<V> task = known == null ? null : known.get();
        if (task == null) {
            task = new FutureTask<>(computation::get);
            tasks.put(key, new SoftReference<>(task));
        }
        return task;
    }

    private synchronized void forget(K key, FutureTask<V> task) {
        SoftReference<FutureTask<V>> known = tasks.get(key);
        if (known != null && known.get() == task) {
            tasks.remove(key);
        }
    }
}
