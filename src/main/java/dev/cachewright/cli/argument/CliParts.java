package dev.cachewright.cli.argument;

import dev.cachewright.analysis.Analyst;
import dev.cachewright.run.Stopwatch;
import dev.cachewright.session.SessionStore;
import dev.cachewright.token.Tokenizers;
import java.util.function.Supplier;

/// What the commands work with. Parts that only some commands need are suppliers: each part that is loaded is a part to
/// wait for.
///
/// @param sessions keeps the calls that are made
public record CliParts(Supplier<Analyst> analyst, Tokenizers tokenizers, Senders senders,
        Supplier<SessionStore> sessions, Stopwatch stopwatch) {

    /// The same with calls kept elsewhere.
    public CliParts withSessions(Supplier<SessionStore> others) {
        return new CliParts(analyst, tokenizers, senders, others, stopwatch);
    }

    /// The same with another analyst.
    public CliParts withAnalyst(Supplier<Analyst> other) {
        return new CliParts(other, tokenizers, senders, sessions, stopwatch);
    }

    /// The same with other servers.
    public CliParts withSenders(Senders others) {
        return new CliParts(analyst, tokenizers, others, sessions, stopwatch);
    }
}
