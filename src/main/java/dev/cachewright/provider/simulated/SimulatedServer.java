package dev.cachewright.provider.simulated;

import com.sun.net.httpserver.HttpServer;
import dev.cachewright.analysis.Analyst;
import dev.cachewright.provider.simulated.answer.Answers;
import dev.cachewright.provider.simulated.answer.Delays;
import dev.cachewright.provider.simulated.answer.KeptRequests;
import dev.cachewright.provider.simulated.claude.ClaudeEndpoints;
import dev.cachewright.provider.simulated.openai.OpenAiEndpoints;
import dev.cachewright.token.Tokenizers;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A server on this machine that answers as OpenAI's and Anthropic's do: Chat Completions, Responses and Messages,
/// streamed and not, with the usage that the cache rules give.
///
/// The process should have `-Dsun.net.httpserver.nodelay=true`: without it the end of each small write waits up to 40
/// ms for the client's acknowledgement. Runs from [#start] to [#close]. Its cache begins empty and lives as long as the
/// server.
public final class SimulatedServer implements AutoCloseable {

    static final String HOST = "127.0.0.1";

    private final HttpServer server;
    private final Connections connections;
    private final ExecutorService threads;

    private SimulatedServer(HttpServer server, Connections connections, ExecutorService threads) {
        this.server = server;
        this.connections = connections;
        this.threads = threads;
    }

    /// @param clock the time by which cache entries and rate limits run out
    /// @throws IOException where the port cannot be had
    public static SimulatedServer start(SimulatorOptions options, Analyst analyst, Tokenizers tokenizers,
            InstantSource clock) throws IOException {
        var address = new InetSocketAddress(HOST, options.port());
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        boolean hasFront = options.faults().filter(plan -> plan.fault().breaksTheConnection()).isPresent();
        Connections connections = hasFront ? Connections.at(address, threads) : Connections.direct(threads);
        HttpServer server = HttpServer.create(hasFront ? new InetSocketAddress(HOST, 0) : address, 0);
        var delays = new Delays(options.pace().delayScale());
        var answers = new Answers(options.rules(), analyst, tokenizers, clock, delays, options.seed());
        var kept = new KeptRequests(answers, clock);
        server.createContext("/", new Router(new OpenAiEndpoints(answers, delays, kept),
                new ClaudeEndpoints(answers, delays, kept), new Gate(options, clock),
                new Faults(options.faults(), connections)));
        server.setExecutor(threads);
        server.start();
        connections.open(server.getAddress().getPort());
        return new SimulatedServer(server, connections, threads);
    }

    public int port() {
        return connections.port().orElseGet(() -> server.getAddress().getPort());
    }

    /// Up to and with `/v1`, as OpenAI clients want it.
    public String baseUrl() {
        return "http://" + HOST + ":" + port() + "/v1";
    }

    /// Without `/v1`, as Anthropic clients want it.
    public String rootUrl() {
        return "http://" + HOST + ":" + port();
    }

    /// Stops at once; answers under way are cut off.
    @Override
    public void close() {
        connections.close();
        server.stop(0);
        threads.shutdownNow();
    }
}
