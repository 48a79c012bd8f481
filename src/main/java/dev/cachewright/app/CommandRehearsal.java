package dev.cachewright.app;

import dev.cachewright.cli.Cli;
import dev.cachewright.cli.argument.ExitStatus;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/// Runs the commands that are to be quick, each once, and says how they ended: the training run of their AOT cache, and
/// its smoke test.
final class CommandRehearsal {

    private static final List<List<String>> EACH = List.of(List.of("count"), List.of("count", "--json"),
            List.of("forecast", "--model", "gpt-5.4"), List.of("advise", "--model", "gpt-5.4"),
            List.of("check", "--format", "github"), List.of("check", "--format", "sarif"),
            List.of("check", "--format", "junit"), List.of("check", "--json", "--fail-on", "warning"),
            List.of("check", "--baseline", "HEAD"));

    private CommandRehearsal() {
    }

    /// @param files to run the commands on, at least two
    /// @return 0 where each command could use its file, or 1
    static int run(Cli cli, List<String> files, PrintStream out) {
        var commands = new ArrayList<List<String>>();
        for (String file : files) {
            EACH.forEach(command -> commands.add(with(command, List.of(file))));
        }
        commands.add(with(List.of("check"), files));
        commands.add(with(List.of("diff", "--model", "gpt-5.4"), files.subList(0, 2)));
        int worst = ExitStatus.DONE;
        for (List<String> command : commands) {
            var nowhere = new PrintStream(OutputStream.nullOutputStream());
            int status = cli.run(command.toArray(String[]::new), nowhere, nowhere);
            if (status == ExitStatus.UNUSABLE) {
                out.println(String.join(" ", command) + ": failed");
                worst = ExitStatus.NO;
            }
        }
        out.println("commands: " + commands.size() + " run");
        return worst;
    }

    private static List<String> with(List<String> command, List<String> files) {
        var all = new ArrayList<>(command);
        all.addAll(files);
        return all;
    }
}
