package dev.cachewright.provider.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cachewright.cache.state.CacheState;
import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.Kind;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Role;
import dev.cachewright.prompt.Row;
import dev.cachewright.prompt.Settings;
import dev.cachewright.prompt.Values;
import dev.cachewright.provider.CallEvent;
import dev.cachewright.provider.Cancellation;
import dev.cachewright.provider.ModelCall;
import dev.cachewright.provider.Profile;
import dev.cachewright.provider.Provider;
import dev.cachewright.provider.Simulators;
import dev.cachewright.provider.anthropic.MessagesDialect;
import dev.cachewright.provider.openai.OpenAiDialect;
import dev.cachewright.run.CallOrder;
import dev.cachewright.run.Pace;
import dev.cachewright.run.RunEvent;
import dev.cachewright.run.RunPlan;
import dev.cachewright.run.RunStart;
import dev.cachewright.run.Runner;
import dev.cachewright.run.Stops;
import dev.cachewright.run.Stopwatch;
import dev.cachewright.session.CallResult;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A call that is cancelled leaves no thread and no open socket, whatever was being waited for.
@Timeout(60)
class HangUpTest {

    private static final String HEAD = "HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\n\r\n";
    /// Those of Java are in the second list where the system has both kinds of addresses.
    private static final List<Path> SOCKETS = Stream.of("/proc/self/net/tcp", "/proc/self/net/tcp6").map(Path::of)
            .filter(Files::isReadable).toList();
    private static final String CONNECTING = "02";

    private static LiveThreads threads;

    private final Cancellation cancellation = new Cancellation();
    private final CountDownLatch text = new CountDownLatch(1);
    private final CountDownLatch waiting = new CountDownLatch(1);
    private final List<Object> ends = new ArrayList<>();

    private static Provider provider(String baseUrl) {
        return new HttpProvider(Route.direct(baseUrl, Route.KeySlot.optional()), () -> "",
                new Dialects(List.of(new OpenAiDialect(), new MessagesDialect())));
    }

    /// Sends one call to the server of the provider, by itself.
    private void send(Provider provider, Api api) {
        provider.send(new ModelCall(api, "{\"model\": \"m\"}", true), cancellation, event -> {
            if (event instanceof CallEvent.Delta) {
                text.countDown();
            } else if (event instanceof CallEvent.End) {
                ends.add(event);
            }
        });
    }

    /// Sends it as the only call of a run.
    private void run(Provider provider, Api api) {
        String model = api == Api.MESSAGES ? "claude-opus-5" : "gpt-5.4";
        Prompt prompt = Prompt.of(List.of(Block.of("question", Role.USER, Kind.STATIC, "Hi")), Settings.of(model, api));
        Pace pace = Pace.oneByOne(Duration.ZERO).withStops(Stops.usual().withTries(3));
        new Runner(Simulators.ANALYST, Stopwatch.system()).run(
                new RunPlan(prompt, new Values("v", List.of(), List.of(Row.empty())), CallOrder.inTurn(1, 1), pace,
                        Profile.openAi(),
                        Simulators.ANALYST.destination(model)),
                provider, new RunStart(1, CacheState.empty(), cancellation, RunStart.Keeping.nowhere()), event -> {
                    switch (event) {
                        case RunEvent.TextArrived _ -> text.countDown();
                        case RunEvent.Waiting _ -> waiting.countDown();
                        case RunEvent.Finished finished -> ends.add(finished.call().measurement().result());
                        default -> {
                        }
                    }
                });
    }

    private static String piece(Api api) {
        return "data: " + switch (api) {
            case CHAT -> "{\"choices\": [{\"delta\": {\"content\": \"Hi\"}}]}";
            case RESPONSES -> "{\"type\": \"response.output_text.delta\", \"delta\": \"Hi\"}";
            case MESSAGES -> "{\"type\": \"content_block_delta\", \"index\": 0, \"delta\": {\"text\": \"Hi\"}}";
        } + "\n\n";
    }

    /// Cancels what runs once it is where it is to be cancelled.
    private void cancel(Runnable work, CountDownLatch reached) throws InterruptedException {
        Thread caller = Thread.startVirtualThread(work);
        assertThat(reached.await(20, TimeUnit.SECONDS)).isTrue();
        cancelNow(caller);
    }

    private void cancelNow(Thread caller) throws InterruptedException {
        cancellation.cancel();
        assertThat(caller.join(Duration.ofSeconds(5))).isTrue();
        assertThat(ends).singleElement().matches(end -> end instanceof CallEvent.Cancelled
                || end instanceof CallResult.Cancelled);
        ends.clear();
    }

    private static void await(BooleanSupplier reached) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!reached.getAsBoolean() && System.nanoTime() < end) {
            LockSupport.parkNanos(1_000_000);
        }
        assertThat(reached.getAsBoolean()).isTrue();
    }

    @BeforeAll
    static void watchThreads() {
        threads = new LiveThreads();
    }

    @AfterAll
    static void noVirtualThreadIsLeft() throws InterruptedException {
        List<String> left = threads.virtual();
        // A thread that has done its work may still be on its last step.
        for (int i = 0; i < 5 && !left.isEmpty(); i++) {
            left = threads.virtual();
        }
        threads.close();
        assertThat(left).isEmpty();
    }

    private static void nobodyIsLeft() {
        await(() -> LiveThreads.ofSystemAtWork().isEmpty());
    }

    @ParameterizedTest
    @EnumSource
    void whileWaitingForTheFirstByte(Api api) throws InterruptedException {
        for (boolean isRun : List.of(false, true)) {
            var call = new HangUpTest();
            try (var server = new CountingServer(""); var provider = provider(server.baseUrl())) {
                call.cancel(() -> call.start(provider, api, isRun), server.asked);
                await(() -> server.open() == 0);
            }
            nobodyIsLeft();
        }
    }

    @ParameterizedTest
    @EnumSource
    void inTheStream(Api api) throws InterruptedException {
        for (boolean isRun : List.of(false, true)) {
            var call = new HangUpTest();
            try (var server = new CountingServer(HEAD + piece(api)); var provider = provider(server.baseUrl())) {
                call.cancel(() -> call.start(provider, api, isRun), call.text);
                await(() -> server.open() == 0);
            }
            nobodyIsLeft();
        }
    }

    @ParameterizedTest
    @EnumSource
    void whileWaitingToSendItAgain(Api api) throws InterruptedException {
        try (var server = new CountingServer(RawServer.json(429, "{\"error\": {\"message\": \"Slow down\"}}",
                "retry-after: 60\r\n"))) {
            try (var provider = provider(server.baseUrl())) {
                cancel(() -> run(provider, api), waiting);
            }
            // A refusal leaves the connection usable, and the provider keeps it until it is closed itself.
            await(() -> server.open() == 0);
        }
        nobodyIsLeft();
    }

    @ParameterizedTest
    @EnumSource
    void whileConnecting(Api api) throws IOException, InterruptedException {
        assumeTrue(!SOCKETS.isEmpty(), "this system does not list its sockets as files");
        for (boolean isRun : List.of(false, true)) {
            var call = new HangUpTest();
            var queued = new ArrayList<Socket>();
            try (var deaf = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
                fill(deaf, queued);
                int port = deaf.getLocalPort();
                await(() -> connecting(port) == 0);
                try (var provider = provider("http://127.0.0.1:" + port + "/v1")) {
                    Thread caller = Thread.startVirtualThread(() -> call.start(provider, api, isRun));
                    await(() -> connecting(port) == 1);
                    call.cancelNow(caller);
                    await(() -> connecting(port) == 0);
                }
            } finally {
                for (Socket socket : queued) {
                    socket.close();
                }
            }
            nobodyIsLeft();
        }
    }

    private void start(Provider provider, Api api, boolean isRun) {
        if (isRun) {
            run(provider, api);
        } else {
            send(provider, api);
        }
    }

    /// Connects until the server, which accepts nobody, has no room left: the next one waits.
    private static void fill(ServerSocket deaf, List<Socket> queued) throws IOException {
        boolean hasRoom = true;
        while (hasRoom) {
            var socket = new Socket();
            queued.add(socket);
            try {
                socket.connect(new InetSocketAddress(deaf.getInetAddress(), deaf.getLocalPort()), 300);
            } catch (SocketTimeoutException _) {
                socket.close();
                hasRoom = false;
            }
        }
    }

    /// How many sockets are about to connect to this port.
    private static long connecting(int port) {
        String end = ":%04X".formatted(port);
        long found = 0;
        for (Path list : SOCKETS) {
            try {
                found += Files.readAllLines(list).stream().map(line -> line.strip().split("\\s+"))
                        .filter(words -> words[2].endsWith(end) && words[3].equals(CONNECTING)).count();
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }
        return found;
    }

    @Test
    void threadsThatAreLeftWouldBeSeen() throws InterruptedException {
        var end = new CountDownLatch(1);
        try (var own = new LiveThreads()) {
            int before = own.virtual().size();
            Thread virtual = Thread.startVirtualThread(() -> linger(end));
            Thread ofSystem = Thread.ofPlatform().name("left").start(() -> linger(end));

            assertThat(own.virtual()).hasSize(before + 1);
            await(() -> LiveThreads.ofSystemAtWork().contains("left"));
            end.countDown();
            virtual.join();
            ofSystem.join();
        }
        nobodyIsLeft();
    }

    private static void linger(CountDownLatch end) {
        try {
            end.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
