package dev.cachewright.provider.wire;

import dev.cachewright.provider.CallLimits;
import dev.cachewright.session.Failure.Kind;
import java.time.Duration;

/// Ends an exchange that takes longer than its limits, whatever is being waited for.
final class Deadline implements AutoCloseable {

    private final CallLimits limits;
    private final Exchange exchange;
    private final long began = System.nanoTime();
    private final Thread watch;
    private boolean hasHeard;
    private long heard;

    private Deadline(CallLimits limits, Exchange exchange) {
        this.limits = limits;
        this.exchange = exchange;
        this.watch = Thread.ofVirtual().unstarted(this::watch);
    }

    static Deadline start(CallLimits limits, Exchange exchange) {
        var deadline = new Deadline(limits, exchange);
        deadline.watch.start();
        return deadline;
    }

    /// A piece of the answer has arrived.
    synchronized void heard() {
        heard = System.nanoTime();
        if (!hasHeard) {
            hasHeard = true;
            notifyAll();
        }
    }

    private void watch() {
        try {
            exchange.expire(late());
        } catch (InterruptedException _) {
            // The call has ended.
        }
    }

    private synchronized Late late() throws InterruptedException {
        for (Duration left = left(); left.isPositive(); left = left()) {
            wait(left.toMillis() + 1);
        }
        return reason();
    }

    private Duration left() {
        Duration whole = limits.whole().minusNanos(System.nanoTime() - began);
        Duration silence = hasHeard ? limits.silence().minusNanos(System.nanoTime() - heard) : whole;
        return silence.compareTo(whole) < 0 ? silence : whole;
    }

    private Late reason() {
        if (!hasHeard) {
            return new Late(Kind.SILENT, limits.whole());
        }
        return limits.whole().minusNanos(System.nanoTime() - began).isPositive()
                ? new Late(Kind.FELL_SILENT, limits.silence())
                : new Late(Kind.TOOK_TOO_LONG, limits.whole());
    }

    /// Why an exchange was ended, and the limit that it did not keep.
    record Late(Kind kind, Duration limit) {
    }

    @Override
    public void close() {
        watch.interrupt();
    }
}
