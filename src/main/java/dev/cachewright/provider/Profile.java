package dev.cachewright.provider;

import dev.cachewright.catalog.RuleSet;
import java.util.List;
import java.util.Optional;

/// A destination of calls: a kind of server, its base URL, its cache rules, and what its calls have beyond the usual.
///
/// Holds no key. [#key()] says where the key is looked up; it follows from the name and the address, so that a profile
/// with another address has another key.
///
/// @param name what people see; unique
/// @param baseUrl including `/v1`; empty for the simulator, whose address is known when it runs
/// @param rules the cache rules there; empty for the rules of each model
/// @param exposedTo the server ([BaseUrl#origin(String)]) that its user allowed to be called without encryption; empty
/// where none was
public record Profile(String name, Kind kind, String baseUrl, Optional<RuleSet> rules, String exposedTo,
        Extras extras) {

    /// A kind of place.
    public enum Kind {
        /// The built-in server on this machine; needs no key.
        SIMULATOR,
        /// OpenAI itself.
        OPENAI,
        /// OpenAI's models at Microsoft, at a host of the customer's own.
        AZURE,
        /// Anthropic itself.
        ANTHROPIC,
        /// Any other server that speaks OpenAI's API.
        COMPATIBLE;

        /// Whether nothing is answered there without a key.
        public boolean needsKey() {
            return this == OPENAI || this == AZURE || this == ANTHROPIC;
        }
    }

    public static Profile simulator() {
        return new Profile("Simulator", Kind.SIMULATOR, "", Optional.empty(), "", Extras.none());
    }

    public static Profile openAi() {
        return new Profile("OpenAI", Kind.OPENAI, "https://api.openai.com/v1", Optional.empty(), "", Extras.none());
    }

    public static Profile anthropic() {
        return new Profile("Anthropic", Kind.ANTHROPIC, "https://api.anthropic.com/v1", Optional.empty(), "",
                Extras.none());
    }

    /// Those that everybody has, the simulator first.
    public static List<Profile> builtIn() {
        return List.of(simulator(), openAi(), anthropic());
    }

    /// A compatible server at `baseUrl`, named after its address.
    public static Profile compatible(String baseUrl, Optional<RuleSet> rules) {
        return new Profile(baseUrl.replaceFirst("^https?://", "").replaceFirst("/v1/?$", ""), Kind.COMPATIBLE, baseUrl,
                rules, "", Extras.none());
    }

    /// Where its key is looked up, and the only server that is sent it.
    public KeyRef key() {
        return kind == Kind.SIMULATOR
                ? KeyRef.none()
                : new KeyRef(name, BaseUrl.origin(baseUrl), Presets.variableOf(baseUrl));
    }

    /// Whether its user has still to agree that calls there can be read on the way.
    public boolean isToBeAllowed() {
        return BaseUrl.isExposed(baseUrl) && !exposedTo.equals(BaseUrl.origin(baseUrl));
    }

    /// The same, allowed to call its server without encryption.
    public Profile allowed() {
        return new Profile(name, kind, baseUrl, rules, BaseUrl.origin(baseUrl), extras);
    }

    public Profile withName(String other) {
        return new Profile(other, kind, baseUrl, rules, exposedTo, extras);
    }

    public Profile withExtras(Extras others) {
        return new Profile(name, kind, baseUrl, rules, exposedTo, others);
    }
}
