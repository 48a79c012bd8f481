package dev.cachewright.provider.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.provider.Answer;
import dev.cachewright.provider.CallLimits;
import dev.cachewright.provider.Cancellation;
import dev.cachewright.provider.Question;
import dev.cachewright.provider.RecordingServer;
import dev.cachewright.provider.RecordingServer.Reply;
import dev.cachewright.provider.openai.OpenAiDialect;
import dev.cachewright.session.Failure;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class QuestionsTest {

    private static final String KEY = "sk-entered-0123456789";

    private static Answer ask(RecordingServer server, Question question, Cancellation cancellation) {
        var route = new Route(server.baseUrl(), Route.KeySlot.optional(), Map.of("X-Team", "red"), Optional.empty(),
                Duration.ofSeconds(5));
        try (var provider = new HttpProvider(route, () -> KEY, new OpenAiDialect())) {
            return provider.ask(question, cancellation);
        }
    }

    @Test
    void aQuestionGoesBelowTheBaseUrlOrBelowTheServerWithTheHeadersOfACall() {
        try (var server = RecordingServer.answering(_ -> Reply.json("{}"))) {
            ask(server, Question.get("models"), new Cancellation());
            ask(server, Question.post("/tokenize", "{\"content\": \"é\"}").toAnthropic(), new Cancellation());

            assertThat(server.asked()).extracting(RecordingServer.Asked::path).containsExactly("/v1/models",
                    "/tokenize");
            assertThat(server.asked()).extracting(RecordingServer.Asked::body).containsExactly("",
                    "{\"content\": \"é\"}");
            assertThat(server.asked()).allSatisfy(asked -> {
                assertThat(asked.header("Authorization")).isEqualTo("Bearer " + KEY);
                assertThat(asked.header("X-Team")).isEqualTo("red");
            });
            assertThat(server.asked().getLast().header("anthropic-version")).isEqualTo("2023-06-01");
        }
    }

    @Test
    void anAnswerThatRepeatsTheKeyComesWithoutIt() {
        try (var server = RecordingServer.answering(_ -> Reply.json("{\"id\": \"" + KEY + "\"}"))) {
            assertThat(ask(server, Question.get("models"), new Cancellation()))
                    .isEqualTo(new Answer.Given("{\"id\": \"[key]\"}"));
        }
    }

    @ParameterizedTest
    @CsvSource({"400, REQUEST_REFUSED", "401, KEY_REFUSED", "404, NOT_FOUND", "429, RATE_LIMITED",
            "503, SERVER_ERROR"})
    void aRefusalIsTheSameKindAsThatOfACall(int status, Failure.Kind kind) {
        try (var server = RecordingServer.answering(_ -> new Reply(status, Map.of("Retry-After", "7"),
                "{\"error\": {\"message\": \"no " + KEY + "\"}}"))) {
            Answer answer = ask(server, Question.get("models"), new Cancellation());

            assertThat(answer).isEqualTo(new Answer.Failed(new Failure.Known(kind, status, "no [key]",
                    new Failure.Server(server.baseUrl(), ""), 7)));
        }
    }

    @Test
    void aQuestionCanBeCancelledAndIsNotWaitedForWithoutEnd() {
        var cancellation = new Cancellation();
        try (var server = new EndlessServer("", "", Duration.ofDays(1))) {
            var question = new Question("models", Optional.empty(), Map.of(), CallLimits.within(Duration.ofMillis(50)));
            var route = Route.direct(server.baseUrl(), Route.KeySlot.optional());
            try (var provider = new HttpProvider(route, () -> "", new OpenAiDialect())) {
                assertThat(provider.ask(question, new Cancellation())).isInstanceOfSatisfying(Answer.Failed.class,
                        failed -> assertThat(((Failure.Known) failed.failure()).kind())
                                .isEqualTo(Failure.Kind.SILENT));
                cancellation.cancel();
                assertThat(provider.ask(Question.get("models"), cancellation)).isEqualTo(new Answer.Cancelled());
            }
        }
    }
}
