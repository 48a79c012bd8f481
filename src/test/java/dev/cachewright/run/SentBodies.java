package dev.cachewright.run;

import dev.cachewright.analysis.Destination;
import dev.cachewright.cache.state.CacheState;
import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Values;
import dev.cachewright.provider.CallEvent;
import dev.cachewright.provider.Cancellation;
import dev.cachewright.provider.ModelCall;
import dev.cachewright.provider.Profile;
import dev.cachewright.provider.Reply;
import dev.cachewright.provider.Simulators;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/// The bodies that a run really sends, to a server that answers each call well.
final class SentBodies {

    private static final Instant NOON = Instant.parse("2026-11-29T12:00:00Z");

    private SentBodies() {
    }

    /// A call with each row, each followed by a control call; the answers have ids, so that later calls are compared
    /// with earlier ones where the vendor does that.
    static List<ModelCall> of(Prompt prompt, Values values, Profile profile, boolean isStreamed) {
        CallOrder order = CallOrder.inTurn(values.rows().size(), values.rows().size() + 1).withControlAfter(1);
        var provider = new ScriptedProvider();
        IntStream.range(0, order.size()).forEach(i -> provider.script(events -> {
            events.accept(new CallEvent.Sent());
            events.accept(new CallEvent.Completed("stop", "{}", new Reply(id(prompt, i), "[]", "")));
        }));
        Destination destination = Simulators.ANALYST.destination(prompt.settings().model());
        var stopwatch = new Stopwatch(() -> NOON, () -> 0, (_, _) -> true);
        new Runner(Simulators.ANALYST, stopwatch).run(
                new RunPlan(prompt, values, order, new Pace(Duration.ZERO, 1, isStreamed), profile, destination),
                provider,
                new RunStart(1, CacheState.empty(), new Cancellation(), RunStart.Keeping.nowhere()), _ -> {
                });
        return provider.sent;
    }

    private static String id(Prompt prompt, int call) {
        return (prompt.settings().api() == Api.MESSAGES ? "msg_" : "resp_") + call;
    }
}
