package dev.cachewright.catalog;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The models Cachewright knows.
///
/// @param asOf the day the rows were compiled, ISO-8601
/// @param rows the models
/// @param aliases other names and the user's deployments, each with the id of a row
/// @param corrections by model id, for models whose vendor publishes no tokenizer
/// @param usual the terms of servers of each set of rules, where no row of a model says more
/// @param ownFile the file in which the user may add rows
public record Catalog(String asOf, Models rows, Map<String, String> aliases,
        Map<String, Correction> corrections, Map<RuleSet, CacheTerms> usual, String ownFile) {

    private static final String OWN_FILE = "models.json";

    public Catalog {
        aliases = Map.copyOf(aliases);
        corrections = Map.copyOf(corrections);
        usual = Map.copyOf(usual);
    }

    /// A catalogue without a known place to add rows in.
    public Catalog(String asOf, Models rows, Map<String, String> aliases, Map<String, Correction> corrections,
            Map<RuleSet, CacheTerms> usual) {
        this(asOf, rows, aliases, corrections, usual, OWN_FILE);
    }

    /// All models, in their order.
    public List<Model> models() {
        return rows.all();
    }

    /// All that is known under one name.
    ///
    /// @param model empty for a model that is not in the catalogue; it never borrows another's terms
    /// @param correction what turns counts in o200k_base into counts of this model: nothing where its encoding is
    /// public, a wide assumption where nothing is known of it
    public record Entry(Optional<Model> model, Correction correction) {
    }

    /// What is known of the model with this id, alias or deployment; the prefix of a known provider and a date after
    /// the id are ignored.
    public Entry lookUp(String id) {
        ModelName name = ModelName.of(id);
        Optional<Model> model = name.candidates().stream().flatMap(candidate -> named(candidate, name).stream())
                .findFirst();
        return new Entry(model, correction(name, model));
    }

    /// The model with this id, alias or deployment.
    public Optional<Model> find(String id) {
        return lookUp(id).model();
    }

    private Optional<Model> named(String candidate, ModelName name) {
        String row = aliases.getOrDefault(candidate, candidate);
        // A name that is given a model as a whole means it, whatever vendor it seems to begin with.
        boolean isGiven = aliases.containsKey(candidate) && candidate.equals(name.candidates().getFirst());
        return rows.find(row).filter(model -> isGiven || name.isBy(model.provider()));
    }

    private Correction correction(ModelName name, Optional<Model> model) {
        if (model.flatMap(Model::encoding).isPresent()) {
            return Correction.NONE;
        }
        return name.candidates().stream().filter(corrections::containsKey).findFirst()
                .or(() -> model.map(Model::id)).map(corrections::get).orElse(Correction.UNKNOWN);
    }

    /// The terms that a server of these rules has, where no row of a model says more.
    public CacheTerms usualTerms(RuleSet rules) {
        return usual.getOrDefault(rules, new CacheTerms(rules, 0, List.of(), List.of()));
    }

    /// The catalogue with these corrections over its own, by model id.
    public Catalog with(Map<String, Correction> measured) {
        var all = new HashMap<>(corrections);
        all.putAll(measured);
        return new Catalog(asOf, rows, aliases, all, usual, ownFile);
    }

    /// The catalogue with these names in addition to its own, each with the id of a row.
    public Catalog withAliases(Map<String, String> names) {
        var all = new HashMap<>(aliases);
        all.putAll(names);
        return new Catalog(asOf, rows, all, corrections, usual, ownFile);
    }

    /// The catalogue with the place of the user's own rows.
    public Catalog withOwnFile(String file) {
        return new Catalog(asOf, rows, aliases, corrections, usual, file);
    }
}
