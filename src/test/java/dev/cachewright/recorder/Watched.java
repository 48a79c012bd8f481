package dev.cachewright.recorder;

import dev.cachewright.app.RecordingTools;
import dev.cachewright.provider.Simulators;
import dev.cachewright.run.Stopwatch;
import dev.cachewright.session.Call;
import dev.cachewright.session.CallResult;
import dev.cachewright.session.MemorySessions;
import dev.cachewright.session.Session;
import dev.cachewright.session.SessionKeeper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// A recorder before a server, the calls that it keeps and what it tells.
public final class Watched implements AutoCloseable {

    private final MemorySessions store = new MemorySessions();
    private final LinkedBlockingQueue<WatchEvent> told = new LinkedBlockingQueue<>();
    private final List<WatchEvent.Ended> ended = new CopyOnWriteArrayList<>();
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Recorder recorder;

    private Watched(List<WatchedServer> servers, boolean keepsBodies) {
        this(servers, keepsBodies, RecordingTools.of(Simulators.ANALYST, List.of()));
    }

    private Watched(List<WatchedServer> servers, boolean keepsBodies, Recorder.Tools tools) {
        try {
            recorder = Recorder.start(new Recorder.Options(0, servers, Optional.empty(), keepsBodies), tools,
                    new SessionKeeper(store), Session.started("s"), told::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Watched before(String baseUrl) {
        return new Watched(List.of(WatchedServer.at(baseUrl)), true);
    }

    static Watched withoutBodies(String baseUrl) {
        return new Watched(List.of(WatchedServer.at(baseUrl)), false);
    }

    /// A recorder that works with a clock of one's own.
    static Watched withClock(String baseUrl, InstantSource clock) {
        Recorder.Tools usual = RecordingTools.of(Simulators.ANALYST, List.of());
        Stopwatch stopwatch = new Stopwatch(clock, System::nanoTime, (_, _) -> true);
        return new Watched(List.of(WatchedServer.at(baseUrl)), true, new Recorder.Tools(usual.analyst(),
                usual.dialect(), stopwatch, usual.proxies(), usual.security(), usual.chance()));
    }

    MemorySessions store() {
        return store;
    }

    public String openAiUrl() {
        return recorder.addresses().servers().getFirst().openAiUrl(recorder.port());
    }

    public String anthropicUrl() {
        return recorder.addresses().servers().getFirst().anthropicUrl(recorder.port());
    }

    int port() {
        return recorder.port();
    }

    /// Sends a request as an application would.
    HttpResponse<String> post(String path, String body, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                .header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(body));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /// What is told next.
    WatchEvent next() throws InterruptedException {
        WatchEvent event = told.poll(30, TimeUnit.SECONDS);
        if (event == null) {
            throw new AssertionError("nothing more was told; kept " + store.appended().size());
        }
        return event;
    }

    /// The next so many calls that end, in the order in which they do.
    public List<Call> calls(int count) throws InterruptedException {
        for (int i = 0; i < count; i++) {
            switch (next()) {
                case WatchEvent.Ended one -> ended.add(one);
                case WatchEvent other -> throw new AssertionError(other);
            }
        }
        return ended.subList(ended.size() - count, ended.size()).stream().map(WatchEvent.Ended::call).toList();
    }

    static boolean isAnswered(Call call) {
        return call.measurement().result() instanceof CallResult.Answered;
    }

    @Override
    public void close() {
        recorder.close();
        client.close();
    }
}
