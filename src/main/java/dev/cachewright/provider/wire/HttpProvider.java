package dev.cachewright.provider.wire;

import dev.cachewright.prompt.Api;
import dev.cachewright.provider.Answer;
import dev.cachewright.provider.CallEvent;
import dev.cachewright.provider.Cancellation;
import dev.cachewright.provider.ModelCall;
import dev.cachewright.provider.Provider;
import dev.cachewright.provider.Question;
import dev.cachewright.provider.Questions;
import dev.cachewright.session.Failure;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Calls one server over HTTP, in its dialect, and asks it plain questions.
///
/// Safe for calls from several threads at once. The first call asks for the key and builds the client, unless
/// [#warmUp] did.
public final class HttpProvider implements Provider, Questions {

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
            String all = AnswerBody.text(TooMuch.bounded(opened.body()));
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
            events.accept(new AnswerBody(reader, failures, deadline::heard, otherwise -> ended(exchange, otherwise))
                    .read(opened, events));
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

    /// How a call ended whose connection broke: it may be we who broke it.
    private CallEvent.End ended(Exchange exchange, Supplier<CallEvent.End> otherwise) {
        return exchange.isCancelled()
                ? new CallEvent.Cancelled()
                : exchange.late().<CallEvent.End>map(failures::late).orElseGet(otherwise);
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
