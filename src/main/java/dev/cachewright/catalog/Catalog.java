package dev.cachewright.catalog;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The models Cachewright knows.
///
/// @param asOf the day the rows were compiled, ISO-8601
public record Catalog(String asOf, List<Model> models) {

    // gpt-5.4-2026-03-05, claude-sonnet-4-5-20250929
    private static final Pattern DATE = Pattern.compile("-(\\d{4}-\\d{2}-\\d{2}|\\d{8})$");

    public Catalog {
        models = List.copyOf(models);
    }

    /// The model with this id; a provider before a slash and a date behind the id are passed over.
    ///
    /// @return empty for a model that is not in the catalogue; it never borrows another's terms
    public Optional<Model> find(String id) {
        String name = id.substring(id.lastIndexOf('/') + 1);
        return exact(name).or(() -> exact(DATE.matcher(name).replaceFirst("")));
    }

    private Optional<Model> exact(String name) {
        return models.stream().filter(model -> model.id().equals(name)).findFirst();
    }
}
