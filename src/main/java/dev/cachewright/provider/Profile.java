package dev.cachewright.provider;

import dev.cachewright.catalog.RuleSet;
import java.util.Optional;

/// A destination of calls: a kind of server, its base URL, and its cache rules.
///
/// @param name what people see; unique
/// @param baseUrl including `/v1`; empty for the simulator, whose address is known when it runs
/// @param rules the cache rules there; empty for the rules of each model
/// @param sendsKey whether the server is sent `OPENAI_API_KEY`; only OpenAI is without being asked
public record Profile(String name, Kind kind, String baseUrl, Optional<RuleSet> rules, boolean sendsKey) {

    /// A kind of place.
    public enum Kind {
        /// The built-in server on this machine; needs no key.
        SIMULATOR,
        /// OpenAI itself; its key is `OPENAI_API_KEY`.
        OPENAI,
        /// Any other server that speaks OpenAI's API.
        COMPATIBLE
    }

    public static Profile simulator() {
        return new Profile("Simulator", Kind.SIMULATOR, "", Optional.empty(), false);
    }

    public static Profile openAi() {
        return new Profile("OpenAI", Kind.OPENAI, "https://api.openai.com/v1", Optional.empty(), true);
    }

    /// A compatible server at `baseUrl`, named after its address.
    public static Profile compatible(String baseUrl, Optional<RuleSet> rules, boolean sendsKey) {
        return new Profile(baseUrl.replaceFirst("^https?://", "").replaceFirst("/v1/?$", ""), Kind.COMPATIBLE, baseUrl,
                rules, sendsKey);
    }
}
