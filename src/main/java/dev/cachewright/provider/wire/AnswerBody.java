package dev.cachewright.provider.wire;

import dev.cachewright.format.json.RawJson;
import dev.cachewright.prompt.text.InputException;
import dev.cachewright.provider.CallEvent;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Reads the body of one answer, whole or as a stream of events, as it comes or from what was kept of it.
final class AnswerBody {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final AnswerReader reader;
    private final Failures failures;
    private final Runnable heard;
    private final Breach breach;

    /// @param heard is run at each event of a stream
    AnswerBody(AnswerReader reader, Failures failures, Runnable heard, Breach breach) {
        this.reader = reader;
        this.failures = failures;
        this.heard = heard;
        this.breach = breach;
    }

    /// Knows who broke a connection.
    interface Breach {

        /// How a call ended whose connection broke, where it was not our own side that broke it.
        CallEvent.End or(Supplier<CallEvent.End> otherwise);
    }

    /// @return how the call ended, with the usage that was reported
    CallEvent.End read(Opened opened, Consumer<CallEvent> events) {
        // What was reported before an answer broke off may be billed.
        return switch (end(opened, events)) {
            case CallEvent.Failed failed -> new CallEvent.Failed(failed.failure(), reader.usage());
            case CallEvent.Cancelled _ -> new CallEvent.Cancelled(reader.usage());
            case CallEvent.Completed completed -> completed;
        };
    }

    private CallEvent.End end(Opened opened, Consumer<CallEvent> events) {
        try {
            InputStream body = new BufferedInputStream(TooMuch.bounded(opened.body()));
            return opened.isStream(body) ? readStream(body, events) : readWhole(body, events);
        } catch (TooMuch e) {
            return failures.tooMuch(e);
        } catch (IOException _) {
            return breach.or(failures::cut);
        } catch (InputException _) {
            // Garbage after an answer has begun is a stream that broke, not another kind of server.
            return breach.or(() -> reader.hasBegun() ? failures.cut() : failures.noAnswer(opened.status()));
        }
    }

    private CallEvent.End readWhole(InputStream in, Consumer<CallEvent> events) throws IOException {
        String json = text(in);
        return reader.whole(RawJson.tree(json), json, events);
    }

    static String text(InputStream in) throws IOException {
        String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        return ShallowJson.of(all.startsWith(BYTE_ORDER_MARK) ? all.substring(1) : all);
    }

    private CallEvent.End readStream(InputStream in, Consumer<CallEvent> events) throws IOException {
        var stream = new ServerEvents(in);
        for (var data = stream.next(); data.isPresent() && !data.get().equals("[DONE]"); data = stream.next()) {
            heard.run();
            String json = ShallowJson.of(data.get());
            Optional<CallEvent.End> end = reader.event(RawJson.tree(json), json, events);
            if (end.isPresent()) {
                return end.get();
            }
        }
        return reader.atEndOfStream().orElseGet(failures::cut);
    }
}
