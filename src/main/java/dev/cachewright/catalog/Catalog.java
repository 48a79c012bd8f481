package dev.cachewright.catalog;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The models Cachewright knows.
///
/// @param asOf the day the rows were compiled, ISO-8601
/// @param aliases other names and the user's deployments, each with the id of a row
/// @param corrections by model id, for models whose vendor publishes no tokenizer
/// @param ownFile the file in which the user may add rows; only for telling its name
public record Catalog(String asOf, List<Model> models, Map<String, String> aliases,
        Map<String, Correction> corrections, String ownFile) {

    private static final String OWN_FILE = "models.json";

    public Catalog {
        models = List.copyOf(models);
        aliases = Map.copyOf(aliases);
        corrections = Map.copyOf(corrections);
    }

    /// A catalogue that no place is known of to add rows in.
    public Catalog(String asOf, List<Model> models, Map<String, String> aliases, Map<String, Correction> corrections) {
        this(asOf, models, aliases, corrections, OWN_FILE);
    }

    /// The model with this id, alias or deployment; the prefix of a known provider and a date behind the id are passed
    /// over.
    ///
    /// @return empty for a model that is not in the catalogue; it never borrows another's terms
    public Optional<Model> find(String id) {
        ModelName name = ModelName.of(id);
        return name.candidates().stream().flatMap(candidate -> named(candidate, name).stream()).findFirst();
    }

    private Optional<Model> named(String candidate, ModelName name) {
        String row = aliases.getOrDefault(candidate, candidate);
        return models.stream().filter(model -> model.id().equals(row) && name.isBy(model.provider())).findFirst();
    }

    /// What turns counts in o200k_base into counts of this model: nothing where its encoding is public, a wide
    /// assumption where nothing is known of it.
    public Correction correctionFor(String id) {
        Optional<Model> model = find(id);
        if (model.flatMap(Model::encoding).isPresent()) {
            return Correction.NONE;
        }
        return ModelName.of(id).candidates().stream().filter(corrections::containsKey).findFirst()
                .or(() -> model.map(Model::id)).map(corrections::get).orElse(Correction.UNKNOWN);
    }

    /// The catalogue with these corrections over its own, by model id.
    public Catalog with(Map<String, Correction> measured) {
        var all = new HashMap<>(corrections);
        all.putAll(measured);
        return new Catalog(asOf, models, aliases, all, ownFile);
    }

    /// The catalogue with these names besides its own, each with the id of a row.
    public Catalog withAliases(Map<String, String> names) {
        var all = new HashMap<>(aliases);
        all.putAll(names);
        return new Catalog(asOf, models, all, corrections, ownFile);
    }

    /// The catalogue with the place of the user's own rows.
    public Catalog withOwnFile(String file) {
        return new Catalog(asOf, models, aliases, corrections, file);
    }
}
