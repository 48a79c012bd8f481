package dev.cachewright.provider.simulated;

import com.sun.net.httpserver.HttpServer;
import dev.cachewright.analysis.Analyst;
import dev.cachewright.token.Tokenizers;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A server on this machine that answers as OpenAI's does: Chat Completions and Responses, streamed and not, with the
/// usage that the cache rules give.
///
/// The process should have `-Dsun.net.httpserver.nodelay=true`: without it the end of each small write waits up to 40
/// ms for the client's acknowledgement. Runs from [#start] to [#close]. Its cache begins empty and lives as long as the
/// server.
public final class SimulatedServer implements AutoCloseable {

    private static final String HOST = "127.0.0.1";

    private final HttpServer server;
    private final ExecutorService threads;

    private SimulatedServer(HttpServer server, ExecutorService threads) {
        this.server = server;
        this.threads = threads;
    }

    /// @param clock the time by which cache entries and rate limits run out
    /// @throws IOException where the port cannot be had
    public static SimulatedServer start(SimulatorOptions options, Analyst analyst, Tokenizers tokenizers,
            InstantSource clock) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(HOST, options.port()), 0);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        var endpoints = new Endpoints(new Answers(options, analyst, tokenizers, clock), analyst.catalog(),
                new Delays(options.delayScale()));
        server.createContext("/", new Router(endpoints, new Gate(options, clock)));
        server.setExecutor(threads);
        server.start();
        return new SimulatedServer(server, threads);
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /// Up to and with `/v1`, as OpenAI clients want it.
    public String baseUrl() {
        return "http://" + HOST + ":" + port() + "/v1";
    }

    /// Stops at once; answers under way are cut off.
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
