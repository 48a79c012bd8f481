package dev.cachewright.provider.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.format.body.UsageReader;
import dev.cachewright.prompt.Api;
import dev.cachewright.provider.CallEvent;
import dev.cachewright.provider.CallLimits;
import dev.cachewright.provider.Cancellation;
import dev.cachewright.provider.ModelCall;
import dev.cachewright.provider.Simulators;
import dev.cachewright.provider.anthropic.MessagesDialect;
import dev.cachewright.provider.openai.OpenAiDialect;
import dev.cachewright.provider.simulated.Fault;
import dev.cachewright.provider.simulated.FaultPlan;
import dev.cachewright.session.Failure;
import dev.cachewright.session.Failure.Kind;
import dev.cachewright.session.Usage;
import dev.cachewright.words.FailureWords;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What is seen and kept of each fault, at each endpoint, streamed and whole.
@Timeout(120)
class FaultsMeetClientTest {

    private static final Duration SHORT = Duration.ofMillis(300);
    private static final CallLimits LIMITS = new CallLimits(SHORT, SHORT.multipliedBy(4));

    static Stream<Arguments> faults() {
        return Stream.of(Fault.values()).flatMap(fault -> Stream.of(Api.values())
                .flatMap(api -> Stream.of(true, false).map(isStreamed -> Arguments.of(fault, api, isStreamed))));
    }

    private static String body(Api api, boolean isStreamed) {
        String input = api == Api.RESPONSES
                ? "\"input\":\"Hello\""
                : "\"messages\":[{\"role\":\"user\",\"content\":\"Hello\"}]";
        String stream = !isStreamed ? "" : api == Api.CHAT
                ? ",\"stream\":true,\"stream_options\":{\"include_usage\":true}"
                : ",\"stream\":true";
        return api == Api.MESSAGES
                ? "{\"model\":\"claude-opus-5\",\"max_tokens\":500," + input + stream + "}"
                : "{\"model\":\"gpt-5.4\"," + input + stream + "}";
    }

    private static Calls.Heard send(FaultPlan plan, Api api, boolean isStreamed) {
        var events = new ArrayList<CallEvent>();
        try (var server = Simulators.start(Simulators.quick().withFault(plan));
                var provider = new HttpProvider(Route.direct(server.baseUrl(), Route.KeySlot.optional()), () -> "",
                        new Dialects(List.of(new OpenAiDialect(), new MessagesDialect())))) {
            CallLimits limits = plan.fault() == Fault.SILENCE ? LIMITS : CallLimits.usual();
            provider.send(new ModelCall(api, body(api, isStreamed), isStreamed, limits), new Cancellation(),
                    events::add);
        }
        return new Calls.Heard(events);
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource("faults")
    void eachFaultEndsInOneClearStateAndLosesNothing(Fault fault, Api api, boolean isStreamed) {
        Calls.Heard heard = send(FaultPlan.of(fault).withSilence(Duration.ofSeconds(20)), api, isStreamed);

        switch (fault) {
            case RATE_LIMIT -> isFailed(heard, Kind.RATE_LIMITED, 429);
            case RATE_LIMIT_RETRY_AFTER -> {
                isFailed(heard, Kind.RATE_LIMITED, 429);
                assertThat(heard.failure().retryAfterSeconds()).isEqualTo(1);
            }
            case SERVER_ERROR -> isFailed(heard, Kind.SERVER_ERROR, 500);
            case UNAVAILABLE -> isFailed(heard, Kind.SERVER_ERROR, 503);
            case OVERLOADED -> isFailed(heard, Kind.SERVER_ERROR, 529);
            case RESET_BEFORE -> isFailed(heard, Kind.BROKEN_OFF, 0);
            case RESET_IN, HALF_CHUNK -> {
                isFailed(heard, Kind.CUT_OFF, 0);
                assertThat(heard.text().isEmpty()).isEqualTo(!isStreamed);
            }
            case STREAM_ERROR -> {
                isFailed(heard, isStreamed ? Kind.ERROR_IN_ANSWER : Kind.SERVER_ERROR, isStreamed ? 200 : 500);
                assertThat(heard.text().isEmpty()).isEqualTo(!isStreamed);
            }
            case SILENCE -> {
                isFailed(heard, isStreamed ? Kind.FELL_SILENT : Kind.SILENT, 0);
                assertThat(heard.text().isEmpty()).isEqualTo(!isStreamed);
            }
            case RESET_AFTER, CONTENT_TYPE, GZIP, CUT_CHARACTERS -> {
                assertThat(heard.text()).isNotEmpty().doesNotContain("\uFFFD");
                assertThat(usage(heard).input().orElseThrow()).isPositive();
            }
            case LARGE_DELTAS -> assertThat(heard.text().length()).isGreaterThanOrEqualTo(3_000_000);
            case NO_USAGE -> {
                assertThat(heard.text()).isNotEmpty();
                assertThat(usage(heard)).isEqualTo(Usage.unknown());
            }
            case USAGE_NEGATIVE, USAGE_HUGE, USAGE_DIGITS -> {
                assertThat(heard.text()).isNotEmpty();
                assertThat(usage(heard).cached()).isEmpty();
                assertThat(usage(heard).input()).isEmpty();
                assertThat(usage(heard).unreadable()).isNotEmpty();
                assertThat(usage(heard).raw()).isNotEmpty();
            }
            case USAGE_NESTED -> assertThat(usage(heard).input().orElseThrow()).isPositive();
            case USAGE_TEXT -> {
                assertThat(heard.text()).isNotEmpty();
                assertThat(usage(heard).unreadable()).isNotEmpty();
                assertThat(usage(heard).unreadable().toString()).hasSizeLessThan(500);
            }
        }
    }

    private static Usage usage(Calls.Heard heard) {
        return UsageReader.read(heard.completed().usage());
    }

    private static void isFailed(Calls.Heard heard, Kind kind, int status) {
        Failure.Known failure = heard.failure();
        assertThat(failure.kind()).isEqualTo(kind);
        assertThat(failure.status()).isEqualTo(status);
        // One clear sentence or two, without the names of classes.
        assertThat(FailureWords.sentence(failure)).isNotBlank().hasSizeLessThan(400)
                .doesNotContainPattern("Exception|java\\.|okhttp|null");
    }

    @Test
    void theNextCallIsAnsweredAfterEachFault() {
        for (Fault fault : Fault.values()) {
            if (fault != Fault.SILENCE) {
                try (var server = Simulators.start(Simulators.quick().withFault(FaultPlan.of(fault).withEvery(2)));
                        var provider = Calls.openAi(server.baseUrl())) {
                    for (int i = 0; i < 2; i++) {
                        Calls.send(provider, Api.CHAT, body(Api.CHAT, true), true);
                    }

                    assertThat(Calls.send(provider, Api.CHAT, body(Api.CHAT, true), true).completed().finishReason())
                            .as(fault.word()).isEqualTo("stop");
                }
            }
        }
    }
}
