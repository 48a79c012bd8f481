package dev.cachewright.provider.wire;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingStream;

/// The threads that were started since this was, and have not ended; virtual ones too, which no list of threads has.
///
/// The flight recorder tells of them: a dump of virtual threads that are about to end can crash JDK 25.0.3.
final class LiveThreads implements AutoCloseable {

    /// The JDK waits for sockets on virtual threads of its own, which do not end.
    private static final String OF_JDK = "Poller";

    private final RecordingStream events = new RecordingStream();
    private final Map<Long, String> running = new ConcurrentHashMap<>();
    private final Set<Long> ended = ConcurrentHashMap.newKeySet();

    LiveThreads() {
        events.enable("jdk.VirtualThreadStart");
        events.enable("jdk.VirtualThreadEnd");
        events.onEvent("jdk.VirtualThreadStart", event -> {
            String name = event.getThread() == null ? "" : Objects.toString(event.getThread().getJavaName(), "");
            if (!name.contains(OF_JDK)) {
                running.put(id(event), name);
            }
        });
        events.onEvent("jdk.VirtualThreadEnd", event -> {
            running.remove(id(event));
            ended.add(id(event));
        });
        events.startAsync();
    }

    private static long id(RecordedEvent event) {
        return event.getLong("javaThreadId");
    }

    /// The virtual threads that run, of all that were started before this call, by their names.
    List<String> virtual() throws InterruptedException {
        Thread marker = Thread.startVirtualThread(() -> {
        });
        marker.join();
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!ended.contains(marker.threadId()) && System.nanoTime() < end) {
            LockSupport.parkNanos(1_000_000);
        }
        return ended.contains(marker.threadId())
                ? running.entrySet().stream().map(thread -> thread.getKey() + " " + thread.getValue()).toList()
                : List.of("the recorder is silent");
    }

    /// The threads of the system besides this one that are inside our own code, or inside an HTTP call. Those that the
    /// HTTP client keeps idle for a minute are not.
    static List<String> ofSystemAtWork() {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(thread -> thread.getKey() != Thread.currentThread())
                .filter(thread -> Stream.of(thread.getValue()).anyMatch(frame -> frame.getClassName().startsWith(
                        "dev.cachewright.") || frame.getClassName().startsWith("okhttp3.internal.connection.")))
                .map(thread -> thread.getKey().getName()).toList();
    }

    @Override
    public void close() {
        events.close();
    }
}
