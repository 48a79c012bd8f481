package dev.cachewright.cache.state;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// The settings outside the tokens that separate caches: requests of different partitions never share.
public final class Partition {

    private final Map<Setting, String> values;
    private final int hash;

    /// @param values of the settings that are looked at; one that is not sent has none
    public Partition(Map<Setting, String> values) {
        this.values = values.isEmpty() ? Map.of() : Map.copyOf(new EnumMap<>(values));
        this.hash = this.values.hashCode();
    }

    /// A model and a `prompt_cache_key`, empty where none is sent.
    public static Partition of(String model, String key) {
        return new Partition(key.isEmpty()
                ? Map.of(Setting.MODEL, model)
                : Map.of(Setting.MODEL, model, Setting.KEY, key));
    }

    /// The first setting in which the two differ.
    public Optional<Setting> difference(Partition other) {
        return Arrays.stream(Setting.values()).filter(setting -> !valueOf(setting).equals(other.valueOf(setting)))
                .findFirst();
    }

    private String valueOf(Setting setting) {
        return values.getOrDefault(setting, "");
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || other instanceof Partition that && hash == that.hash && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return values.toString();
    }
}
