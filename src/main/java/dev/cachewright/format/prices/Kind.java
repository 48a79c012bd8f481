package dev.cachewright.format.prices;

import dev.cachewright.catalog.Model;
import java.util.List;
import java.util.Optional;

/// What a price is for.
enum Kind {
    INPUT("input"), OUTPUT("output"), READ("cache_read"),
    /// Written for the lifetime that a request gets where it asks for none.
    WRITE(""), WRITE_HOUR("");

    private static final String HOUR = "1h";
    private static final String WRITTEN = "cache_write_";

    private final String field;

    Kind(String field) {
        this.field = field;
    }

    /// The field of the model's row; empty where its rules know no such lifetime.
    Optional<String> field(Model model) {
        List<String> ttls = model.cache().ttls();
        return switch (this) {
            case WRITE -> ttls.stream().findFirst().map(ttl -> WRITTEN + ttl);
            case WRITE_HOUR -> ttls.stream().skip(1).filter(HOUR::equals).findFirst().map(ttl -> WRITTEN + ttl);
            default -> Optional.of(field);
        };
    }

    static String written(String ttl) {
        return WRITTEN + ttl;
    }
}
