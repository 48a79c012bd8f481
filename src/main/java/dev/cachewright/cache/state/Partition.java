package dev.cachewright.cache.state;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The settings outside the tokens that separate caches: requests of different partitions never share.
public final class Partition {

    private static final Setting[] SETTINGS = Setting.values();

    /// By the number of their setting; empty where it is not sent.
    private final String[] values;
    private final int hash;

    /// @param values of the settings that are looked at; one that is not sent has none
    public Partition(Map<Setting, String> values) {
        this.values = Arrays.stream(SETTINGS).map(setting -> values.getOrDefault(setting, "")).toArray(String[]::new);
        this.hash = Arrays.hashCode(this.values);
    }

    /// A model and a `prompt_cache_key`, empty where none is sent.
    public static Partition of(String model, String key) {
        return new Partition(key.isEmpty()
                ? Map.of(Setting.MODEL, model)
                : Map.of(Setting.MODEL, model, Setting.KEY, key));
    }

    /// The first setting in which the two differ.
    public Optional<Setting> difference(Partition other) {
        int mismatch = Arrays.mismatch(values, other.values);
        return mismatch < 0 ? Optional.empty() : Optional.of(SETTINGS[mismatch]);
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || other instanceof Partition that && hash == that.hash && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return Arrays.stream(SETTINGS).filter(setting -> !values[setting.ordinal()].isEmpty())
                .map(setting -> setting + "=" + values[setting.ordinal()]).collect(Collectors.joining(", ", "{", "}"));
    }
}
