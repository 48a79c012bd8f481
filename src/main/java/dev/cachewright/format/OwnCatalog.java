package dev.cachewright.format;

import dev.cachewright.catalog.Catalog;
import dev.cachewright.prompt.PromptException;
import java.util.List;

/// The catalogue with what the user's file adds and corrects.
///
/// @param problems what of the file cannot be used, each with its line and column
public record OwnCatalog(Catalog catalog, List<PromptException> problems) {

    public OwnCatalog {
        problems = List.copyOf(problems);
    }
}
