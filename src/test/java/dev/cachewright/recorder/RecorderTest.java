package dev.cachewright.recorder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.provider.Simulators;
import dev.cachewright.provider.simulated.Fault;
import dev.cachewright.session.Call;
import dev.cachewright.session.CallResult;
import dev.cachewright.session.Exchange;
import dev.cachewright.session.Verdict;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RecorderTest {

    private static final String CHAT = "/v1/chat/completions";

    private static String chat(String system, String more) {
        return "{\"model\": \"gpt-5.4\"" + more + ", \"messages\": [{\"role\": \"system\", \"content\": \"" + system
                + "\"}, {\"role\": \"user\", \"content\": \"Hi\"}]}";
    }

    private static String body(String path, boolean isStreamed) {
        String stream = isStreamed ? ", \"stream\": true" : "";
        return switch (path) {
            case CHAT -> chat(Simulators.LONG, isStreamed
                    ? stream + ", \"stream_options\": {\"include_usage\": true}"
                    : "");
            case "/v1/responses" -> "{\"model\": \"gpt-5.4\"" + stream + ", \"input\": \"" + Simulators.LONG + "\"}";
            default -> "{\"model\": \"claude-sonnet-5-5\", \"max_tokens\": 50" + stream + ", \"system\": [{\"type\": "
                    + "\"text\", \"text\": \"" + Simulators.LONG.repeat(2)
                    + "\", \"cache_control\": {\"type\": \"ephemeral\"}}], \"messages\": [{\"role\": \"user\", "
                    + "\"content\": \"Hi\"}]}";
        };
    }

    @ParameterizedTest
    @CsvSource({"/v1/chat/completions, true", "/v1/chat/completions, false", "/v1/responses, true",
            "/v1/responses, false", "/v1/messages, true", "/v1/messages, false"})
    void aCallIsRecordedWithForecastUsageAndVerdict(String path, boolean isStreamed)
            throws IOException, InterruptedException {
        try (var server = Simulators.start(); Watched watched = Watched.before(server.baseUrl())) {
            for (int i = 0; i < 2; i++) {
                assertThat(watched.post(path, body(path, isStreamed), "anthropic-version", "2023-06-01", "x-api-key",
                        "any").statusCode()).isEqualTo(200);
            }
            List<Call> calls = watched.calls(2);

            assertThat(calls).allMatch(Watched::isAnswered).extracting(Call::number).containsExactly(1, 2);
            assertThat(calls).extracting(Call::verdict).containsExactly(Verdict.COLD, Verdict.AS_FORECAST);
            assertThat(calls.get(1).measurement().usage().cached().orElseThrow()).isPositive()
                    .isEqualTo(calls.get(1).forecast().split().cached());
            assertThat(calls.get(1).bill().cost().orElseThrow()).isLessThan(calls.getFirst().bill().cost()
                    .orElseThrow());
            assertThat(calls.get(1).measurement().timing().firstByte()).isPresent();
            assertThat(watched.store().appended()).isEqualTo(calls);
            Exchange kept = watched.store().exchanges().getFirst();
            assertThat(kept.body()).isEqualTo(body(path, isStreamed));
            assertThat(kept.answer()).isNotEmpty();
        }
    }

    @Test
    void aClockAtTheBeginningIsSaidToBeWhatChanged() throws IOException, InterruptedException {
        try (var server = Simulators.start(); Watched watched = Watched.before(server.baseUrl())) {
            for (String time : List.of("12:00:01", "12:00:07")) {
                watched.post(CHAT, chat("It is " + time + ". " + Simulators.LONG, ""));
            }
            Call second = watched.calls(2).get(1);

            assertThat(second.verdict()).isEqualTo(Verdict.PREFIX_CHANGED);
            assertThat(second.forecast().changed().place()).isNotNull();
        }
    }

    @Test
    void callsWithTwoKeysDoNotShareACache() throws IOException, InterruptedException {
        try (var server = Simulators.start(); Watched watched = Watched.before(server.baseUrl())) {
            for (String key : List.of("sk-one-key-long", "sk-two-key-long", "sk-one-key-long")) {
                watched.post(CHAT, body(CHAT, false), "Authorization", "Bearer " + key);
            }

            List<Call> calls = watched.calls(3);
            assertThat(calls).extracting(call -> call.forecast().split().cached() > 0)
                    .containsExactly(false, false, true);
            List<String> hashes = calls.stream().map(call -> call.target().keyHash()).toList();
            assertThat(hashes.getFirst()).isEqualTo(hashes.getLast()).isNotEqualTo(hashes.get(1)).hasSize(6);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"RATE_LIMIT", "SERVER_ERROR", "OVERLOADED", "RESET_BEFORE", "RESET_IN", "HALF_CHUNK",
            "STREAM_ERROR"})
    void aCallThatFailsIsRecordedAsSuch(Fault fault) throws InterruptedException {
        try (var server = Simulators.start(Simulators.quick().withFault(fault));
                Watched watched = Watched.before(server.baseUrl())) {
            try {
                watched.post(CHAT, body(CHAT, true));
            } catch (IOException _) {
                // As without the recorder.
            }

            assertThat(watched.calls(1).getFirst().measurement().result()).isInstanceOf(CallResult.Failed.class);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"GZIP", "CUT_CHARACTERS", "RESET_AFTER"})
    void anAnswerInAnOddFormIsReadToItsEnd(Fault fault) throws InterruptedException {
        try (var server = Simulators.start(Simulators.quick().withFault(fault));
                Watched watched = Watched.before(server.baseUrl())) {
            try {
                watched.post(CHAT, body(CHAT, true));
            } catch (IOException _) {
                // The reset after the last event.
            }
            Call call = watched.calls(1).getFirst();

            assertThat(call.measurement().result()).isInstanceOf(CallResult.Answered.class);
            assertThat(call.measurement().usage().input().orElse(0)).isGreaterThan(1_024);
        }
    }

    @Test
    void otherPathsPassAndAreNoCalls() throws IOException, InterruptedException {
        try (var server = Simulators.start(); Watched watched = Watched.before(server.baseUrl())) {
            assertThat(watched.post("/v1/embeddings", "{}").statusCode()).isEqualTo(404);
            watched.post(CHAT, body(CHAT, false));

            assertThat(watched.calls(1).getFirst().number()).isEqualTo(1);
        }
    }

    @Test
    void withoutBodiesNoTextIsKeptAndWhatChangedIsStillKnown() throws IOException, InterruptedException {
        try (var server = Simulators.start(); Watched watched = Watched.withoutBodies(server.baseUrl())) {
            for (String time : List.of("12:00:01", "12:00:07")) {
                watched.post(CHAT, chat("It is " + time + ". " + Simulators.LONG, ""));
            }
            Call second = watched.calls(2).get(1);

            assertThat(second.verdict()).isEqualTo(Verdict.PREFIX_CHANGED);
            assertThat(second.measurement().usage().input()).isPresent();
            assertThat(watched.store().exchanges().toString() + watched.store().appended())
                    .doesNotContain("12:00", "Answer in one", "paragraph").contains("gpt-5.4");
            assertThat(watched.store().exchanges()).allMatch(exchange -> exchange.answer().isEmpty());
        }
    }

    @Test
    void aFullDiskIsToldAndTheCallsGoOnAndAreKeptLater() throws IOException, InterruptedException {
        try (var server = Simulators.start(); Watched watched = Watched.before(server.baseUrl())) {
            watched.store().fill("disk full");
            assertThat(watched.post(CHAT, body(CHAT, false)).statusCode()).isEqualTo(200);
            assertThat(watched.next()).isEqualTo(new WatchEvent.DiskRefused("disk full", 1));
            assertThat(watched.next()).isInstanceOf(WatchEvent.Ended.class);
            watched.store().fill("");
            watched.post(CHAT, body(CHAT, false));
            watched.calls(1);

            assertThat(watched.store().appended()).extracting(Call::number).containsExactly(1, 2);
        }
    }

    @Test
    void aRequestThatCannotBeReadPassesAndIsCounted() throws IOException, InterruptedException {
        try (var server = Simulators.start(); Watched watched = Watched.before(server.baseUrl())) {
            assertThat(watched.post(CHAT, "no JSON").statusCode()).isEqualTo(400);
            assertThat(watched.next()).isEqualTo(new WatchEvent.Missed(Gap.NOT_READ, 1));
            watched.post(CHAT, body(CHAT, false), "Content-Encoding", "zstd");
            assertThat(watched.next()).isEqualTo(new WatchEvent.Missed(Gap.UNKNOWN_CODING, 1));
        }
    }

    @Test
    void aClassThatCannotBeLoadedLeavesTheCallAloneAndIsCounted() throws IOException, InterruptedException {
        try (var server = Simulators.start(); Watched watched = Watched.withClock(server.baseUrl(), () -> {
            throw new NoClassDefFoundError("gone");
        })) {
            assertThat(watched.post(CHAT, body(CHAT, true)).statusCode()).isEqualTo(200);

            assertThat(watched.next()).isEqualTo(new WatchEvent.Missed(Gap.FAILED, 1));
        }
    }

    @Test
    void aThousandCallsOf64AtOnceAreAllRecorded() throws InterruptedException {
        var statuses = new CopyOnWriteArrayList<Integer>();
        try (var server = Simulators.start(); Watched watched = Watched.before(server.baseUrl())) {
            List<Thread> threads = IntStream.range(0, 64).mapToObj(i -> Thread.ofVirtual().start(() -> {
                for (int call = i; call < 1_000; call += 64) {
                    statuses.add(status(watched, call % 2 == 0));
                }
            })).toList();
            for (Thread thread : threads) {
                thread.join();
            }

            assertThat(statuses).hasSize(1_000).containsOnly(200);
            assertThat(watched.calls(1_000)).allMatch(Watched::isAnswered);
        }
    }

    private static int status(Watched watched, boolean isStreamed) {
        try {
            return watched.post(CHAT, body(CHAT, isStreamed)).statusCode();
        } catch (IOException | InterruptedException _) {
            return 0;
        }
    }
}
