package dev.cachewright.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.cachewright.cli.argument.CliParts;
import dev.cachewright.cli.argument.CliProblem;
import dev.cachewright.cli.argument.ExitStatus;
import dev.cachewright.cli.print.Console;
import dev.cachewright.cli.print.SessionList;
import dev.cachewright.session.SessionStore;
import dev.cachewright.session.SessionSummary;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "sessions", description = "Lists the sessions on disk, the one that was called last first.", mixinStandardHelpOptions = true)
final class SessionsCommand implements Callable<Integer> {

    private final CliParts parts;
    private final Console console;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean isJson;

    private SessionsCommand(CliParts parts, Console console) {
        this.parts = parts;
        this.console = console;
    }

    /// The command with those below it.
    static CommandLine of(CliParts parts, Console console) {
        return new CommandLine(new SessionsCommand(parts, console))
                .addSubcommand(new SessionsExportCommand(parts, console));
    }

    @Override
    public Integer call() {
        List<SessionSummary> found = found();
        if (isJson) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            found.forEach(session -> array.add(SessionList.json(session)));
            console.print(JsonNodeFactory.instance.objectNode().set("sessions", array));
        } else if (found.isEmpty()) {
            console.print("There are no sessions yet");
        } else {
            console.print(SessionList.table(found));
        }
        return ExitStatus.DONE;
    }

    private List<SessionSummary> found() {
        try (SessionStore store = parts.sessions().get()) {
            return store.list();
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    static CliProblem unreadable(IOException problem) {
        return new CliProblem("The sessions cannot be read: " + problem.getMessage());
    }
}
