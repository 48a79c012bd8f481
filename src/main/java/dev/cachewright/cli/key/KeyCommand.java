package dev.cachewright.cli.key;

import dev.cachewright.cli.argument.CliParts;
import dev.cachewright.cli.argument.CliProblem;
import dev.cachewright.cli.print.Console;
import dev.cachewright.provider.Profile;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;

@Command(name = "key", description = "Lists, sets and removes the keys of profiles.", mixinStandardHelpOptions = true)
public final class KeyCommand implements Callable<Integer> {

    /// The command with those below it.
    public static CommandLine of(CliParts parts, CliKeys keys, Console console) {
        return new CommandLine(new KeyCommand()).addSubcommand(new KeyListCommand(parts, keys, console))
                .addSubcommand(new KeySetCommand(parts, keys, console))
                .addSubcommand(new KeyRemoveCommand(parts, keys, console));
    }

    @Override
    public Integer call() {
        throw new CliProblem("Say what to do with keys: cachewright key list, set PROFILE or remove PROFILE");
    }

    /// The profile of this name, in small letters or large ones.
    static Profile profile(CliParts parts, String name) {
        List<Profile> known = parts.senders().profiles().get();
        return known.stream().filter(each -> each.name().equals(name)).findFirst()
                .or(() -> known.stream().filter(each -> each.name().equalsIgnoreCase(name)).findFirst())
                .orElseThrow(() -> new CliProblem("Unknown profile \"" + name + "\"; use "
                        + known.stream().map(Profile::name).collect(Collectors.joining(", "))));
    }
}
