package dev.cachewright.cli.watch;

import dev.cachewright.catalog.RuleSet;
import dev.cachewright.cli.argument.CliParts;
import dev.cachewright.cli.argument.CliProblem;
import dev.cachewright.cli.argument.ExitStatus;
import dev.cachewright.cli.argument.Interruption;
import dev.cachewright.cli.argument.RulesOption;
import dev.cachewright.cli.print.Console;
import dev.cachewright.recorder.Recorder;
import dev.cachewright.recorder.WatchedServer;
import dev.cachewright.recorder.WatchedSession;
import dev.cachewright.session.Session;
import dev.cachewright.session.SessionId;
import dev.cachewright.session.SessionKeeper;
import dev.cachewright.session.SessionStore;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Watches an application until it is interrupted.
@Command(name = "watch", description = "Stands between an application and its provider, and shows which of its calls miss the cache, and why.", mixinStandardHelpOptions = true)
public final class WatchCommand implements Callable<Integer> {

    private static final int LAST_PORT = 65_535;
    /// How long an interrupted watch may take to end.
    private static final Duration LONGEST_END = Duration.ofSeconds(10);

    private final CliParts parts;
    private final Console console;
    private final CountDownLatch isToEnd = new CountDownLatch(1);

    @Option(names = "--to", paramLabel = "URL", description = "The base URL of the server that all calls go to, including /v1; by default all providers that are known, each under a path of its own.")
    private String to;

    @Option(names = "--port", paramLabel = "N", defaultValue = "0", description = "The port; a free one by default.")
    private int port;

    @Option(names = "--rules", paramLabel = "R", description = "Overrides the cache rules of the servers and models.")
    private String rules;

    @Option(names = "--no-bodies", description = "Keep no texts of requests and answers: only counts, hashes and places.")
    private boolean isWithoutBodies;

    @Option(names = "--json", description = "Print the addresses and then each call as a line of JSON.")
    private boolean isJson;

    public WatchCommand(CliParts parts, Console console) {
        this.parts = parts;
        this.console = console;
    }

    /// Ends when the process is asked to end, or its thread is interrupted: what has passed is kept first.
    @Override
    public Integer call() {
        Recorder.Options options = options();
        try (var _ = Interruption.with(isToEnd::countDown, LONGEST_END); SessionStore store = parts.sessions().get()) {
            return watch(options, new SessionKeeper(store));
        }
    }

    private int watch(Recorder.Options options, SessionKeeper keeper) {
        Session session = WatchedSession
                .begin(SessionId.at(parts.stopwatch().now(), ProcessHandle.current().pid()));
        var printer = new WatchPrinter(console, isJson);
        try (Recorder recorder = Recorder.start(options, parts.senders().recording().get(), keeper, session, printer)) {
            printer.open(recorder, session.id());
            isToEnd.await();
        } catch (InterruptedException _) {
            // The end of a watch; what has passed is kept by now.
        } catch (IOException e) {
            throw new CliProblem("The recorder cannot listen on port " + port + ": " + e.getMessage());
        }
        return printer.close(lost(keeper, session)) ? ExitStatus.DONE : ExitStatus.NO;
    }

    /// The calls that the disk has not taken, after one more try.
    private static int lost(SessionKeeper keeper, Session session) {
        try {
            keeper.retry();
        } catch (IOException _) {
            // Counted below.
        }
        return keeper.waiting(session.id());
    }

    private Recorder.Options options() {
        if (port < 0 || port > LAST_PORT) {
            throw new CliProblem("--port takes 0 to 65535");
        }
        Optional<RuleSet> named = RulesOption.read(rules);
        List<WatchedServer> servers = to == null ? WatchedServer.known() : List.of(WatchedServer.at(to));
        return new Recorder.Options(port, servers, named, !isWithoutBodies);
    }
}
