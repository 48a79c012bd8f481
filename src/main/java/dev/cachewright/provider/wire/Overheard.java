package dev.cachewright.provider.wire;

import dev.cachewright.prompt.Api;
import dev.cachewright.provider.CallEvent;
import dev.cachewright.session.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/// Reads the answers to calls that somebody else made, as those to our own calls are read. Keys are taken out of what
/// servers say.
public final class Overheard {

    private static final int LONGEST_ERROR = 64 * 1024;
    private static final int FIRST_REFUSAL = 300;
    private static final int ACCEPTED = 200;

    private final Dialect dialect;
    private final Failures failures;

    /// @param keys that the call was made with, one after the other with a character between them that none has; empty
    /// where there are none
    /// @param connect the longest time for a connection
    public Overheard(Dialect dialect, Failure.Server server, String keys, Duration connect) {
        this.dialect = dialect;
        this.failures = new Failures(server, keys, connect);
    }

    /// An answer of which at least the head came.
    ///
    /// @param headers the values of a header by its name
    /// @param body without compression; fails where it was cut
    /// @param isLeft whether it was cut because the client left
    public record Heard(int status, Function<String, List<String>> headers, InputStream body, boolean isLeft) {
    }

    /// Gives the events of an answer, the end of the call last.
    public void answer(Api api, Heard heard, Consumer<CallEvent> events) {
        boolean isRefused = heard.status() < ACCEPTED || heard.status() >= FIRST_REFUSAL;
        Consumer<CallEvent> masked = failures.masked(events);
        masked.accept(isRefused ? refused(heard) : read(api, heard, masked));
    }

    /// How a call ended that no answer came to.
    public CallEvent.Failed unanswered(IOException cause) {
        return failures.unreachable(cause);
    }

    private CallEvent.End read(Api api, Heard heard, Consumer<CallEvent> events) {
        String type = String.join(", ", heard.headers().apply("content-type"));
        var opened = new Opened(heard.status(), type, heard.body(), heard.body());
        return new AnswerBody(dialect.reader(api, failures), failures, () -> {
        }, otherwise -> heard.isLeft() ? new CallEvent.Cancelled() : otherwise.get()).read(opened, events);
    }

    private CallEvent.Failed refused(Heard heard) {
        return failures.refused(new Refusal(heard.status(), said(heard.body()),
                RetryAfter.seconds(heard.headers())));
    }

    /// The beginning of an error, also where the rest was cut.
    private static String said(InputStream body) {
        byte[] bytes = new byte[LONGEST_ERROR];
        int count = 0;
        try {
            for (int more = 0; more >= 0 && count < bytes.length; count += Math.max(0, more)) {
                more = body.read(bytes, count, bytes.length - count);
            }
        } catch (IOException _) {
            // What came before says what it can.
        }
        return new String(bytes, 0, count, StandardCharsets.UTF_8);
    }
}
