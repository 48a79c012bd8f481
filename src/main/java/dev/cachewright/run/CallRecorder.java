package dev.cachewright.run;

import dev.cachewright.format.body.RequestBody;
import dev.cachewright.format.body.UsageReader;
import dev.cachewright.provider.CallEvent;
import dev.cachewright.session.Call;
import dev.cachewright.session.CallResult;
import dev.cachewright.session.Exchange;
import dev.cachewright.session.Failure;
import dev.cachewright.session.Timing;
import dev.cachewright.session.Usage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Measures one call as its events arrive.
public final class CallRecorder implements Consumer<CallEvent> {

    private static final CallEvent.End NO_ANSWER = new CallEvent.Failed(new Failure.Known(Failure.Kind.NO_ANSWER, 0, "",
            new Failure.Server("", ""), 0));

    private final Stopwatch stopwatch;
    private final RequestBody body;
    private final Consumer<String> onText;
    private final Instant at;
    private final long start;
    private final StringBuilder text = new StringBuilder();
    private Optional<Duration> sent = Optional.empty();
    private Optional<Duration> firstByte = Optional.empty();
    private long firstToken;
    private long lastToken;
    private long end;
    private CallEvent.End last = NO_ANSWER;

    /// @param body of the request
    /// @param onText is given the text of the answer as it arrives
    public CallRecorder(Stopwatch stopwatch, RequestBody body, Consumer<String> onText) {
        this.stopwatch = stopwatch;
        this.body = body;
        this.onText = onText;
        this.at = stopwatch.now();
        this.start = stopwatch.nanos().getAsLong();
    }

    @Override
    public void accept(CallEvent event) {
        long now = stopwatch.nanos().getAsLong();
        switch (event) {
            case CallEvent.Delta delta -> {
                firstToken = text.isEmpty() ? now : firstToken;
                lastToken = now;
                text.append(delta.text());
                onText.accept(delta.text());
            }
            case CallEvent.Sent _ -> sent = Optional.of(since(now));
            case CallEvent.Began _ -> firstByte = Optional.of(since(now));
            case CallEvent.End ending -> {
                end = now;
                last = ending;
            }
        }
    }

    /// @param refused the tries before this one
    public Call.Measurement measurement(List<Failure> refused) {
        long stop = end == 0 ? stopwatch.nanos().getAsLong() : end;
        boolean hasText = !text.isEmpty();
        var timing = new Timing(at, sent, firstByte, hasText ? Optional.of(since(firstToken)) : Optional.empty(),
                hasText ? Optional.of(since(lastToken)) : Optional.empty(), since(stop));
        Usage usage = UsageReader.read(switch (last) {
            case CallEvent.Completed completed -> completed.usage();
            case CallEvent.Failed failed -> failed.usage();
            case CallEvent.Cancelled cancelled -> cancelled.usage();
        }, body.json());
        return new Call.Measurement(result(), usage, timing, refused);
    }

    private Duration since(long time) {
        return Duration.ofNanos(time - start);
    }

    private CallResult result() {
        return switch (last) {
            case CallEvent.Completed completed -> new CallResult.Answered(completed.finishReason(),
                    completed.reply().id(), completed.reply().diagnosis());
            case CallEvent.Cancelled _ -> new CallResult.Cancelled();
            case CallEvent.Failed failed -> new CallResult.Failed(failed.failure());
        };
    }

    /// What went out and came back.
    public Exchange exchange() {
        String items = last instanceof CallEvent.Completed completed ? completed.reply().items() : "";
        return new Exchange(body.json(), body.blocks(), text.toString(), items);
    }
}
