package dev.cachewright.recorder;

import dev.cachewright.analysis.Analyst;
import dev.cachewright.catalog.RuleSet;
import dev.cachewright.prompt.Api;
import dev.cachewright.provider.wire.Dialect;
import dev.cachewright.recorder.http.Dialer;
import dev.cachewright.recorder.http.HttpHead;
import dev.cachewright.recorder.http.PassThrough;
import dev.cachewright.recorder.http.Route;
import dev.cachewright.recorder.http.Tap;
import dev.cachewright.run.Stopwatch;
import dev.cachewright.session.Session;
import dev.cachewright.session.SessionKeeper;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.net.ssl.SSLSocketFactory;

/// A server on this computer between an application and its provider. What passes goes on unchanged; Chat Completions,
/// Responses and Messages among it become calls of a session, each with the forecast that could have been made.
///
/// Runs from [#start] to [#close], which ends what is under way and keeps what has ended.
public final class Recorder implements AutoCloseable {

    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final long MOST_COPIED = 256L << 20;
    private static final int SHARE_OF_HEAP = 8;
    private static final int SALT_BYTES = 16;

    private final PassThrough server;
    private final Journal journal;
    private final Options options;

    private Recorder(PassThrough server, Journal journal, Options options) {
        this.server = server;
        this.journal = journal;
        this.options = options;
    }

    /// What is watched, and what is kept of it.
    ///
    /// @param port 0 for a free one
    /// @param rules in place of those of servers and models
    /// @param keepsBodies whether texts are kept, or only counts, hashes and places
    public record Options(int port, List<WatchedServer> servers, Optional<RuleSet> rules, boolean keepsBodies) {

        public Options {
            servers = List.copyOf(servers);
        }
    }

    /// What a recorder works with.
    ///
    /// @param proxies the HTTP proxy on the way to a base URL; empty for none
    /// @param security checks who servers are
    /// @param chance of which the salt of hashes is made
    public record Tools(Analyst analyst, Dialect dialect, Stopwatch stopwatch,
            Function<String, Optional<InetSocketAddress>> proxies, SSLSocketFactory security, Random chance) {
    }

    /// @param session that the calls are of
    /// @param events is told on a thread of its own
    /// @throws IOException where the port cannot be had
    public static Recorder start(Options options, Tools tools, SessionKeeper keeper, Session session,
            Consumer<WatchEvent> events) throws IOException {
        byte[] salt = new byte[SALT_BYTES];
        tools.chance().nextBytes(salt);
        var gaps = new Gaps();
        var readers = new Journal.Readers(new Forecasts(tools.analyst(), options.rules(), salt), tools.dialect(),
                options.keepsBodies() ? Optional.empty() : Optional.of(new Blanked(salt)), CONNECT);
        var journal = Journal.start(readers, new Shelf(keeper, session, gaps), gaps, events);
        var taps = new Taps(options.servers(), new Budget(Math.min(MOST_COPIED,
                Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP)), journal, tools.stopwatch());
        try {
            var server = PassThrough.start(options.port(), options.servers().stream().map(WatchedServer::route)
                    .toList(), dialer(options, tools), taps::begin, tools.stopwatch().nanos());
            return new Recorder(server, journal, options);
        } catch (IOException e) {
            journal.close();
            throw e;
        }
    }

    private static Dialer dialer(Options options, Tools tools) {
        var urls = options.servers().stream().collect(Collectors.toMap(WatchedServer::route, WatchedServer::baseUrl));
        return new Dialer(tools.security(), route -> tools.proxies().apply(urls.get(route)), CONNECT);
    }

    public int port() {
        return server.port();
    }

    /// Where the servers that are watched can be reached.
    public WatchAddresses addresses() {
        return new WatchAddresses(options.servers(), port());
    }

    @Override
    public void close() {
        server.close();
        journal.close();
    }

    /// Begins the copies of calls.
    private record Taps(List<WatchedServer> servers, Budget budget, Journal journal, Stopwatch stopwatch) {

        /// The time of day of a reading: the times of a call count from its first byte.
        private Instant at(long nanos) {
            return stopwatch.now().minusNanos(Math.max(0, stopwatch.nanos().getAsLong() - nanos));
        }

        /// A class of ours that cannot be loaded is no reason for the application's call to fail: it goes on unread.
        Tap begin(Route route, String method, String target, HttpHead head, long nanos) {
            try {
                return copied(route, method, target, head, nanos);
            } catch (RuntimeException | LinkageError e) {
                journal.failed(e);
                return new Unread(false, journal);
            }
        }

        private Tap copied(Route route, String method, String target, HttpHead head, long nanos) {
            Optional<Api> api = Endpoints.api(target);
            Optional<WatchedServer> server = servers.stream().filter(each -> each.prefix().equals(route.prefix()))
                    .findFirst();
            return api.isEmpty() || server.isEmpty() || !method.equals("POST")
                    ? new Unread(api.isPresent(), journal)
                    : new CallCopy(new CallCopy.Subject(server.get(), api.get(), Secrets.of(head, target),
                            Decoding.codings(head.values("content-encoding")), at(nanos), nanos), budget,
                            journal);
        }
    }
}
