package dev.cachewright.token.part;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/// What was made lately, by what it was made from; the one that was not asked for the longest is forgotten first.
/// Safe for several threads.
public final class Recent<K, V> {

    private static final float LOAD = 0.75f;

    private final Map<K, V> made;

    /// @param most how many are kept
    public Recent(int most) {
        made = new LinkedHashMap<>(16, LOAD, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        };
    }

    /// What was made from `key`, made now where it is not kept. Two threads that ask at once may both make it.
    public V get(K key, Function<K, V> make) {
        synchronized (made) {
            V kept = made.get(key);
            if (kept != null) {
                return kept;
            }
        }
        V fresh = make.apply(key);
        synchronized (made) {
            made.put(key, fresh);
        }
        return fresh;
    }
}
