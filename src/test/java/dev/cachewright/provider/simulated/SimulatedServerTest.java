package dev.cachewright.provider.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cachewright.catalog.RuleSet;
import dev.cachewright.format.json.RawJson;
import dev.cachewright.provider.Simulators;
import dev.cachewright.provider.simulated.answer.Delays;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SimulatedServerTest {

    private static final String CHAT = "/chat/completions";

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-23T09:00:00Z"));
    private SimulatedServer server = Simulators.start(Simulators.quick(), now::get);
    private Http http = new Http(server);

    @AfterEach
    void stop() {
        http.close();
        server.close();
    }

    private void restart(SimulatorOptions options) {
        stop();
        server = Simulators.start(options, now::get);
        http = new Http(server);
    }

    @Test
    void firstCallIsColdAndTheSecondReadsWhatTheRulesSay() {
        JsonNode cold = http.json(CHAT, chat("gpt-5.4", "Where is my parcel?", ""));
        JsonNode warm = http.json(CHAT, chat("gpt-5.4", "Can I return it?", ""));

        int input = cold.at("/usage/prompt_tokens").asInt();
        assertThat(input).isGreaterThan(1_408);
        assertThat(cold.at("/usage/prompt_tokens_details/cached_tokens").asInt(-1)).isZero();
        assertThat(warm.at("/usage/prompt_tokens_details/cached_tokens").asInt()).isEqualTo(input / 128 * 128);
    }

    @Test
    void chatUsageHasTheFormOfTheVendor() {
        JsonNode usage = http.json(CHAT, chat("gpt-4o", "Hi", "")).get("usage");

        int output = usage.get("completion_tokens").asInt();
        int input = usage.get("prompt_tokens").asInt();
        assertThat(usage).isEqualTo(RawJson.tree("""
                {"prompt_tokens": %d, "completion_tokens": %d, "total_tokens": %d,
                 "prompt_tokens_details": {"cached_tokens": 0, "cache_write_tokens": 0, "audio_tokens": 0},
                 "completion_tokens_details": {"reasoning_tokens": 0, "audio_tokens": 0,
                  "accepted_prediction_tokens": 0, "rejected_prediction_tokens": 0}}""".formatted(input, output,
                input + output)));
    }

    @Test
    void responsesUsageHasTheFormOfTheVendor() {
        String body = "{\"model\": \"gpt-5.4\", \"instructions\": \"" + Simulators.LONG + "\", \"input\": \"Hi\"}";
        http.json("/responses", body);
        JsonNode response = http.json("/responses", body);

        JsonNode usage = response.get("usage");
        int input = usage.get("input_tokens").asInt();
        int output = usage.get("output_tokens").asInt();
        assertThat(usage).isEqualTo(RawJson.tree("""
                {"input_tokens": %d, "input_tokens_details": {"cached_tokens": %d, "cache_write_tokens": 0},
                 "output_tokens": %d, "output_tokens_details": {"reasoning_tokens": 0}, "total_tokens": %d}"""
                .formatted(input, input / 128 * 128, output, input + output)));
        assertThat(response.at("/output/0/content/0/text").asText()).isNotEmpty();
        assertThat(response.get("status").asText()).isEqualTo("completed");
    }

    @Test
    void cacheIsSharedByBothEndpointsButNotAcrossKeysOrModels() {
        http.json(CHAT, chat("gpt-5.4", "Hi", ""));
        String responses = "{\"model\": \"gpt-5.4\", \"input\": [{\"role\": \"system\", \"content\": \""
                + Simulators.LONG
                + "\"}, {\"role\": \"user\", \"content\": \"Hi\"}]}";

        assertThat(http.json("/responses", responses).at("/usage/input_tokens_details/cached_tokens").asInt())
                .isPositive();
        assertThat(cached(http.json(CHAT, chat("gpt-5.4", "Hi", ", \"prompt_cache_key\": \"other\"")))).isZero();
        assertThat(cached(http.json(CHAT, chat("gpt-5.1", "Hi", "")))).isZero();
    }

    @Test
    void entriesRunOut() {
        http.json(CHAT, chat("gpt-4o", "Hi", ""));
        now.updateAndGet(at -> at.plus(Duration.ofMinutes(9)));
        assertThat(cached(http.json(CHAT, chat("gpt-4o", "Hi", "")))).isPositive();
        now.updateAndGet(at -> at.plus(Duration.ofMinutes(11)));
        assertThat(cached(http.json(CHAT, chat("gpt-4o", "Hi", "")))).isZero();
    }

    @Test
    void givenRulesStandInForThoseOfTheModel() {
        restart(Simulators.quick().withRules(RuleSet.Named.LONGEST_PREFIX));
        String body = "{\"model\": \"gpt-4o\", \"messages\": [{\"role\": \"user\", \"content\": \"Hello there\"}]}";

        int input = http.json(CHAT, body).at("/usage/prompt_tokens").asInt();

        assertThat(cached(http.json(CHAT, body))).isEqualTo(input - 1);
    }

    @Test
    void inputTokensAreCountedWithoutWarmingTheCache() {
        String body = "{\"model\": \"gpt-5.4\", \"input\": \"" + Simulators.LONG + "\"}";

        JsonNode counted = http.json("/responses/input_tokens", body);
        JsonNode response = http.json("/responses", body);

        assertThat(counted.get("object").asText()).isEqualTo("response.input_tokens");
        assertThat(counted.get("input_tokens")).isEqualTo(response.at("/usage/input_tokens"));
        assertThat(response.at("/usage/input_tokens_details/cached_tokens").asInt(-1)).isZero();
    }

    @Test
    void aPrewarmingRequestAnswersNothingAndWritesWhatTheNextOneReads() {
        String message = "{\"role\": \"developer\", \"content\": \"" + Simulators.LONG + "\"}";
        JsonNode warming = http.json("/responses", "{\"model\": \"gpt-5.6-sol\", \"input\": [" + message
                + "], \"prompt_cache_options\": {\"prewarm\": true}}");
        JsonNode real = http.json("/responses", "{\"model\": \"gpt-5.6-sol\", \"input\": [" + message
                + ", {\"role\": \"user\", \"content\": \"Hi\"}]}");

        assertThat(warming.at("/usage/output_tokens").asInt(-1)).isZero();
        int written = warming.at("/usage/input_tokens_details/cache_write_tokens").asInt();
        assertThat(written).isGreaterThan(1_024);
        assertThat(real.at("/usage/input_tokens_details/cached_tokens").asInt()).isEqualTo(written);
    }

    @Test
    void answersFollowFromSeedAndRequest() {
        String body = chat("gpt-4o", "Hi", "");
        String text = text(http.json(CHAT, body));
        assertThat(text(http.json(CHAT, body))).isEqualTo(text);

        restart(Simulators.quick().withSeed(1));
        String other = text(http.json(CHAT, body));
        restart(Simulators.quick());

        assertThat(text(http.json(CHAT, body))).isEqualTo(text).isNotEqualTo(other);
    }

    @Test
    void answerEndsAtTheTokenLimit() {
        JsonNode chat = http.json(CHAT, chat("gpt-4o", "Hi", ", \"max_completion_tokens\": 3"));
        JsonNode response = http.json("/responses",
                "{\"model\": \"gpt-4o\", \"input\": \"Hi\", \"max_output_tokens\": 3}");

        assertThat(chat.at("/choices/0/finish_reason").asText()).isEqualTo("length");
        assertThat(chat.at("/usage/completion_tokens").asInt()).isBetween(1, 3);
        assertThat(response.get("status").asText()).isEqualTo("incomplete");
        assertThat(response.at("/incomplete_details/reason").asText()).isEqualTo("max_output_tokens");
    }

    @Test
    void modelsAreThoseOfTheCatalogue() {
        JsonNode models = RawJson.tree(http.send("GET", "/models", "").body());
        JsonNode one = RawJson.tree(http.send("GET", "/models/gpt-4o", "").body());

        assertThat(models.at("/data").findValuesAsText("id")).contains("gpt-4o", "gpt-5.4").noneMatch(
                id -> id.startsWith("claude"));
        assertThat(one).isEqualTo(RawJson.tree(
                "{\"id\": \"gpt-4o\", \"object\": \"model\", \"created\": 0, \"owned_by\": \"openai\"}"));
    }

    @Test
    void firstTokenWaitsForUncachedTokensOnly() {
        var delays = new Delays(1);

        assertThat(delays.firstToken(0)).isEqualTo(Duration.ofMillis(120));
        assertThat(delays.firstToken(2_000)).isEqualTo(Duration.ofMillis(820));
        assertThat(delays.firstToken(1_000_000)).isEqualTo(Duration.ofMillis(2_500));
        assertThat(new Delays(0).firstToken(2_000)).isZero();
    }

    private static int cached(JsonNode completion) {
        return completion.at("/usage/prompt_tokens_details/cached_tokens").asInt(-1);
    }

    private static String text(JsonNode completion) {
        return completion.at("/choices/0/message/content").asText();
    }

    private static String chat(String model, String question, String more) {
        return "{\"model\": \"" + model + "\", \"messages\": [{\"role\": \"system\", \"content\": \"" + Simulators.LONG
                + "\"}, {\"role\": \"user\", \"content\": \"" + question + "\"}]" + more + "}";
    }
}
