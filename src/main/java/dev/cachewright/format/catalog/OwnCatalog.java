package dev.cachewright.format.catalog;

import dev.cachewright.catalog.Catalog;
import dev.cachewright.prompt.text.InputException;
import java.util.List;

/// The catalogue with what the user's file adds and corrects.
///
/// @param problems what of the file cannot be used, each with its line and column
public record OwnCatalog(Catalog catalog, List<InputException> problems) {

    public OwnCatalog {
        problems = List.copyOf(problems);
    }
}
