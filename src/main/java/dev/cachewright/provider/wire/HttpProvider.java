package dev.cachewright.provider.wire;

import dev.cachewright.format.json.RawJson;
import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.text.InputException;
import dev.cachewright.provider.Answer;
import dev.cachewright.provider.CallEvent;
import dev.cachewright.provider.Cancellation;
import dev.cachewright.provider.ModelCall;
import dev.cachewright.provider.Provider;
import dev.cachewright.provider.Question;
import dev.cachewright.provider.Questions;
import dev.cachewright.session.Failure;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Calls one server over HTTP, in its dialect, and asks it plain questions.
///
/// Safe for calls from several threads at once. The first call asks for the key and builds the client, unless
/// [#warmUp] did.
public final class HttpProvider implements Provider, Questions {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Route route;
    private final Supplier<String> key;
    private final Dialect dialect;
    private Wire wire;
    private Failures failures;

    /// @param key asked for once, when it is needed; empty where there is none
    public HttpProvider(Route route, Supplier<String> key, Dialect dialect) {
        this.route = route;
        this.key = key;
        this.dialect = dialect;
    }

    @Override
    public void send(ModelCall call, Cancellation cancellation, Consumer<CallEvent> events) {
        Optional<Wire> ready = wire();
        if (!dialect.speaks(call.api())) {
            events.accept(failures.unsupported());
        } else if (ready.isEmpty()) {
            events.accept(failures.noKey());
        } else {
            Exchange exchange = Exchange.of(call.body(), events);
            cancellation.onCancel(exchange::cancel);
            converse(ready.get(), call, exchange, failures.masked(events));
        }
    }

    @Override
    public Answer ask(Question question, Cancellation cancellation) {
        Optional<Wire> ready = wire();
        if (ready.isEmpty()) {
            return new Answer.Failed(failures.noKey().failure());
        }
        Exchange exchange = Exchange.of(question.body().orElse(""), _ -> {
        });
        cancellation.onCancel(exchange::cancel);
        return inquire(ready.get(), question, exchange);
    }

    private Answer inquire(Wire ready, Question question, Exchange exchange) {
        String address = ready.address(question.path());
        try (Deadline _ = Deadline.start(question.limits(), exchange);
                Opened opened = ready.during(exchange, () -> question.body().isPresent()
                        ? ready.post(address, question.headers())
                        : ready.get(address, question.headers()))) {
            String all = text(TooMuch.bounded(opened.body()));
            return new Answer.Given(failures.masked(all));
        } catch (TooMuch e) {
            return answer(failures.tooMuch(e));
        } catch (IOException e) {
            return answer(unanswered(exchange, e));
        } catch (IllegalArgumentException | IllegalStateException _) {
            return answer(notUnderstood(exchange));
        }
    }

    /// How an exchange ended that has not brought a whole answer.
    private static Answer answer(CallEvent.End end) {
        return end instanceof CallEvent.Failed failed
                ? new Answer.Failed(failed.failure())
                : new Answer.Cancelled();
    }

    @Override
    public void warmUp() {
        Api api = Stream.of(Api.values()).filter(dialect::speaks).findFirst().orElseThrow();
        wire().ifPresent(ready -> converse(ready, new ModelCall(api, "", true),
                Exchange.rehearsal(dialect.rehearsal()), _ -> {
                }));
    }

    @Override
    public synchronized void close() {
        dialect.close();
        if (wire != null) {
            wire.close();
        }
    }

    @Override
    public String toString() {
        return "HttpProvider[" + route.baseUrl() + "]";
    }

    private void converse(Wire ready, ModelCall call, Exchange exchange, Consumer<CallEvent> events) {
        AnswerReader reader = dialect.reader(call.api(), failures);
        try (Deadline deadline = Deadline.start(call.limits(), exchange);
                Opened opened = ready.during(exchange, () -> dialect.open(ready, call))) {
            // Before the close, which may wait for what the server still sends.
            events.accept(withUsage(read(opened, new Hearing(reader, deadline), exchange, events), reader));
        } catch (IOException e) {
            events.accept(unanswered(exchange, e));
        } catch (IllegalArgumentException | IllegalStateException _) {
            events.accept(notUnderstood(exchange));
        }
    }

    /// How an exchange ended that brought no answer: refused, cancelled, late or broken off.
    private CallEvent.End unanswered(Exchange exchange, IOException e) {
        return exchange.refusal().<CallEvent.End>map(failures::refused)
                .orElseGet(() -> ended(exchange, () -> failures.unreachable(e)));
    }

    /// How an exchange ended of which the client threw something else: for a key that no header can hold, or for an
    /// answer that it did not expect.
    private CallEvent.Failed notUnderstood(Exchange exchange) {
        return exchange.isSent() ? failures.noAnswer(0) : failures.unusableKey();
    }

    /// What was reported before an answer broke off may be billed.
    private static CallEvent.End withUsage(CallEvent.End end, AnswerReader reader) {
        return switch (end) {
            case CallEvent.Failed failed -> new CallEvent.Failed(failed.failure(), reader.usage());
            case CallEvent.Cancelled _ -> new CallEvent.Cancelled(reader.usage());
            case CallEvent.Completed completed -> completed;
        };
    }

    /// How a call ended whose connection broke: it may be we who broke it.
    private CallEvent.End ended(Exchange exchange, Supplier<CallEvent.End> otherwise) {
        return exchange.isCancelled()
                ? new CallEvent.Cancelled()
                : exchange.late().<CallEvent.End>map(failures::late).orElseGet(otherwise);
    }

    /// Who reads an answer, and who waits for it.
    private record Hearing(AnswerReader reader, Deadline deadline) {
    }

    private CallEvent.End read(Opened opened, Hearing hearing, Exchange exchange, Consumer<CallEvent> events) {
        try {
            InputStream body = new BufferedInputStream(TooMuch.bounded(opened.body()));
            return opened.isStream(body) ? readStream(body, hearing, events) : readWhole(body, hearing, events);
        } catch (TooMuch e) {
            return failures.tooMuch(e);
        } catch (IOException _) {
            return ended(exchange, failures::cut);
        } catch (InputException _) {
            // Garbage after an answer has begun is a stream that broke, not another kind of server.
            return ended(exchange,
                    () -> hearing.reader().hasBegun() ? failures.cut() : failures.noAnswer(opened.status()));
        }
    }

    private static CallEvent.End readWhole(InputStream in, Hearing hearing, Consumer<CallEvent> events)
            throws IOException {
        String json = text(in);
        return hearing.reader().whole(RawJson.tree(json), json, events);
    }

    private static String text(InputStream in) throws IOException {
        String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        return ShallowJson.of(all.startsWith(BYTE_ORDER_MARK) ? all.substring(1) : all);
    }

    private CallEvent.End readStream(InputStream in, Hearing hearing, Consumer<CallEvent> events)
            throws IOException {
        var stream = new ServerEvents(in);
        for (var data = stream.next(); data.isPresent() && !data.get().equals("[DONE]"); data = stream.next()) {
            hearing.deadline().heard();
            String json = ShallowJson.of(data.get());
            Optional<CallEvent.End> end = hearing.reader().event(RawJson.tree(json), json, events);
            if (end.isPresent()) {
                return end.get();
            }
        }
        return hearing.reader().atEndOfStream().orElseGet(failures::cut);
    }

    /// The wire to the server; empty where the key is missing without which it does not answer.
    private synchronized Optional<Wire> wire() {
        if (wire == null) {
            String found = key.get();
            failures = new Failures(new Failure.Server(route.baseUrl(), route.key().variable()), found,
                    route.connect());
            if (found.isEmpty() && route.key().isNeeded()) {
                return Optional.empty();
            }
            wire = new Wire(route, found);
        }
        return Optional.of(wire);
    }
}
