package dev.cachewright.provider.count;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.analysis.Destination;
import dev.cachewright.app.ProfileProviders;
import dev.cachewright.cache.request.SentRequest;
import dev.cachewright.format.json.RawJson;
import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.Form;
import dev.cachewright.prompt.Kind;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Renderer;
import dev.cachewright.prompt.Role;
import dev.cachewright.prompt.Row;
import dev.cachewright.prompt.Settings;
import dev.cachewright.provider.Cancellation;
import dev.cachewright.provider.Extras;
import dev.cachewright.provider.Profile;
import dev.cachewright.provider.RecordingServer;
import dev.cachewright.provider.RecordingServer.Reply;
import dev.cachewright.provider.Simulators;
import dev.cachewright.session.Failure;
import dev.cachewright.settings.Secret;
import dev.cachewright.token.encoding.TokenList;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class ServerCounterTest {

    private static final String KEY = "sk-entered-0123456789";
    private static final LocalDate DAY = LocalDate.parse("2026-11-29");
    private static final Block POLICY = Block.of("policy", Role.SYSTEM, Kind.STATIC, "Be brief.");
    private static final Block QUESTION = Block.of("question", Role.USER, Kind.DYNAMIC, "Where is it?");

    private static SentRequest sent(String model, Api api, Block... blocks) {
        Prompt prompt = Prompt.of(List.of(blocks), Settings.of(model, api));
        return Simulators.ANALYST.destination(model).requests().of(Renderer.render(prompt, new Row(Map.of())));
    }

    private static Profile profile(String baseUrl, Profile.Kind kind, String body) {
        return new Profile("s", kind, baseUrl, Optional.empty(), "", Extras.none().withBody(body));
    }

    private static <T> T with(Function<ServerCounter, T> work) {
        try (var server = Simulators.start();
                var providers = new ProfileProviders(server::baseUrl, _ -> Optional.of(Secret.of(KEY)))) {
            return work.apply(new ServerCounter(providers));
        }
    }

    private static CountResult count(Profile profile, SentRequest sent) {
        return with(counter -> counter.count(profile, sent, new Cancellation()));
    }

    @ParameterizedTest
    @CsvSource({"gpt-5.4, CHAT, INPUT_TOKENS", "gpt-5.4, RESPONSES, INPUT_TOKENS",
            "claude-sonnet-4-6, MESSAGES, COUNT_TOKENS"})
    void theSimulatorCountsLikeTheVendors(String model, Api api, CountWay way) {
        SentRequest sent = sent(model, api, POLICY, QUESTION);
        Destination destination = Simulators.ANALYST.destination(model);

        var compared = with(counter -> counter.compare(Profile.simulator(), destination, sent, DAY,
                new Cancellation())).comparison().orElseThrow();

        assertThat(compared.server().way()).isEqualTo(way);
        assertThat(compared.server().tokens()).isPositive();
        assertThat(compared.difference()).isZero();
        assertThat(compared.measurement().isPresent()).isEqualTo(api == Api.MESSAGES);
    }

    @Test
    void anthropicIsAskedForItsCountWithItsKeyAndWithoutWhatItRefuses() {
        try (var server = RecordingServer.answering(_ -> Reply.json("{\"input_tokens\": 21, \"more\": []}"))) {
            SentRequest sent = sent("claude-sonnet-4-6", Api.MESSAGES, POLICY, QUESTION);

            assertThat(count(profile(server.baseUrl(), Profile.Kind.ANTHROPIC, "{\"max_tokens\": 9}"), sent))
                    .isEqualTo(new CountResult.Counted(ServerCount.number(21, CountWay.COUNT_TOKENS)));

            var asked = server.asked().getFirst();
            assertThat(asked.path()).isEqualTo("/v1/messages/count_tokens");
            assertThat(asked.header("x-api-key")).isEqualTo(KEY);
            assertThat(asked.header("anthropic-version")).isEqualTo("2023-06-01");
            assertThat(RawJson.fields(asked.body())).containsOnlyKeys("model", "system", "messages");
        }
    }

    @Test
    void theTemplateOfLlamaCppIsGivenTheFieldsOfTheProfile() {
        try (var server = TokenisingServer.llamaCpp()) {
            SentRequest sent = sent("m", Api.CHAT, POLICY, QUESTION);
            CountResult plain = count(profile(server.baseUrl(), Profile.Kind.COMPATIBLE, ""), sent);
            CountResult longer = count(profile(server.baseUrl(), Profile.Kind.COMPATIBLE,
                    "{\"chat_template_kwargs\": {\"suffix\": \"<think>\"}}"), sent);

            assertThat(((CountResult.Counted) longer).count().tokens())
                    .isGreaterThan(((CountResult.Counted) plain).count().tokens());
        }
    }

    @Test
    void theSameRequestIsAskedForOnceAndAnotherAgain() {
        try (var server = TokenisingServer.llamaCpp()) {
            Profile profile = profile(server.baseUrl(), Profile.Kind.COMPATIBLE, "");
            with(counter -> {
                SentRequest sent = sent("m", Api.CHAT, POLICY, QUESTION);
                assertThat(counter.known(profile).tokens(sent)).isEmpty();
                CountResult first = counter.count(profile, sent, new Cancellation());
                assertThat(counter.count(profile, sent, new Cancellation())).isEqualTo(first);
                assertThat(counter.known(profile).tokens(sent)).isPresent();
                assertThat(server.asked()).hasSize(2);
                counter.count(profile, sent("m", Api.CHAT, QUESTION), new Cancellation());
                return assertThat(server.asked()).hasSize(4);
            });
        }
    }

    @Test
    void aServerThatHasAnotherModelNowIsForgotten() {
        var offset = new AtomicInteger();
        try (var server = RecordingServer.answering(asked -> Reply.json(asked.path().equals("/apply-template")
                ? "{\"prompt\": \"Hi\"}"
                : "{\"tokens\": [" + offset.get() + "]}"))) {
            Profile profile = profile(server.baseUrl(), Profile.Kind.COMPATIBLE, "");
            SentRequest one = sent("m", Api.CHAT, POLICY, QUESTION);
            SentRequest two = sent("m", Api.CHAT, QUESTION);
            with(counter -> {
                counter.count(profile, one, new Cancellation());
                counter.count(profile, two, new Cancellation());
                offset.set(7);
                counter.compare(profile, Simulators.ANALYST.destination("m"), one, DAY, new Cancellation());

                assertThat(counter.known(profile).tokens(two)).isEmpty();
                return assertThat(counter.known(profile).tokens(one)).hasValue(TokenList.of(7));
            });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[1]", "no JSON", "{\"tokens\": []}", "{\"tokens\": [1, -2]}",
            "{\"tokens\": [1, 2.5]}", "{\"count\": \"8\"}", "{\"count\": 1e99}", "{\"prompt\": 7}"})
    void anAnswerWithoutACountIsNone(String answer) {
        try (var server = RecordingServer.answering(_ -> Reply.json(answer))) {
            assertThat(count(profile(server.baseUrl(), Profile.Kind.COMPATIBLE, ""), sent("m", Api.CHAT, QUESTION)))
                    .isEqualTo(new CountResult.Impossible("s has no endpoint that counts tokens: it was asked for "
                            + "apply-template, tokenize and for tokenize"));
        }
    }

    @Test
    void tokensWithTheirTextAreReadToo() {
        try (var server = RecordingServer.answering(asked -> Reply.json(asked.path().equals("/apply-template")
                ? "{\"prompt\": \"Hi\"}"
                : "{\"tokens\": [{\"id\": 3, \"piece\": \"H\"}, {\"id\": 4, \"piece\": [105]}]}"))) {
            assertThat(count(profile(server.baseUrl(), Profile.Kind.COMPATIBLE, ""), sent("m", Api.CHAT, QUESTION)))
                    .isInstanceOfSatisfying(CountResult.Counted.class,
                            counted -> assertThat(counted.count().tokens()).isEqualTo(2));
            assertThat(server.asked().getLast().body())
                    .isEqualTo("{\"content\": \"Hi\", \"add_special\": true, \"parse_special\": true}");
        }
    }

    @Test
    void whatTheServerRefusesIsItsOwnFailureWithoutTheKey() {
        try (var server = RecordingServer.answering(_ -> new Reply(401, Map.of(),
                "{\"error\": {\"message\": \"bad " + KEY + "\"}}"))) {
            assertThat(count(profile(server.baseUrl(), Profile.Kind.COMPATIBLE, ""), sent("m", Api.CHAT, QUESTION)))
                    .isInstanceOfSatisfying(CountResult.Failed.class, failed -> assertThat(failed.failure())
                            .isInstanceOfSatisfying(Failure.Known.class, known -> {
                                assertThat(known.kind()).isEqualTo(Failure.Kind.KEY_REFUSED);
                                assertThat(known.said()).isEqualTo("bad [key]");
                            }));
        }
    }

    @Test
    void aServerThatCannotCountIsNotAsked() {
        Profile hosted = profile("https://openrouter.ai/api/v1", Profile.Kind.COMPATIBLE, "");
        assertThat(count(hosted, sent("m", Api.CHAT, QUESTION))).isInstanceOf(CountResult.Impossible.class);
        Block item = Block.of("item", Role.USER, Kind.STATIC, "{\"role\": \"user\", \"content\": \"Hi\"}")
                .withForm(Form.ITEM);
        assertThat(count(Profile.openAi(), sent("gpt-5.4", Api.CHAT, item)))
                .isEqualTo(new CountResult.Impossible("OpenAI counts Responses requests only, and this prompt has "
                        + "messages that are written for Chat Completions"));
        Block picture = Block.of("item", Role.USER, Kind.STATIC, "{\"role\": \"user\", \"content\": [{\"type\": "
                + "\"image_url\", \"image_url\": {\"url\": \"https://example.com/a.png\"}}]}").withForm(Form.ITEM);
        assertThat(count(profile("http://127.0.0.1:1/v1", Profile.Kind.COMPATIBLE, ""),
                sent("m", Api.CHAT, picture))).isEqualTo(new CountResult.Impossible(
                        "The tokenizer of this server does not count pictures and sound"));
    }
}
