package dev.cachewright.catalog;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The models of a catalogue in their order, each read when it is first asked for: most commands need one of them.
/// Equal where all models are.
public final class Models {

    private final List<String> ids;
    private final Function<String, Model> reader;
    private final Map<String, Model> read = new ConcurrentHashMap<>();

    private Models(List<String> ids, Function<String, Model> reader) {
        this.ids = List.copyOf(ids);
        this.reader = reader;
    }

    /// @param models of which the first of an id is found by it
    public static Models of(List<Model> models) {
        Map<String, Model> byId = models.stream()
                .collect(Collectors.toMap(Model::id, Function.identity(), (first, _) -> first));
        return new Models(models.stream().map(Model::id).distinct().toList(), byId::get);
    }

    /// @param ids of all models, none twice
    /// @param reader gives the model of one of these ids; may be asked by several threads
    public static Models readLater(List<String> ids, Function<String, Model> reader) {
        return new Models(ids, reader);
    }

    /// The model with this id.
    public Optional<Model> find(String id) {
        return ids.contains(id) ? Optional.of(read.computeIfAbsent(id, reader)) : Optional.empty();
    }

    /// All of them, in the order of the catalogue.
    public List<Model> all() {
        return ids.stream().map(id -> read.computeIfAbsent(id, reader)).toList();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Models models && all().equals(models.all());
    }

    @Override
    public int hashCode() {
        return ids.hashCode();
    }

    @Override
    public String toString() {
        return ids.toString();
    }
}
