package dev.cachewright.recorder.http;

import java.io.ByteArrayOutputStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// Keeps what it is told of an exchange.
final class HeardTap implements Tap {

    private final String target;
    private final ByteArrayOutputStream request = new ByteArrayOutputStream();
    private final ByteArrayOutputStream answer = new ByteArrayOutputStream();
    private final CompletableFuture<Ending> ending = new CompletableFuture<>();
    private final CompletableFuture<Integer> status = new CompletableFuture<>();

    HeardTap(String target) {
        this.target = target;
    }

    String target() {
        return target;
    }

    @Override
    public synchronized void request(byte[] bytes, int from, int to) {
        request.write(bytes, from, to - from);
    }

    @Override
    public void sent(long nanos) {
        // Times are not looked at.
    }

    @Override
    public void answered(int code, HttpHead head, long nanos) {
        status.complete(code);
    }

    @Override
    public synchronized void answer(byte[] bytes, int from, int to, long nanos) {
        answer.write(bytes, from, to - from);
    }

    @Override
    public void ended(Ending how, long nanos) {
        ending.complete(how);
    }

    int status() {
        return get(status);
    }

    /// How it ended, once it has.
    Ending ending() {
        return get(ending);
    }

    synchronized byte[] request() {
        return request.toByteArray();
    }

    synchronized byte[] answer() {
        return answer.toByteArray();
    }

    private static <T> T get(CompletableFuture<T> future) {
        try {
            return future.get(30, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError("it was not told in time", e);
        }
    }
}
