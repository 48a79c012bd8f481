package dev.cachewright.analysis;

import dev.cachewright.catalog.Model;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Request;
import dev.cachewright.prompt.Variables;
import dev.cachewright.token.RequestTokens;
import java.util.Optional;

/// Everything that is said of one state of a prompt.
///
/// @param request of the row that is shown
/// @param tokens of that request
/// @param outlook empty where the cache rules of the model are not known
/// @param model empty where the catalogue does not know the model
public record Analysis(Prompt prompt, Request request, RequestTokens tokens, StaticPrefix prefix,
        Optional<Outlook> outlook, Optional<Model> model, Variables variables) {

    /// Whether the count is known to be the server's own.
    public boolean isExact() {
        return tokens.isExact() && model.flatMap(Model::encoding).isPresent();
    }
}
