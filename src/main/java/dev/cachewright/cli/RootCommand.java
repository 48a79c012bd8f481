package dev.cachewright.cli;

import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;

@Command(name = "cachewright", description = "Counts, runs and measures prompts for prompt caching.", mixinStandardHelpOptions = true, versionProvider = RootCommand.Version.class, customSynopsis = {
        "cachewright [FILE]    opens the window", "       cachewright COMMAND   runs a command"})
final class RootCommand {

    static final class Version implements CommandLine.IVersionProvider {

        @Override
        public String[] getVersion() {
            return new String[]{"cachewright "
                    + Optional.ofNullable(Cli.class.getPackage().getImplementationVersion()).orElse("development")};
        }
    }
}
