package dev.cachewright.cli.sending;

import dev.cachewright.cli.argument.CliParts;
import dev.cachewright.cli.argument.CliProblem;
import dev.cachewright.provider.Profile;
import java.util.List;
import java.util.stream.Collectors;

/// Finds the profile that an argument names.
public final class ServerProfile {

    private ServerProfile() {
    }

    /// @throws CliProblem where there is no such profile, with those that there are
    public static Profile named(CliParts parts, String name) {
        List<Profile> known = parts.senders().profiles().get();
        return known.stream().filter(each -> each.name().equalsIgnoreCase(name)).findFirst().orElseThrow(
                () -> new CliProblem("Unknown profile \"" + name + "\"; use "
                        + known.stream().map(Profile::name).collect(Collectors.joining(", "))));
    }
}
