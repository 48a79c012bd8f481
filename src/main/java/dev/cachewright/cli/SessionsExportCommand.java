package dev.cachewright.cli;

import dev.cachewright.cli.argument.CliParts;
import dev.cachewright.cli.argument.CliProblem;
import dev.cachewright.cli.argument.ExitStatus;
import dev.cachewright.cli.print.Console;
import dev.cachewright.report.SessionCopy;
import dev.cachewright.report.SessionForm;
import dev.cachewright.session.Exchanges;
import dev.cachewright.session.Session;
import dev.cachewright.session.SessionKeeper;
import dev.cachewright.session.SessionStore;
import dev.cachewright.session.SessionSummary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "export", description = "Writes a session: all of each call as JSON Lines, its figures as CSV, or a page for people as HTML.", mixinStandardHelpOptions = true)
final class SessionsExportCommand implements Callable<Integer> {

    private final CliParts parts;
    private final Console console;

    @Parameters(index = "0", paramLabel = "ID", description = "The session, as cachewright sessions lists it; its beginning is enough where no other has the same.")
    private String id;

    @Option(names = "--out", paramLabel = "FILE", description = "Where it is written; without it, to standard output.")
    private Path out;

    @Option(names = "--form", paramLabel = "F", description = "jsonl, csv or html; without it, as the ending of FILE says, else jsonl.")
    private String form;

    SessionsExportCommand(CliParts parts, Console console) {
        this.parts = parts;
        this.console = console;
    }

    @Override
    public Integer call() {
        SessionForm chosen = form();
        try (SessionStore store = parts.sessions().get()) {
            var keeper = new SessionKeeper(store);
            Session session = read(store);
            write(session, call -> keeper.exchange(session.id(), call.number()), chosen);
            return ExitStatus.DONE;
        }
    }

    private SessionForm form() {
        if (form != null) {
            return SessionForm.of(form).orElseThrow(() -> new CliProblem(
                    "Unknown form \"" + form + "\": --form takes " + SessionForm.words()));
        }
        if (out == null) {
            return SessionForm.JSONL;
        }
        return SessionForm.of(out).orElseThrow(() -> new CliProblem("The ending of " + out
                + " does not say what is written: give --form, which takes " + SessionForm.words()));
    }

    private Session read(SessionStore store) {
        try {
            return store.read(chosen(store.list()));
        } catch (IOException e) {
            throw SessionsCommand.unreadable(e);
        }
    }

    private String chosen(List<SessionSummary> found) {
        List<String> meant = found.stream().map(SessionSummary::id).filter(each -> each.startsWith(id)).toList();
        if (meant.contains(id)) {
            return id;
        }
        if (meant.size() == 1) {
            return meant.getFirst();
        }
        throw new CliProblem(meant.isEmpty()
                ? "There is no session \"" + id + "\": cachewright sessions lists those that there are"
                : meant.size() + " sessions begin with \"" + id + "\": give more of the id");
    }

    private void write(Session session, Exchanges exchanges, SessionForm chosen) {
        try {
            if (out == null) {
                SessionCopy.write(session, exchanges, chosen, console.stream());
            } else {
                SessionCopy.write(session, exchanges, chosen, out);
                console.print(session.calls().size() + (session.calls().size() == 1 ? " call" : " calls")
                        + " written to " + out);
            }
        } catch (IOException e) {
            throw new CliProblem((out == null ? "The session" : out.toString()) + " was not written: "
                    + e.getMessage());
        }
    }
}
