package dev.cachewright.traffic.piece;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.IntFunction;

/// Values by the numbers of pieces, which begin at 1: a request has hundreds of them, and each is looked up several
/// times. For one thread.
public final class IntMap<V> {

    private static final int LEAST = 16;

    private int[] keys;
    private Object[] values;
    private int size;

    public IntMap() {
        this(LEAST / 4);
    }

    /// With room for so many keys.
    public IntMap(int room) {
        int length = Integer.highestOneBit(Math.max(LEAST, room * 4));
        keys = new int[length];
        values = new Object[length];
    }

    public Optional<V> get(int key) {
        return Optional.ofNullable(at(slot(key)));
    }

    /// The value of a key, another one where there is none.
    public V get(int key, V other) {
        int slot = slot(key);
        return keys[slot] == key ? at(slot) : other;
    }

    public boolean contains(int key) {
        return keys[slot(key)] == key;
    }

    /// The value of a key, made where there is none.
    public V get(int key, IntFunction<V> making) {
        int slot = slot(key);
        if (keys[slot] == key) {
            return at(slot);
        }
        V made = making.apply(key);
        add(slot, key, made);
        return made;
    }

    /// Whether the key is new.
    public boolean put(int key, V value) {
        int slot = slot(key);
        if (keys[slot] == key) {
            values[slot] = value;
            return false;
        }
        add(slot, key, value);
        return true;
    }

    private void add(int slot, int key, V value) {
        keys[slot] = key;
        values[slot] = value;
        if (++size * 2 > keys.length) {
            resize(keys.length * 2, (_, _) -> true);
        }
    }

    public void remove(int key) {
        int hole = slot(key);
        if (keys[hole] != key) {
            return;
        }
        size--;
        int mask = keys.length - 1;
        for (int next = hole + 1 & mask; keys[next] != 0; next = next + 1 & mask) {
            // A key is moved back where its own slot is not between the hole and it.
            if ((next - home(keys[next]) & mask) >= (next - hole & mask)) {
                keys[hole] = keys[next];
                values[hole] = values[next];
                hole = next;
            }
        }
        keys[hole] = 0;
        values[hole] = null;
    }

    /// Keeps what passes.
    public void keep(BiPredicate<Integer, V> test) {
        resize(keys.length, test);
    }

    public void clear() {
        Arrays.fill(keys, 0);
        Arrays.fill(values, null);
        size = 0;
    }

    private void resize(int length, BiPredicate<Integer, V> test) {
        int[] oldKeys = keys;
        Object[] old = values;
        keys = new int[length];
        values = new Object[length];
        size = 0;
        for (int i = 0; i < oldKeys.length; i++) {
            @SuppressWarnings("unchecked")
            V value = (V) old[i];
            if (oldKeys[i] != 0 && test.test(oldKeys[i], value)) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                values[slot] = value;
                size++;
            }
        }
    }

    @SuppressWarnings("unchecked")
    private V at(int slot) {
        return (V) values[slot];
    }

    private int home(int key) {
        return key * 0x9E3779B1 >>> 7 & keys.length - 1;
    }

    private int slot(int key) {
        int slot = home(key);
        while (keys[slot] != 0 && keys[slot] != key) {
            slot = slot + 1 & keys.length - 1;
        }
        return slot;
    }
}
