package dev.cachewright.cli;

import dev.cachewright.cli.argument.CliParts;
import dev.cachewright.cli.argument.CliProblem;
import dev.cachewright.cli.argument.ExitStatus;
import dev.cachewright.cli.compare.CompareCommand;
import dev.cachewright.cli.gate.CheckCommand;
import dev.cachewright.cli.key.CliKeys;
import dev.cachewright.cli.key.KeyCommand;
import dev.cachewright.cli.print.Console;
import dev.cachewright.cli.watch.WatchCommand;
import dev.cachewright.cli.whatif.WhatIfCommand;
import dev.cachewright.prompt.text.InputException;
import dev.cachewright.provider.ProviderException;
import dev.cachewright.store.FileProblem;
import dev.cachewright.store.OutsideFolder;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.List;
import java.util.function.Function;
import picocli.CommandLine;

/// Runs commands. One instance for each process, or for each test.
public final class Cli {

    private static final List<String> COMMANDS = List.of("count", "diff", "forecast", "advise", "check", "replay",
            "what-if", "compare", "traffic", "recover",
            "run",
            "serve", "watch",
            "models", "prices", "export", "sessions", "key");

    private static final List<String> COUNTING = List.of("count", "diff", "forecast", "advise", "check", "what-if",
            "compare");

    private final CliParts parts;
    private final CliKeys keys;
    private final Function<Throwable, String> report;

    /// @param report writes down an unexpected failure, and says where
    public Cli(CliParts parts, CliKeys keys, Function<Throwable, String> report) {
        this.parts = parts;
        this.keys = keys;
        this.report = report;
    }

    /// Whether these arguments are for the command line: a command, or an option such as `--help`.
    public static boolean isCommand(String... arguments) {
        return arguments.length > 0 && (COMMANDS.contains(arguments[0]) || arguments[0].startsWith("-"));
    }

    /// Whether these arguments are for a command that counts tokens as soon as it has read its files.
    public static boolean isCounting(String... arguments) {
        return arguments.length > 1 && COUNTING.contains(arguments[0]);
    }

    /// Runs one command to its end, writing to these streams.
    ///
    /// @return the exit status
    public int run(String[] arguments, PrintStream out, PrintStream err) {
        var console = new Console(out, err);
        var commands = new CommandLine(RootCommand.spec());
        // Reading the annotations of a command takes time: only the one that is named is read.
        List<String> named = COMMANDS.stream().filter(each -> arguments.length > 0 && each.equals(arguments[0]))
                .toList();
        (named.isEmpty() ? COMMANDS : named)
                .forEach(each -> commands.addSubcommand(command(each, console)));
        commands.setExpandAtFiles(false).setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true))
                .setParameterExceptionHandler((e, _) -> unusable(console, ArgumentFault.words(e)))
                .setExecutionExceptionHandler((e, _, _) -> fail(console, e));
        int status = execute(commands, arguments, console);
        // A stream that fails says so only when it is asked.
        if (console.isClosed()) {
            if (console.isReaderGone()) {
                return status;
            }
            console.say("The output could not be written in full: the disk is full, or nothing reads it");
            return Math.max(status, ExitStatus.NO);
        }
        return status;
    }

    private static int execute(CommandLine commands, String[] arguments, Console console) {
        try {
            return commands.execute(arguments);
        } catch (OutOfMemoryError _) {
            return unusable(console, "There is not enough memory for this: give a smaller file, or fewer calls");
        } catch (StackOverflowError _) {
            return unusable(console, "Something in the files is nested too deeply: give it fewer levels");
        }
    }

    private Object command(String name, Console console) {
        return switch (name) {
            case "count" -> new CountCommand(parts, console);
            case "check" -> CheckCommand.of(parts, console);
            case "diff" -> new DiffCommand(parts, console);
            case "forecast" -> new ForecastCommand(parts, console);
            case "advise" -> new AdviseCommand(parts, console);
            case "what-if" -> WhatIfCommand.of(parts, console);
            case "compare" -> CompareCommand.of(parts, console);
            case "traffic" -> new TrafficCommand(parts, console);
            case "recover" -> new RecoverCommand(parts, console);
            case "replay" -> new ReplayCommand(parts, console);
            case "run" -> new RunCommand(parts, console);
            case "serve" -> new ServeCommand(parts, console);
            case "watch" -> new WatchCommand(parts, console);
            case "export" -> new ExportCommand(parts, console);
            case "prices" -> new PricesCommand(parts, console);
            case "sessions" -> SessionsCommand.of(parts, console);
            case "key" -> KeyCommand.of(parts, keys, console);
            default -> new ModelsCommand(parts, console);
        };
    }

    private int fail(Console console, Exception problem) {
        return switch (problem) {
            case FileProblem file -> unusable(console, file.oneLine());
            case OutsideFolder outside -> unusable(console,
                    outside.prompt() + ": " + outside.getMessage() + ": give --allow-outside to use it");
            case CliProblem argument -> unusable(console, argument.getMessage());
            case ProviderException profile -> unusable(console, profile.getMessage());
            case InputException prompt -> unusable(console, oneLine(prompt));
            default -> unusable(console, "Unexpected error. Details: " + report.apply(problem));
        };
    }

    private static int unusable(Console console, String message) {
        console.say(message);
        return ExitStatus.UNUSABLE;
    }

    private static String oneLine(InputException e) {
        String block = e.blockId().isEmpty() ? "" : "block " + e.blockId() + ":";
        String place = e.line() == 0 ? "" : e.line() + ":" + Math.max(1, e.column()) + ":";
        return (block + place + " " + e.getMessage()).strip();
    }
}
