package dev.cachewright.format.prices;

import dev.cachewright.catalog.Model;
import dev.cachewright.prompt.text.InputException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// A list of prices that somebody keeps.
///
/// @param name of the list: `genai-prices`, `LiteLLM`
/// @param problems entries that cannot be read, each with its place
public record PriceList(String name, List<ListedModel> models, List<InputException> problems) {

    public PriceList {
        models = List.copyOf(models);
        problems = List.copyOf(problems);
    }

    /// The entry of a model of the catalogue: of the same provider, and named so. A name that begins alike is another
    /// model, and so is a dated one with a row of its own.
    Optional<ListedModel> find(Model model) {
        return models.stream()
                .filter(each -> each.provider().equals(model.provider()) && each.names().contains(model.id()))
                .min(Comparator.comparingInt(each -> each.names().indexOf(model.id())));
    }
}
