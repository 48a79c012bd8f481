package dev.cachewright.cli.sending;

import dev.cachewright.cli.argument.CliParts;
import dev.cachewright.cli.argument.CliProblem;
import dev.cachewright.provider.BaseUrl;
import dev.cachewright.provider.Presets;
import dev.cachewright.provider.Profile;
import picocli.CommandLine.Option;

/// Where calls go.
public final class TargetOptions {

    @Option(names = "--profile", paramLabel = "P", description = "Where the calls go; the simulator by default.")
    private String profile;

    @Option(names = "--base-url", paramLabel = "U", description = "The base URL of any OpenAI-compatible server, including /v1, instead of a profile. "
            + "It is sent no key, unless it is a provider whose own variable is set; for a key, add it as a profile.")
    private String baseUrl;

    @Option(names = "--plain-http", description = "Call a server elsewhere without encryption: whoever is on the way can read prompts and key.")
    private boolean isPlain;

    @Option(names = "--send-key", hidden = true)
    private boolean sendsKey;

    /// Whether a place was named.
    public boolean isGiven() {
        return profile != null || baseUrl != null;
    }

    /// @throws CliProblem where there is no such place
    public Profile read(CliParts parts) {
        if (baseUrl != null && profile != null) {
            throw new CliProblem("Give either --profile or --base-url");
        }
        if (sendsKey) {
            throw new CliProblem("--send-key is gone: a key belongs to one server. Add the server as a profile in the "
                    + "window, then give its key with cachewright key set");
        }
        Profile target = named(parts);
        return isPlain ? target.allowed() : target;
    }

    private Profile named(CliParts parts) {
        if (baseUrl != null) {
            return Profile.compatible(BaseUrl.checked(baseUrl), Presets.rulesOf(baseUrl));
        }
        if (profile == null) {
            return Profile.simulator();
        }
        return ServerProfile.named(parts, profile);
    }
}
