package dev.cachewright.cli.argument;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// Commands and options that are described in code. To read the annotations of one takes 40 ms of the start, too many
/// for a hook.
public final class Described {

    private Described() {
    }

    /// A command with `--help` and `--version`.
    ///
    /// @param run what runs it, as a callable that gives the exit status, or nothing to run
    public static CommandSpec command(String name, String description, Object run) {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(run).name(name)
                .addOption(flag("-h", "--help", "Show this help message and exit.").usageHelp(true).build())
                .addOption(flag("-V", "--version", "Print version information and exit.").versionHelp(true).build());
        spec.usageMessage().description(description);
        return spec;
    }

    /// An option with a value of this type, which is null where it is not given.
    public static OptionSpec.Builder option(String name, String label, Class<?> type, String description) {
        return OptionSpec.builder(name).paramLabel(label).type(type).arity("1").description(description);
    }

    /// An option without a value.
    public static OptionSpec.Builder flag(String name, String description) {
        return OptionSpec.builder(name).type(boolean.class).arity("0").defaultValue("false").description(description);
    }

    private static OptionSpec.Builder flag(String name, String longName, String description) {
        return OptionSpec.builder(name, longName).type(boolean.class).arity("0").description(description);
    }
}
