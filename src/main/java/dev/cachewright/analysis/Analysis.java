package dev.cachewright.analysis;

import dev.cachewright.cache.Boundary;
import dev.cachewright.cache.request.SentRequest;
import dev.cachewright.catalog.Model;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Variables;
import dev.cachewright.token.request.RequestTokens;
import dev.cachewright.token.request.TokenSpan;
import java.util.List;
import java.util.Optional;

/// Everything that is said of one state of a prompt.
///
/// @param destination where calls go, with everything that applies there
/// @param counted the request of the row that is shown, with its tokens as positions; what is shown and priced goes
/// through `estimate`
/// @param outlook empty where the cache rules there are not known
/// @param evidence what shows which text changes
public record Analysis(Prompt prompt, Destination destination, CountedRequest counted, Estimate estimate,
        StaticPrefix prefix, Optional<Outlook> outlook, Variables variables, Evidence evidence) {

    /// How many rows of values there are.
    public int rows() {
        return evidence.rows();
    }

    /// How the request differs from a second one; empty where there is none.
    public Optional<Comparison> comparison() {
        return evidence.comparison();
    }

    /// Whether nothing shows what will change.
    public boolean isAssumed() {
        return evidence.isAssumed();
    }

    /// The request of the row that is shown, and what of it is refused.
    public SentRequest sent() {
        return counted.sent();
    }

    /// The tokens of that request.
    public RequestTokens tokens() {
        return counted.tokens();
    }

    /// The model's row; empty where the catalogue does not know it.
    public Optional<Model> model() {
        return destination.model();
    }

    /// Whether the count is known to be the server's own.
    public boolean isExact() {
        return estimate.isExact();
    }

    /// All input tokens.
    public TokenRange total() {
        return destination.inputOf(counted);
    }

    /// The static prefix.
    public TokenRange prefixTokens() {
        return estimate.range(prefix.tokens());
    }

    /// What of the static prefix is stored: all of it, or at a breakpoint model what the last breakpoint within it ends.
    public TokenRange storedPrefix() {
        return outlook.filter(known -> known.rules().hasBreakpoints()).stream()
                .flatMap(known -> known.reuse().boundaries().stream())
                .filter(end -> end.isStatic() && end.isWritten()).mapToInt(Boundary::position).max().stream()
                .mapToObj(estimate::range).findFirst().orElseGet(this::prefixTokens);
    }

    /// What of the static prefix stays whatever other rows contain.
    public TokenRange stableTokens() {
        return estimate.range(prefix.stable());
    }

    /// The fewest tokens that a cached prefix can have; from the catalogue where the rules are not known.
    public Optional<Integer> threshold() {
        return outlook.map(known -> known.rules().threshold()).or(() -> model().map(row -> row.cache().minimum()));
    }

    /// The block of the first thinking that is refused for other rows, since it comes after what changes; empty where
    /// there is none.
    public Optional<String> boundThinking() {
        return destination.bindsThinking() ? BoundThinking.firstAfter(counted, prefix.tokens()) : Optional.empty();
    }

    /// What becomes of the prefix that all calls share, in later calls.
    public Reach.State standing() {
        return Reach.covered(this);
    }

    /// What later calls can reuse of the request; computed at each call, in time that grows with the blocks.
    public Reach reach() {
        return Reach.of(this);
    }

    /// The blocks in the order in which they are sent, with the figures that are shown.
    public List<TokenSpan> spans() {
        return estimate.spans(tokens().spans());
    }
}
