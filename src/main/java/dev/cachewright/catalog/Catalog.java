package dev.cachewright.catalog;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/// The models Cachewright knows.
///
/// @param asOf the day the rows were compiled, ISO-8601
/// @param corrections by model id, for models whose vendor publishes no tokenizer
public record Catalog(String asOf, List<Model> models, Map<String, Correction> corrections) {

    // gpt-5.4-2026-03-05, claude-sonnet-4-5-20250929
    private static final Pattern DATE = Pattern.compile("-(\\d{4}-\\d{2}-\\d{2}|\\d{8})$");

    public Catalog {
        models = List.copyOf(models);
        corrections = Map.copyOf(corrections);
    }

    /// A catalogue without corrections.
    public Catalog(String asOf, List<Model> models) {
        this(asOf, models, Map.of());
    }

    /// The model with this id; a provider before a slash and a date behind the id are passed over.
    ///
    /// @return empty for a model that is not in the catalogue; it never borrows another's terms
    public Optional<Model> find(String id) {
        return byName(id, name -> models.stream().filter(model -> model.id().equals(name)).findFirst());
    }

    /// What turns counts in o200k_base into counts of this model: nothing where its encoding is public, a wide
    /// assumption where nothing is known of it.
    public Correction correctionFor(String id) {
        return find(id).flatMap(Model::encoding).isPresent()
                ? Correction.NONE
                : byName(id, name -> Optional.ofNullable(corrections.get(name))).orElse(Correction.UNKNOWN);
    }

    /// The catalogue with these corrections over its own, by model id.
    public Catalog with(Map<String, Correction> measured) {
        var all = new HashMap<>(corrections);
        all.putAll(measured);
        return new Catalog(asOf, models, all);
    }

    private static <T> Optional<T> byName(String id, Function<String, Optional<T>> exact) {
        String name = id.substring(id.lastIndexOf('/') + 1);
        return exact.apply(name).or(() -> exact.apply(DATE.matcher(name).replaceFirst("")));
    }
}
