package dev.cachewright.analysis;

import dev.cachewright.catalog.Model;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Request;
import dev.cachewright.prompt.Variables;
import dev.cachewright.token.request.RequestTokens;
import dev.cachewright.token.request.TokenSpan;
import java.util.List;
import java.util.Optional;

/// Everything that is said of one state of a prompt.
///
/// @param request of the row that is shown
/// @param tokens of that request, as positions; what is shown and priced goes through `estimate`
/// @param outlook empty where the cache rules of the model are not known
/// @param model empty where the catalogue does not know the model
public record Analysis(Prompt prompt, Request request, RequestTokens tokens, Estimate estimate,
        StaticPrefix prefix, Optional<Outlook> outlook, Optional<Model> model, Variables variables) {

    /// Whether the count is known to be the server's own.
    public boolean isExact() {
        return estimate.isExact();
    }

    /// All input tokens.
    public TokenRange total() {
        return estimate.range(tokens.total());
    }

    /// The static prefix.
    public TokenRange prefixTokens() {
        return estimate.range(prefix.tokens());
    }

    /// The fewest tokens that a cached prefix can have; by the catalogue where the rules are not known.
    public Optional<Integer> threshold() {
        return outlook.map(known -> known.rules().threshold()).or(() -> model.map(row -> row.cache().minimum()));
    }

    /// The blocks in the order in which they are sent, with the figures that are shown.
    public List<TokenSpan> spans() {
        return estimate.spans(tokens.spans());
    }
}
