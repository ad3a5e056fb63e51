package dev.surety.audit.disclosure;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Remembers values for a while, the most recently used ones only. Keys must not be remembered for long, or one that
 * was destroyed would live on in memory. For one thread.
 */
final class ExpiringCache<K, V> {
    private final int capacity;
    private final Duration timeToLive;
    private final Clock clock;
    private final Map<K, Remembered<V>> values;

    ExpiringCache(int capacity, Duration timeToLive, Clock clock) {
        this.capacity = capacity;
        this.timeToLive = timeToLive;
        this.clock = clock;
        this.values = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, Remembered<V>> eldest) {
                return size() > ExpiringCache.this.capacity;
            }
        };
    }

    private record Remembered<V>(V value, Instant until) {}

    @Nullable
    V get(K key) {
        Remembered<V> remembered = values.get(key);
        if (remembered == null) {
            return null;
        }
        if (!clock.instant().isBefore(remembered.until())) {
            values.remove(key);
            return null;
        }
        return remembered.value();
    }

    void put(K key, V value) {
        values.put(key, new Remembered<>(value, clock.instant().plus(timeToLive)));
    }

    void clear() {
        values.clear();
    }
}
