package dev.cachewright.cli;

import dev.cachewright.cli.argument.Described;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/// The program before any command is named.
final class RootCommand {

    private RootCommand() {
    }

    static CommandSpec spec() {
        CommandSpec spec = Described.command("cachewright", "Counts, runs and measures prompts for prompt caching.",
                new RootCommand());
        spec.versionProvider(() -> new String[]{"cachewright "
                + Optional.ofNullable(Cli.class.getPackage().getImplementationVersion()).orElse("development")});
        spec.usageMessage().customSynopsis("cachewright [FILE]    opens the window",
                "       cachewright COMMAND   runs a command");
        return spec;
    }
}
