package dev.cachewright.app;

import dev.cachewright.cli.Cli;
import dev.cachewright.cli.key.CliKeys;
import dev.cachewright.cli.key.KeyInput;
import dev.cachewright.cli.print.ToReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Starts Cachewright: the window without a command, the command line with one.
public final class Main {

    private Main() {
    }

    public static void main(String[] arguments) {
        // The simulator's answers would wait for the client's acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        // JSON is UTF-8, whatever the console is set to.
        var out = new ToReader(new FileOutputStream(FileDescriptor.out));
        var err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        int status = isForWindow(arguments) ? WindowStart.open(arguments, err) : runCommand(arguments, out, err);
        out.flush();
        // A client that was used keeps threads for a while; nothing waits for them.
        System.exit(status);
    }

    /// A lone argument that is not a command is a file to open.
    static boolean isForWindow(String... arguments) {
        return !Cli.isCommand(arguments) && arguments.length < 2;
    }

    private static int runCommand(String[] arguments, PrintStream out, PrintStream err) {
        try (var core = Core.ofThisSystem(System.getenv())) {
            if (Cli.isCounting(arguments)) {
                // On another core, while the arguments and files are read.
                core.prepare();
            }
            var cli = new Cli(core.cliParts(err::println), new CliKeys(core::keys, KeyInput.system()),
                    core.reports()::report);
            return System.getenv(Rehearsal.VARIABLE) == null
                    ? cli.run(arguments, out, err)
                    : CommandRehearsal.run(cli, List.of(arguments).subList(1, arguments.length), out);
        }
    }
}
